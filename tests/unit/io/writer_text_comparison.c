#include "io/write/writer.h"
#include "twicetold/text.h"
#include "writer_support.h"

enum { MATCHES_MAX = 1 << 16 };

typedef struct scene { /* two texts, read and aligned */
    twt_document documents[2];
    twt_analyzer *analyzers[2];
    const twt_analysis *analyses[2];
    twt_comparison comparison;
    twt_match matches[MATCHES_MAX];
    twt_change changes[16];
} scene;

static scene staged;

/* The longest common subsequence of the words, by the book. */
static void align(scene *of)
{
    enum { MAX = 256 };
    static uint16_t best[MAX + 1][MAX + 1];
    const twt_token *a = of->analyses[0]->tokens, *b = of->analyses[1]->tokens;
    size_t n = of->analyses[0]->token_count, m = of->analyses[1]->token_count;
    ck_assert(n <= MAX && m <= MAX);
    for (size_t i = n + 1; i-- > 0;) {
        for (size_t j = m + 1; j-- > 0;) {
            if (i == n || j == m)
                best[i][j] = 0;
            else if (a[i].hash == b[j].hash)
                best[i][j] = (uint16_t)(best[i + 1][j + 1] + 1);
            else
                best[i][j] = best[i + 1][j] > best[i][j + 1] ? best[i + 1][j] : best[i][j + 1];
        }
    }
    for (uint32_t i = 0, j = 0; i < n && j < m;) {
        if (a[i].hash == b[j].hash)
            of->matches[of->comparison.match_count++] = (twt_match){i++, j++, 1, false};
        else if (best[i + 1][j] > best[i][j + 1])
            i++;
        else
            j++;
    }
}

static void read_text(scene *of, unsigned side, const char *id, const char *text)
{
    twt_profile profile;
    twt_profile_init(&profile);
    of->documents[side] = document_of(id, text);
    ck_assert_int_eq(twt_analyzer_new(&profile, &of->analyzers[side]), TWT_OK);
    ck_assert_int_eq(twt_analyzer_run(of->analyzers[side], text, strlen(text), &of->analyses[side], NULL), TWT_OK);
}

static void stage(const char *a, const char *b)
{
    staged.comparison = (twt_comparison){.matches = staged.matches};
    read_text(&staged, 0, "rewrite.txt", a);
    read_text(&staged, 1, "statement.txt", b);
}

static void strike(void)
{
    twt_analyzer_free(staged.analyzers[0]);
    twt_analyzer_free(staged.analyzers[1]);
}

static twt_range range_of(unsigned side, const char *words, size_t from)
{
    if (!*words)
        return (twt_range){(uint32_t)from, (uint32_t)from};
    const char *text = staged.documents[side].text, *at = strstr(text + from, words);
    ck_assert_ptr_nonnull(at);
    return (twt_range){(uint32_t)(at - text), (uint32_t)(at - text + (ptrdiff_t)strlen(words))};
}

static void add_change(twt_change_kind kind, twt_range a, twt_range b)
{
    staged.comparison.changes = staged.changes;
    staged.changes[staged.comparison.change_count++] = (twt_change){kind, a, b};
}

static const char *shown(const char *id, bool is_coloured, uint32_t width)
{
    twt_writer *writer = new_writer(TWT_FORMAT_TEXT, NULL, 0);
    writer->options.is_coloured = is_coloured;
    writer->options.width = width;
    ck_assert_int_eq(twt_writer_comparison(writer, id, &staged.documents[0], &staged.documents[1], staged.analyses[0],
                                           staged.analyses[1], &staged.comparison),
                     TWT_OK);
    return written(writer);
}

/* Line by line: Check cannot say a long string. */
static void ck_assert_lines_eq(const char *text, const char *expected)
{
    while (*text || *expected) {
        size_t len = strcspn(text, "\n"), expected_len = strcspn(expected, "\n");
        if (len != expected_len || strncmp(text, expected, len) != 0)
            ck_abort_msg("\n%.*s\nis not\n%.*s", (int)len, text, (int)expected_len, expected);
        text += len + (text[len] == '\n');
        expected += expected_len + (expected[expected_len] == '\n');
    }
}

static const char statement[] = "Harbour news\n\n"
                                "The Harbour Trust met on Monday to discuss the report. "
                                "It will not close 12 berths this winter. "
                                "“We are sorry,” said Ada Brook. "
                                "Members agreed fully on every point of the plan. "
                                "The Harbour Trust thanks its neighbours.";
