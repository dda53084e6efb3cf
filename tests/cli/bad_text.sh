# Files that are no text, or too much of it: told with their place, skipped, counted; the good ones beside them stay.

two_good_ones() {
    mkdir in
    article 1 > in/good.txt
    twin 1 > in/twin.txt
}

expect_skipped_one() { # and nothing else lost
    expect_status 0
    expect_error_lines 1
    expect_summary documents 2
    expect_summary skipped 1
    expect_summary clusters 1
}

test_malformed_utf8() {
    two_good_ones
    printf 'First line\nab\377cd\n' > in/bad.txt
    twicetold scan --format jsonl in
    expect_error "twicetold: in/bad.txt:2: byte 2: malformed UTF-8; skipped"
    expect_skipped_one
}

test_malformed_utf8_is_mended_with_lossy() {
    two_good_ones
    printf 'A good line about 7 boats\nab\377cd\n' > in/bad.txt
    twicetold scan --format jsonl --lossy in
    expect_status 0
    expect_silence
    expect_summary documents 3
    expect_summary skipped 0
}

test_utf16() {
    two_good_ones
    printf '\377\376T\0e\0x\0t\0' > in/wide.txt
    twicetold scan --format jsonl in
    expect_error in/wide.txt UTF-16 "; skipped"
    expect_skipped_one
}

test_nul_bytes() {
    two_good_ones
    printf 'some\0text' > in/nul.txt
    twicetold scan --format jsonl in
    expect_error in/nul.txt "byte 4" NUL "; skipped"
    expect_skipped_one
}

test_a_binary_file() {
    two_good_ones
    head -c 4000 "$TWICETOLD" > in/program.txt
    twicetold scan --format jsonl in
    expect_error in/program.txt "; skipped"
    expect_skipped_one
}

test_an_empty_file() {
    two_good_ones
    : > in/empty.txt
    twicetold scan --format jsonl in
    expect_error in/empty.txt "no word" "; skipped"
    expect_skipped_one
}

test_one_line_of_500_megabytes() {
    two_good_ones
    truncate -s 500M in/line.txt || skip "no sparse files here"
    twicetold scan --format jsonl in
    expect_error in/line.txt limit "; skipped"
    expect_skipped_one
}

test_one_line_of_500_megabytes_on_standard_input() {
    status=0
    head -c 500000000 /dev/zero | tr '\0' x | "$TWICETOLD" scan --format jsonl - > out 2> err || status=$?
    expect_error "-" limit "; skipped"
    expect_summary documents 0
    expect_summary skipped 1
}

test_one_line_of_500_megabytes_in_jsonl() {
    status=0
    { printf '{"id":"a","text":"A first one"}\n{"id":"b","text":"'
      head -c 500000000 /dev/zero | tr '\0' x
      printf '"}\n{"id":"c","text":"A third one"}\n'; } |
        "$TWICETOLD" scan --format jsonl - > out 2> err || status=$?
    expect_status 0
    expect_error "-:2" limit "; skipped"
    expect_summary documents 2
    expect_summary skipped 1
}

test_one_word_a_million_times() {
    two_good_ones
    yes word | head -n 1000000 > in/words.txt
    twicetold scan --format jsonl in
    expect_status 0
    expect_silence
    expect_summary documents 3
    expect_summary clusters 1
}

test_a_thousand_identical_documents() {
    mkdir in
    article 5 > in/0
    for i in $(seq 1 999); do cp in/0 "in/$i"; done
    twicetold scan --format jsonl in
    expect_status 0
    expect_silence
    expect_summary documents 1000
    expect_summary clusters 1
    grep '"type":"cluster"' out | grep -q '"id":"999"' || fail "the cluster lacks a member"
}

test_strict_stops_at_the_first_fault() {
    two_good_ones
    : > in/empty.txt
    twicetold scan --format jsonl --strict in
    expect_status 1
    expect_error in/empty.txt "; stopped"
    expect_no_output
}
