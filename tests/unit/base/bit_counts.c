#include "base/bit_counts.h"

#include "base/rng.h"
#include "support/suite.h"

START_TEST(sixty_four_counters_are_as_if_each_had_counted_by_itself)
{
    uint64_t state = 5;
    for (int round = 0; round < 50; round++) {
        twt_bit_counts counts = {{0}};
        unsigned plain[64] = {0};
        for (unsigned added = 0; added < TWT_BIT_COUNT_MAX; added++) {
            uint64_t bits = twt_rng_next(&state) | (round % 3 ? twt_rng_next(&state) : 0);
            bits = round % 7 ? bits : UINT64_MAX;
            twt_bit_counts_add(&counts, bits);
            for (unsigned at = 0; at < 64; at++)
                plain[at] += bits >> at & 1;
        }
        for (unsigned at = 0; at < 64; at++)
            ck_assert_uint_eq(twt_bit_counts_at(&counts, at), plain[at]);
        for (unsigned least = 0; least <= TWT_BIT_COUNT_MAX; least++) {
            uint64_t reach = twt_bit_counts_reach(&counts, least);
            for (unsigned at = 0; at < 64; at++)
                ck_assert_int_eq((int)(reach >> at & 1), plain[at] >= least);
        }
    }
}
END_TEST

TWT_SUITE("base_bit_counts", sixty_four_counters_are_as_if_each_had_counted_by_itself)