static const char rewritten_statement[] = "The Port Foundation met on Monday to examine the report. "
                                          "It will close 14 berths this winter. "
                                          "“We are sorry,” said Ada Brook. "
                                          "Members agreed at noon. On every point of the plan. "
                                          "The PORT  Foundation thanks its neighbours. "
                                          "More news follows soon.";

static void stage_statement(void)
{
    stage(rewritten_statement, statement);
    align(&staged);
    staged.comparison.verdict = (twt_verdict){.relation = TWT_RELATION_REWRITTEN,
                                              .confidence = .98,
                                              .jaccard = .39296,
                                              .containment = {.58, .575},
                                              .coverage = {.99, .98},
                                              .machine_signs = TWT_SIGNS_STRONG,
                                              .first = TWT_FIRST_B,
                                              .first_confidence = TWT_CONFIDENCE_LIKELY};
    staged.comparison.measures = (twt_measures){.tokens = {41, 42},
                                                .sentences = {7, 6},
                                                .longest_run = 11,
                                                .seeded_sentences = {6, 5},
                                                .copied_sentences = {1, 1},
                                                .blocks = 6};
    add_change(TWT_CHANGE_NAME, range_of(0, "Port Foundation", 0), range_of(1, "Harbour Trust", 0));
    add_change(TWT_CHANGE_WORD, range_of(0, "examine", 0), range_of(1, "discuss", 0));
    add_change(TWT_CHANGE_NEGATION,
               range_of(0, "", (size_t)(strstr(rewritten_statement, "close") - rewritten_statement)),
               range_of(1, "not", 0));
    add_change(TWT_CHANGE_NUMBER, range_of(0, "14", 0), range_of(1, "12", 0));
    size_t end_a = (size_t)(strstr(rewritten_statement, "The PORT") - rewritten_statement);
    add_change(TWT_CHANGE_NAME, range_of(0, "PORT  Foundation", end_a), range_of(1, "Harbour Trust", 100));
}

START_TEST(a_comparison_is_what_an_editor_wants)
{
    static const twt_reason reason = {.code = TWT_REASON_SIGN_BROKEN, .value = 1};
    stage_statement();
    staged.documents[1].title = "Harbour news";
    staged.documents[1].source = "Harbour Trust";
    staged.documents[1].tier = TWT_TIER_OFFICIAL;
    staged.documents[1].published = (twt_time){1679529600, TWT_PRECISION_DATE};
    staged.comparison.reasons = &reason;
    staged.comparison.reason_count = 1;
    char expected[8192];
    snprintf(expected, sizeof expected,
             "a  rewrite.txt\n"
             "b  statement.txt, “Harbour news”, 2023-03-23, Harbour Trust (official)\n"
             "\n"
             "rewrite.txt is a rewritten copy of statement.txt; confidence 98 %%; machine\n"
             "signs: strong. statement.txt came first (likely).\n"
             "\n"
             "Numbers                                  a       b  by chance*\n"
             "  Jaccard of the shingles            0.393               0.031\n"
             "  containment (shingles opposite)    0.580   0.575       0.086\n"
             "  coverage (matched sentences)       0.990   0.980       0.450\n"
             "  longest shared run of words           11                   6\n"
             "  words                                 41      42\n"
             "  sentences                              7       6\n"
             "      with a partner                     6       5\n"
             "      word for word                      1       1\n"
             "  replaced stretches of words            6\n"
             "* 19 of 20 pairs of unrelated texts on one topic stay at or under this\n"
             "\n"
             "Reasons\n"
             "  - %s\n"
             "\n"
             "Side by side\n"
             "= word for word, | changed, ↕ moved, < only left, > only right, // sentence\n"
             "break\n"
             "b: statement.txt                       │ a: rewrite.txt\n"
             "Harbour news                           <\n"
             "The [-Harbour Trust-] met on Monday to | The {+Port Foundation+} met on Monday\n"
             "[-discuss-] the report.                │ to {+examine+} the report.\n"
             "It will [-not-] close [-12-] berths    | It will close {+14+} berths this\n"
             "this winter.                           │ winter.\n"
             "“We are sorry,” said Ada Brook.        = “We are sorry,” said Ada Brook.\n"
             "Members agreed [-fully-] on every      | Members agreed {+at noon+}. // On\n"
             "point of the plan.                     │ every point of the plan.\n"
             "The [-Harbour Trust-] thanks its       | The {+PORT Foundation+} thanks its\n"
             "neighbours.                            │ neighbours.\n"
             "                                       > More news follows soon.\n"
             "\n"
             "Substitutions, from b to a\n"
             "    2×  name       Harbour Trust → Port Foundation\n"
             "    1×  word       discuss → examine\n"
             "    1×  number     12 → 14\n"
             "  Beside these, 0 stretches of words stand in a alone, 1 in b alone.\n"
             "\n"
             "Altered facts, from b to a\n"
             "    1×  negation   … examine the report. It will [-not-] close 14 berths this\n"
             "                   winter …\n"
             "    1×  number     … the report. It will close [-12-] {+14+} berths this winter.\n"
             "                   “We are …\n"
             "    2×  name       The [-Harbour Trust-] {+Port Foundation+} met on Monday to\n"
             "                   examine …\n",
             sentence_of(&reason, &staged.documents[0], &staged.documents[1]));
    ck_assert_lines_eq(shown(NULL, false, 80), expected);
    strike();
}
END_TEST

