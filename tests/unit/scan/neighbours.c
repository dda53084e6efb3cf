#include "scan/neighbours.h"

#include <math.h>
#include <string.h>

#include "base/rng.h"
#include "base/vec.h"
#include "support/failing_alloc.h"
#include "support/suite.h"

enum { TEXTS = 12, FAMILIES = 20000, MOST = 200 };

static const uint32_t texts[TEXTS] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1}; /* 10 and 11 are copies of 0 and 1 */

static twt_candidate_pair pair_of(uint32_t a, uint32_t b, float share)
{
    return (twt_candidate_pair){.a = a, .b = b, .weight = 40, .share = share, .channels = TWT_CHANNEL_RARE};
}

/* order: the evidence of all pairs but the first, of which it is never asked. */
static double evidence_with(const twt_candidate_pair *pairs, float order, size_t count, const twt_candidate_pair *of,
                            size_t families)
{
    twt_neighbours n;
    float orders[MOST];
    for (size_t i = 0; i < count; i++)
        orders[i] = order;
    ck_assert_int_eq(twt_neighbours_build(&n, pairs, orders, NULL, count, texts, TEXTS, families), TWT_OK);
    double evidence = twt_neighbours_evidence(&n, of, 0);
    twt_neighbours_free(&n);
    return evidence;
}

static double evidence_in(const twt_candidate_pair *pairs, size_t count, const twt_candidate_pair *of, size_t families)
{
    return evidence_with(pairs, 7, count, of, families);
}

static double evidence(const twt_candidate_pair *pairs, size_t count)
{
    return evidence_in(pairs, count, &pairs[0], FAMILIES);
}

START_TEST(rare_words_in_common_speak_for_reuse_and_common_ones_against)
{
    twt_candidate_pair rare = pair_of(0, 1, .2f), common = pair_of(0, 1, .01f);
    ck_assert(evidence(&rare, 1) > 1);
    ck_assert(evidence(&common, 1) < -1);
}
END_TEST

START_TEST(a_rival_on_both_sides_speaks_against)
{
    const twt_candidate_pair pairs[] = {pair_of(0, 1, .1f), pair_of(0, 2, .3f), pair_of(1, 3, .3f)};
    double alone = evidence(pairs, 1), one = evidence(pairs, 2), both = evidence(pairs, 3);
    ck_assert(alone == one); /* a text retold twice, of which one version is nearer, has no rival itself */
    ck_assert(both < alone - 2);
}
END_TEST

START_TEST(a_rival_that_is_a_version_of_its_side_counts_half)
{
    const twt_candidate_pair pairs[] = {pair_of(0, 1, .1f), pair_of(0, 2, .05f), pair_of(1, 3, .05f)};
    double alone = evidence(pairs, 1), strangers = evidence(pairs, 3);
    double versions = evidence_with(pairs, 13, 3, &pairs[0], FAMILIES) + 2; /* what the next test is about */
    ck_assert(versions < alone);
    ck_assert(fabs((alone - strangers) - 2 * (alone - versions)) < 1e-6);
}
END_TEST

/* 0 and 1, each with so many versions; with a bridge also one of both. */
static double evidence_of_families(uint32_t versions, bool has_bridge)
{
    twt_candidate_pair pairs[MOST] = {pair_of(0, 1, .3f)};
    size_t count = 1;
    for (uint32_t side = 0; side < 2; side++) {
        for (uint32_t i = 0; i < versions; i++)
            pairs[count++] = pair_of(side, 2 + 3 * side + i, .3f);
        if (has_bridge)
            pairs[count++] = pair_of(side, 9, .01f);
    }
    return evidence_with(pairs, 13, count, &pairs[0], FAMILIES);
}

START_TEST(two_families_are_not_one_until_a_text_is_of_both)
{
    double one = evidence_of_families(1, false), two = evidence_of_families(2, false);
    ck_assert(fabs(one - two - 2) < 1e-6);
    ck_assert(evidence_of_families(3, false) == two);
    ck_assert(evidence_of_families(2, true) == evidence_of_families(1, true));
}
END_TEST

