#include "compare/changes/quotations.h"

#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/rng.h"
#include "paired.h"
#include "support/failing_alloc.h"
#include "support/suite.h"
#include "told.h"

typedef struct outcome {
    twt_measures measures;
    twt_quotation_result result;
    char example[2][200], kept[2][200];
} outcome;

static void cut(const char *text, twt_range range, char out[200])
{
    snprintf(out, 200, "%.*s", (int)(range.end - range.begin), text + range.begin);
}

static outcome find(const char *a, const char *b)
{
    told pair;
    outcome out;
    twt_quotation_finder *finder;
    told_open(&pair, a, b);
    ck_assert_int_eq(twt_quotation_finder_new(&finder), TWT_OK);
    ck_assert_int_eq(paired_quotation_finder_run(finder, pair.a, pair.b, &out.measures, &out.result), TWT_OK);
    for (int s = 0; s < 2; s++) {
        cut(s ? b : a, out.result.example[s], out.example[s]);
        cut(s ? b : a, out.result.kept[s], out.kept[s]);
    }
    twt_quotation_finder_free(finder);
    told_close(&pair);
    return out;
}

static void check_counts(const char *a, const char *b, uint32_t both, uint32_t kept, uint32_t changed)
{
    for (int mirrored = 0; mirrored < 2; mirrored++) {
        outcome out = mirrored ? find(b, a) : find(a, b);
        ck_assert_uint_eq(out.measures.quotations, both);
        ck_assert_uint_eq(out.measures.quotations_kept, kept);
        ck_assert_uint_eq(out.measures.quotations_changed, changed);
    }
}

START_TEST(a_quotation_kept_is_kept)
{
    check_counts("She said: \"We are glad to be here at last.\"", "“We are glad to be here at last,” she said.", 1, 1,
                 0);
    outcome out = find("She said: \"We are glad to be here at last.\"", "“We are glad to be here at last,” she said.");
    ck_assert_str_eq(out.kept[0], "We are glad to be here at last");
    ck_assert_str_eq(out.kept[1], "We are glad to be here at last");
    ck_assert_str_eq(out.example[0], "");
}
END_TEST

START_TEST(a_quotation_cut_at_its_ends_is_kept)
{
    check_counts("She said: \"We are glad to be here at last and we shall stay.\"",
                 "She said: \"glad to be here at last\".", 1, 1, 0);
    check_counts("He said: \"We said we will go to the town.\"", "He said: \"we will go to the town\".", 1, 1, 0);
}
END_TEST

START_TEST(a_word_changed_inside_is_a_change)
{
    check_counts("She said: \"We are glad to be here at last.\"", "She said: \"We are happy to be here at last.\"", 1,
                 0, 1);
    check_counts("She said: \"We are glad to be here at last.\"", "She said: \"We are glad to be here again.\"", 1, 0,
                 1);
    outcome out =
        find("She said: \"We are so glad to be here at last.\"", "She said: \"We are so happy to be here at last.\"");
    ck_assert_str_eq(out.example[0], "We are so glad to be here");
    ck_assert_str_eq(out.example[1], "We are so happy to be here");
}
END_TEST

START_TEST(spelling_and_marked_cuts_are_neither_kept_nor_changed)
{
    check_counts("She said: \"We organise the long defence of the town.\"",
                 "She said: \"We organize the long defense of the town.\"", 1, 0, 0);
    check_counts("She said: \"We are glad to be here at last, and we shall stay for a very long time.\"",
                 "She said: \"We are glad to be here … and we shall stay for a very long time.\"", 1, 0, 0);
}
END_TEST

START_TEST(only_what_both_quote_counts)
{
    check_counts("She said: \"We are glad to be here at last.\"", "We are glad to be here at last.", 0, 0, 0);
    check_counts("The \"so called\" plan.", "The \"so called\" plan.", 0, 0, 0);
    check_counts("", "", 0, 0, 0);
    check_counts("He said: \"The dog ran over the hill.\"", "He said: \"No cat sat on that mat.\"", 0, 0, 0);
}
END_TEST

START_TEST(quotations_find_each_other_out_of_order)
{
    check_counts("\"The first thing that was said here.\" He went on: \"Another matter was told quite late.\"",
                 "\"Another matter was told quite late.\" Before: \"The first thing that was said here.\"", 2, 2, 0);
    check_counts("「我们对此深表感谢和敬意」他说。", "「我们对此深表感激和敬意」他说。", 1, 0, 1);
}
END_TEST