START_TEST(the_earlier_text_stands_on_the_left)
{
    stage_statement();
    staged.comparison.verdict.first = TWT_FIRST_A;
    const char *text = shown(NULL, false, 80);
    ck_assert_ptr_nonnull(strstr(text, "statement.txt is a rewritten copy of rewrite.txt; confidence 98 %; machine\nsigns: strong."));
    ck_assert_ptr_nonnull(strstr(text, "\na: rewrite.txt                         │ b: statement.txt\n"));
    ck_assert_ptr_nonnull(strstr(text, "2×  name       Port Foundation → Harbour Trust\n"));
    ck_assert_ptr_nonnull(
        strstr(text, "Altered facts, from a to b\n    1×  negation   … discuss the report. It will {+not+} "));
    strike();
}
END_TEST

START_TEST(documents_of_one_name_are_told_apart_as_a_and_b)
{
    stage_statement();
    staged.documents[0].id = staged.documents[1].id = "17";
    staged.comparison.verdict.first = TWT_FIRST_UNKNOWN;
    const char *text = shown("17", false, 100);
    ck_assert_int_eq(strncmp(text,
                             "Pair 17\na  17\nb  17\n\na and b are rewritten versions of one text; "
                             "confidence 98 %; machine signs: strong. Which came first is not known.\n",
                             60),
                     0);
    ck_assert_ptr_nonnull(strstr(text, "\na                                                │ b\n"));
    strike();
}
END_TEST

START_TEST(stretches_of_equal_sentences_are_folded)
{
    static char text[4096];
    text[0] = '\0';
    for (size_t i = 0; i < 9; i++)
        sprintf(text + strlen(text), "Berth %zu stays open today. ", i);
    stage(text, text);
    align(&staged);
    staged.comparison.verdict.relation = TWT_RELATION_EXACT;
    const char *told = shown(NULL, false, 80);
    ck_assert_ptr_nonnull(strstr(told, "\nBerth 0 stays open today.              = Berth 0 stays open today.\n"
                                       "… 7 sentences word for word …\n"
                                       "Berth 8 stays open today.              = Berth 8 stays open today.\n"));
    ck_assert_ptr_null(strstr(told, "Substitutions"));
    strike();
}
END_TEST

START_TEST(texts_without_partners_are_not_printed)
{
    stage("The berths are closed for good.", "Nobody likes rain.");
    staged.comparison.verdict.relation = TWT_RELATION_UNRELATED;
    staged.comparison.verdict.confidence = .93;
    const char *told = shown(NULL, false, 80);
    ck_assert_ptr_nonnull(strstr(told, "rewrite.txt and statement.txt share no text; confidence 93 %.\n"));
    ck_assert_ptr_nonnull(strstr(told, "\nNo sentence of one text has a partner in the other.\n"));
    ck_assert_ptr_null(strstr(told, "rain"));
    ck_assert_ptr_null(strstr(told, "came first"));
    strike();
}
END_TEST

START_TEST(an_unaltered_fact_is_said_to_be_so)
{
    stage_statement();
    staged.comparison.change_count = 2;
    staged.changes[0].kind = TWT_CHANGE_SPELLING;
    ck_assert_ptr_nonnull(strstr(shown(NULL, false, 80), "\nNo number, name, quotation or negation is altered.\n"));
    strike();
}
END_TEST

