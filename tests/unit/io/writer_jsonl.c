#include <jansson.h>
#include <locale.h>
#include <math.h>

#include "writer_support.h"

static const twt_verdict rewritten = {.relation = TWT_RELATION_REWRITTEN,
                                      .confidence = .98,
                                      .jaccard = 0.39296,
                                      .containment = {0.58, 0.575},
                                      .coverage = {1, 0.98765},
                                      .machine_signs = TWT_SIGNS_STRONG,
                                      .first = TWT_FIRST_B,
                                      .first_confidence = TWT_CONFIDENCE_LIKELY};
static const twt_reason reasons[] = {{.code = TWT_REASON_REWORDED, .value = 12.5},
                                     {.code = TWT_REASON_SIGN_NAMES, .value = .5, .a = {4, 17}, .b = {4, 14}}};
static const twt_document documents[] = {
    {.id = "one.txt", .text = "The Harbour Trust met.", .text_len = 22},
    {.id = "two.txt", .text = "The Port Trust met on Sunday.", .text_len = 29},
    {.id = "three.txt", .text = "Nothing.", .text_len = 8},
};

static const char *reasons_json(size_t count, bool are_quoting)
{
    static char array[1 << 12];
    json_t *sentences = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(sentences, json_string(sentence_of(&reasons[i], are_quoting ? &documents[0] : NULL,
                                                                 are_quoting ? &documents[1] : NULL)));
    char *dumped = json_dumps(sentences, JSON_COMPACT);
    snprintf(array, sizeof array, "%s", dumped);
    free(dumped);
    json_decref(sentences);
    return array;
}

static void expect(twt_writer *writer, const char *format, const char *inserted)
{
    static char expected[1 << 14];
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    snprintf(expected, sizeof expected, format, inserted);
#pragma GCC diagnostic pop
    ck_assert_str_eq(written(writer), expected);
}

START_TEST(a_pair_has_the_shape_of_the_contract)
{
    const twt_pair pair = {0, 1, rewritten, reasons, 2};
    twt_writer *writer = new_writer(TWT_FORMAT_JSONL, documents, 3);
    ck_assert_int_eq(twt_writer_pair(writer, &pair), TWT_OK);
    expect(writer,
           "{\"type\":\"pair\",\"a\":\"one.txt\",\"b\":\"two.txt\",\"relation\":\"rewritten\",\"confidence\":0.98,"
           "\"jaccard\":0.3930,"
           "\"containment\":[0.5800,0.5750],\"coverage\":[1.0000,0.9877],\"first\":\"b\","
           "\"first_confidence\":\"likely\",\"machine_signs\":\"strong\",\"reasons\":%s,"
           "\"evidence\":[{\"reason\":\"reworded\",\"value\":12.5000},"
           "{\"reason\":\"sign_names\",\"value\":0.5000,\"a\":[4,17],\"b\":[4,14]}]}\n",
           reasons_json(2, true));
}
END_TEST

START_TEST(a_cluster_has_the_shape_of_the_contract_and_counts_from_1)
{
    const twt_member members[] = {{1, TWT_RELATION_EXACT, 1, true}, {0, TWT_RELATION_REWRITTEN, .39296, true}};
    const twt_cluster cluster = {1, members, 2, .39296, reasons, 1};
    twt_writer *writer = new_writer(TWT_FORMAT_JSONL, documents, 3);
    ck_assert_int_eq(twt_writer_cluster(writer, 0, &cluster), TWT_OK);
    expect(writer,
           "{\"type\":\"cluster\",\"cluster\":1,\"canonical\":\"two.txt\",\"reasons\":%s,\"members\":["
           "{\"id\":\"two.txt\",\"relation\":\"exact\",\"jaccard\":1.0000},"
           "{\"id\":\"one.txt\",\"relation\":\"rewritten\",\"jaccard\":0.3930}]}\n",
           reasons_json(1, false));
}
END_TEST

START_TEST(an_end_of_a_link_is_a_number_or_an_id)
{
    const twt_link links[] = {{{true, 0}, {true, 11}, TWT_RELATION_UPDATED},
                              {{false, 2}, {true, 0}, TWT_RELATION_EXCERPT},
                              {{false, 2}, {false, 1}, TWT_RELATION_PARTIAL}};
    twt_writer *writer = new_writer(TWT_FORMAT_JSONL, documents, 3);
    for (size_t i = 0; i < 3; i++)
        ck_assert_int_eq(twt_writer_link(writer, &links[i]), TWT_OK);
    ck_assert_str_eq(written(writer), "{\"type\":\"link\",\"from\":1,\"to\":12,\"relation\":\"updated\"}\n"
                                      "{\"type\":\"link\",\"from\":\"three.txt\",\"to\":1,\"relation\":\"excerpt\"}\n"
                                      "{\"type\":\"link\",\"from\":\"three.txt\",\"to\":\"two.txt\","
                                      "\"relation\":\"partial\"}\n");
}
END_TEST

