#include "candidate/furniture.h"

#include "base/check.h"
#include "synthetic.h"

enum { TEXTS = 90, OWN = 300, SHARED = 200 };

static uint32_t of_furniture[SYNTHETIC_SLOTS];

/* The words of one, then those of the other. */
static synthetic joined(const synthetic *own, const synthetic *furniture)
{
    synthetic document = {.token_count = own->token_count + furniture->token_count};
    document.tokens = twt_alloc_zeroed(document.token_count, sizeof *document.tokens);
    ck_assert_ptr_nonnull(document.tokens);
    memcpy(document.tokens, own->tokens, own->token_count * sizeof *own->tokens);
    memcpy(document.tokens + own->token_count, furniture->tokens, furniture->token_count * sizeof *furniture->tokens);
    synthetic_finish(&document);
    return document;
}

/* Texts of their own under one masthead but for the last, which is the first with one word in twenty replaced. */
static void make_pages(synthetic *pages, size_t own_words)
{
    uint64_t state = 5;
    synthetic masthead = synthetic_text(&state, SHARED, 50000), first = {0};
    memcpy(of_furniture, masthead.slots, sizeof of_furniture);
    for (size_t i = 0; i < TEXTS; i++) {
        synthetic own = i + 1 < TEXTS ? synthetic_text(&state, own_words, 1e9) : synthetic_copy(&first, &state, .05);
        pages[i] = joined(&own, &masthead);
        if (i == 0)
            first = own;
        else
            synthetic_free(&own, 1);
    }
    synthetic_free(&first, 1);
    synthetic_free(&masthead, 1);
}

static twt_candidates *candidates_of(const synthetic *pages, bool tells)
{
    twt_candidate_options options;
    twt_candidate_options_init(&options);
    twt_candidates *candidates = synthetic_candidates(&options, pages, TEXTS, NULL, NULL);
    for (uint32_t i = 0; tells && i < TEXTS; i++)
        twt_candidates_tell_furniture(candidates, i, of_furniture);
    return candidates;
}

/* How many pairs the bands found, and whether first and last are one of them. */
static size_t banded(twt_candidates *candidates, bool *has_copy)
{
    const twt_candidate_pair *pairs;
    size_t count, found = 0;
    *has_copy = false;
    ck_assert_int_eq(twt_candidates_find(candidates, 1, &pairs, &count), TWT_OK);
    for (size_t i = 0; i < count; i++) {
        found += (pairs[i].channels & TWT_CHANNEL_BANDS) != 0;
        *has_copy |= pairs[i].channels & TWT_CHANNEL_BANDS && pairs[i].a == 0 && pairs[i].b == TEXTS - 1;
    }
    twt_candidates_free(candidates);
    return found;
}

START_TEST(bands_leave_out_what_shares_furniture_alone)
{
    static synthetic pages[TEXTS];
    bool has_copy;
    make_pages(pages, OWN);
    size_t all = banded(candidates_of(pages, false), &has_copy);
    ck_assert_uint_gt(all, 5 * TEXTS);
    ck_assert_uint_lt(10 * banded(candidates_of(pages, true), &has_copy), all); /* a few look like whole pages */
    ck_assert(has_copy);
    synthetic_free(pages, TEXTS);
}
END_TEST

START_TEST(pages_that_are_alike_as_wholes_stay_whatever_they_share)
{
    static synthetic pages[TEXTS];
    bool has_copy;
    make_pages(pages, SHARED / 4);
    size_t all = banded(candidates_of(pages, false), &has_copy);
    ck_assert_uint_gt(all, TEXTS);
    ck_assert_uint_eq(banded(candidates_of(pages, true), &has_copy), all);
    ck_assert(has_copy);
    synthetic_free(pages, TEXTS);
}
END_TEST

START_TEST(who_has_no_furniture_shares_what_is_his_own)
{
    static synthetic pages[TEXTS];
    bool has_copy;
    make_pages(pages, OWN);
    twt_candidates *candidates = candidates_of(pages, false);
    for (uint32_t i = 1; i < TEXTS; i++)
        twt_candidates_tell_furniture(candidates, i, of_furniture);
    banded(candidates, &has_copy);
    ck_assert(has_copy);
    synthetic_free(pages, TEXTS);
}
END_TEST

/* Sketches of own + shared + furniture shingles, all of them random numbers. */
static double estimate(const twt_sketcher *sketcher, uint64_t *state, size_t shared, size_t own)
{
    enum { FURNITURE = 300 };
    uint64_t shingles[2][1000], bits[2][TWT_FURNITURE_WORDS_MAX] = {{0}};
    uint32_t slots[2][SYNTHETIC_SLOTS], part[SYNTHETIC_SLOTS];
    size_t count = FURNITURE + shared + own;
    for (size_t i = 0; i < count; i++) {
        shingles[0][i] = twt_rng_next(state);
        shingles[1][i] = i < FURNITURE + shared ? shingles[0][i] : twt_rng_next(state);
    }
    twt_sketcher_run(sketcher, shingles[0], FURNITURE, part);
    for (int side = 0; side < 2; side++) {
        twt_sketcher_run(sketcher, shingles[side], count, slots[side]);
        twt_furniture_mark(bits[side], slots[side], part, SYNTHETIC_SLOTS);
    }
    return twt_furniture_own_jaccard(bits[0], bits[1], slots[0], slots[1], SYNTHETIC_SLOTS);
}

START_TEST(the_slots_that_furniture_did_not_give_tell_how_alike_the_rest_is)
{
    twt_profile profile;
    twt_sketcher *sketcher;
    uint64_t state = 17;
    twt_profile_init(&profile);
    ck_assert_int_eq(twt_sketcher_new(&profile, TWT_KERNEL_AUTO, &sketcher), TWT_OK);
    for (size_t shared = 0; shared <= 300; shared += 60) {
        double sum = 0, own = (double)(300 - shared), expected = (double)shared / ((double)shared + 2 * own);
        for (int i = 0; i < 200; i++)
            sum += estimate(sketcher, &state, shared, (size_t)own);
        ck_assert_double_eq_tol(sum / 200, expected, .02);
    }
    twt_sketcher_free(sketcher);
}
END_TEST

START_TEST(the_checks_say_what_the_bands_asked)
{
    static synthetic pages[TEXTS];
    twt_profile profile;
    twt_check checks[TWT_FURNITURE_CHECKS];
    twt_profile_init(&profile);
    make_pages(pages, 2 * SHARED);
    for (size_t i = 1; i < TEXTS; i++) {
        twt_furniture_checks(&profile, pages[0].slots, pages[i].slots, of_furniture, of_furniture, checks);
        ck_assert(twt_checks_hold(checks, TWT_FURNITURE_CHECKS) == (i + 1 == TEXTS));
        ck_assert(checks[0].measure == TWT_MEASURE_OWN_JACCARD && checks[0].is_met == (i + 1 == TEXTS));
    }
    synthetic_free(pages, TEXTS);
}
END_TEST

TWT_SUITE("candidate_furniture", bands_leave_out_what_shares_furniture_alone,
          pages_that_are_alike_as_wholes_stay_whatever_they_share, who_has_no_furniture_shares_what_is_his_own,
          the_slots_that_furniture_did_not_give_tell_how_alike_the_rest_is, the_checks_say_what_the_bands_asked)
