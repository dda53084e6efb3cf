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

TWT_SUITE("io_writer_checks", an_explanation_in_json_has_every_check, a_rule_without_a_way_that_is_met_does_not_hold,
          an_explanation_for_people_names_ways_only_where_there_are_some, csv_has_no_rows_for_an_explanation)