START_TEST(a_third_text_that_both_are_versions_of_speaks_for_reuse)
{
    const twt_candidate_pair pairs[] = {pair_of(0, 1, .06f), pair_of(0, 2, .12f), pair_of(1, 2, .12f)};
    double alone = evidence(pairs, 1), last = alone;
    ck_assert(evidence(pairs, 3) == alone); /* neither a rival nor a version */
    for (float order = 9; order <= 14; order++) {
        double with = evidence_with(pairs, order, 3, &pairs[0], FAMILIES);
        ck_assert(with > last || with == 6);
        last = with;
    }
    ck_assert(last > alone + 4);
}
END_TEST

START_TEST(two_parts_of_a_third_text_are_no_versions_of_each_other)
{
    const twt_candidate_pair pairs[] = {pair_of(0, 1, .02f), pair_of(0, 2, .6f), pair_of(1, 2, .6f)};
    ck_assert(evidence_with(pairs, 30, 3, &pairs[0], FAMILIES) == evidence(pairs, 1));
}
END_TEST

/* Of 0 and 1, of which 2 is a third version by an order of 13, so much doubted; 3 and 4 are rivals of 0 and 2. */
static double evidence_by_witness(float doubt, bool has_rivals)
{
    const twt_candidate_pair pairs[] = {pair_of(0, 1, .06f), pair_of(0, 2, .12f), pair_of(0, 3, .4f),
                                        pair_of(1, 2, .12f), pair_of(2, 4, .4f)};
    const twt_candidate_pair plain[] = {pairs[0], pairs[1], pairs[3]};
    const float orders[] = {7, 13, 7, 13, 7}, doubts[] = {0, doubt, 0, doubt, 0};
    const float plain_orders[] = {7, 13, 13}, plain_doubts[] = {0, doubt, doubt};
    twt_neighbours n;
    twt_status status = has_rivals
                            ? twt_neighbours_build(&n, pairs, orders, doubts, 5, texts, TEXTS, FAMILIES)
                            : twt_neighbours_build(&n, plain, plain_orders, plain_doubts, 3, texts, TEXTS, FAMILIES);
    ck_assert_int_eq(status, TWT_OK);
    double evidence = twt_neighbours_evidence(&n, &pairs[0], 0);
    twt_neighbours_free(&n);
    return evidence;
}

START_TEST(a_third_version_is_worth_what_its_own_neighbours_leave_of_it)
{
    const twt_candidate_pair pairs[] = {pair_of(0, 1, .06f), pair_of(0, 2, .12f), pair_of(1, 2, .12f)};
    double believed = evidence_with(pairs, 13, 3, &pairs[0], FAMILIES), alone = evidence(pairs, 3);
    ck_assert(evidence_by_witness(0, false) == believed); /* credit covers what little speaks against it */
    ck_assert(evidence_by_witness(5, false) == believed);
    ck_assert(evidence_by_witness(8, false) < believed && evidence_by_witness(8, false) > alone);
    ck_assert(evidence_by_witness(14, false) == alone);
    ck_assert(evidence_by_witness(0, true) < believed && evidence_by_witness(0, true) > alone);
}
END_TEST

START_TEST(evidence_tips_the_scale_and_does_not_fill_it)
{
    const twt_candidate_pair rare[] = {pair_of(0, 1, 1), pair_of(0, 2, 1), pair_of(1, 2, 1)};
    const twt_candidate_pair common[] = {pair_of(0, 1, .001f), pair_of(0, 2, 1), pair_of(1, 3, 1)};
    ck_assert(evidence_with(rare, 20, 3, &rare[0], FAMILIES) == 6);
    ck_assert(evidence(common, 3) == -6);
}
END_TEST

START_TEST(copies_stand_where_their_text_stands)
{
    const twt_candidate_pair pairs[] = {pair_of(0, 1, .1f), pair_of(0, 2, .3f),  pair_of(0, 11, .1f),
                                        pair_of(1, 3, .3f), pair_of(1, 10, .1f), pair_of(10, 11, .1f)};
    double own = evidence_in(pairs, 6, &pairs[0], FAMILIES);
    for (size_t i = 2; i < 6; i++)
        if (i != 3)
            ck_assert(evidence_in(pairs, 6, &pairs[i], FAMILIES) == own);
}
END_TEST

