# Ctrl-C and kill: the file that was there stays, nothing is left beside it, the shell sees the signal.

# A shell in the background ignores SIGINT, and so do its children: then SIGTERM stands in.
interrupt=INT code=130
# shellcheck disable=SC2016
if sh -c 'kill -s INT $$; exit 0'; then interrupt=TERM code=143; fi

expect_only() { # expect_only NAMES...: no temporary file
    # shellcheck disable=SC2012
    left=$(ls -A | grep -v -x -e out -e err -e input.jsonl -e endless | tr '\n' ' ')
    [ "$left" = "${*:+$* }" ] || fail "left behind: $left"
}

endless_input() { # on descriptor 3
    mkfifo endless
    exec 3<> endless
}

interrupted() { # interrupted SECONDS ARGUMENTS...
    status=0
    seconds=$1
    shift
    timeout -k 20 --preserve-status -s $interrupt "$seconds" "$TWICETOLD" "$@" > out 2> err <&3 3<&- || status=$?
}

test_while_waiting_for_input() {
    endless_input
    echo before > results
    interrupted 0.5 scan --output results -
    expect_status $code
    expect_silence
    [ "$(cat results)" = before ] || fail "the file has changed"
    expect_only results
}

test_while_a_temporary_file_is_open() {
    endless_input
    echo '{"id":"1","a":"One.","b":"One."}' >&3
    echo before > results
    interrupted 0.5 compare --threads 1 --output results --pairs -
    expect_status $code
    [ "$(cat results)" = before ] || fail "the file has changed"
    expect_only results
}

# shellcheck disable=SC2012
has_temporary() { [ "$(ls -A | grep -c '^\.twicetold\.')" -eq 1 ]; }

test_the_temporary_file_is_there_in_between() {
    endless_input
    echo '{"id":"1","a":"One.","b":"One."}' >&3
    "$TWICETOLD" compare --threads 1 --output results --pairs - <&3 3<&- > out 2> err &
    for turn in 1 2 3 4 5 6 7 8 9 10; do
        has_temporary && break
        sleep 0.2
    done
    has_temporary && seen=yes || seen=no
    kill -s TERM $!
    status=0
    { wait $!; } 2> /dev/null || status=$?
    [ $seen = yes ] || fail "no temporary file in $turn turns: the tests around this one prove nothing"
    expect_status 143
    expect_only
}

test_at_any_moment_of_a_scan() {
    awk 'BEGIN {
        for (i = 0; i < 4000; i++) {
            printf "{\"id\":\"%d\",\"text\":\"", i
            for (k = 0; k < 80; k++) printf "word%d ", (k % 4 ? (int(i / 2) * 7919 + k * 104729) % 20011 : i * k % 1009)
            print "\"}"
        }
    }' > input.jsonl
    exec 3< /dev/null
    for seconds in 0.02 0.1 0.3 0.6 1.2; do
        echo before > results
        interrupted $seconds scan --format jsonl --threads 2 --output results input.jsonl
        case $status in
        "$code") [ "$(cat results)" = before ] || fail "the file has changed after $seconds s" ;;
        0 | 1) tail -n 1 results | grep -q '"type":"summary"' || fail "a half-written file after $seconds s" ;;
        *) fail "status $status after $seconds s" ;;
        esac
        expect_only results
    done
}
