#include <jansson.h>

#include "writer_support.h"

/* Two clauses, the second of two ways, the second of which is met. */
static const twt_check checks[] = {
    {TWT_RULE_EXACT, 1, 1, TWT_MEASURE_SAME_WORDS, TWT_AT_LEAST, 0, 1, false},
    {TWT_RULE_REWRITTEN, 1, 1, TWT_MEASURE_ALIGNED_TOKENS, TWT_AT_LEAST, 75, 60, true},
    {TWT_RULE_REWRITTEN, 2, 1, TWT_MEASURE_MATCHED, TWT_UNDER, .7, .7, false},
    {TWT_RULE_REWRITTEN, 2, 2, TWT_MEASURE_ORDER_EVIDENCE, TWT_AT_MOST, -2.125, 4, true},
    {TWT_RULE_REWRITTEN, 2, 2, TWT_MEASURE_ORDER_SHARE, TWT_AT_MOST, -1e-9, .25, true},
};

static const char *told(twt_format format, const char *id, size_t count)
{
    twt_document a = document_of("one.txt", "x"), b = document_of("two \x1b.txt", "y");
    twt_writer *writer = new_writer(format, NULL, 0);
    ck_assert_int_eq(twt_writer_checks(writer, id, &a, &b, TWT_RELATION_REWRITTEN, checks, count), TWT_OK);
    return written(writer);
}

START_TEST(an_explanation_in_json_has_every_check)
{
    ck_assert_str_eq(
        told(TWT_FORMAT_JSONL, "7", 5),
        "{\"type\":\"explanation\",\"id\":\"7\",\"a\":\"one.txt\",\"b\":\"two \\u001b.txt\","
        "\"relation\":\"rewritten\",\"rules\":["
        "{\"rule\":\"exact\",\"holds\":false,\"checks\":["
        "{\"clause\":1,\"way\":1,\"measure\":\"same_words\",\"value\":0,\"sense\":\"at_least\",\"limit\":1,\"met\":"
        "false}"
        "]},{\"rule\":\"rewritten\",\"holds\":true,\"checks\":["
        "{\"clause\":1,\"way\":1,\"measure\":\"aligned_tokens\",\"value\":75,\"sense\":\"at_least\",\"limit\":60,"
        "\"met\":true},"
        "{\"clause\":2,\"way\":1,\"measure\":\"matched\",\"value\":0.700000,\"sense\":\"under\",\"limit\":0.700000,"
        "\"met\":false},"
        "{\"clause\":2,\"way\":2,\"measure\":\"order_evidence\",\"value\":-2.125000,\"sense\":\"at_most\","
        "\"limit\":4.000000,\"met\":true},"
        "{\"clause\":2,\"way\":2,\"measure\":\"order_share\",\"value\":0.000000,\"sense\":\"at_most\","
        "\"limit\":0.250000,\"met\":true}]}]}\n");
}
END_TEST

START_TEST(a_rule_without_a_way_that_is_met_does_not_hold)
{
    json_t *record = json_loads(told(TWT_FORMAT_JSONL, NULL, 3), 0, NULL);
    ck_assert_ptr_null(json_object_get(record, "id"));
    json_t *rules = json_object_get(record, "rules");
    ck_assert_uint_eq(json_array_size(rules), 2);
    ck_assert(json_is_false(json_object_get(json_array_get(rules, 1), "holds")));
    json_decref(record);
}
END_TEST

START_TEST(an_explanation_for_people_names_ways_only_where_there_are_some)
{
    const char *text = told(TWT_FORMAT_TEXT, NULL, 5);
    ck_assert_str_eq(text, "Rules in the order of asking; the first relation that holds is the verdict\n"
                           "  exact does not hold\n"
                           "    no   the words are the same: 0, at least 1\n"
                           "  rewritten holds\n"
                           "    yes  aligned words: 75, at least 60\n"
                           "    and either\n"
                           "      no   equal words, of the aligned: 0.700, under 0.700\n"
                           "    or\n"
                           "      yes  order and likeness of the words together: -2.13, at most 4.00\n"
                           "      yes  words in the same order, beyond chance: 0.000, at most 0.250\n"
                           "  so the verdict is rewritten\n");
    ck_assert_terminal_safe(text, false);
}
END_TEST

START_TEST(csv_has_no_rows_for_an_explanation)
{
    twt_document a = document_of("one.txt", "x");
    twt_writer *writer = new_writer(TWT_FORMAT_CSV, NULL, 0);
    ck_assert_int_eq(twt_writer_checks(writer, NULL, &a, &a, TWT_RELATION_EXACT, checks, 1), TWT_ERROR_UNSUPPORTED);
    twt_writer_free(writer);
}
END_TEST

