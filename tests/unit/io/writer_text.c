#include "io/write/writer.h"
#include "writer_support.h"

static const twt_reason reason = {.code = TWT_REASON_CANONICAL_TIER, .value = 4};
static const twt_document documents[] = {
    {.id = "mirror/harbour.txt", .text = "x", .text_len = 1, .published = {1679616000, TWT_PRECISION_DATE}},
    {.id = "trust.md",
     .text = "x",
     .text_len = 1,
     .source = "Harbour Trust",
     .tier = TWT_TIER_OFFICIAL,
     .published = {1679562420, TWT_PRECISION_TIME}},
    {.id = "Лодка.txt", .text = "x", .text_len = 1, .tier = TWT_TIER_OUTLET},
    {.id = "港.txt", .text = "x", .text_len = 1},
    {.id = "elsewhere.txt", .text = "x", .text_len = 1},
};
enum { DOCUMENTS = sizeof documents / sizeof *documents };

static twt_pair pair_of(uint32_t a, uint32_t b, twt_relation relation, twt_signs signs, twt_first first)
{
    return (twt_pair){a, b, {.relation = relation, .confidence = .98, .jaccard = .39296, .machine_signs = signs, .first = first}, NULL, 0};
}

static const twt_member members[] = {{1, TWT_RELATION_EXACT, 1, true},
                                     {0, TWT_RELATION_REWRITTEN, .39296, true},
                                     {2, TWT_RELATION_NOISY, .8, true},
                                     {3, TWT_RELATION_NEAR_DUPLICATE, .65, false}};

START_TEST(a_scan_is_told_cluster_by_cluster)
{
    const twt_cluster clusters[] = {{1, members, 4, .39296, &reason, 1}};
    const twt_pair pairs[] = {pair_of(0, 1, TWT_RELATION_REWRITTEN, TWT_SIGNS_STRONG, TWT_FIRST_B),
                              pair_of(1, 2, TWT_RELATION_NOISY, TWT_SIGNS_NONE, TWT_FIRST_A),
                              pair_of(0, 4, TWT_RELATION_PARTIAL, TWT_SIGNS_NONE, TWT_FIRST_UNKNOWN)};
    const twt_link link = {{false, 4}, {true, 0}, TWT_RELATION_PARTIAL};
    const twt_summary summary = {.documents = 6,
                                 .bytes = 12345,
                                 .skipped = 1,
                                 .candidates = 7,
                                 .pairs = 3,
                                 .clusters = 1,
                                 .clustered_documents = 4,
                                 .links = 1,
                                 .seconds = .0249};
    twt_writer *writer = new_writer(TWT_FORMAT_TEXT, documents, DOCUMENTS);
    for (size_t i = 0; i < 3; i++)
        ck_assert_int_eq(twt_writer_pair(writer, &pairs[i]), TWT_OK);
    ck_assert_int_eq(twt_writer_cluster(writer, 0, &clusters[0]), TWT_OK);
    ck_assert_int_eq(twt_writer_link(writer, &link), TWT_OK);
    ck_assert_int_eq(twt_writer_summary(writer, &summary), TWT_OK);
    char expected[4096];
    snprintf(expected, sizeof expected,
             "Cluster 1: 4 versions of trust.md, lowest Jaccard 0.393\n"
             "  canonical: %s\n"
             "    document            relation               Jaccard  signs   published          source\n"
             "  * trust.md            canonical              1.000            2023-03-23 09:07Z  Harbour Trust "
             "(official)\n"
             "    mirror/harbour.txt  rewritten copy         0.393    strong  2023-03-24\n"
             "    Лодка.txt           noisy copy             0.800                               outlet\n"
             "    港.txt              edited copy, indirect  0.650\n"
             "\n"
             "Links\n"
             "  elsewhere.txt shares a passage with cluster 1 (trust.md)\n"
             "\n"
             "Other pairs\n"
             "  mirror/harbour.txt and elsewhere.txt share a passage: Jaccard 0.393, confidence 98 %%\n"
             "\n"
             "6 documents (12.3 kB) in 0.02 s: 1 cluster of 4 documents, 2 single, 1 link; 3 verified pairs of 7\n"
             "candidates; 1 skipped.\n",
             sentence_of(&reason, NULL, NULL));
    ck_assert_str_eq(written(writer), expected);
}
END_TEST

START_TEST(a_column_that_nobody_fills_is_left_out)
{
    const twt_member plain[] = {{4, TWT_RELATION_EXACT, 1, true}, {3, TWT_RELATION_EXACT, 1, true}};
    const twt_cluster cluster = {4, plain, 2, 1, NULL, 0};
    twt_writer *writer = new_writer(TWT_FORMAT_TEXT, documents, DOCUMENTS);
    ck_assert_int_eq(twt_writer_cluster(writer, 2, &cluster), TWT_OK);
    ck_assert_str_eq(written(writer), "Cluster 3: 2 versions of elsewhere.txt, lowest Jaccard 1.000\n"
                                      "    document       relation    Jaccard\n"
                                      "  * elsewhere.txt  canonical   1.000\n"
                                      "    港.txt         exact copy  1.000\n");
}
END_TEST

