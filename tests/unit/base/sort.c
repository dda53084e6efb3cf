#include "base/sort.h"

#include <stdlib.h>
#include <string.h>

#include "base/rng.h"
#include "support/suite.h"

enum { COUNT = 3000 };

static int compare(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

/* Few distinct digits in some rounds, so that skipped passes are met. */
static uint64_t draw(uint64_t *rng, int round)
{
    static const uint64_t masks[] = {UINT64_MAX, 0xff, 0xff00ff00u, 0xff00000000000000u, 3};
    return twt_rng_next(rng) & masks[round % 5];
}

START_TEST(keys_come_out_as_the_c_library_sorts_them)
{
    static uint64_t keys[COUNT], expected[COUNT], scratch[COUNT];
    uint64_t rng = 1;
    for (int round = 0; round < 60; round++) {
        size_t count = (size_t)(twt_rng_next(&rng) % COUNT);
        for (size_t i = 0; i < count; i++)
            keys[i] = expected[i] = draw(&rng, round);
        twt_sort_u64(keys, scratch, count);
        qsort(expected, count, sizeof *expected, compare);
        ck_assert_int_eq(memcmp(keys, expected, count * sizeof *keys), 0);
    }
}
END_TEST

enum { MANY = 300000 };

static void check_spread(uint64_t *keys, uint64_t *expected, uint64_t *scratch, size_t count)
{
    memcpy(expected, keys, count * sizeof *keys);
    qsort(expected, count, sizeof *expected, compare);
    twt_sort_spread_u64(keys, scratch, count, 64);
    ck_assert_int_eq(memcmp(keys, expected, count * sizeof *keys), 0);
}

START_TEST(spread_keys_and_crowded_ones_come_out_as_the_c_library_sorts_them)
{
    static uint64_t keys[MANY], expected[MANY], scratch[MANY];
    static const uint64_t masks[] = {UINT64_MAX, 0xff, 0xff00ff00u, 0xffu | UINT64_C(7) << 61, 3};
    static const size_t counts[] = {0, 1, 48, 49, 700, 3000, 16384, 16385, MANY};
    uint64_t rng = 3;
    for (size_t round = 0; round < 45; round++) {
        size_t count = counts[round / 5];
        for (size_t i = 0; i < count; i++) /* every third is one of a few */
            keys[i] = i % 3 ? twt_rng_next(&rng) & masks[round % 5] : UINT64_MAX / (1 + twt_rng_next(&rng) % 4);
        check_spread(keys, expected, scratch, count);
    }
}
END_TEST

START_TEST(equal_keys_keep_their_order)
{
    static twt_keyed items[COUNT], scratch[COUNT];
    uint64_t rng = 2;
    for (int round = 0; round < 60; round++) {
        size_t count = (size_t)(twt_rng_next(&rng) % COUNT);
        for (size_t i = 0; i < count; i++)
            items[i] = (twt_keyed){draw(&rng, round), i};
        twt_sort_keyed(items, scratch, count);
        for (size_t i = 1; i < count; i++)
            ck_assert(items[i - 1].key < items[i].key ||
                      (items[i - 1].key == items[i].key && items[i - 1].value < items[i].value));
    }
}
END_TEST

START_TEST(unique_keeps_each_key_once)
{
    uint64_t keys[] = {1, 1, 2, 3, 3, 3};
    ck_assert_uint_eq(twt_unique_u64(keys, 6), 3);
    ck_assert(keys[0] == 1 && keys[1] == 2 && keys[2] == 3);
    ck_assert_uint_eq(twt_unique_u64(keys, 0), 0);
}
END_TEST

TWT_SUITE("base_sort", keys_come_out_as_the_c_library_sorts_them,
          spread_keys_and_crowded_ones_come_out_as_the_c_library_sorts_them, equal_keys_keep_their_order,
          unique_keeps_each_key_once)
