/* What becomes of the members of two families, when their representatives are a candidate pair. */
#include "scan/members.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/suite.h"
#include "support/texts.h"
#include "twicetold/scan.h"

enum { MEMBERS = 5, WORDS = 150, ALL = 2 * MEMBERS };

static void add(twt_scan *scan, size_t number, const char *text)
{
    char id[24];
    snprintf(id, sizeof id, "v%zu", number);
    twt_document document = {.id = id, .text = text, .text_len = strlen(text)};
    ck_assert_int_eq(twt_scan_add(scan, &document, false, NULL), TWT_OK);
}

/* Edits of a text, too few of its words each to leave the family. */
static void add_family(twt_scan *scan, const char *text, size_t first)
{
    for (size_t i = 0; i < MEMBERS; i++) {
        char *version = texts_edit(text, first + i, 40);
        add(scan, first + i, version);
        free(version);
    }
}

static twt_scan *scan_of(const char *text, const char *other, uint32_t threads)
{
    twt_scan *scan;
    twt_scan_options options;
    twt_scan_options_init(&options);
    options.is_explainable = true;
    options.threads = threads;
    ck_assert_int_eq(twt_scan_new(&options, &scan), TWT_OK);
    add_family(scan, text, 0);
    add_family(scan, other, MEMBERS);
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    return scan;
}

static uint64_t spared(const twt_scan *scan)
{
    twt_stats stats;
    twt_scan_stats(scan, &stats);
    ck_assert_uint_eq(stats.families, 2);
    return stats.verify.ended_at[TWT_STEP_CANDIDATE];
}

START_TEST(whose_representatives_show_no_reuse_are_not_looked_at)
{
    char *text = texts_make(5, WORDS), *other = texts_make(77, WORDS);
    for (uint32_t threads = 1; threads <= 3; threads++) {
        twt_scan *scan = scan_of(text, other, threads);
        size_t count;
        twt_scan_pairs(scan, &count);
        ck_assert_uint_eq(spared(scan), MEMBERS * MEMBERS - 1);
        ck_assert_uint_eq(count, MEMBERS * (MEMBERS - 1));
        twt_scan_free(scan);
    }
    free(text);
    free(other);
}
END_TEST

/* Both families have the first half of one text. */
START_TEST(whose_representatives_show_reuse_are)
{
    char *text = texts_make(5, WORDS), *rest = texts_make(77, WORDS / 2);
    char *other = malloc(strlen(text) + strlen(rest) + 1);
    ck_assert_ptr_nonnull(other);
    size_t half = strlen(text) / 2;
    while (text[half] != ' ')
        half++;
    memcpy(other, text, half + 1);
    strcpy(other + half + 1, rest);
    twt_scan *scan = scan_of(text, other, 2);
    size_t count;
    twt_scan_pairs(scan, &count);
    ck_assert_uint_eq(spared(scan), 0);
    ck_assert_uint_eq(count, ALL * (ALL - 1) / 2);
    twt_scan_free(scan);
    free(text);
    free(rest);
    free(other);
}
END_TEST

static uint32_t spokesman(float share, uint32_t channels, uint32_t a, uint32_t b)
{
    uint32_t texts[4] = {0, 0, 2, 2};
    twt_candidate_pair pairs[] = {{.a = 0, .b = 2, .share = share, .channels = TWT_CHANNEL_RARE},
                                  {.a = a, .b = b, .channels = channels}};
    twt_sieved sieved = {.pairs = pairs, .count = 2, .texts = texts};
    return twt_members_spokesman(&sieved, 1);
}

START_TEST(only_members_whom_their_families_alone_brought_together_are_spoken_for)
{
    ck_assert_uint_eq(spokesman(.05f, TWT_CHANNEL_FAMILY, 1, 3), 0);
    ck_assert_uint_eq(spokesman(.05f, TWT_CHANNEL_FAMILY, 0, 3), 0);
    ck_assert_uint_eq(spokesman(.05f, TWT_CHANNEL_FAMILY | TWT_CHANNEL_BANDS, 1, 3), TWT_NO_NUMBER);
    ck_assert_uint_eq(spokesman(.05f, TWT_CHANNEL_FAMILY | TWT_CANDIDATE_IS_NEAR, 1, 3), TWT_NO_NUMBER);
    ck_assert_uint_eq(spokesman(.05f, TWT_CHANNEL_FAMILY, 2, 3), TWT_NO_NUMBER); /* of one family */
    ck_assert_uint_eq(spokesman(.2f, TWT_CHANNEL_FAMILY, 1, 3), TWT_NO_NUMBER);  /* much in common */
}
END_TEST

TWT_SUITE("scan_members", whose_representatives_show_no_reuse_are_not_looked_at, whose_representatives_show_reuse_are,
          only_members_whom_their_families_alone_brought_together_are_spoken_for)
