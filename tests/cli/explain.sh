# scan --explain: why a pair is reported, or where it fell out.

# a.txt and its twin, an exact copy, a text of the same topic, and enough others that not every pair is looked at.
collection() {
    mkdir in
    article 1 > in/a.txt
    twin 1 > in/b.txt
    article 1 > in/copy.txt
    i=2
    while [ $i -lt 90 ]; do
        article $i > in/other$i.txt
        i=$((i + 1))
    done
}

test_a_reported_pair() {
    collection
    twicetold scan --format jsonl in
    grep '"type":"pair","a":"a.txt","b":"b.txt"' out | grep -o '"relation":"[a-z_]*"' > relation
    twicetold scan --format jsonl --explain a.txt b.txt in
    expect_status 0
    expect_silence
    [ "$(grep -c '' out)" -eq 1 ] || fail "not one record"
    expect_output '{"type":"explanation","a":"a.txt","b":"b.txt"'
    expect_output "$(cat relation)"
    expect_output '"reported":true,"step":"reported"'
    expect_output '"rule":"bands","holds":true'
    twicetold scan --explain a.txt b.txt in
    expect_status 0
    expect_output 'a  a.txt, 77 words'
    expect_output 'Reported as'
    expect_output 'bands holds'
    expect_output 'so the verdict is'
    expect_output 'a is in cluster 1'
}

test_the_earlier_document_is_a_whatever_the_order_of_the_ids() {
    collection
    twicetold scan --format jsonl --explain a.txt b.txt in
    cp out one
    twicetold scan --format jsonl --explain b.txt a.txt in
    cmp -s out one || fail "the order of the ids changes the explanation"
}

test_exact_copies() {
    collection
    twicetold scan --explain copy.txt a.txt in
    expect_status 0
    expect_output 'Reported as exact, confidence 100 %.'
    expect_output 'a.txt has the words of b and stands for it'
    expect_output 'a candidate: the words are the same'
    twicetold scan --explain copy.txt b.txt in
    expect_output 'a.txt has the words of b and stands for it'
    expect_output 'bands holds'
}

test_a_pair_that_was_never_a_candidate() {
    collection
    twicetold scan --explain a.txt other50.txt in
    expect_status 0
    expect_output 'Not reported: the two never became a candidate pair.'
    expect_output 'bands does not hold'
    expect_output 'rare does not hold'
    expect_output 'no candidate; what follows is what verification would have said'
    expect_output 'so the verdict is unrelated'
    expect_output 'b is in no cluster'
}

test_a_candidate_that_fell_in_verification() {
    mkdir in
    article 1 > in/a.txt
    article 2 > in/b.txt
    twicetold scan --explain a.txt b.txt in
    expect_status 0
    expect_output 'Not reported: a candidate pair, but verification found no reuse.'
    expect_output 'yes  families of copies in the collection: 2, at most 64'
    expect_output 'reuse does not hold'
}

test_furniture_of_one_source() {
    mkdir in
    for i in 1 2 3 4; do
        printf -- '---\nsource: Harbour office\n---\n' > in/$i.md
        for part in 1 2 3; do
            article $((10 * i + part)) | tr '\n' ' '
            printf '\n\n'
        done >> in/$i.md
        article 500 | tr '\n' ' ' >> in/$i.md
    done
    twicetold scan --width 200 --explain 1.md 2.md in
    expect_status 0
    expect_output "Not reported: what they share recurs in many documents."
    expect_output "paragraphs that recur in many documents:"
    expect_output "without them the pair is "
}

test_several_pairs_of_one_scan() {
    collection
    twicetold scan --format jsonl --explain a.txt b.txt --explain a.txt other3.txt in
    expect_status 0
    [ "$(grep -c '' out)" -eq 2 ] || fail "not two records"
    head -n 1 out | grep -q '"b":"b.txt"' || fail "the first pair does not come first"
}

test_an_explanation_does_not_depend_on_threads() {
    collection
    twicetold scan --format jsonl --threads 1 --explain a.txt b.txt --explain a.txt other9.txt in
    cp out one
    twicetold scan --format jsonl --threads 4 --explain a.txt b.txt --explain a.txt other9.txt in
    cmp -s out one || fail "the output depends on the number of threads"
}

test_a_document_that_was_not_read_is_no_wrong_usage() {
    collection
    printf 'caf\351 noir\n' > in/latin.txt
    twicetold scan --explain a.txt latin.txt in
    expect_status 1
    expect_no_output
    expect_error latin.txt skipped
    expect_error --explain "'latin.txt' was not read"
}
