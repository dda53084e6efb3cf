#include "base/hash.h"

#include "base/rng.h"
#include "support/suite.h"

/* XXH3's own published value for the empty input, and what our format fixed. */
START_TEST(known_answers_hold)
{
    uint64_t wide[2];
    ck_assert_uint_eq(twt_hash_bytes("", 0), 0x2d06800538d394c2u);
    twt_hash_bytes_128("", 0, wide);
    ck_assert_uint_eq(wide[0], 0x6001c324468d497fu);
    ck_assert_uint_eq(wide[1], 0x99aa06d3014798d8u);
    uint64_t rng = 0;
    ck_assert_uint_eq(twt_rng_next(&rng), 0xe220a8397b1dcdafu);
}
END_TEST

START_TEST(combining_depends_on_order)
{
    ck_assert_uint_ne(twt_hash_combine(1, 2), twt_hash_combine(2, 1));
    ck_assert_uint_ne(twt_hash_combine(0, 0), twt_hash_combine(0, 1));
}
END_TEST

TWT_SUITE("base_hash", known_answers_hold, combining_depends_on_order)