/* ---- of a scan ------------------------------------------------------------------------------------------- */

static const twt_check sieve_checks[] = {
    {TWT_RULE_BANDS, 1, 1, TWT_MEASURE_SHARED_BANDS, TWT_AT_LEAST, 0, 1, false},
    {TWT_RULE_RARE, 1, 1, TWT_MEASURE_RARE_WEIGHT, TWT_AT_LEAST, 31.5, 10, true},
    {TWT_RULE_RARE, 1, 1, TWT_MEASURE_RARE_SHARE, TWT_AT_LEAST, .25, .018, true},
    {TWT_RULE_RARE, 1, 2, TWT_MEASURE_FAMILIES, TWT_AT_MOST, 900, 64, false},
    {TWT_RULE_EXACT, 1, 1, TWT_MEASURE_SAME_WORDS, TWT_AT_LEAST, 0, 1, false},
    {TWT_RULE_FORMULA, 1, 1, TWT_MEASURE_RARE_SHARE, TWT_UNDER, .05, .06, true},
};
static const twt_shared_feature features[] = {{{4, 14}, 2, 6.125, true}, {{0, 3}, 70, 2.5, false}};
static const twt_link link_of_both = {{true, 1}, {false, 1}, TWT_RELATION_PARTIAL};
static const twt_document three[] = {{.id = "one.txt", .text = "The harbour\x1b trust", .text_len = 18},
                                     {.id = "two.txt", .text = "A port trust", .text_len = 12},
                                     {.id = "copy.txt", .text = "The harbour\x1b trust.", .text_len = 19}};

static twt_account account_of(twt_step step)
{
    return (twt_account){.documents = {1, 2},
                         .words = {3, 4},
                         .step = step,
                         .relation = step == TWT_STEP_REPORTED ? TWT_RELATION_PARTIAL : TWT_RELATION_UNRELATED,
                         .confidence = step == TWT_STEP_REPORTED ? .71 : 0,
                         .first_copies = {1, 0},
                         .representatives = {0, 0},
                         .hubs = {TWT_NO_NUMBER, TWT_NO_NUMBER},
                         .family_count = 900,
                         .features = features,
                         .feature_count = 2,
                         .shared_features = 40,
                         .is_candidate = step > TWT_STEP_CANDIDATE,
                         .channels = step > TWT_STEP_CANDIDATE ? TWT_CHANNEL_RARE | TWT_CHANNEL_FAMILY : 0,
                         .verified = TWT_RELATION_PARTIAL,
                         .masked_bytes = {0, 12},
                         .masked = TWT_RELATION_RELATED,
                         .checks = sieve_checks,
                         .check_count = 6,
                         .clusters = {1, TWT_NO_NUMBER},
                         .canonicals = {1, TWT_NO_NUMBER},
                         .to_other = {TWT_RELATION_UNRELATED, TWT_RELATION_PARTIAL},
                         .link = &link_of_both};
}

static const char *account_told(twt_format format, const twt_account *account)
{
    twt_writer *writer = new_writer(format, three, 3);
    ck_assert_int_eq(twt_writer_account(writer, account), TWT_OK);
    return written(writer);
}

START_TEST(an_account_in_json_has_every_field)
{
    twt_account account = account_of(TWT_STEP_RECURRING);
    const char *line = account_told(TWT_FORMAT_JSONL, &account);
    ck_assert_ptr_nonnull(strstr(
        line, "{\"type\":\"explanation\",\"a\":\"two.txt\",\"b\":\"copy.txt\",\"relation\":null,\"confidence\":null,"
              "\"reported\":false,\"step\":\"recurring\",\"words\":[3,4],"
              "\"first_copies\":[\"two.txt\",\"one.txt\"],\"families\":900,"
              "\"representatives\":[\"one.txt\",\"one.txt\"],\"hubs\":[null,null],\"candidate\":true,\"spared\":false,"
              "\"channels\":[\"rare\",\"family\"],\"verified\":\"partial\","
              "\"masked\":{\"bytes\":[0,12],\"relation\":\"related\"},\"rules\":["));
    ck_assert_ptr_nonnull(strstr(
        line, "\"shared_features\":40,\"features\":["
              "{\"words\":\"harbour\\u001b t\",\"families\":2,\"weight\":6.1250,\"counted\":true},"
              "{\"words\":\"The\",\"families\":70,\"weight\":2.5000,\"counted\":false}],"
              "\"clusters\":[2,null],\"canonicals\":[\"two.txt\",null],\"to_other_canonical\":[null,\"partial\"],"
              "\"link\":\"partial\"}\n"));
    json_t *record = json_loads(line, 0, NULL);
    ck_assert_uint_eq(json_array_size(json_object_get(record, "rules")), 4);
    json_decref(record);
}
END_TEST

