# The same input gives the same output: for any number of threads, any kernel; and the same clusters for any order.

generated() {
    for i in $(seq 1 40); do
        for kind in article twin; do
            printf '{"id":"%s-%d","text":"%s"}\n' $kind "$i" "$($kind "$i" | tr '\n' ' ')"
        done
    done
}

# A line a cluster: canonical and members, in an order of their own.
clusters() {
    grep '"type":"cluster"' "$1" | while read -r line; do
        echo "$line" | sed 's/.*"canonical":"\([^"]*\)".*/\1:/' | tr '\n' ' '
        echo "$line" | sed 's/.*"members":\[//' | grep -o '"id":"[^"]*"' | sort | tr '\n' ' '
        echo
    done | sort
}

expect_same() { cmp -s "$1" "$2" || fail "$3: $(diff "$1" "$2" | head -n 6)"; }

check_threads_and_kernels() { # check_threads_and_kernels PATH
    for way in "1 auto" "2 auto" "8 auto" "8 scalar"; do
        twicetold scan --format jsonl --threads "${way% *}" --kernel "${way#* }" "$1"
        expect_status 0
        expect_silence
        timeless out > "$way"
        expect_same "1 auto" "$way" "threads and kernel: $way"
    done
    grep -q '"type":"cluster"' "1 auto" || fail "no clusters at all"
}

test_threads_and_kernels_on_the_archive() { check_threads_and_kernels "$FIXTURES/archive"; }

test_threads_and_kernels_on_generated_texts() {
    generated > in.jsonl
    check_threads_and_kernels in.jsonl
}

test_reversed_generated_texts() {
    generated > in.jsonl
    tac in.jsonl > reversed.jsonl
    for name in in reversed; do
        twicetold scan --format jsonl $name.jsonl
        expect_status 0
        clusters out > $name.clusters
    done
    [ "$(grep -c '' in.clusters)" -eq 40 ] || fail "$(grep -c '' in.clusters) clusters of 40"
    expect_same in.clusters reversed.clusters "reversed input"
}

test_the_archive_reversed() {
    find "$FIXTURES/archive" -type f | sort > names
    for order in sort 'sort -r'; do
        # shellcheck disable=SC2046
        twicetold scan --format jsonl $($order names)
        expect_status 0
        clusters out > "$order.clusters"
    done
    expect_same sort.clusters 'sort -r.clusters' "reversed input"
}

test_every_format_of_two_runs() {
    for format in text csv; do
        for run in 1 2; do
            twicetold scan --format $format --threads $run "$FIXTURES/archive"
            expect_status 0
            sed 's/[0-9.]* s\b//; s/[0-9]*\.[0-9]*$//; s/[0-9.]* seconds//' out > $format.$run
        done
        expect_same $format.1 $format.2 $format
    done
}

test_pairs_keep_their_order() {
    for i in $(seq 1 80); do
        printf '{"id":"p%d","a":"%s","b":"%s"}\n' "$i" "$(article "$i" | tr '\n' ' ')" "$(twin "$i" | tr '\n' ' ')"
    done > pairs.jsonl
    for threads in 1 2 8; do
        twicetold compare --format jsonl --threads $threads --pairs pairs.jsonl
        expect_status 0
        mv out $threads.out
        expect_same 1.out $threads.out "$threads threads"
    done
    [ "$(grep -c '' 1.out)" -eq 80 ] || fail "$(grep -c '' 1.out) records of 80"
}

# Good lines of all lengths with bad ones between them, over several of the blocks that files are read in.
spoiled() {
    for i in $(seq 1 30); do
        article $((i * 100)) 12 | tr '\n' ' ' > text
        for part in 1 2 3; do
            printf '{"id":"%d-%d","text":"%s"}\n' "$i" $part "$(cut -c $((part * 50))- text)"
        done
        printf '{"id":"cut short","te\n\n{"text":7}\r\n'
        printf '{"id":"not UTF-8","text":"\377"}\n'
    done
    printf '{"text":"The last line has no end."}'
}

test_faults_come_in_the_same_order_for_any_number_of_threads() {
    spoiled > in.jsonl
    for threads in 1 2 5; do
        twicetold scan --format jsonl --threads $threads in.jsonl
        expect_status 0
        expect_summary skipped 90
        timeless out > $threads.out
        mv err $threads.err
        expect_same 1.out $threads.out "$threads threads"
        expect_same 1.err $threads.err "words of $threads threads"
        twicetold scan --format jsonl --strict --threads $threads in.jsonl
        expect_status 1
        expect_error "in.jsonl:4:" stopped
        expect_error_lines 1
        status=0
        # shellcheck disable=SC2002
        cat in.jsonl | "$TWICETOLD" scan --format jsonl --threads $threads - > piped 2> piped.err || status=$?
        expect_status 0
        timeless piped > $threads.piped
        mv piped.err $threads.piped.err
        expect_same 1.piped $threads.piped "$threads threads, from a pipe"
        expect_same 1.piped.err $threads.piped.err "words of $threads threads, from a pipe"
    done
}