START_TEST(the_summary_ends_with_the_seconds)
{
    const twt_summary summary = {.documents = 5,
                                 .bytes = UINT64_MAX,
                                 .skipped = 2,
                                 .candidates = 9,
                                 .pairs = 3,
                                 .clusters = 1,
                                 .clustered_documents = 2,
                                 .links = 4,
                                 .seconds = 1.23456};
    twt_writer *writer = new_writer(TWT_FORMAT_JSONL, NULL, 0);
    ck_assert_int_eq(twt_writer_summary(writer, &summary), TWT_OK);
    ck_assert_str_eq(
        written(writer),
        "{\"type\":\"summary\",\"documents\":5,\"bytes\":18446744073709551615,\"clusters\":1,\"skipped\":2,"
        "\"candidates\":9,\"pairs\":3,\"clustered_documents\":2,\"links\":4,\"seconds\":1.235}\n");
}
END_TEST

START_TEST(a_comparison_is_a_pair_with_passages_and_changes)
{
    const twt_passage passages[] = {{{0, 22}, {0, 19}, TWT_PASSAGE_EDITED}, {{4, 17}, {4, 14}, TWT_PASSAGE_MOVED}};
    const twt_change changes[] = {{TWT_CHANGE_NAME, {4, 11}, {4, 8}}, {TWT_CHANGE_FUNCTION, {21, 21}, {18, 20}}};
    const twt_comparison comparison = {.verdict = rewritten,
                                       .reasons = reasons,
                                       .reason_count = 2,
                                       .passages = passages,
                                       .passage_count = 2,
                                       .changes = changes,
                                       .change_count = 2};
    const twt_analysis empty = {0};
    twt_writer *writer = new_writer(TWT_FORMAT_JSONL, NULL, 0);
    ck_assert_int_eq(twt_writer_comparison(writer, "17", &documents[0], &documents[1], &empty, &empty, &comparison),
                     TWT_OK);
    expect(
        writer,
        "{\"type\":\"pair\",\"id\":\"17\",\"a\":\"one.txt\",\"b\":\"two.txt\",\"relation\":\"rewritten\","
        "\"confidence\":0.98,"
        "\"jaccard\":0.3930,\"containment\":[0.5800,0.5750],\"coverage\":[1.0000,0.9877],\"first\":\"b\","
        "\"first_confidence\":\"likely\",\"machine_signs\":\"strong\",\"reasons\":%s,"
        "\"evidence\":[{\"reason\":\"reworded\",\"value\":12.5000},"
        "{\"reason\":\"sign_names\",\"value\":0.5000,\"a\":[4,17],\"b\":[4,14]}],"
        "\"passages\":[{\"a\":[0,22],\"b\":[0,19],\"kind\":\"edited\"},{\"a\":[4,17],\"b\":[4,14],\"kind\":\"moved\"}],"
        "\"changes\":[{\"kind\":\"name\",\"a\":\"Harbour\",\"b\":\"Port\",\"a_at\":[4,11],\"b_at\":[4,8]},"
        "{\"kind\":\"word\",\"a\":\"\",\"b\":\" o\",\"a_at\":[21,21],\"b_at\":[18,20]}]}\n",
        reasons_json(2, true));
}
END_TEST

START_TEST(a_comparison_without_id_and_evidence_still_has_its_arrays)
{
    const twt_comparison comparison = {.verdict = {.relation = TWT_RELATION_UNRELATED, .confidence = .93}};
    const twt_analysis empty = {0};
    twt_writer *writer = new_writer(TWT_FORMAT_JSONL, NULL, 0);
    ck_assert_int_eq(twt_writer_comparison(writer, NULL, &documents[0], &documents[1], &empty, &empty, &comparison),
                     TWT_OK);
    ck_assert_str_eq(
        written(writer),
        "{\"type\":\"pair\",\"a\":\"one.txt\",\"b\":\"two.txt\",\"relation\":\"unrelated\",\"confidence\":0.93,"
        "\"jaccard\":0.0000,"
        "\"containment\":[0.0000,0.0000],\"coverage\":[0.0000,0.0000],\"first\":\"unknown\","
        "\"first_confidence\":\"unknown\",\"machine_signs\":\"none\",\"reasons\":[],\"evidence\":[],"
        "\"passages\":[],\"changes\":[]}\n");
}
END_TEST

/* ---- strings --------------------------------------------------------------------------------------------- */

static json_t *linked_id(const char *id)
{
    const twt_document hostile[] = {document_of(id, "")};
    const twt_link link = {{false, 0}, {true, 0}, TWT_RELATION_PARTIAL};
    twt_writer *writer = new_writer(TWT_FORMAT_JSONL, hostile, 1);
    ck_assert_int_eq(twt_writer_link(writer, &link), TWT_OK);
    json_t *record = json_loads(written(writer), 0, NULL);
    ck_assert_ptr_nonnull(record);
    return record;
}

