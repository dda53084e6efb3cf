# A limit of memory changes where things lie, not what is found.

texts() { # 400 texts and as many twins, some 0.5 MB
    article 1 400 | paste -d ' ' - - - - - - - | awk '{
        printf "{\"id\":\"a%d\",\"text\":\"%s\"}\n", NR, $0
        sub(/ [^ ]* /, " yesterday ")
        printf "{\"id\":\"b%d\",\"text\":\"%s\"}\n", NR, $0
    }'
}

test_the_output_does_not_depend_on_memory() {
    texts > in.jsonl
    mkdir tmp
    twicetold scan --format jsonl in.jsonl
    expect_status 0
    timeless out > plain
    for memory in 1M 2048K 3M 1G; do
        for threads in 1 2; do
            twicetold scan --format jsonl --threads $threads --memory $memory --tmp tmp in.jsonl
            expect_status 0
            expect_silence
            timeless out > limited
            cmp -s plain limited || fail "--memory $memory --threads $threads: $(diff plain limited | head -n 4)"
            rmdir tmp && mkdir tmp || fail "something is left in the folder"
        done
    done
    grep -q '"type":"cluster"' out || fail "no clusters at all"
}

test_the_text_form_shows_texts_that_lie_in_the_file() {
    texts > in.jsonl
    twicetold scan in.jsonl
    sed 's/[0-9.]* s\b//' out > plain
    twicetold scan --memory 1M --tmp . in.jsonl
    expect_status 0
    sed 's/[0-9.]* s\b//' out | cmp -s - plain || fail "the text form differs"
}

test_an_explanation_does_not_depend_on_memory_and_stats_tell_of_it() {
    texts > in.jsonl
    twicetold scan --format jsonl --explain a1 b1 --explain a7 b300 in.jsonl
    expect_status 0
    cp out plain
    twicetold scan --format jsonl --memory 1M --tmp . --stats --explain a1 b1 --explain a7 b300 in.jsonl
    expect_status 0
    cmp -s out plain || fail "--memory changes an explanation"
    expect_error '"type":"stats"' '"spilled_bytes":'
    ! grep -q '"spilled_bytes":0,' err || fail "nothing was put into files"
}

test_a_full_disk_is_an_error_and_leaves_nothing() {
    texts > in.jsonl
    mkdir tmp
    for limits in "16 1M" "16 16M"; do # 16M holds the texts, not the features
        status=0
        (ulimit -f "${limits% *}" && exec "$TWICETOLD" scan --memory "${limits#* }" --tmp tmp --output result in.jsonl) > out 2> err || status=$?
        expect_status 1
        expect_no_output
        expect_error "twicetold: tmp: temporary file: File too large"
        expect_error_lines 1
        [ ! -e result ] || fail "a result was left"
        rmdir tmp && mkdir tmp || fail "something is left in the folder"
    done
}

test_a_full_file_system() {
    [ -w /dev/full ] && command -v unshare > /dev/null || skip "no namespaces"
    unshare -rm true 2> /dev/null || skip "no namespaces"
    texts > in.jsonl
    mkdir small
    status=0
    unshare -rm sh -c 'mount -t tmpfs -o size=1M tmpfs small && exec "$0" scan --memory 1M --tmp small in.jsonl' \
        "$TWICETOLD" > out 2> err || status=$?
    expect_status 1
    expect_no_output
    expect_error "twicetold: small: temporary file: No space left on device"
}

test_the_folder_is_asked_for_before_anything_is_read() {
    twicetold scan --memory 1G --tmp nowhere in.jsonl
    expect_status 1
    expect_error "--tmp nowhere: No such file or directory"
    expect_error_lines 1
    : > file
    twicetold scan --memory 1G --tmp file in.jsonl
    expect_status 1
    expect_error "--tmp file: Not a directory"
    TMPDIR=elsewhere twicetold scan --memory 1G in.jsonl
    expect_error "--tmp elsewhere: No such file or directory"
}

test_what_is_no_size_is_told() {
    for size in '' 0 1023K 12X 2GB -1G ' 1G' 1.5G 99999999999999999999 16777216T; do
        twicetold scan --memory "$size" .
        expect_status 2
        expect_error "--memory: '$size' is not a size from 1M on, such as 500M or 2G"
    done
}