START_TEST(colours_take_the_place_of_brackets)
{
    stage_statement();
    const char *told = shown(NULL, true, 80);
    ck_assert_terminal_safe(told, true);
    ck_assert_ptr_null(strstr(told, "[-"));
    ck_assert_ptr_null(strstr(told, "{+"));
    ck_assert_ptr_nonnull(strstr(told, "The \x1b[31mHarbour Trust\x1b[0m met on Monday to     | "
                                       "The \x1b[32mPort Foundation\x1b[0m met on Monday to\n"));
    strike();
}
END_TEST

START_TEST(no_line_is_wider_than_the_terminal)
{
    stage_statement();
    for (uint32_t width = 64; width <= 400; width += 7) {
        const char *line = shown(NULL, false, width);
        for (; *line; line += strcspn(line, "\n") + 1) {
            if (twt_glyph_columns(line, strcspn(line, "\n")) > width)
                ck_abort_msg("wider than %u: %s", (unsigned)width, line);
        }
    }
    strike();
}
END_TEST

START_TEST(hostile_texts_do_not_reach_the_terminal_raw)
{
    static const char hostile[] = "One \x1b[31mred\x07 word\x7f here. \xE2\x80\xAE"
                                  "Two\xC2\x9B words \xE2\x81\xA7there.\r"
                                  "Three\x08\x08 words more.";
    static const twt_reason reason = {.code = TWT_REASON_SIGN_QUOTATION, .value = 1, .a = {0, 30}, .b = {0, 30}};
    stage(hostile, "One red word here. Two words there. Three words more.");
    align(&staged);
    staged.documents[0].id = "\x1b[2J";
    staged.documents[0].title = "\x1b]0;\x07";
    staged.comparison.reasons = &reason;
    staged.comparison.reason_count = 1;
    add_change(TWT_CHANGE_NAME, (twt_range){0, 40}, (twt_range){0, 5});
    for (int is_coloured = 0; is_coloured < 2; is_coloured++)
        ck_assert_terminal_safe(shown("\x1b[H", is_coloured, 80), is_coloured);
    strike();
}
END_TEST

START_TEST(every_refused_allocation_is_told_and_nothing_half_written)
{
    stage_statement();
    char whole[1 << 14];
    snprintf(whole, sizeof whole, "%s", shown("9", false, 80));
    for (size_t n = 1;; n++) {
        twt_writer *writer = new_writer(TWT_FORMAT_TEXT, NULL, 0);
        writer->options.width = 80;
        failing_alloc_arm(n);
        twt_status status = twt_writer_comparison(writer, "9", &staged.documents[0], &staged.documents[1],
                                                  staged.analyses[0], staged.analyses[1], &staged.comparison);
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        ck_assert_lines_eq(written(writer), was_refused ? "" : whole);
        if (!was_refused)
            break;
    }
    strike();
}
END_TEST

/* 60,000 words without a full stop against the same with every third word changed: linear in the text. */
START_TEST(one_endless_sentence_is_no_trouble)
{
    enum { WORDS = 60000 };
    char *texts[2] = {malloc(WORDS * 8), malloc(WORDS * 8)};
    size_t len[2] = {0, 0};
    for (size_t i = 0; i < WORDS; i++) {
        for (unsigned s = 0; s < 2; s++)
            len[s] += (size_t)sprintf(texts[s] + len[s], s && i % 3 == 0 ? "y%zu " : "x%zu ", i % 1000);
    }
    stage(texts[0], texts[1]);
    for (uint32_t i = 0; i < WORDS; i++) {
        if (i % 3)
            staged.matches[staged.comparison.match_count++] = (twt_match){i, i, 1, false};
    }
    twt_writer *writer = new_writer(TWT_FORMAT_TEXT, NULL, 0);
    ck_assert_int_eq(twt_writer_comparison(writer, NULL, &staged.documents[0], &staged.documents[1], staged.analyses[0],
                                           staged.analyses[1], &staged.comparison),
                     sunk.len ? TWT_OK : TWT_ERROR_IO); /* more than the sink of the tests can take */
    twt_writer_free(writer);
    strike();
    free(texts[0]);
    free(texts[1]);
}
END_TEST

TWT_SUITE("io_writer_text_comparison", a_comparison_is_what_an_editor_wants, the_earlier_text_stands_on_the_left,
          documents_of_one_name_are_told_apart_as_a_and_b, stretches_of_equal_sentences_are_folded,
          texts_without_partners_are_not_printed, an_unaltered_fact_is_said_to_be_so,
          colours_take_the_place_of_brackets, no_line_is_wider_than_the_terminal,
          hostile_texts_do_not_reach_the_terminal_raw, every_refused_allocation_is_told_and_nothing_half_written,
          one_endless_sentence_is_no_trouble)
