#include "writer_support.h"

#define HEADER                                                                                                         \
    "type,id,a,b,a_cluster,b_cluster,relation,confidence,jaccard,containment_a,containment_b,coverage_a,coverage_b,"   \
    "first,first_confidence,machine_signs,kind,a_begin,a_end,b_begin,b_end,a_words,b_words,reasons\r\n"

static const twt_verdict updated = {.relation = TWT_RELATION_UPDATED,
                                    .confidence = .97,
                                    .jaccard = 0.8,
                                    .containment = {0.9, 0.95},
                                    .coverage = {1, 1},
                                    .first = TWT_FIRST_A,
                                    .first_confidence = TWT_CONFIDENCE_CERTAIN};
static const twt_reason reasons[] = {{.code = TWT_REASON_NEW_FIGURES, .value = .5},
                                     {.code = TWT_REASON_COVERED, .value = 1, .a = {0, 5}}};
static const twt_document documents[] = {
    {.id = "one", .text = "=Five berths closed.", .text_len = 20},
    {.id = "two, \"final\"", .text = "-Six berths closed.", .text_len = 19},
};
static const twt_analysis empty;

static size_t cells_of(const char *line)
{
    size_t cells = 1;
    bool is_quoted = false;
    for (; is_quoted || (*line && *line != '\r'); line++) {
        is_quoted ^= *line == '"';
        cells += !is_quoted && *line == ',';
    }
    return cells;
}

static void expect(twt_writer *writer, const char *format, const char *first, const char *second)
{
    static char expected[1 << 14];
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    snprintf(expected, sizeof expected, format, first, second);
#pragma GCC diagnostic pop
    ck_assert_str_eq(written(writer), expected);
}

/* A sentence as it stands inside a quoted cell. */
static const char *cell_of(const twt_reason *reason, bool is_quoting)
{
    static char cells[2][2 * TWT_REASON_TEXT_MAX];
    static unsigned next;
    char *cell = cells[next++ % 2], *to = cell;
    const char *from = sentence_of(reason, is_quoting ? &documents[0] : NULL, is_quoting ? &documents[1] : NULL);
    for (; *from; from++) {
        if (*from == '"')
            *to++ = '"';
        *to++ = *from;
    }
    *to = '\0';
    return cell;
}

START_TEST(a_table_without_rows_still_has_its_header)
{
    const twt_summary summary = {.documents = 3};
    twt_writer *writer = new_writer(TWT_FORMAT_CSV, NULL, 0);
    ck_assert_int_eq(twt_writer_summary(writer, &summary), TWT_OK);
    ck_assert_str_eq(written(writer), HEADER);
    ck_assert_uint_eq(cells_of(HEADER), 24);
}
END_TEST

START_TEST(a_pair_is_a_row)
{
    const twt_pair pair = {0, 1, updated, reasons, 2};
    twt_writer *writer = new_writer(TWT_FORMAT_CSV, documents, 2);
    ck_assert_int_eq(twt_writer_pair(writer, &pair), TWT_OK);
    expect(writer,
           HEADER
           "pair,,\"one\",\"two, \"\"final\"\"\",,,updated,0.97,0.8000,0.9000,0.9500,1.0000,1.0000,a,certain,none"
           ",,,,,,,,\"%s | %s\"\r\n",
           cell_of(&reasons[0], true), cell_of(&reasons[1], true));
    ck_assert_uint_eq(cells_of(strchr(sunk.bytes, '\n') + 1), 24);
}
END_TEST

START_TEST(a_cluster_is_a_row_for_each_member_and_gives_its_reasons_once)
{
    const twt_member members[] = {{1, TWT_RELATION_EXACT, 1, true}, {0, TWT_RELATION_NOISY, .7, true}};
    const twt_cluster cluster = {1, members, 2, .7, reasons, 1};
    twt_writer *writer = new_writer(TWT_FORMAT_CSV, documents, 2);
    ck_assert_int_eq(twt_writer_cluster(writer, 4, &cluster), TWT_OK);
    expect(writer,
           HEADER "member,,\"two, \"\"final\"\"\",\"two, \"\"final\"\"\",5,5,exact,,1.0000,,,,,,,,,,,,,,,\"%s\"\r\n"
                  "member,,\"one\",\"two, \"\"final\"\"\",5,5,noisy,,0.7000,,,,,,,,,,,,,,,%s\r\n",
           cell_of(&reasons[0], false), "");
    const char *row = strchr(sunk.bytes, '\n') + 1;
    ck_assert_uint_eq(cells_of(row), 24);
    ck_assert_uint_eq(cells_of(strchr(row, '\n') + 1), 24);
}
END_TEST