START_TEST(an_account_for_people_says_where_the_pair_fell_out)
{
    for (int step = TWT_STEP_WORDS; step <= TWT_STEP_REPORTED; step++) {
        twt_account account = account_of((twt_step)step);
        const char *text = account_told(TWT_FORMAT_TEXT, &account);
        ck_assert_terminal_safe(text, false);
        ck_assert((strstr(text, "Not reported") == NULL) == (step == TWT_STEP_REPORTED));
        ck_assert((strstr(text, "Verification") == NULL) == (step == TWT_STEP_WORDS));
        ck_assert((strstr(text, "what verification would have said") != NULL) == (step == TWT_STEP_CANDIDATE));
    }
    twt_account account = account_of(TWT_STEP_REPORTED);
    const char *text = account_told(TWT_FORMAT_TEXT, &account);
    static const char *const lines[] = {
        "a  two.txt, 3 words\nb  copy.txt, 4 words\nReported as partial, confidence 71 %.\n",
        "  one.txt stands for the family of a\n  one.txt has the words of b and stands for it\n  bands does not hold\n",
        "  the heaviest of 40 shared features\n    “harbour\\x1b t”: 6.13, in 2 families\n",
        "    “The”: 2.50, in 70 families: too many to count\n  a candidate by rare features, their families\n",
        "  formula holds\n    yes  weight shared, of what could be: 0.050, under 0.060\n",
        "recur in many documents: 0 bytes of a, 12 of b; without them the pair is",
        "  a is in cluster 2, of which two.txt is canonical\n  b is in no cluster\n",
        "  b and a's canonical version: partial\n  a link between them: partial\n"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        ck_assert_msg(strstr(text, lines[i]) != NULL, "no %s in %s", lines[i], text);
}
END_TEST

START_TEST(two_that_many_are_like_are_told_whom_they_were_held_against)
{
    twt_account account = account_of(TWT_STEP_CANDIDATE);
    account.hubs[0] = account.hubs[1] = 0;
    const char *text = account_told(TWT_FORMAT_TEXT, &account);
    ck_assert_ptr_null(strstr(text, "never became a candidate"));
    ck_assert_ptr_nonnull(strstr(text, "Not held against each other"));
    ck_assert_ptr_nonnull(strstr(text, "  many are like one.txt: each is held against it"));
    text = account_told(TWT_FORMAT_JSONL, &account);
    ck_assert_ptr_nonnull(strstr(text, "\"hubs\":[\"one.txt\",\"one.txt\"]"));
    account.hubs[1] = 1;
    ck_assert_ptr_nonnull(strstr(account_told(TWT_FORMAT_TEXT, &account), "never became a candidate"));
    account.is_spared = true;
    ck_assert_ptr_nonnull(strstr(account_told(TWT_FORMAT_TEXT, &account), "that stand for their families show no"));
}
END_TEST

START_TEST(an_account_of_documents_that_nobody_knows_is_refused)
{
    twt_writer *writer = new_writer(TWT_FORMAT_JSONL, three, 2);
    twt_account account = account_of(TWT_STEP_REPORTED);
    ck_assert_int_eq(twt_writer_account(writer, &account), TWT_ERROR_ARGUMENT);
    twt_writer_free(writer);
    writer = new_writer(TWT_FORMAT_CSV, three, 3);
    ck_assert_int_eq(twt_writer_account(writer, &account), TWT_ERROR_UNSUPPORTED);
    twt_writer_free(writer);
}
END_TEST

START_TEST(no_allocation_that_is_refused_leaves_half_an_account)
{
    twt_account account = account_of(TWT_STEP_REPORTED);
    static const twt_format formats[] = {TWT_FORMAT_TEXT, TWT_FORMAT_JSONL};
    for (size_t f = 0; f < 2; f++)
        for (size_t n = 1;; n++) {
            twt_writer *writer = new_writer(formats[f], three, 3);
            failing_alloc_arm(n);
            twt_status status = twt_writer_account(writer, &account);
            bool was_refused = failing_alloc_disarm();
            ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
            const char *text = written(writer);
            ck_assert((*text == '\0') == was_refused);
            if (!was_refused)
                break;
        }
}
END_TEST

/* ---- statistics ------------------------------------------------------------------------------------------ */

static twt_stats some_stats(void)
{
    twt_stats stats = {.text_cpu_seconds = .25,
                       .threads = 2,
                       .documents = 3,
                       .bytes = 2500,
                       .words = 400,
                       .features = 900,
                       .copies = 1,
                       .families = 2,
                       .candidates = 50,
                       .candidates_by = {10, 45, 2, 6},
                       .verify = {.ended_at = {[TWT_STEP_VERIFY] = 40, [TWT_STEP_COMMON] = 3, [TWT_STEP_REPORTED] = 7},
                                  .weakened = 1,
                                  .texts = 12},
                       .spilled_bytes = 4000,
                       .clusters = 1,
                       .largest_cluster = 3,
                       .links = 1};
    for (int phase = 0; phase < TWT_PHASES; phase++)
        stats.phases[phase] = (twt_phase_cost){.5 * phase, .25 * phase, 1000000 * (uint64_t)phase};
    return stats;
}

static const char *stats_told(twt_format format)
{
    twt_stats stats = some_stats();
    twt_writer *writer = new_writer(format, NULL, 0);
    ck_assert_int_eq(twt_writer_stats(writer, &stats), TWT_OK);
    return written(writer);
}

START_TEST(statistics_in_json_have_every_phase_and_count)
{
    json_t *record = json_loads(stats_told(TWT_FORMAT_JSONL), 0, NULL);
    ck_assert_str_eq(json_string_value(json_object_get(record, "type")), "stats");
    json_t *phases = json_object_get(record, "phases");
    ck_assert_uint_eq(json_array_size(phases), TWT_PHASES);
    for (int phase = 0; phase < TWT_PHASES; phase++) {
        json_t *one = json_array_get(phases, (size_t)phase);
        ck_assert_str_eq(json_string_value(json_object_get(one, "phase")), twt_phase_name((twt_phase)phase));
        ck_assert_double_eq(json_number_value(json_object_get(one, "wall_seconds")), .5 * phase);
        ck_assert_double_eq(json_number_value(json_object_get(one, "cpu_seconds")), .25 * phase);
        ck_assert_int_eq(json_integer_value(json_object_get(one, "peak_bytes")), 1000000 * phase);
    }
    static const struct {
        const char *name;
        int value;
    } counts[] = {{"threads", 2},          {"documents", 3}, {"bytes", 2500},   {"words", 400},
                  {"wordless", 0},         {"copies", 1},    {"features", 900}, {"families", 2},
                  {"candidates", 50},      {"no_reuse", 40}, {"common", 3},     {"recurring", 0},
                  {"reported", 7},         {"weakened", 1},  {"masked", 0},     {"texts_analysed_again", 12},
                  {"spilled_bytes", 4000}, {"clusters", 1},  {"links", 1},      {"largest_cluster", 3}};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        ck_assert_msg(json_integer_value(json_object_get(record, counts[i].name)) == counts[i].value, "%s",
                      counts[i].name);
    ck_assert_int_eq(json_integer_value(json_object_get(json_object_get(record, "candidates_by"), "rare")), 45);
    ck_assert_int_eq(json_integer_value(json_object_get(json_object_get(record, "candidates_by"), "short")), 6);
    json_decref(record);
}
END_TEST

START_TEST(statistics_for_people_are_a_table_and_rates)
{
    const char *text = stats_told(TWT_FORMAT_TEXT);
    ck_assert_terminal_safe(text, false);
    static const char *const lines[] = {
        "  stage           wall       CPU      memory\n",  "  analyse        0.500     0.250      1.0 MB\n",
        "  verify         3.000     1.500      6.0 MB\n",  "; 4.0 kB",
        "50 candidates: 10 by bands, 45 by rare features", "33 pairs a CPU second, 30000.0 µs a pair.\n",
        "1 cluster, 3 documents in the largest, 1 link.\n"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        ck_assert_msg(strstr(text, lines[i]) != NULL, "no %s in %s", lines[i], text);
}
END_TEST

START_TEST(csv_has_no_rows_for_statistics)
{
    twt_stats stats = some_stats();
    twt_writer *writer = new_writer(TWT_FORMAT_CSV, NULL, 0);
    ck_assert_int_eq(twt_writer_stats(writer, &stats), TWT_ERROR_UNSUPPORTED);
    twt_writer_free(writer);
}
END_TEST

TWT_SUITE("io_writer_checks", statistics_in_json_have_every_phase_and_count,
          statistics_for_people_are_a_table_and_rates, csv_has_no_rows_for_statistics,
          an_account_in_json_has_every_field, an_account_for_people_says_where_the_pair_fell_out,
          two_that_many_are_like_are_told_whom_they_were_held_against,
          an_account_of_documents_that_nobody_knows_is_refused, no_allocation_that_is_refused_leaves_half_an_account,
          an_explanation_in_json_has_every_check, a_rule_without_a_way_that_is_met_does_not_hold,
          an_explanation_for_people_names_ways_only_where_there_are_some, csv_has_no_rows_for_an_explanation)
