#include "scan/route.h"

#include "base/rng.h"
#include "support/failing_alloc.h"
#include "support/suite.h"

enum { DOCUMENTS = 60, PAIRS = 200 };

static size_t random_pairs(uint64_t *state, twt_candidate_pair *pairs)
{
    size_t count = 0, most = twt_rng_next(state) % PAIRS;
    for (uint32_t a = 0; a < DOCUMENTS; a++)
        for (uint32_t b = a + 1; b < DOCUMENTS && count < most; b++)
            if (twt_rng_next(state) % 20 == 0)
                pairs[count++] = (twt_candidate_pair){.a = a, .b = b};
    return count;
}

START_TEST(every_pair_is_on_the_route_once)
{
    uint64_t state = 7;
    for (int round = 0; round < 200; round++) {
        twt_candidate_pair pairs[PAIRS];
        uint8_t seen[PAIRS] = {0};
        uint32_t *route;
        size_t count = random_pairs(&state, pairs);
        ck_assert_int_eq(twt_route_find(pairs, count, DOCUMENTS, NULL, &route), TWT_OK);
        for (size_t i = 0; i < count; i++) {
            ck_assert_uint_lt(route[i], count);
            ck_assert_uint_eq(seen[route[i]]++, 0);
        }
        twt_free(route);
    }
}
END_TEST

START_TEST(no_pairs_make_an_empty_route)
{
    uint32_t *route;
    ck_assert_int_eq(twt_route_find(NULL, 0, 0, NULL, &route), TWT_OK);
    twt_free(route);
    ck_assert_int_eq(twt_route_find(NULL, 0, 5, NULL, &route), TWT_OK);
    twt_free(route);
}
END_TEST

/* Two families whose members' numbers alternate. */
START_TEST(a_family_is_left_only_when_it_is_done)
{
    twt_candidate_pair pairs[PAIRS];
    size_t count = 0, changes = 0;
    for (uint32_t a = 0; a < 20; a++)
        for (uint32_t b = a + 2; b < 20; b += 2)
            pairs[count++] = (twt_candidate_pair){.a = a, .b = b};
    uint32_t *route;
    ck_assert_int_eq(twt_route_find(pairs, count, 20, NULL, &route), TWT_OK);
    for (size_t i = 1; i < count; i++)
        changes += pairs[route[i]].a % 2 != pairs[route[i - 1]].a % 2;
    ck_assert_uint_eq(changes, 1);
    twt_free(route);
}
END_TEST

START_TEST(pairs_of_the_same_two_texts_follow_each_other)
{
    enum { TEXTS = 4, ALL = 24 };
    twt_candidate_pair pairs[PAIRS];
    uint32_t first_copies[ALL], *route;
    size_t count = 0, changes = 0;
    for (uint32_t a = 0; a < ALL; a++) {
        first_copies[a] = a % TEXTS;
        for (uint32_t b = a + 1; b < ALL && count < PAIRS; b++)
            pairs[count++] = (twt_candidate_pair){.a = a, .b = b};
    }
    bool is_seen[PAIRS] = {false};
    ck_assert_int_eq(twt_route_find(pairs, count, ALL, first_copies, &route), TWT_OK);
    for (size_t i = 0; i < count; i++) {
        ck_assert(!is_seen[route[i]]);
        is_seen[route[i]] = true;
        const twt_candidate_pair *at = &pairs[route[i]], *before = &pairs[route[i ? i - 1 : 0]];
        changes += at->a % TEXTS != before->a % TEXTS || at->b % TEXTS != before->b % TEXTS;
    }
    ck_assert_uint_lt(changes, TEXTS * TEXTS); /* so many pairs of texts, in either order */
    twt_free(route);
}
END_TEST

START_TEST(a_long_chain_is_followed_without_recursion)
{
    enum { CHAIN = 200000 };
    twt_candidate_pair *pairs = calloc(CHAIN, sizeof *pairs);
    for (uint32_t i = 0; i < CHAIN; i++)
        pairs[i] = (twt_candidate_pair){.a = i, .b = i + 1};
    uint32_t *route;
    ck_assert_int_eq(twt_route_find(pairs, CHAIN, CHAIN + 1, NULL, &route), TWT_OK);
    for (uint32_t i = 0; i < CHAIN; i++)
        ck_assert(route[i] == i);
    twt_free(route);
    free(pairs);
}
END_TEST

START_TEST(no_allocation_that_fails_is_fatal)
{
    const twt_candidate_pair pair = {.a = 0, .b = 1};
    bool is_done = false;
    for (size_t n = 1; !is_done; n++) {
        uint32_t *route;
        failing_alloc_arm(n);
        twt_status status = twt_route_find(&pair, 1, 2, NULL, &route);
        is_done = !failing_alloc_disarm();
        ck_assert_int_eq(status, is_done ? TWT_OK : TWT_ERROR_MEMORY);
        twt_free(route);
    }
}
END_TEST

TWT_SUITE("scan_route", every_pair_is_on_the_route_once, no_pairs_make_an_empty_route,
          a_family_is_left_only_when_it_is_done, pairs_of_the_same_two_texts_follow_each_other,
          a_long_chain_is_followed_without_recursion, no_allocation_that_fails_is_fatal)
