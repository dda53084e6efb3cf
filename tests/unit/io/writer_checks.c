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
                           "    either\n"
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
    {TWT_RULE_COMMON, 1, 1, TWT_MEASURE_LONGEST_RUN, TWT_UNDER, 9, 12, true},
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
                         .first_copies = {1, 0},
                         .representatives = {0, 0},
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
    ck_assert_ptr_nonnull(strstr(line,
                                 "{\"type\":\"explanation\",\"a\":\"two.txt\",\"b\":\"copy.txt\",\"relation\":null,"
                                 "\"reported\":false,\"step\":\"recurring\",\"words\":[3,4],"
                                 "\"first_copies\":[\"two.txt\",\"one.txt\"],\"families\":900,"
                                 "\"representatives\":[\"one.txt\",\"one.txt\"],\"candidate\":true,"
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
        "a  two.txt, 3 words\nb  copy.txt, 4 words\nReported as partial.\n",
        "  one.txt stands for the family of a\n  one.txt has the words of b and stands for it\n  bands does not hold\n",
        "  the heaviest of 40 shared features\n    “harbour\\x1b t”: 6.13, in 2 families\n",
        "    “The”: 2.50, in 70 families: too many to count\n  a candidate by rare features, their families\n",
        "  common holds\n    yes  words of the longest run of equal words: 9, under 12\n",
        "recur in one source's documents: 0 bytes of a, 12 of b; without them the pair is",
        "  a is in cluster 2, of which two.txt is canonical\n  b is in no cluster\n",
        "  b and a's canonical version: partial\n  a link between them: partial\n"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        ck_assert_msg(strstr(text, lines[i]) != NULL, "no %s in %s", lines[i], text);
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

TWT_SUITE("io_writer_checks", an_account_in_json_has_every_field, an_account_for_people_says_where_the_pair_fell_out,
          an_account_of_documents_that_nobody_knows_is_refused, no_allocation_that_is_refused_leaves_half_an_account,
          an_explanation_in_json_has_every_check, a_rule_without_a_way_that_is_met_does_not_hold,
          an_explanation_for_people_names_ways_only_where_there_are_some, csv_has_no_rows_for_an_explanation)
