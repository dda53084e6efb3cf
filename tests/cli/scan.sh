# What scan makes of good input.

pair_of() { # pair_of FOLDER
    mkdir -p "$1"
    article 1 > "$1/a.txt"
    twin 1 > "$1/b.txt"
    article 2 > "$1/single.txt"
}

test_records_come_in_the_order_of_the_contract() {
    twicetold scan --format jsonl "$FIXTURES/archive"
    expect_status 0
    expect_silence
    sed 's/^{"type":"\([a-z]*\)".*/\1/' out | uniq > order
    [ "$(tr '\n' ' ' < order)" = "pair cluster link summary " ] || fail "order: $(tr '\n' ' ' < order)"
    expect_summary documents 56
    expect_summary skipped 0
}

test_a_cluster_and_its_single_neighbour() {
    pair_of in
    twicetold scan --format jsonl in
    expect_status 0
    expect_output '{"type":"pair","a":"a.txt","b":"b.txt"'
    expect_output '{"type":"cluster","cluster":1,'
    expect_summary clusters 1
    ! grep -q single out || fail "a single document is printed"
}

test_text_is_the_default() {
    pair_of in
    twicetold scan in
    expect_status 0
    cp out default
    twicetold scan --format text in
    sed 's/[0-9.]* s\b//' out > given
    sed 's/[0-9.]* s\b//' default > default.timeless
    cmp -s given default.timeless || fail "text is not the default"
    ! grep -q '{' out || fail "this is JSON"
    expect_output a.txt
    expect_output b.txt
}

test_csv_has_a_header_and_a_row_a_record() {
    pair_of in
    twicetold scan --format csv in
    expect_status 0
    head -n 1 out | grep -q '^type,' || fail "no header"
    grep -q '^pair,' out || fail "no pair"
    grep -q '^member,' out || fail "no member"
    expect_error "note: 3 documents, 1 pairs, 1 clusters, 0 links; 0 skipped"
}

test_standard_input_as_text_and_as_jsonl() {
    status=0
    article 1 | "$TWICETOLD" scan --format jsonl - > out 2> err || status=$?
    expect_status 0
    expect_summary documents 1
    printf '{"id":"x","text":"One two three."}\n{"id":"y","text":"One two three."}\n' |
        "$TWICETOLD" scan --format jsonl - > out 2> err || status=$?
    expect_status 0
    expect_summary documents 2
    expect_output '"relation":"exact"'
}

test_include_and_exclude() {
    pair_of in
    article 3 > in/notes.md
    mkdir in/drafts
    article 4 > in/drafts/c.txt
    twicetold scan --format jsonl --include '*.txt' --exclude 'drafts/**' in
    expect_status 0
    expect_summary documents 3
    twicetold scan --format jsonl --include '*.md' --include 'c.*' in
    expect_summary documents 2
}

canonical() { sed -n 's/.*"canonical":"\([^"]*\)".*/\1/p' out; }

test_prefer_overrides_the_canonical_choice() {
    pair_of in
    twicetold scan --format jsonl in
    other=a.txt
    [ "$(canonical)" = a.txt ] && other=b.txt
    twicetold scan --format jsonl --prefer $other in
    expect_status 0
    expect_silence
    [ "$(canonical)" = $other ] || fail "canonical is $(canonical), not $other"
}

test_official_decides_the_canonical_version() {
    pair_of in
    for name in a.txt b.txt; do
        twicetold scan --format jsonl --official $name in
        [ "$(canonical)" = $name ] || fail "canonical is $(canonical), not the official $name"
    done
}

test_metadata_is_joined_by_id() {
    pair_of in
    for first in a.txt b.txt; do
        printf 'id,published\na.txt,2024-03-05\nb.txt,2024-03-05\n' | sed "s/^$first,2024/$first,2023/" > meta.csv
        twicetold scan --format jsonl --meta meta.csv in
        expect_status 0
        expect_silence
        [ "$(canonical)" = $first ] || fail "canonical is $(canonical), not the earlier $first"
    done
    printf '{"id":"a.txt","tier":"agency"}\n{"id":"b.txt","tier":"official"}\n' > meta.jsonl
    twicetold scan --format jsonl --meta meta.jsonl in
    [ "$(canonical)" = b.txt ] || fail "canonical is $(canonical), not the official b.txt"
}

