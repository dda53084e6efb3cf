# Lines of JSON that are no documents: told with file and line, skipped, counted; the lines around them stay.

around() { # around LINE: a file with LINE between two good ones
    printf '{"id":"one","text":"The first text has eight words in it."}\n%s\n' "$1" > in.jsonl
    printf '{"id":"two","text":"Another text, quite different from that other."}\n' >> in.jsonl
}

expect_skipped() { # expect_skipped WORDS...
    twicetold scan --format jsonl in.jsonl
    expect_status 0
    expect_error "twicetold: in.jsonl:2:" "; skipped" "$@"
    expect_error_lines 1
    expect_summary documents 2
    expect_summary skipped 1
}

test_cut_short() {
    around '{"id":"bad","text":"It ends here'
    expect_skipped "byte"
}

test_nested_a_hundred_thousand_deep() {
    around "{\"id\":\"bad\",\"text\":\"x\",\"deep\":$(yes '[' | head -n 100000 | tr -d '\n')$(yes ']' | head -n 100000 | tr -d '\n')}"
    expect_skipped deep
}

test_a_lone_surrogate() {
    around '{"id":"bad","text":"half a pair: \ud800 and on"}'
    expect_skipped surrogate
}

test_no_text() {
    around '{"id":"bad","title":"Only a title"}'
    expect_skipped text
}

test_a_number_for_text() {
    around '{"id":"bad","text":7}'
    expect_skipped text
}

test_no_object() {
    around '["bad"]'
    expect_skipped object
}

test_malformed_utf8() {
    around "$(printf '{"id":"bad","text":"a \377 b"}')"
    expect_skipped UTF-8
}

test_a_date_that_is_none() {
    around '{"id":"bad","text":"Some text.","published":"last Monday"}'
    expect_skipped published
}

test_the_same_id_twice() {
    around '{"id":"one","text":"This has the id of the line before it."}'
    expect_skipped "'one'" "in.jsonl:1"
}

test_a_file_cut_off_in_its_last_line() {
    printf '{"id":"one","text":"A whole line."}\n{"id":"two","te' > in.jsonl
    twicetold scan --format jsonl in.jsonl
    expect_status 0
    expect_error in.jsonl:2 "; skipped"
    expect_summary documents 1
    expect_summary skipped 1
}

test_strict_stops() {
    around '{"id":"bad"}'
    twicetold scan --format jsonl --strict in.jsonl
    expect_status 1
    expect_error in.jsonl:2 "; stopped"
    expect_no_output
}

test_an_id_left_out_is_file_and_line() {
    { article 3 | tr '\n' ' ' | sed 's/.*/{"text":"&"}/'
      echo
      twin 3 | tr '\n' ' ' | sed 's/.*/{"text":"&"}/'; } > in.jsonl
    twicetold scan --format jsonl in.jsonl
    expect_status 0
    expect_output '"in.jsonl:1"'
}

test_pairs_that_are_none() {
    cat > pairs.jsonl <<'END'
{"id":"p1","a":"One two three four five.","b":"One two three four five."}
{"id":"p2","a":"One two three"}
{"id":"p3","a":"One","b":3}
not json
{"id":"p5","a":"","b":"Four"}
END
    twicetold compare --format jsonl --pairs pairs.jsonl
    expect_status 0
    expect_output '"id":"p1"'
    for line in 2 3 4; do expect_error "pairs.jsonl:$line" "; skipped"; done
    expect_error "note: " "pairs skipped"
}

test_pairs_strict_keeps_what_came_before() {
    printf '{"id":"p1","a":"One two.","b":"One two."}\n{"id":"p2"}\n{"id":"p3","a":"x","b":"y"}\n' > pairs.jsonl
    twicetold compare --format jsonl --strict --pairs pairs.jsonl
    expect_status 1
    expect_output '"id":"p1"'
    ! grep -q '"id":"p3"' out || fail "it went on"
    expect_error pairs.jsonl:2 "; stopped"
}
