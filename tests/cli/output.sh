# Where results go: nothing half written, every failure told, a reader that goes away is no failure to speak of.

input() {
    mkdir in
    article 1 > in/a.txt
    twin 1 > in/b.txt
}

expect_nothing_beside() { # expect_nothing_beside NAMES...: the folder has these and what the tests need
    # shellcheck disable=SC2012
    found=$(ls -A | grep -v -x -e out -e err -e in -e matching | tr '\n' ' ')
    [ "$found" = "${*:+$* }" ] || fail "the folder has: $found"
}

test_a_full_disk_behind_standard_output() {
    input
    [ -w /dev/full ] || skip "no /dev/full"
    for words in "scan --format jsonl in" "compare in/a.txt in/b.txt" "--help" "--version" "help scan"; do
        status=0
        # shellcheck disable=SC2086
        "$TWICETOLD" $words > /dev/full 2> err || status=$?
        [ "${words%% *}" = compare ] && expect_status 2 || expect_status 1
        expect_error "standard output" "cannot be written"
    done
}

test_a_full_disk_behind_a_file() {
    input
    [ -w /dev/full ] || skip "no /dev/full"
    twicetold scan --output /dev/full in
    expect_status 1
    expect_error "/dev/full: cannot be written: No space left on device"
}

test_a_disk_that_becomes_full() {
    mkdir in
    for i in $(seq 1 120); do article 1 | sed "s/^/Copy $i. /" > "in/$i.txt"; done
    echo before > results
    status=0
    (ulimit -f 8 && exec "$TWICETOLD" scan --format jsonl --output results in 2> err) || status=$?
    expect_status 1
    expect_error "results: cannot be written: File too large"
    [ "$(cat results)" = before ] || fail "the file that was there has changed"
    expect_nothing_beside results
}

test_a_closed_pipe() {
    input
    { sleep 0.2; status=0; "$TWICETOLD" scan --format jsonl in 2> err || status=$?; echo $status > code; } | true
    status=$(cat code)
    expect_status 141
    expect_silence
}

test_a_closed_pipe_with_the_signal_ignored() {
    input
    (trap '' PIPE
     { sleep 0.2; status=0; "$TWICETOLD" scan --format jsonl in 2> err || status=$?; echo $status > code; } | true)
    status=$(cat code)
    expect_status 1
    expect_silence
}

test_head_gets_its_lines() {
    mkdir in
    for i in $(seq 1 100); do article 1 | sed "s/^/Copy $i. /" > "in/$i.txt"; done
    "$TWICETOLD" scan --format jsonl in 2> err | head -n 1 > out
    expect_output '"type":"pair"'
    expect_silence
}

test_standard_output_that_is_closed() {
    input
    status=0
    "$TWICETOLD" scan --format jsonl in >&- 2> err || status=$?
    expect_status 1
    expect_error "standard output: cannot be written"
}

test_a_file_that_was_not_there() {
    input
    twicetold scan --format jsonl --output results in
    expect_status 0
    expect_silence
    expect_no_output
    mv results out
    expect_summary documents 2
    expect_nothing_beside
}

test_a_file_that_was_there_keeps_its_mode() {
    input
    echo before > results
    chmod 640 results
    twicetold scan --format jsonl --output results in
    expect_status 0
    # shellcheck disable=SC2012
    case $(ls -l results) in -rw-r-----*) ;; *) fail "another mode: $(ls -l results)" ;; esac
    grep -q summary results || fail "no results"
}

test_a_link_stays_a_link() {
    input
    echo before > target
    ln -s target results
    twicetold scan --format jsonl --output results in
    expect_status 0
    [ -L results ] || fail "the link was replaced"
    grep -q summary target || fail "no results"
    expect_nothing_beside results target
}

test_a_file_stays_as_it_was_when_the_run_fails() {
    input
    : > in/empty.txt
    echo before > results
    twicetold scan --strict --output results in
    expect_status 1
    [ "$(cat results)" = before ] || fail "it was changed"
    expect_nothing_beside results
}

test_a_folder_that_is_not_there_is_told_before_the_work() {
    input
    twicetold scan --output nosuch/results in nosuch-input
    expect_status 1
    expect_error "nosuch/results: cannot be written: No such file or directory"
    expect_error_lines 1
}

test_a_folder_is_no_file() {
    input
    twicetold scan --output in in
    expect_status 1
    expect_error "in: cannot be written: Is a directory"
}

test_a_dash_is_standard_output() {
    input
    twicetold scan --format jsonl --output - in
    expect_status 0
    expect_summary documents 2
    expect_nothing_beside
}

test_a_device_is_written_as_it_is() {
    input
    twicetold scan --format jsonl --output /dev/null in
    expect_status 0
    expect_silence
    [ -c /dev/null ] || fail "/dev/null was replaced"
}