START_TEST(nothing_is_said_of_one_family_of_unweighed_pairs_and_in_small_collections)
{
    twt_candidate_pair family = pair_of(0, 10, .3f), unweighed = pair_of(0, 1, 0), pair = pair_of(0, 1, .3f);
    unweighed.weight = 0;
    ck_assert(evidence(&family, 1) == 0);
    ck_assert(evidence(&unweighed, 1) == 0);
    ck_assert(evidence_in(&pair, 1, &pair, 64) == 0);
    ck_assert(evidence_in(&pair, 1, &pair, 0) == 0);
    double some = evidence_in(&pair, 1, &pair, 200), full = evidence_in(&pair, 1, &pair, 1000);
    ck_assert(some > 0 && some < full);
    ck_assert(full == evidence(&pair, 1));
}
END_TEST

START_TEST(likeness_counts_less_and_other_figures_count_against)
{
    twt_measures m = {.words = {90, 90}, .shared_words = 36, .blocks = 4};
    ck_assert(fabs(twt_neighbours_doubt(&m)) < 1e-6);
    m.shared_words = 45;
    double alike = twt_neighbours_doubt(&m);
    m.blocks_of[TWT_CHANGE_NUMBER] = 1;
    double one = twt_neighbours_doubt(&m);
    m.blocks_of[TWT_CHANGE_NAME] = 2;
    double three = twt_neighbours_doubt(&m);
    ck_assert(0 < alike && alike < one && one < three);
    m = (twt_measures){.words = {0, 5}};
    ck_assert(twt_neighbours_doubt(&m) == TWT_DOUBT_LEAST);
}
END_TEST

START_TEST(doubt_takes_as_much_as_a_collection_of_this_size_is_trusted)
{
    const twt_candidate_pair pair = pair_of(0, 1, .1f), family = pair_of(0, 10, .1f);
    const float order = 7;
    for (size_t families = 100; families <= 2000; families += 1900) {
        twt_neighbours n;
        ck_assert_int_eq(twt_neighbours_build(&n, &pair, &order, NULL, 1, texts, TEXTS, families), TWT_OK);
        double taken = twt_neighbours_evidence(&n, &pair, 1) - twt_neighbours_evidence(&n, &pair, 3);
        ck_assert(fabs(taken - 2 * n.trust) < 1e-9 && (families < 1000 || n.trust == 1));
        ck_assert(twt_neighbours_know(&n, &pair) && !twt_neighbours_know(&n, &family));
        ck_assert(twt_neighbours_evidence(&n, &family, 3) == 0);
        twt_neighbours_free(&n);
    }
}
END_TEST

static void check_reach(const twt_neighbours *n, const twt_candidate_pair *pairs, size_t count, double doubt)
{
    double reach[2];
    twt_neighbours_reach(n, doubt, reach);
    ck_assert(reach[0] <= 0 && reach[1] >= 0);
    for (size_t i = 0; i < count; i++) {
        double evidence = twt_neighbours_evidence(n, &pairs[i], doubt);
        ck_assert(evidence >= reach[0] && evidence <= reach[1]);
        ck_assert(evidence == twt_hearing_evidence(twt_neighbours_hear(n, &pairs[i]), doubt));
    }
}

START_TEST(evidence_stays_within_the_reach_of_its_doubt)
{
    const twt_candidate_pair pairs[] = {pair_of(0, 1, 1), pair_of(0, 2, 1), pair_of(1, 2, 1),   pair_of(3, 4, .001f),
                                        pair_of(3, 5, 1), pair_of(4, 6, 1), pair_of(0, 10, .3f)};
    const float orders[] = {20, 20, 20, 0, 0, 0, 20};
    for (size_t families = 60; families <= 2000; families *= 2) {
        twt_neighbours n;
        ck_assert_int_eq(twt_neighbours_build(&n, pairs, orders, NULL, 7, texts, TEXTS, families), TWT_OK);
        for (double doubt = TWT_DOUBT_LEAST; doubt < 20; doubt += .7)
            check_reach(&n, pairs, 7, doubt);
        twt_neighbours_free(&n);
    }
}
END_TEST

