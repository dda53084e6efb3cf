#include "sketch/kernel.h"

#include <string.h>

#include "base/hash.h"
#include "base/rng.h"
#include "support/suite.h"

static const twt_kernel fast[] = {TWT_KERNEL_SCALAR, TWT_KERNEL_AVX2, TWT_KERNEL_AVX512, TWT_KERNEL_NEON,
                                  TWT_KERNEL_AUTO};

enum { FAST = sizeof fast / sizeof *fast, VALUES = 1100 };

static void fill(uint32_t *values, size_t count, uint64_t seed)
{
    for (size_t i = 0; i < count; i++)
        values[i] = (uint32_t)(twt_rng_next(&seed) >> 32);
}

/* The definition as one would say it. */
static void lower_plainly(const uint32_t *multipliers, const uint32_t *addends, size_t slots, const uint32_t *values,
                          size_t count, uint32_t *minima)
{
    for (size_t v = 0; v < count; v++)
        for (size_t i = 0; i < slots; i++) {
            uint32_t image = multipliers[i] * values[v] + addends[i];
            minima[i] = image < minima[i] ? image : minima[i];
        }
}

static void check_lower(twt_kernel_lower lower, size_t slots, size_t count)
{
    /* one element of slack on either side: no alignment may be needed and nothing beyond may be touched */
    static uint32_t multipliers[TWT_SLOTS_MAX + 1], addends[TWT_SLOTS_MAX + 1], values[VALUES + 1];
    static uint32_t expected[TWT_SLOTS_MAX + 2], got[TWT_SLOTS_MAX + 2];
    fill(multipliers, TWT_SLOTS_MAX + 1, 1);
    fill(addends, TWT_SLOTS_MAX + 1, 2);
    fill(values, VALUES + 1, slots * 10000 + count);
    fill(expected, TWT_SLOTS_MAX + 2, 4);
    memcpy(got, expected, sizeof got);
    lower_plainly(multipliers + 1, addends + 1, slots, values + 1, count, expected + 1);
    lower(multipliers + 1, addends + 1, slots, values + 1, count, got + 1);
    ck_assert_msg(!memcmp(got, expected, sizeof got), "%zu slots, %zu values", slots, count);
}

START_TEST(every_kernel_equals_the_definition)
{
    static const size_t counts[] = {0,  1,  2,  3,  7,  8,   9,   15,  16,  17,    31,
                                    32, 33, 63, 64, 65, 400, 511, 512, 513, VALUES};
    for (int k = 0; k < FAST; k++) {
        twt_kernel kernel = fast[k];
        twt_kernel_lower lower = twt_kernel_find(&kernel);
        for (size_t slots = 16; lower && slots <= TWT_SLOTS_MAX; slots += 16)
            for (size_t c = 0; c < sizeof counts / sizeof *counts; c++)
                check_lower(lower, slots, counts[c]);
    }
}
END_TEST

START_TEST(every_kernel_mixes_like_the_scalar_one)
{
    static uint64_t shingles[VALUES];
    static uint32_t expected[VALUES + 1], got[VALUES + 1];
    uint64_t state = 3;
    for (size_t i = 0; i < VALUES; i++)
        shingles[i] = i < 4 ? UINT64_MAX << 32 * i % 63 : twt_rng_next(&state);
    for (int k = 0; k < FAST; k++) {
        twt_kernel kernel = fast[k];
        if (!twt_kernel_find(&kernel))
            continue;
        for (size_t count = 0; count < 40; count++) {
            memset(expected, 1, sizeof expected);
            memset(got, 1, sizeof got);
            twt_kernel_mix_scalar(shingles + count, VALUES - 2 * count, expected);
            twt_kernel_mix_of(kernel)(shingles + count, VALUES - 2 * count, got);
            ck_assert_mem_eq(got, expected, sizeof got);
        }
    }
    ck_assert_uint_eq(expected[39], (uint32_t)(twt_hash_mix(shingles[78]) >> 32));
}
END_TEST