START_TEST(every_code_point_comes_back_from_a_json_reader)
{
    for (uint32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 251) {
        char id[8];
        json_t *wanted = NULL;
        size_t len = 0;
        if (c < 0x80) {
            id[len++] = (char)c;
        } else {
            if (c >= 0xD800 && c <= 0xDFFF)
                continue;
            if (c >= 0x10000) {
                id[len++] = (char)(0xF0 | c >> 18);
                id[len++] = (char)(0x80 | (c >> 12 & 0x3F));
            } else if (c >= 0x800) {
                id[len++] = (char)(0xE0 | c >> 12);
            }
            id[len++] = (char)(c >= 0x800 ? 0x80 | (c >> 6 & 0x3F) : 0xC0 | c >> 6);
            id[len++] = (char)(0x80 | (c & 0x3F));
        }
        id[len++] = 'z';
        id[len] = '\0';
        wanted = json_string(id);
        json_t *record = linked_id(id);
        ck_assert_msg(json_equal(json_object_get(record, "from"), wanted), "U+%04X", c);
        json_decref(record);
        json_decref(wanted);
    }
}
END_TEST

START_TEST(controls_and_line_separators_never_come_out_raw)
{
    json_decref(linked_id("\x1b[2Ja\"\\\b\n\x7f\xC2\x9B\xE2\x80\xA8\xE2\x80\xAE b"));
    ck_assert_str_eq(sunk.bytes,
                     "{\"type\":\"link\",\"from\":\"\\u001b[2Ja\\\"\\\\\\u0008\\n\\u007f\\u009b\\u2028\\u202e b\","
                     "\"to\":1,\"relation\":\"partial\"}\n");
}
END_TEST

START_TEST(malformed_utf8_becomes_the_replacement_character)
{
    json_t *record = linked_id("a\xFF\xC3(\xED\xA0\x80z\xE2\x82");
    ck_assert_str_eq(json_string_value(json_object_get(record, "from")),
                     "a\xEF\xBF\xBD\xEF\xBF\xBD(\xEF\xBF\xBD"
                     "\xEF\xBF\xBD\xEF\xBF\xBDz\xEF\xBF\xBD\xEF\xBF\xBD");
    json_decref(record);
}
END_TEST

/* ---- numbers --------------------------------------------------------------------------------------------- */

static double jaccard_of(double jaccard, char digits[64])
{
    const twt_member member = {0, TWT_RELATION_EXACT, jaccard, true};
    const twt_cluster cluster = {0, &member, 1, 0, NULL, 0};
    twt_writer *writer = new_writer(TWT_FORMAT_JSONL, documents, 3);
    ck_assert_int_eq(twt_writer_cluster(writer, 0, &cluster), TWT_OK);
    const char *at = strstr(written(writer), "\"jaccard\":") + 10;
    snprintf(digits, 64, "%.*s", (int)strcspn(at, "}"), at);
    return strtod(digits, NULL);
}

START_TEST(numbers_have_four_decimals_and_are_rounded)
{
    static const struct {
        double number;
        const char *digits;
    } cases[] = {{0, "0.0000"},
                 {1, "1.0000"},
                 {.00004, "0.0000"},
                 {.00005, "0.0001"},
                 {.99994, "0.9999"},
                 {.99996, "1.0000"},
                 {1. / 3, "0.3333"},
                 {-1, "0.0000"},
                 {NAN, "0.0000"},
                 {1234.5, "1234.5000"},
                 {INFINITY, "900000000000000.0000"}};
    char digits[64];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        jaccard_of(cases[i].number, digits);
        ck_assert_str_eq(digits, cases[i].digits);
    }
    for (unsigned i = 0; i <= 1000; i++)
        ck_assert_double_eq_tol(jaccard_of(i / 1000., digits), i / 1000., 1e-12);
}
END_TEST

START_TEST(a_locale_with_a_decimal_comma_changes_nothing)
{
    static const char *const names[] = {"de_DE.UTF-8", "de_DE", "fr_FR.UTF-8", "C.UTF-8"};
    for (size_t i = 0; i < sizeof names / sizeof *names && !setlocale(LC_ALL, names[i]); i++)
        continue;
    char digits[64];
    jaccard_of(.25, digits);
    ck_assert_str_eq(digits, "0.2500");
    setlocale(LC_ALL, "C");
}
END_TEST

TWT_SUITE("io_writer_jsonl", a_pair_has_the_shape_of_the_contract,
          a_cluster_has_the_shape_of_the_contract_and_counts_from_1, an_end_of_a_link_is_a_number_or_an_id,
          the_summary_ends_with_the_seconds, a_comparison_is_a_pair_with_passages_and_changes,
          a_comparison_without_id_and_evidence_still_has_its_arrays, every_code_point_comes_back_from_a_json_reader,
          controls_and_line_separators_never_come_out_raw, malformed_utf8_becomes_the_replacement_character,
          numbers_have_four_decimals_and_are_rounded, a_locale_with_a_decimal_comma_changes_nothing)
