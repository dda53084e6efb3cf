/* Huge and hostile texts. What is claimed is that they are read, and in time: the suite's limit would stop a reader
 * whose work grows with the square. */
#include <stdio.h>
#include <string.h>

#include "support/analysis_check.h"
#include "support/suite.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { MEGABYTES = 2 };
#else
enum { MEGABYTES = 20 };
#endif

enum { LEN = MEGABYTES << 20 };

typedef struct reading {
    twt_analyzer *analyzer;
    const twt_analysis *analysis;
    char *text;
    size_t len;
} reading;

static void read_repeated(reading *of, const char *unit, size_t len)
{
    twt_profile profile;
    twt_profile_init(&profile);
    ck_assert_int_eq(twt_analyzer_new(&profile, &of->analyzer), TWT_OK);
    size_t size = strlen(unit);
    of->text = malloc(len + size);
    ck_assert_ptr_nonnull(of->text);
    for (of->len = 0; of->len < len; of->len += size)
        memcpy(of->text + of->len, unit, size);
    ck_assert_int_eq(twt_analyzer_run(of->analyzer, of->text, of->len, &of->analysis, NULL), TWT_OK);
    const char *fault = analysis_fault(of->analysis);
    ck_assert_msg(!fault, "%s: %s", unit, fault);
}

static void teardown(reading *of)
{
    twt_analyzer_free(of->analyzer);
    free(of->text);
}

START_TEST(one_word_a_million_times)
{
    reading of;
    read_repeated(&of, "word ", 5000000);
    ck_assert_uint_eq(of.analysis->token_count, 1000000);
    ck_assert_uint_eq(of.analysis->shingle_set_count, 1);
    ck_assert_uint_eq(of.analysis->sentence_count, 25000);
    teardown(&of);
}
END_TEST

START_TEST(a_huge_line_without_blanks)
{
    reading of;
    read_repeated(&of, "a", LEN);
    ck_assert_uint_eq(of.analysis->tokens[0].norm_len, 1024);
    ck_assert_uint_eq(of.analysis->norm_len, LEN);
    teardown(&of);
}
END_TEST

START_TEST(a_huge_line_of_ideographs)
{
    reading of;
    read_repeated(&of, "字", LEN / 3);
    ck_assert_uint_eq(of.analysis->token_count, of.len / 3);
    teardown(&of);
}
END_TEST

START_TEST(marks_without_end)
{
    reading of;
    read_repeated(&of, "e\u0301\u0323", LEN / 10);
    teardown(&of);
    read_repeated(&of, "\u0323", LEN / 10);
    ck_assert_uint_eq(of.analysis->token_count, 0);
    teardown(&of);
}
END_TEST

START_TEST(endless_punctuation_and_layout)
{
    static const char *const units[] = {"\"",
                                        "“a",
                                        "‘a ",
                                        "a.",
                                        ". ",
                                        "\n",
                                        "a\n",
                                        "\r",
                                        "a-\n",
                                        "- \n",
                                        "a- ",
                                        "a\r\n",
                                        "\u200b\"",
                                        "a\n b\n",
                                        "'",
                                        "a\u00ad",
                                        "\u1161",
                                        "🇩",
                                        "a…",
                                        "Aa\n",
                                        "_",
                                        "a:b\n",
                                        "one two three four five six seven eight nine ten\n"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        reading of;
        read_repeated(&of, units[i], LEN / 10);
        teardown(&of);
    }
}
END_TEST

START_TEST(a_line_of_blanks_behind_a_hyphen)
{
    reading of;
    read_repeated(&of, "a-          ", LEN / 4);
    teardown(&of);
}
END_TEST

TWT_SUITE("text_pathological", one_word_a_million_times, a_huge_line_without_blanks, a_huge_line_of_ideographs,
          marks_without_end, endless_punctuation_and_layout, a_line_of_blanks_behind_a_hyphen)
