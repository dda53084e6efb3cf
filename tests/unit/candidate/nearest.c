#include "candidate/nearest.h"

#include <string.h>

#include "base/check.h"
#include "base/rng.h"
#include "support/failing_alloc.h"
#include "support/suite.h"

enum { FAMILIES = 200, PAIRS = 4000 };

/* Families of one member each, the last of two. */
typedef struct collection {
    uint32_t begins[FAMILIES + 1];
    twt_families families;
    twt_rare_pairs pairs;
    float limits[FAMILIES];
} collection;

static void open_collection(collection *c)
{
    *c = (collection){.families = {.begins = c->begins, .count = FAMILIES}};
    for (uint32_t f = 0; f < FAMILIES; f++)
        c->begins[f] = f;
    c->begins[FAMILIES] = FAMILIES + 1;
}

static void add(collection *c, uint32_t a, uint32_t b, float share, float weight)
{
    twt_rare_pair pair = {.a = a, .b = b, .weight = weight, .share = share, .channels = TWT_CHANNEL_RARE};
    ck_assert(twt_vec_push(&c->pairs, pair));
}

/* A star around the family: more than are near, each with more share than the last. */
static void surround(collection *c, uint32_t centre, uint32_t first)
{
    for (uint32_t i = 0; i < 2 * TWT_NEAREST; i++)
        add(c, centre, first + i, .05f + .001f * (float)i, 20);
}

static uint32_t channels_of(collection *c, uint32_t a, uint32_t b)
{
    for (size_t i = 0; i < c->pairs.count; i++)
        if (c->pairs.data[i].a == a && c->pairs.data[i].b == b)
            return c->pairs.data[i].channels;
    ck_abort_msg("%u and %u are no pair", a, b);
}

static void choose(collection *c)
{
    ck_assert_int_eq(twt_nearest_choose(&c->families, &c->pairs, c->limits), TWT_OK);
}

START_TEST(a_faint_pair_needs_one_side_that_has_few_nearer)
{
    collection c;
    open_collection(&c);
    surround(&c, 0, 10);
    surround(&c, 1, 60);
    add(&c, 0, 1, .03f, 20);
    add(&c, 0, 2, .03f, 20);
    choose(&c);
    ck_assert_uint_eq(channels_of(&c, 0, 1), 0);
    ck_assert_uint_eq(channels_of(&c, 0, 2), TWT_CHANNEL_RARE);
    ck_assert_uint_eq(channels_of(&c, 0, 10), TWT_CHANNEL_RARE);
    twt_vec_free(&c.pairs);
}
END_TEST

START_TEST(much_in_common_needs_no_rank)
{
    collection c;
    open_collection(&c);
    surround(&c, 0, 10);
    surround(&c, 1, 60);
    add(&c, 0, 1, TWT_FAINT_SHARE, 20);
    choose(&c);
    ck_assert_uint_eq(channels_of(&c, 0, 1), TWT_CHANNEL_RARE);
    c.pairs.data[c.pairs.count - 1] = (twt_rare_pair){0, 1, TWT_FAINT_WEIGHT, .03f, TWT_CHANNEL_RARE};
    choose(&c);
    ck_assert_uint_eq(channels_of(&c, 0, 1), TWT_CHANNEL_RARE);
    twt_vec_free(&c.pairs);
}
END_TEST

START_TEST(versions_of_a_text_stand_for_their_family)
{
    collection c;
    open_collection(&c);
    surround(&c, 0, 10);
    surround(&c, FAMILIES - 1, 60);
    add(&c, 0, FAMILIES - 1, .03f, 20);
    choose(&c);
    ck_assert_uint_eq(channels_of(&c, 0, FAMILIES - 1), TWT_CHANNEL_RARE);
    twt_vec_free(&c.pairs);
}
END_TEST

START_TEST(of_few_families_every_pair_stays)
{
    collection c;
    open_collection(&c);
    c.families.count = TWT_SMALL_FAMILIES;
    surround(&c, 0, 10);
    surround(&c, 1, 10);
    add(&c, 0, 1, .001f, 1);
    choose(&c);
    ck_assert_uint_eq(channels_of(&c, 0, 1), TWT_CHANNEL_RARE);
    twt_vec_free(&c.pairs);
}
END_TEST

/* How many families share more with one than share. */
static size_t nearer(const collection *c, uint32_t family, float share)
{
    size_t count = 0;
    for (size_t i = 0; i < c->pairs.count; i++)
        count += (c->pairs.data[i].a == family || c->pairs.data[i].b == family) && c->pairs.data[i].share > share;
    return count;
}

START_TEST(what_is_chosen_is_what_counting_says_and_what_the_checks_tell)
{
    uint64_t state = 11;
    collection c;
    open_collection(&c);
    for (size_t i = 0; i < PAIRS; i++) {
        uint32_t a = (uint32_t)(twt_rng_next(&state) % 40), b = 40 + (uint32_t)(twt_rng_next(&state) % 160);
        add(&c, a, b, .018f + .0005f * (float)(twt_rng_next(&state) % 60), (float)(twt_rng_next(&state) % 40));
    }
    choose(&c);
    size_t dropped = 0;
    for (size_t i = 0; i < PAIRS; i++) {
        const twt_rare_pair *pair = &c.pairs.data[i];
        bool is_near = nearer(&c, pair->a, pair->share) < TWT_NEAREST || nearer(&c, pair->b, pair->share) < TWT_NEAREST;
        bool has_members = pair->b == FAMILIES - 1;
        double scaled = twt_rare_scale(FAMILIES) * TWT_FAINT_WEIGHT;
        bool stays = is_near || has_members || pair->share >= TWT_FAINT_SHARE || (double)pair->weight >= scaled;
        ck_assert_int_eq(pair->channels != 0, stays);
        twt_check checks[TWT_NEAREST_CHECKS];
        float limits[2] = {c.limits[pair->a], c.limits[pair->b]};
        twt_nearest_checks(FAMILIES, &(twt_candidate_pair){.weight = pair->weight, .share = pair->share}, limits,
                           checks);
        ck_assert_int_eq(twt_checks_hold(checks, TWT_NEAREST_CHECKS), stays);
        dropped += !stays;
    }
    ck_assert_uint_gt(dropped, PAIRS / 20);
    ck_assert_uint_lt(dropped, PAIRS);
    twt_vec_free(&c.pairs);
}
END_TEST

START_TEST(a_failed_allocation_is_reported)
{
    collection c;
    open_collection(&c);
    surround(&c, 0, 10);
    failing_alloc_arm(1);
    twt_status status = twt_nearest_choose(&c.families, &c.pairs, c.limits);
    failing_alloc_disarm();
    ck_assert_int_eq(status, TWT_ERROR_MEMORY);
    twt_vec_free(&c.pairs);
}
END_TEST

TWT_SUITE("candidate_nearest", a_faint_pair_needs_one_side_that_has_few_nearer, much_in_common_needs_no_rank,
          versions_of_a_text_stand_for_their_family, of_few_families_every_pair_stays,
          what_is_chosen_is_what_counting_says_and_what_the_checks_tell, a_failed_allocation_is_reported)