test_options_that_meet_nothing_are_noted() {
    pair_of in
    printf 'id,published\nz.txt,2024-03-05\n' > meta.csv
    twicetold scan --format jsonl --official 'x*' --prefer 'y*' --prefer a.txt --meta meta.csv in
    expect_status 0
    expect_error note --official "'x*'"
    expect_error note --prefer "'y*'"
    expect_error note --meta meta.csv
    expect_error_lines 3
    twicetold scan --format jsonl --quiet --official 'x*' in
    expect_silence
}

test_quiet_still_tells_faults() {
    pair_of in
    : > in/empty.txt
    twicetold scan --format jsonl --quiet in
    expect_status 0
    expect_error in/empty.txt skipped
    expect_error_lines 1
}

escape=$(printf '\033')

test_colours_only_when_wanted() {
    pair_of in
    twicetold scan in
    ! grep -q "$escape" out || fail "colours in a file"
    twicetold scan --color always in
    grep -q "$escape" out || fail "no colours with --color always"
    twicetold scan --color always --format jsonl in
    ! grep -q "$escape" out || fail "colours in JSONL"
}

on_terminal() { # on_terminal COMMAND: what a terminal would get, in ./seen
    command -v script > /dev/null || skip "no script(1)"
    script -qec "$1" /dev/null < /dev/null > seen 2>&1
}

test_colours_on_a_terminal() {
    pair_of in
    TERM=xterm
    export TERM
    on_terminal "'$TWICETOLD' scan --no-progress in"
    grep -q "$escape\\[[0-9;]*m" seen || fail "no colours on a terminal"
    on_terminal "NO_COLOR=1 '$TWICETOLD' scan --no-progress in"
    ! grep -q "$escape\\[[0-9;]*m" seen || fail "colours in spite of NO_COLOR"
    on_terminal "NO_COLOR= '$TWICETOLD' scan --no-progress in"
    grep -q "$escape\\[[0-9;]*m" seen || fail "an empty NO_COLOR counts"
    on_terminal "'$TWICETOLD' scan --no-progress --color never in"
    ! grep -q "$escape\\[[0-9;]*m" seen || fail "colours in spite of --color never"
    on_terminal "TERM=dumb '$TWICETOLD' scan --no-progress in"
    ! grep -q "$escape\\[[0-9;]*m" seen || fail "colours on a dumb terminal"
}

test_progress_on_a_terminal_alone() {
    pair_of in
    twicetold scan --format jsonl in
    expect_silence
    on_terminal "'$TWICETOLD' scan --format jsonl --output results in"
    grep -q reading seen || fail "no progress on a terminal"
    tail -c 4 seen | grep -q "$escape\\[K" || fail "the progress line was not erased"
    on_terminal "'$TWICETOLD' scan --format jsonl --output results --no-progress in"
    [ ! -s seen ] || fail "progress in spite of --no-progress"
    on_terminal "'$TWICETOLD' scan --format jsonl --output results --quiet in"
    [ ! -s seen ] || fail "progress in spite of --quiet"
}

test_the_width_of_the_text_form() {
    for width in 60 120; do
        twicetold scan --width $width "$FIXTURES/archive/official"
        expect_status 0
    done
}

test_stats_go_to_standard_error_and_change_no_byte_of_the_data() {
    pair_of in
    twicetold scan --format jsonl in
    timeless out > plain
    twicetold scan --format jsonl --stats in
    expect_status 0
    timeless out | cmp -s - plain || fail "--stats changes the data"
    expect_error_lines 1
    expect_error '{"type":"stats","threads":' '"phase":"verify"' '"documents":3,' '"reported":1,'
    twicetold scan --quiet --stats in
    expect_status 0
    expect_error 'stage           wall       CPU      memory'
    expect_error '3 documents ('
    expect_error 'Verified: 1 reported'
}

test_counts_of_stats_do_not_depend_on_threads() {
    twicetold scan --format jsonl --stats --threads 1 "$FIXTURES/archive"
    sed 's/.*"documents"/"documents"/; s/"texts_analysed_again":[0-9]*//' err > one
    twicetold scan --format jsonl --stats --threads 4 "$FIXTURES/archive"
    sed 's/.*"documents"/"documents"/; s/"texts_analysed_again":[0-9]*//' err | cmp -s - one || fail "counts differ"
}