START_TEST(an_id_is_never_cut)
{
    char id[300] = "";
    memset(id, 'x', 290);
    const twt_document wide[] = {document_of(id, "x"), document_of("y", "y")};
    const twt_member both[] = {{0, TWT_RELATION_EXACT, 1, true}, {1, TWT_RELATION_NOISY, .7, true}};
    const twt_cluster cluster = {0, both, 2, .7, NULL, 0};
    twt_writer *writer = new_writer(TWT_FORMAT_TEXT, wide, 2);
    ck_assert_int_eq(twt_writer_cluster(writer, 0, &cluster), TWT_OK);
    const char *row = strstr(written(writer), "  * ");
    ck_assert_ptr_nonnull(row);
    ck_assert_int_eq(strncmp(row + 4, id, 290), 0);
    ck_assert_int_eq(row[294], '\n');
    ck_assert_ptr_nonnull(strstr(row, "\n    y   "));
}
END_TEST

START_TEST(pairs_alone_are_told_by_a_flush_and_once)
{
    static const struct {
        twt_relation relation;
        twt_first first;
        double coverage[2];
        const char *line;
    } cases[] = {
        {TWT_RELATION_EXACT, TWT_FIRST_UNKNOWN, {1, 1}, "trust.md and 港.txt have the same words"},
        {TWT_RELATION_EXACT, TWT_FIRST_A, {1, 1}, "港.txt is an exact copy of trust.md"},
        {TWT_RELATION_UPDATED, TWT_FIRST_B, {1, 1}, "trust.md is an update (new figures or dates) of 港.txt"},
        {TWT_RELATION_REWRITTEN, TWT_FIRST_B, {1, 1}, "trust.md is a rewritten copy of 港.txt"},
        {TWT_RELATION_EXCERPT, TWT_FIRST_UNKNOWN, {1, .2}, "trust.md is an excerpt of 港.txt"},
        {TWT_RELATION_EXCERPT, TWT_FIRST_B, {1, .2}, "trust.md is an excerpt of 港.txt"},
        {TWT_RELATION_EXCERPT, TWT_FIRST_A, {1, .2}, "港.txt takes in most of trust.md"},
        {TWT_RELATION_EXCERPT, TWT_FIRST_A, {.5, .5}, "港.txt is an excerpt of trust.md"},
        {TWT_RELATION_NEAR_DUPLICATE, TWT_FIRST_UNKNOWN, {1, 1}, "trust.md and 港.txt are edited versions of one text"},
        {TWT_RELATION_PARTIAL, TWT_FIRST_A, {.3, .1}, "港.txt takes a passage from trust.md"},
        {TWT_RELATION_RELATED,
         TWT_FIRST_A,
         {0, 0},
         "trust.md and 港.txt are on the same topic, but nothing shows that one was taken from the other"},
        {TWT_RELATION_UNRELATED, TWT_FIRST_UNKNOWN, {0, 0}, "trust.md and 港.txt share no text"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        twt_pair pair = pair_of(1, 3, cases[i].relation, TWT_SIGNS_NONE, cases[i].first);
        memcpy(pair.verdict.coverage, cases[i].coverage, sizeof pair.verdict.coverage);
        twt_writer *writer = new_writer(TWT_FORMAT_TEXT, documents, DOCUMENTS);
        writer->options.width = 200;
        ck_assert_int_eq(twt_writer_pair(writer, &pair), TWT_OK);
        ck_assert_int_eq(twt_writer_flush(writer), TWT_OK);
        char expected[512];
        snprintf(expected, sizeof expected, "Pairs\n  %s: Jaccard 0.393, confidence 98 %%\n", cases[i].line);
        ck_assert_str_eq(written(writer), expected);
    }
}
END_TEST

START_TEST(links_are_sentences)
{
    const twt_link links[] = {{{false, 3}, {false, 1}, TWT_RELATION_EXCERPT},
                              {{true, 6}, {true, 1}, TWT_RELATION_UPDATED}};
    twt_writer *writer = new_writer(TWT_FORMAT_TEXT, documents, DOCUMENTS);
    for (size_t i = 0; i < 2; i++)
        ck_assert_int_eq(twt_writer_link(writer, &links[i]), TWT_OK);
    ck_assert_str_eq(written(writer), "Links\n"
                                      "  港.txt is an excerpt of trust.md\n"
                                      "  cluster 7 is an update (new figures or dates) of cluster 2\n");
}
END_TEST

START_TEST(a_summary_counts_in_words)
{
    const twt_summary summaries[] = {
        {0},
        {.documents = 1, .bytes = 1, .links = 1, .pairs = 1, .candidates = 1},
        {.documents = 1000000,
         .bytes = 1999999999,
         .clusters = 2,
         .clustered_documents = 5,
         .links = 2,
         .seconds = 61.5},
        {.bytes = 999949},
        {.bytes = 999950},
        {.bytes = UINT64_MAX},
    };
    static const char *const lines[] = {
        "0 documents (0 bytes) in 0.00 s: 0 clusters of 0 documents, 0 single, 0 links; 0 verified pairs of 0 "
        "candidates; "
        "0 skipped.\n",
        "1 document (1 byte) in 0.00 s: 0 clusters of 0 documents, 1 single, 1 link; 1 verified pair of 1 candidate; "
        "0 skipped.\n",
        "1000000 documents (2.0 GB) in 61.50 s: 2 clusters of 5 documents, 999995 single, 2 links; 0 verified pairs of "
        "0 "
        "candidates; 0 skipped.\n",
        "0 documents (999.9 kB) in ",
        "0 documents (1.0 MB) in ",
        "0 documents (18.4 EB) in ",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        twt_writer *writer = new_writer(TWT_FORMAT_TEXT, NULL, 0);
        writer->options.width = 400;
        ck_assert_int_eq(twt_writer_summary(writer, &summaries[i]), TWT_OK);
        ck_assert_int_eq(strncmp(written(writer), lines[i], strlen(lines[i])), 0);
    }
}
END_TEST

START_TEST(days_are_those_of_the_calendar)
{
    static const struct {
        int64_t seconds;
        const char *date;
    } cases[] = {{0, "1970-01-01"},          {-1, "1969-12-31"},           {951782400, "2000-02-29"},
                 {1709164800, "2024-02-29"}, {1709251200, "2024-03-01"},   {4107542400, "2100-03-01"},
                 {4107542399, "2100-02-28"}, {253402300799, "9999-12-31"}, {-62167219200, "0000-01-01"},
                 {253402300800, NULL},       {-62167219201, NULL},         {INT64_MAX, NULL},
                 {INT64_MIN, NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        twt_document dated = document_of("x", "x");
        dated.published = (twt_time){cases[i].seconds, TWT_PRECISION_DATE};
        const twt_member member = {0, TWT_RELATION_EXACT, 1, true};
        const twt_cluster cluster = {0, &member, 1, 1, NULL, 0};
        twt_writer *writer = new_writer(TWT_FORMAT_TEXT, &dated, 1);
        ck_assert_int_eq(twt_writer_cluster(writer, 0, &cluster), TWT_OK);
        char row[64];
        snprintf(row, sizeof row, "  * x         canonical  1.000%s%s\n", cases[i].date ? "    " : "",
                 cases[i].date ? cases[i].date : "");
        ck_assert_msg(strstr(written(writer), row) != NULL, "%s lacks %s", sunk.bytes, row);
    }
}
END_TEST

/* Whatever a document calls itself, a terminal gets text, line ends and our own colours. */
START_TEST(nothing_hostile_reaches_the_terminal)
{
    const twt_document hostile[] = {{.id = "\x1b[2J\x07"
                                           "a\nb\xC2\x9B"
                                           "31m\xE2\x80\xAE\xFF",
                                     .text = "x",
                                     .text_len = 1,
                                     .source = "\x1b]0;title\x07\r\n\xE2\x81\xA6",
                                     .tier = TWT_TIER_AGENCY},
                                    {.id = "b\x7f\xE2\x80\xA8", .text = "y", .text_len = 1}};
    const twt_pair pair = pair_of(0, 1, TWT_RELATION_PARTIAL, TWT_SIGNS_SOME, TWT_FIRST_A);
    const twt_member both[] = {{0, TWT_RELATION_EXACT, 1, true}, {1, TWT_RELATION_NOISY, .7, true}};
    const twt_cluster cluster = {0, both, 2, .7, NULL, 0};
    const twt_link link = {{false, 1}, {true, 0}, TWT_RELATION_PARTIAL};
    for (int is_coloured = 0; is_coloured < 2; is_coloured++) {
        twt_writer *writer = new_writer(TWT_FORMAT_TEXT, hostile, 2);
        writer->options.is_coloured = is_coloured;
        ck_assert_int_eq(twt_writer_cluster(writer, 0, &cluster), TWT_OK);
        ck_assert_int_eq(twt_writer_link(writer, &link), TWT_OK);
        ck_assert_int_eq(twt_writer_pair(writer, &pair), TWT_OK);
        ck_assert_terminal_safe(written(writer), is_coloured);
        ck_assert_ptr_nonnull(strstr(sunk.bytes, "\\x1b[2J\\x07a\\x0ab\\x9b31m\\u202e\xEF\xBF\xBD"));
    }
}
END_TEST

TWT_SUITE("io_writer_text", a_scan_is_told_cluster_by_cluster, a_column_that_nobody_fills_is_left_out,
          an_id_is_never_cut, pairs_alone_are_told_by_a_flush_and_once, links_are_sentences, a_summary_counts_in_words,
          days_are_those_of_the_calendar, nothing_hostile_reaches_the_terminal)
