# compare: the exit statuses of diff and grep, passages and changes, many pairs.

STATEMENT=official/hallowmere-council/2024-03-05-leisure-centre.md
PARAPHRASE=paraphrased/leisure-centre-update.txt

test_reuse_is_status_0() {
    twicetold compare --format jsonl "$FIXTURES/archive/$STATEMENT" "$FIXTURES/archive/$PARAPHRASE"
    expect_status 0
    expect_silence
    expect_output '"type":"pair"'
    expect_output '"relation":"rewritten"'
    expect_output '"passages":[{"a":['
    expect_output '"changes":[{"kind":'
}

test_no_reuse_is_status_1() {
    article 1 > a.txt
    echo 'Bread rises slowly in a cold kitchen, said the baker, and nobody hurried her.' > b.txt
    twicetold compare --format jsonl a.txt b.txt
    expect_status 1
    expect_silence
    expect_output '"relation":"unrelated"'
}

test_trouble_is_status_2() {
    article 1 > a.txt
    : > empty.txt
    mkdir many
    article 1 > many/1.txt
    article 2 > many/2.txt
    twicetold compare a.txt nosuch.txt
    expect_status 2
    expect_error "twicetold: nosuch.txt: No such file or directory"
    expect_error_lines 1
    expect_no_output
    twicetold compare empty.txt a.txt
    expect_status 2
    expect_error empty.txt "no word"
    twicetold compare a.txt many
    expect_status 2
    expect_error many "more than one document"
    twicetold compare --meta nosuch.csv a.txt a.txt
    expect_status 2
    expect_error nosuch.csv
}

test_a_file_with_itself() {
    article 1 > a.txt
    twicetold compare --format jsonl a.txt a.txt
    expect_status 0
    expect_output '"relation":"exact"'
}

test_standard_input_as_one_side() {
    article 1 > a.txt
    for sides in "- a.txt" "a.txt -"; do
        status=0
        # shellcheck disable=SC2086
        article 1 | "$TWICETOLD" compare --format jsonl $sides > out 2> err || status=$?
        expect_status 0
        expect_output '"relation":"exact"'
    done
}

test_text_for_people() {
    twicetold compare "$FIXTURES/archive/$STATEMENT" "$FIXTURES/archive/$PARAPHRASE"
    expect_status 0
    expect_silence
    expect_output rewritten
    expect_output Jaccard
}

test_official_speaks_for_who_came_first() {
    article 1 > a.txt
    twin 1 > b.txt
    twicetold compare --format jsonl --official b.txt a.txt b.txt
    expect_status 0
    expect_output '"first":"b"'
    twicetold compare --format jsonl --official a.txt a.txt b.txt
    expect_output '"first":"a"'
}

test_output_into_a_file() {
    article 1 > a.txt
    twicetold compare --format jsonl --output results a.txt a.txt
    expect_status 0
    expect_no_output
    mv results out
    expect_output '"relation":"exact"'
}

test_pairs_print_unrelated_ones_too() {
    cat > pairs.jsonl <<'END'
{"id":"same","a":"The harbour office counted nine ferries on Monday.","b":"The harbour office counted nine ferries on Monday."}
{"id":"other","a":"The harbour office counted nine ferries on Monday.","b":"Bread rises slowly in a cold kitchen."}
END
    twicetold compare --format jsonl --pairs pairs.jsonl
    expect_status 0
    expect_silence
    [ "$(grep -c '' out)" -eq 2 ] || fail "not two records"
    head -n 1 out | grep -q '"id":"same".*"relation":"exact"' || fail "first record"
    tail -n 1 out | grep -q '"id":"other".*"relation":"unrelated"' || fail "second record"
    status=0
    "$TWICETOLD" compare --format jsonl --pairs - < pairs.jsonl > again 2> err || status=$?
    expect_status 0
    cmp -s out again || fail "standard input gives other results"
}

test_pairs_of_a_file_that_is_not_there() {
    twicetold compare --pairs nosuch.jsonl
    expect_status 1
    expect_error "nosuch.jsonl: No such file or directory"
    expect_no_output
}

test_no_pairs_at_all() {
    : > pairs.jsonl
    twicetold compare --format jsonl --pairs pairs.jsonl
    expect_status 0
    expect_no_output
}

test_explain_tells_each_limit_up_to_the_rule_that_held() {
    twicetold compare --format jsonl --explain "$FIXTURES/archive/$STATEMENT" "$FIXTURES/archive/$PARAPHRASE"
    expect_status 0
    expect_silence
    [ "$(grep -c '' out)" -eq 2 ] || fail "not two records"
    head -n 1 out | grep -q '"type":"pair".*"relation":"rewritten"' || fail "the pair does not come first"
    tail -n 1 out | grep -o '"rule":"[a-z_]*","holds":[a-z]*' | tr '\n' ' ' > rules
    [ "$(cat rules)" = '"rule":"exact","holds":false "rule":"reuse","holds":true "rule":"noisy","holds":false "rule":"updated","holds":false "rule":"rewritten","holds":true ' ] ||
        fail "rules: $(cat rules)"
    expect_output '"measure":"content_rate"'
    twicetold compare --explain "$FIXTURES/archive/$STATEMENT" "$FIXTURES/archive/$PARAPHRASE"
    expect_status 0
    expect_output '  noisy does not hold'
    expect_output 'so the verdict is rewritten'
}

test_explain_of_a_pair_without_reuse_says_what_was_lacking() {
    article 1 > a.txt
    echo 'Bread rises slowly in a cold kitchen, said the baker, and nobody hurried her.' > b.txt
    twicetold compare --explain a.txt b.txt
    expect_status 1
    expect_output '  reuse does not hold'
    expect_output 'so the verdict is unrelated'
}

test_explain_of_many_pairs_keeps_their_order() {
    i=0
    while [ $i -lt 40 ]; do
        printf '{"id":"p%s","a":"The harbour office counted nine ferries on Monday.","b":"Berth %s is closed."}\n' $i $i
        i=$((i + 1))
    done > pairs.jsonl
    twicetold compare --format jsonl --explain --threads 1 --pairs pairs.jsonl
    expect_status 0
    cp out one
    twicetold compare --format jsonl --explain --threads 4 --pairs pairs.jsonl
    cmp -s out one || fail "the output depends on the number of threads"
    [ "$(grep -c '"type":"explanation","id":"p' out)" -eq 40 ] || fail "not 40 explanations"
}
