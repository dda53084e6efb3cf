# Paths that are no files, or no longer: told, counted, the others done all the same.

two_good_ones() {
    mkdir in
    article 1 > in/good.txt
    twin 1 > in/twin.txt
}

expect_both() {
    expect_summary documents 2
    expect_summary clusters 1
}

test_a_path_that_does_not_exist() {
    two_good_ones
    twicetold scan --format jsonl nosuch in nosuch-either
    expect_status 1
    expect_error "twicetold: nosuch: No such file or directory; skipped"
    expect_error "twicetold: nosuch-either: No such file or directory; skipped"
    expect_both
    expect_summary skipped 2
}

test_a_name_that_plays_with_the_terminal_is_told_harmlessly() {
    twicetold scan --format jsonl "$(printf 'no\033[31msuch\nline')"
    expect_status 1
    expect_error_lines 2
    expect_error 'no\x1b[31msuch\x0aline'
}

test_an_unreadable_file() {
    two_good_ones
    article 2 > in/secret.txt
    chmod 000 in/secret.txt
    status=0
    if [ "$(id -u)" -ne 0 ]; then
        twicetold scan --format jsonl in
    elif setpriv --reuid 65534 --clear-groups "$TWICETOLD" --version > /dev/null 2>&1; then
        setpriv --reuid 65534 --clear-groups "$TWICETOLD" scan --format jsonl in > out 2> err || status=$?
    else
        skip "root reads everything"
    fi
    expect_status 0
    expect_error "in/secret.txt: Permission denied; skipped"
    expect_both
    expect_summary skipped 1
}

test_a_folder_loop() {
    two_good_ones
    mkdir in/below
    ln -s .. in/below/up
    twicetold scan --format jsonl --follow in
    expect_status 0
    expect_error in/below/up loop "; skipped"
    expect_both
}

test_links_are_not_followed_unless_asked() {
    two_good_ones
    mkdir beside
    article 2 > beside/third.txt
    ln -s ../beside in/link
    ln -s ../beside/third.txt in/third.txt
    twicetold scan --format jsonl in
    expect_status 0
    expect_both
    twicetold scan --format jsonl --follow --include 'link/*' --include '*n.txt' --include good.txt in
    expect_status 0
    expect_summary documents 3
}

test_a_pipe_without_a_writer() {
    two_good_ones
    mkfifo in/pipe.txt
    twicetold scan --format jsonl in
    expect_status 0
    expect_error in/pipe.txt pipe "; skipped"
    expect_both
}

test_a_device() {
    two_good_ones
    twicetold scan --format jsonl /dev/zero in
    expect_error /dev/zero device "; skipped"
    expect_both
}

test_files_that_vanish_and_grow_during_the_run() {
    two_good_ones
    for i in $(seq 100 399); do article "$i" > "in/$i.txt"; done
    { i=0
      while [ $i -lt 300 ] && [ -e running ]; do
          rm -f "in/$((100 + i)).txt"
          article $i >> "in/$((399 - i)).txt"
          i=$((i + 1))
      done; } &
    : > running
    twicetold scan --format jsonl in
    rm running
    wait
    expect_status 0
    grep -v -e 'No such file or directory; skipped$' err > other || :
    [ ! -s other ] || fail "something else than vanished files was told"
    documents=$(sed -n 's/.*"documents":\([0-9]*\).*/\1/p' out)
    skipped=$(sed -n 's/.*"skipped":\([0-9]*\).*/\1/p' out)
    [ "$skipped" -eq "$(grep -c '' err)" ] || fail "skipped $skipped, told $(grep -c '' err)"
    [ "$documents" -ge 2 ] && [ $((documents + skipped)) -le 302 ] || fail "$documents documents, $skipped skipped"
}

test_the_same_relative_path_under_two_arguments() {
    mkdir left right
    article 1 > left/a.txt
    twin 1 > right/a.txt
    article 2 > right/b.txt
    article 2 > left/b.txt
    twicetold scan --format jsonl left right
    expect_status 0
    expect_error "note: right/a.txt" "'a.txt'"
    expect_error_lines 1
    expect_summary documents 4
    expect_summary skipped 0
    expect_summary clusters 2
    expect_output '"right/a.txt"'
    expect_output '"right/b.txt"'
}

test_the_same_file_twice() {
    two_good_ones
    twicetold scan --format jsonl in/good.txt in/twin.txt in/good.txt
    expect_status 0
    expect_error "in/good.txt: the id 'in/good.txt' was given before, by in/good.txt; skipped"
    expect_both
    expect_summary skipped 1
}

test_no_document_at_all() {
    mkdir in
    twicetold scan --format jsonl in
    expect_status 0
    expect_error "note: no document was read"
    expect_summary documents 0
    expect_summary skipped 0
    expect_summary clusters 0
}

test_an_empty_path() {
    twicetold scan --format jsonl ''
    expect_status 1
    expect_error "; skipped"
}

test_metadata_that_can_not_be_read() {
    two_good_ones
    printf '{"id":"good.txt","published":"2024-01-01"}\n{"id":' > meta.jsonl
    twicetold scan --meta meta.jsonl in
    expect_status 1
    expect_error meta.jsonl:2
    expect_no_output
    twicetold scan --meta nosuch.jsonl in
    expect_status 1
    expect_error "nosuch.jsonl: No such file or directory"
}