START_TEST(extreme_values_are_compared_as_unsigned_numbers)
{
    static const uint32_t edges[] = {0, 1, 0x7fffffff, 0x80000000, 0x80000001, UINT32_MAX};
    uint32_t multipliers[16], addends[16] = {0};
    for (int i = 0; i < 16; i++)
        multipliers[i] = 1;
    for (int k = 0; k < FAST; k++) {
        twt_kernel kernel = fast[k];
        twt_kernel_lower lower = twt_kernel_find(&kernel);
        for (size_t e = 0; lower && e < 36; e++) {
            uint32_t minima[16], low = edges[e / 6], high = edges[e % 6];
            for (int i = 0; i < 16; i++)
                minima[i] = low;
            lower(multipliers, addends, 16, &high, 1, minima);
            ck_assert_uint_eq(minima[15], low < high ? low : high);
        }
    }
}
END_TEST

START_TEST(auto_names_the_kernel_it_chose)
{
    twt_profile profile;
    twt_profile_init(&profile);
    twt_sketcher *sketcher;
    ck_assert_int_eq(twt_sketcher_new(&profile, TWT_KERNEL_AUTO, &sketcher), TWT_OK);
    ck_assert_int_ne(twt_sketcher_kernel(sketcher), TWT_KERNEL_AUTO);
    twt_sketcher_free(sketcher);
    ck_assert_int_eq(twt_sketcher_new(&profile, TWT_KERNEL_SCALAR, &sketcher), TWT_OK);
    ck_assert_int_eq(twt_sketcher_kernel(sketcher), TWT_KERNEL_SCALAR);
    twt_sketcher_free(sketcher);
}
END_TEST

START_TEST(a_kernel_that_is_missing_is_unsupported)
{
    static const twt_kernel all[] = {TWT_KERNEL_AVX2, TWT_KERNEL_AVX512, TWT_KERNEL_NEON, (twt_kernel)99};
    twt_profile profile;
    twt_profile_init(&profile);
    int missing = 0;
    for (int i = 0; i < 4; i++) {
        twt_sketcher *sketcher;
        twt_kernel kernel = all[i];
        bool is_there = twt_kernel_find(&kernel) != NULL;
        twt_status status = twt_sketcher_new(&profile, all[i], &sketcher);
        ck_assert_int_eq(status, is_there ? TWT_OK : TWT_ERROR_UNSUPPORTED);
        ck_assert_int_eq(sketcher != NULL, is_there);
        twt_sketcher_free(sketcher);
        missing += !is_there;
    }
    ck_assert_int_ge(missing, 2); /* no CPU has both AVX and NEON, and none has number 99 */
}
END_TEST

START_TEST(names_and_kernels_go_both_ways)
{
    for (int k = TWT_KERNEL_AUTO; k <= TWT_KERNEL_NEON; k++) {
        twt_kernel parsed;
        ck_assert_int_eq(twt_kernel_parse(twt_kernel_name((twt_kernel)k), &parsed), TWT_OK);
        ck_assert_int_eq(parsed, k);
    }
    ck_assert_str_eq(twt_kernel_name((twt_kernel)99), "unknown");
}
END_TEST

START_TEST(other_names_are_refused)
{
    static const char *const bad[] = {"", "AVX2", "avx", "scalar ", "unknown", "sse2"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        twt_kernel kernel = TWT_KERNEL_NEON;
        ck_assert_int_eq(twt_kernel_parse(bad[i], &kernel), TWT_ERROR_ARGUMENT);
        ck_assert_int_eq(kernel, TWT_KERNEL_NEON);
    }
}
END_TEST

TWT_SUITE("sketch_kernel", every_kernel_equals_the_definition, every_kernel_mixes_like_the_scalar_one,
          extreme_values_are_compared_as_unsigned_numbers, auto_names_the_kernel_it_chose,
          a_kernel_that_is_missing_is_unsupported, names_and_kernels_go_both_ways, other_names_are_refused)