static void write_random(char *out, uint64_t *state)
{
    static const char *const words[] = {"\"",   "\"",   "“",   "”",    "«", "we",   "are",
                                        "glad", "here", "now", "they", ".", "\n\n", "été"};
    size_t len = 0, count = twt_rng_next(state) % 150;
    out[0] = '\0';
    for (size_t i = 0; i < count; i++)
        len += (size_t)sprintf(out + len, "%s ", words[twt_rng_next(state) % (sizeof words / sizeof *words)]);
}

START_TEST(random_pairs_mirror_and_stay_inside)
{
    static char texts[2][2000];
    uint64_t state = 11;
    for (int round = 0; round < 300; round++) {
        write_random(texts[0], &state);
        write_random(texts[1], &state);
        outcome one = find(texts[0], texts[1]), other = find(texts[1], texts[0]);
        ck_assert_uint_eq(one.measures.quotations, other.measures.quotations);
        ck_assert_uint_eq(one.measures.quotations_kept, other.measures.quotations_kept);
        ck_assert_uint_eq(one.measures.quotations_changed, other.measures.quotations_changed);
        ck_assert_uint_le(one.measures.quotations_kept + one.measures.quotations_changed, one.measures.quotations);
        for (int s = 0; s < 2; s++)
            ck_assert_uint_le(one.result.example[s].end, strlen(texts[s]));
    }
}
END_TEST

START_TEST(every_allocation_may_fail)
{
    told pair;
    told_open(&pair, "She said: \"We are glad to be here at last.\" And \"all of us will stay\".",
              "She said: \"We are happy to be here at last.\" And \"all of us will stay\".");
    for (size_t n = 1;; n++) {
        twt_quotation_finder *finder = NULL;
        twt_measures measures;
        twt_quotation_result result;
        failing_alloc_arm(n);
        twt_status status = twt_quotation_finder_new(&finder);
        if (status == TWT_OK)
            status = paired_quotation_finder_run(finder, pair.a, pair.b, &measures, &result);
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        if (finder != NULL) {
            ck_assert_int_eq(paired_quotation_finder_run(finder, pair.a, pair.b, &measures, &result), TWT_OK);
            ck_assert_uint_eq(measures.quotations, 2);
        }
        twt_quotation_finder_free(finder);
        if (!was_refused)
            break;
    }
    told_close(&pair);
}
END_TEST

/* ---- hostile ---------------------------------------------------------------------------------------------- */

typedef struct reading {
    twt_analyzer *reader;
    const twt_analysis *text;
    char *bytes;
} reading;

static void repeat(reading *of, const char *head, const char *part, size_t times)
{
    twt_profile profile;
    size_t len = strlen(head);
    of->bytes = twt_alloc_array(len + times * strlen(part) + 1, 1);
    strcpy(of->bytes, head);
    for (size_t i = 0; i < times; i++, len += strlen(part))
        strcpy(of->bytes + len, part);
    twt_profile_init(&profile);
    ck_assert_int_eq(twt_analyzer_new(&profile, &of->reader), TWT_OK);
    ck_assert_int_eq(twt_analyzer_run(of->reader, of->bytes, len, &of->text, NULL), TWT_OK);
}

static void check_fast(const char *head, const char *part, size_t times)
{
    reading one;
    twt_quotation_finder *finder;
    twt_measures measures;
    twt_quotation_result result;
    repeat(&one, head, part, times);
    ck_assert_int_eq(twt_quotation_finder_new(&finder), TWT_OK);
    ck_assert_int_eq(paired_quotation_finder_run(finder, one.text, one.text, &measures, &result), TWT_OK);
    ck_assert_uint_eq(measures.quotations_changed, 0);
    twt_quotation_finder_free(finder);
    twt_analyzer_free(one.reader);
    twt_free(one.bytes);
}

START_TEST(marks_never_closed_and_endless_quotations_take_linear_time)
{
    check_fast("\"", "we are glad ", 100000);
    check_fast("", "\"we are glad to be here\" ", 30000);
    check_fast("", "\"", 300000);
    check_fast("\"", "we said that they said ", 40000);
}
END_TEST

TWT_SUITE("compare_quotations", a_quotation_kept_is_kept, a_quotation_cut_at_its_ends_is_kept,
          a_word_changed_inside_is_a_change, spelling_and_marked_cuts_are_neither_kept_nor_changed,
          only_what_both_quote_counts, quotations_find_each_other_out_of_order, random_pairs_mirror_and_stay_inside,
          every_allocation_may_fail, marks_never_closed_and_endless_quotations_take_linear_time)
