# Wrong usage: one clear line with a hint, exit status 2, nothing done.

expect_usage() { # expect_usage WORDS... -- ARGUMENTS...
    words=
    while [ "$1" != -- ]; do words="$words $1" && shift; done
    shift
    twicetold "$@"
    expect_status 2
    expect_no_output
    expect_error_lines 1
    # shellcheck disable=SC2086
    expect_error "twicetold help" $words
}

test_no_command() { expect_usage command --; }
test_an_unknown_command_with_a_hint() { expect_usage scam scan -- scam .; }
test_a_command_of_later_days() { expect_usage index unknown -- index query; }
test_an_unknown_option_with_a_hint() { expect_usage --thread --threads -- scan --thread 2 .; }
test_a_misspelt_option_with_a_hint() { expect_usage --fromat --format -- scan --fromat=jsonl .; }
test_an_option_far_from_all_others() { expect_usage --frobnicate unknown -- scan --frobnicate .; }
test_options_are_not_abbreviated() { expect_usage --form --format -- scan --form jsonl .; }
test_an_unknown_letter() { expect_usage -x unknown -- scan -x .; }
test_an_option_of_the_other_command() { expect_usage --kernel scan compare -- compare --kernel scalar a b; }
test_an_unknown_option_before_the_command() { expect_usage --verbose unknown -- --verbose scan .; }
test_a_value_left_out() { expect_usage --threads N -- scan . --threads; }
test_a_value_too_many() { expect_usage --strict value -- scan --strict=yes .; }
test_no_threads() { expect_usage --threads "'0'" 1024 -- scan --threads 0 .; }
test_a_million_threads() { expect_usage --threads 1024 -- scan --threads 1000000 .; }
test_threads_over_any_number() { expect_usage --threads 1024 -- scan --threads 99999999999999999999999 .; }
test_threads_below_nothing() { expect_usage --threads 1024 -- scan --threads=-1 .; }
test_threads_that_are_no_number() { expect_usage --threads 1024 -- scan --threads 2x .; }
test_an_unknown_format() { expect_usage --format xml jsonl -- scan --format xml .; }
test_an_unknown_kernel() { expect_usage --kernel mmx scalar -- scan --kernel mmx .; }
test_an_unknown_colour() { expect_usage --color -- scan --color maybe .; }
test_a_width_too_small() { expect_usage --width 40 -- scan --width 39 .; }
test_an_empty_glob() { expect_usage --include -- scan --include '' .; }
test_scan_of_nothing() { expect_usage scan PATH -- scan; }
test_compare_of_one() { expect_usage compare two -- compare a; }
test_compare_of_three() { expect_usage compare two -- compare a b c; }
test_an_explanation_as_csv() { expect_usage --explain csv -- compare --explain --format csv a b; }
test_an_explanation_with_a_value() { expect_usage --explain value -- compare --explain=yes a b; }
test_one_id_to_explain() { expect_usage --explain "ID ID" -- scan --explain a; }
test_an_id_explained_with_itself() { expect_usage --explain two -- scan --explain a a .; }
test_an_empty_id_to_explain() { expect_usage --explain "an id" -- scan --explain a '' .; }
test_a_scan_explained_as_csv() { expect_usage --explain csv -- scan --format csv --explain a b .; }
test_ids_to_explain_that_nobody_has() {
    article 1 > a.txt
    expect_usage --explain "'nosuch.txt'" -- scan --explain a.txt nosuch.txt a.txt
}
test_stats_of_a_comparison() { expect_usage --stats scan -- compare --stats a b; }
test_pairs_and_files() { expect_usage --pairs -- compare --pairs p.jsonl a b; }
test_both_sides_from_standard_input() { expect_usage standard -- compare - -; }
test_help_for_nothing_known() { expect_usage scna scan -- help scna; }

test_a_kernel_that_this_machine_lacks() {
    article 1 > a.txt
    for kernel in neon avx512; do
        twicetold scan --kernel $kernel a.txt
        [ "$status" -eq 1 ] && expect_error "--kernel $kernel" "not supported" && return
    done
    fail "a CPU with both neon and avx512?"
}

test_two_dashes_end_the_options() {
    article 1 > ./--strict
    twin 1 > b.txt
    twicetold scan --format jsonl -- --strict b.txt
    expect_status 0
    expect_summary documents 2
}

test_options_behind_operands() {
    article 1 > a.txt
    twicetold scan a.txt --format=jsonl
    expect_status 0
    expect_summary documents 1
}

test_the_last_option_counts() {
    article 1 > a.txt
    twicetold scan a.txt --format csv --format jsonl --threads 3 --threads 1
    expect_status 0
    expect_summary documents 1
}