START_TEST(a_link_is_a_row_of_ids_or_cluster_numbers)
{
    const twt_link links[] = {{{false, 0}, {true, 0}, TWT_RELATION_EXCERPT},
                              {{true, 1}, {false, 0}, TWT_RELATION_PARTIAL}};
    twt_writer *writer = new_writer(TWT_FORMAT_CSV, documents, 2);
    ck_assert_int_eq(twt_writer_link(writer, &links[0]), TWT_OK);
    ck_assert_int_eq(twt_writer_link(writer, &links[1]), TWT_OK);
    ck_assert_str_eq(written(writer), HEADER "link,,\"one\",,,1,excerpt,,,,,,,,,,,,,,,,,\r\n"
                                             "link,,,\"one\",2,,partial,,,,,,,,,,,,,,,,,\r\n");
    ck_assert_uint_eq(cells_of(strchr(sunk.bytes, '\n') + 1), 24);
}
END_TEST

START_TEST(a_comparison_is_a_pair_with_a_row_for_each_passage_and_change)
{
    const twt_passage passage = {{0, 20}, {0, 19}, TWT_PASSAGE_VERBATIM};
    const twt_change change = {TWT_CHANGE_NUMBER, {0, 5}, {0, 4}};
    const twt_comparison comparison = {
        .verdict = updated, .passages = &passage, .passage_count = 1, .changes = &change, .change_count = 1};
    twt_writer *writer = new_writer(TWT_FORMAT_CSV, NULL, 0);
    ck_assert_int_eq(twt_writer_comparison(writer, "=9", &documents[0], &documents[1], &empty, &empty, &comparison),
                     TWT_OK);
    ck_assert_str_eq(
        written(writer), HEADER
        "pair,\"'=9\",\"one\",\"two, \"\"final\"\"\",,,updated,0.97,0.8000,0.9000,0.9500,1.0000,1.0000,a,certain,none,"
        ",,,,,,,\r\n"
        "passage,\"'=9\",\"one\",\"two, \"\"final\"\"\",,,,,,,,,,,,,verbatim,0,20,0,19,,,\r\n"
        "change,\"'=9\",\"one\",\"two, \"\"final\"\"\",,,,,,,,,,,,,number,0,5,0,4,\"'=Five\",\"'-Six\",\r\n");
    for (const char *row = sunk.bytes; *row; row = strchr(row, '\n') + 1)
        ck_assert_uint_eq(cells_of(row), 24);
}
END_TEST

START_TEST(a_cell_of_foreign_text_is_no_formula_and_no_command)
{
    static const struct {
        const char *id, *cell;
    } cases[] = {{"=1+1", "'=1+1"},
                 {"+49", "'+49"},
                 {"-x.txt", "'-x.txt"},
                 {"@sum", "'@sum"},
                 {"'tis", "''tis"},
                 {"\tx", "'\tx"},
                 {"\rx", "'\rx"},
                 {"\n=x", "'\n=x"},
                 {"a=b", "a=b"},
                 {"a\r\nb,c", "a\r\nb,c"},
                 {"a\"=b", "a\"\"=b"},
                 {"\x1b[31m", "\\x1b[31m"},
                 {"\x7f\xC2\x9B", "\\x7f\\x9b"},
                 {"\xE2\x80\xAE"
                  "abc",
                  "\\u202eabc"},
                 {"a\xFF"
                  "b",
                  "a\xEF\xBF\xBD"
                  "b"},
                 {"\xEF\xBF\xBD", "\xEF\xBF\xBD"},
                 {"Größe 市", "Größe 市"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const twt_document hostile = document_of(cases[i].id, "");
        const twt_link link = {{false, 0}, {true, 0}, TWT_RELATION_PARTIAL};
        twt_writer *writer = new_writer(TWT_FORMAT_CSV, &hostile, 1);
        ck_assert_int_eq(twt_writer_link(writer, &link), TWT_OK);
        expect(writer, HEADER "link,,\"%s\",,,1,partial,,,,,,,,,,,,,,,,,%s\r\n", cases[i].cell, "");
    }
}
END_TEST

TWT_SUITE("io_writer_csv", a_table_without_rows_still_has_its_header, a_pair_is_a_row,
          a_cluster_is_a_row_for_each_member_and_gives_its_reasons_once, a_link_is_a_row_of_ids_or_cluster_numbers,
          a_comparison_is_a_pair_with_a_row_for_each_passage_and_change,
          a_cell_of_foreign_text_is_no_formula_and_no_command)
