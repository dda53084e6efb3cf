#include "candidate/additions.h"

#include "candidate/bands.h"
#include "support/failing_alloc.h"
#include "support/suite.h"
#include "synthetic.h"

enum { SINGLES = 80, MEMBERS = 100, POSITIONS = SINGLES + MEMBERS + 1 };

typedef struct collection { /* families of one, then one of many, then its members */
    twt_families families;
    twt_u64s band_pairs;
} collection;

/* equal: slots that the members share with their representative. */
static void open_collection(collection *c, size_t equal)
{
    *c = (collection){.band_pairs = {.count = 0}};
    for (uint32_t p = SINGLES + 1; p < POSITIONS; p++) {
        ck_assert(twt_vec_push(&c->band_pairs, twt_band_pair(SINGLES, p, equal)));
        if (p > SINGLES + 1) /* members resemble each other less than a family does */
            ck_assert(twt_vec_push(&c->band_pairs, twt_band_pair(p - 1, p, 70)));
    }
    ck_assert_int_eq(twt_families_build(&c->families, &c->band_pairs, POSITIONS, 77), TWT_OK);
    ck_assert_uint_eq(c->families.count, SINGLES + 1);
}

static void close_collection(collection *c)
{
    twt_families_free(&c->families);
    twt_vec_free(&c->band_pairs);
}

static size_t choose(collection *c, twt_additions *additions)
{
    *additions = (twt_additions){.positions = {.count = 0}};
    ck_assert_int_eq(twt_additions_choose(additions, &c->families, &c->band_pairs, SYNTHETIC_SLOTS), TWT_OK);
    ck_assert_uint_eq(additions->positions.count, additions->families.count);
    return additions->positions.count;
}

START_TEST(the_first_members_that_differ_are_chosen)
{
    collection c;
    twt_additions additions;
    open_collection(&c, 110);
    ck_assert_uint_eq(choose(&c, &additions), 64);
    for (uint32_t i = 0; i < 64; i++) {
        ck_assert_uint_eq(additions.positions.data[i], SINGLES + 1 + i);
        ck_assert_uint_eq(additions.families.data[i], SINGLES);
    }
    twt_additions_free(&additions);
    close_collection(&c);
    open_collection(&c, 125); /* nearly the same sketches */
    ck_assert_uint_eq(choose(&c, &additions), 0);
    twt_additions_free(&additions);
    close_collection(&c);
}
END_TEST

static void push(twt_rare_pairs *pairs, uint32_t a, uint32_t b, float weight, float share, uint32_t channels)
{
    ck_assert(twt_vec_push(pairs, ((twt_rare_pair){a, b, weight, share, channels})));
}

START_TEST(pairs_of_one_family_of_candidates_and_light_ones_are_left_out)
{
    enum { FAMILY = SINGLES, FIRST = SINGLES + 1 /* addition, and the same as a position */ };
    collection c;
    twt_additions additions;
    twt_rare_pairs found = {0}, rare = {0};
    open_collection(&c, 110);
    choose(&c, &additions);
    push(&rare, 3, FAMILY, 40, .03F, TWT_CHANNEL_RARE);
    push(&rare, 4, FAMILY, 40, .03F, 0);
    push(&found, 3, FIRST, 90, .09F, TWT_CHANNEL_RARE);      /* candidates already */
    push(&found, 4, FIRST, 91, .09F, TWT_CHANNEL_RARE);      /* what they share is known, and they are none */
    push(&found, 5, FIRST + 2, 92, .03F, TWT_CHANNEL_RARE);  /* little of much */
    push(&found, 6, FIRST, 11, .09F, TWT_CHANNEL_RARE);      /* light */
    push(&found, FAMILY, FIRST, 93, .09F, TWT_CHANNEL_RARE); /* one family, twice */
    push(&found, FIRST, FIRST + 1, 94, .09F, TWT_CHANNEL_RARE);
    twt_additions_keep(&additions, &c.families, &rare, &found);
    ck_assert_uint_eq(found.count, 2);
    static const twt_rare_pair expected[] = {{4, FIRST, 91, .09F, TWT_CHANNEL_ADDED},
                                             {5, FIRST + 2, 92, .03F, TWT_CHANNEL_ADDED}};
    ck_assert_mem_eq(found.data, expected, sizeof expected);
    twt_vec_free(&rare);
    twt_vec_free(&found);
    twt_additions_free(&additions);
    close_collection(&c);
}
END_TEST

/* A text that ten printed, one of them with a passage out of another text, among many. */
static bool is_passage_found(uint64_t seed, bool *is_member)
{
    enum { COPIES = 10, COUNT = 100, WORDS = 300, PASSAGE = 40 };
    static synthetic documents[COUNT];
    twt_candidate_options options;
    twt_candidate_options_init(&options);
    options.keeps_families = true;
    for (size_t i = 0; i < COUNT; i++)
        documents[i] = synthetic_text(&seed, WORDS, 50000);
    for (size_t i = 1; i < COPIES; i++) {
        synthetic_free(&documents[i], 1);
        documents[i] = synthetic_copy(&documents[0], &seed, .01);
    }
    memcpy(documents[1].tokens + WORDS - PASSAGE, documents[COUNT - 1].tokens, PASSAGE * sizeof(twt_token));
    twt_free(documents[1].shingles);
    synthetic_finish(&documents[1]);
    twt_candidates *candidates = synthetic_candidates(&options, documents, COUNT, NULL, NULL);
    const twt_candidate_pair *pairs;
    size_t count;
    ck_assert_int_eq(twt_candidates_find(candidates, 2, &pairs, &count), TWT_OK);
    *is_member = twt_candidates_representative(candidates, 1) != 1;
    bool is_found = false;
    for (size_t i = 0; i < count; i++)
        is_found |= pairs[i].a == 1 && pairs[i].b == COUNT - 1 &&
                    pairs[i].channels == (*is_member ? TWT_CHANNEL_ADDED : TWT_CHANNEL_RARE);
    twt_candidates_free(candidates);
    synthetic_free(documents, COUNT);
    return is_found;
}

START_TEST(what_one_copy_of_many_adds_is_found)
{
    size_t members = 0;
    for (uint64_t seed = 1; seed <= 8; seed++) {
        bool is_member;
        ck_assert(is_passage_found(seed, &is_member));
        members += is_member;
    }
    ck_assert_uint_gt(members, 4);
}
END_TEST

START_TEST(every_failed_allocation_is_reported)
{
    collection c;
    open_collection(&c, 110);
    for (size_t n = 1;; n++) {
        twt_additions additions = {.positions = {.count = 0}};
        failing_alloc_arm(n);
        twt_status status = twt_additions_choose(&additions, &c.families, &c.band_pairs, SYNTHETIC_SLOTS);
        bool has_failed = failing_alloc_disarm();
        ck_assert_int_eq(status, has_failed ? TWT_ERROR_MEMORY : TWT_OK);
        twt_additions_free(&additions);
        if (!has_failed)
            break;
    }
    close_collection(&c);
}
END_TEST

TWT_SUITE("candidate_additions", the_first_members_that_differ_are_chosen,
          pairs_of_one_family_of_candidates_and_light_ones_are_left_out, what_one_copy_of_many_adds_is_found,
          every_failed_allocation_is_reported)
