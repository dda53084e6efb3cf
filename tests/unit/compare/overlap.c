#include "compare/words/overlap.h"

#include <math.h>
#include <string.h>

#include "base/rng.h"
#include "base/sort.h"
#include "support/suite.h"

enum { MOST = 4000 };

static size_t random_set(uint64_t *state, uint64_t *keys, size_t count, uint64_t range)
{
    uint64_t scratch[MOST];
    for (size_t i = 0; i < count; i++)
        keys[i] = twt_rng_next(state) % range;
    twt_sort_u64(keys, scratch, count);
    return twt_unique_u64(keys, count);
}

static uint32_t count_shared_slowly(const uint64_t *a, size_t m, const uint64_t *b, size_t n)
{
    uint32_t shared = 0;
    for (size_t i = 0; i < m; i++)
        for (size_t j = 0; j < n; j++)
            shared += a[i] == b[j];
    return shared;
}

static twt_analysis of_set(const uint64_t *keys, size_t count)
{
    return (twt_analysis){.shingle_set = keys, .shingle_set_count = count};
}

START_TEST(empty_sets_share_nothing)
{
    uint64_t key = 5;
    twt_analysis none = of_set(NULL, 0), one = of_set(&key, 1);
    twt_overlap overlap = twt_overlap_of(&none, &one);
    ck_assert_uint_eq(overlap.shared, 0);
    ck_assert(overlap.jaccard == 0 && overlap.containment[0] == 0 && overlap.containment[1] == 0);
    overlap = twt_overlap_of(&none, &none);
    ck_assert(overlap.jaccard == 0);
}
END_TEST

START_TEST(equal_sets_share_everything)
{
    uint64_t keys[] = {1, 2, 3};
    twt_analysis set = of_set(keys, 3);
    twt_overlap overlap = twt_overlap_of(&set, &set);
    ck_assert(overlap.jaccard == 1 && overlap.containment[0] == 1 && overlap.containment[1] == 1);
}
END_TEST

START_TEST(overlap_equals_counting_every_pair)
{
    uint64_t state = 1, a[MOST], b[MOST];
    for (int round = 0; round < 200; round++) {
        size_t m = random_set(&state, a, twt_rng_next(&state) % 60, 1 + twt_rng_next(&state) % 300);
        size_t n =
            random_set(&state, b, twt_rng_next(&state) % (round % 2 ? 60 : MOST), 1 + twt_rng_next(&state) % 9000);
        twt_analysis left = of_set(a, m), right = of_set(b, n);
        twt_overlap there = twt_overlap_of(&left, &right), back = twt_overlap_of(&right, &left);
        uint32_t shared = count_shared_slowly(a, m, b, n);
        ck_assert_uint_eq(there.shared, shared);
        ck_assert_uint_eq(back.shared, shared);
        ck_assert(there.jaccard == back.jaccard);
        ck_assert(there.containment[0] == back.containment[1] && there.containment[1] == back.containment[0]);
        if (m && n) {
            ck_assert(fabs(there.jaccard - (double)shared / (double)(m + n - shared)) < 1e-12);
            ck_assert(fabs(there.containment[0] - (double)shared / (double)m) < 1e-12);
        }
    }
}
END_TEST

TWT_SUITE("compare_overlap", empty_sets_share_nothing, equal_sets_share_everything, overlap_equals_counting_every_pair)