/* The definition: all others are looked at. */
static twt_standing stand_slowly(float share[MOST][MOST], float order[MOST][MOST], size_t a, size_t b)
{
    twt_standing slow = {0};
    double rivals[2] = {0}, strangers[2] = {0}, own[2] = {0};
    for (size_t z = 0; z < MOST; z++) {
        if (z == a || z == b)
            continue;
        double nearer = (double)share[a][z] - (double)share[b][z];
        if (fmin((double)share[a][z], (double)share[b][z]) <= 4 * (double)share[a][b])
            slow.third = fmax(slow.third, fmin((double)order[a][z], (double)order[b][z]));
        rivals[0] = fmax(rivals[0], nearer);
        rivals[1] = fmax(rivals[1], -nearer);
        if (order[a][z] < 12)
            strangers[0] = fmax(strangers[0], nearer);
        if (order[b][z] < 12)
            strangers[1] = fmax(strangers[1], -nearer);
        own[0] += order[a][z] >= 12 && order[b][z] < 12;
        own[1] += order[b][z] >= 12 && order[a][z] < 12;
    }
    slow.own = slow.third < 13 ? fmin(own[0], own[1]) : 0;
    slow.rival = fmin(rivals[0], rivals[1]);
    slow.stranger = fmin(strangers[0], strangers[1]);
    return slow;
}

typedef TWT_VEC(twt_candidate_pair) pair_vec;
typedef TWT_VEC(float) order_vec;

static void check_standing(const twt_neighbours *n, float share[MOST][MOST], float order[MOST][MOST],
                           const twt_candidate_pair *pair)
{
    twt_standing slow = stand_slowly(share, order, pair->a, pair->b);
    twt_standing fast = twt_neighbours_stand(n, pair->a, pair->b, (double)pair->share);
    twt_standing back = twt_neighbours_stand(n, pair->b, pair->a, (double)pair->share);
    ck_assert(fast.third == slow.third && fast.rival == slow.rival);
    ck_assert(fast.stranger == slow.stranger && fast.own == slow.own);
    ck_assert(fast.third == back.third && fast.rival == back.rival);
    ck_assert(fast.stranger == back.stranger && fast.own == back.own);
}

/* At most 14 neighbours each. */
static void make_neighbourhood(uint64_t *state, float share[MOST][MOST], float order[MOST][MOST], pair_vec *pairs,
                               order_vec *orders)
{
    for (uint32_t a = 0; a < MOST; a++)
        for (uint32_t b = a + 1; b < MOST && b < a + 8; b++)
            if (twt_rng_next(state) % 2) {
                share[a][b] = share[b][a] = (float)(1 + twt_rng_next(state) % 50) / 100;
                order[a][b] = order[b][a] = (float)(twt_rng_next(state) % 20);
                ck_assert(twt_vec_push(pairs, pair_of(a, b, share[a][b])));
                ck_assert(twt_vec_push(orders, order[a][b]));
            }
}

START_TEST(of_few_neighbours_all_are_looked_at)
{
    static float share[MOST][MOST], order[MOST][MOST];
    uint64_t state = 4;
    uint32_t own[MOST];
    for (uint32_t d = 0; d < MOST; d++)
        own[d] = d;
    for (int round = 0; round < 20; round++) {
        pair_vec pairs = {0};
        order_vec orders = {0};
        twt_neighbours n;
        memset(share, 0, sizeof share);
        memset(order, 0, sizeof order);
        make_neighbourhood(&state, share, order, &pairs, &orders);
        ck_assert_int_eq(twt_neighbours_build(&n, pairs.data, orders.data, NULL, pairs.count, own, MOST, FAMILIES),
                         TWT_OK);
        for (size_t i = 0; i < pairs.count; i++)
            check_standing(&n, share, order, &pairs.data[i]);
        twt_neighbours_free(&n);
        twt_vec_free(&pairs);
        twt_vec_free(&orders);
    }
}
END_TEST

START_TEST(of_many_neighbours_the_nearest_count)
{
    pair_vec pairs = {0};
    static float orders[2000];
    static uint32_t own[2000];
    for (uint32_t d = 0; d < 2000; d++)
        own[d] = d;
    for (uint32_t b = 1; b < 1000; b++) /* 0 is near to all of them, most of all to 700 */
        ck_assert(twt_vec_push(&pairs, pair_of(0, b, b == 700 ? .5f : .05f)));
    for (uint32_t b = 1; b < 1000; b++)
        ck_assert(twt_vec_push(&pairs, pair_of(b, 1000 + b, .2f)));
    twt_neighbours n;
    ck_assert_int_eq(twt_neighbours_build(&n, pairs.data, orders, NULL, pairs.count, own, 2000, FAMILIES), TWT_OK);
    ck_assert(fabs(twt_neighbours_stand(&n, 0, 5, .05).rival - .2) < 1e-6); /* the lesser of 700 and 1005 */
    ck_assert(fabs(twt_neighbours_stand(&n, 0, 700, .5).rival - .05) < 1e-6);
    twt_neighbours_free(&n);
    twt_vec_free(&pairs);
}
END_TEST

START_TEST(every_refused_allocation_is_reported)
{
    const twt_candidate_pair pairs[] = {pair_of(0, 1, .1f), pair_of(0, 2, .3f)};
    const float orders[] = {9, 13}, doubts[] = {0, 20};
    for (size_t round = 1;; round++) {
        twt_neighbours n;
        failing_alloc_arm(round);
        twt_status status = twt_neighbours_build(&n, pairs, orders, doubts, 2, texts, TEXTS, FAMILIES);
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        twt_neighbours_free(&n);
        if (!was_refused)
            break;
    }
}
END_TEST

/* Of the first two of so many texts, all of which share as much with each other but for these two. */
static double evidence_in_language(uint32_t count, float of_all, float of_pair)
{
    uint32_t own[20];
    twt_candidate_pair pairs[MOST];
    float orders[MOST];
    size_t pair_count = 0;
    twt_neighbours n;
    for (uint32_t i = 0; i < count; i++)
        own[i] = i;
    for (uint32_t a = 0; a < count; a++)
        for (uint32_t b = a + 1; b < count; b++) {
            orders[pair_count] = 7;
            pairs[pair_count++] = pair_of(a, b, b == 1 ? of_pair : of_all);
        }
    ck_assert_int_eq(twt_neighbours_build(&n, pairs, orders, NULL, pair_count, own, count, FAMILIES), TWT_OK);
    double evidence = twt_neighbours_evidence(&n, &pairs[0], 0);
    twt_neighbours_free(&n);
    return evidence;
}

START_TEST(where_all_words_of_a_language_are_rare_they_say_nothing)
{
    double few = evidence_in_language(13, .06f, .08f), many = evidence_in_language(14, .06f, .08f);
    ck_assert(fabs(few - many - 2 * log(.08 / .02)) < 1e-5);
    ck_assert(fabs(many - evidence_in_language(2, 0, .02f)) < 1e-5);
    ck_assert(evidence_in_language(14, .06f, .03f) < evidence_in_language(14, .06f, .07f));
}
END_TEST

TWT_SUITE("scan_neighbours", rare_words_in_common_speak_for_reuse_and_common_ones_against,
          a_rival_on_both_sides_speaks_against, a_rival_that_is_a_version_of_its_side_counts_half,
          two_families_are_not_one_until_a_text_is_of_both, a_third_text_that_both_are_versions_of_speaks_for_reuse,
          two_parts_of_a_third_text_are_no_versions_of_each_other,
          a_third_version_is_worth_what_its_own_neighbours_leave_of_it, evidence_tips_the_scale_and_does_not_fill_it,
          copies_stand_where_their_text_stands,
          nothing_is_said_of_one_family_of_unweighed_pairs_and_in_small_collections,
          likeness_counts_less_and_other_figures_count_against,
          doubt_takes_as_much_as_a_collection_of_this_size_is_trusted, evidence_stays_within_the_reach_of_its_doubt,
          of_few_neighbours_all_are_looked_at, of_many_neighbours_the_nearest_count,
          where_all_words_of_a_language_are_rare_they_say_nothing, every_refused_allocation_is_reported)
