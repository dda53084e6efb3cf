#include "base/search.h"

#include "support/suite.h"

/* Even keys with one of them three times, so that each absent key lies between, before or behind present ones. */
START_TEST(the_first_key_that_is_not_under_one_is_found)
{
    const uint64_t keys[] = {2, 4, 4, 4, 6, 8};
    const size_t count = sizeof keys / sizeof *keys;
    for (uint64_t key = 0; key <= 10; key++)
        for (size_t begin = 0; begin <= count; begin++) {
            size_t expected = begin;
            while (expected < count && keys[expected] < key)
                expected++;
            ck_assert_uint_eq(twt_search(keys, begin, count, key), expected);
        }
}
END_TEST

START_TEST(keys_are_held_and_no_others)
{
    const uint64_t keys[] = {0, 3, UINT64_MAX};
    ck_assert(twt_search_holds(keys, 3, 0) && twt_search_holds(keys, 3, 3) && twt_search_holds(keys, 3, UINT64_MAX));
    ck_assert(!twt_search_holds(keys, 3, 1) && !twt_search_holds(keys, 3, UINT64_MAX - 1));
    ck_assert(!twt_search_holds(keys, 2, UINT64_MAX));
    ck_assert(!twt_search_holds(NULL, 0, 0));
}
END_TEST

TWT_SUITE("base_search", the_first_key_that_is_not_under_one_is_found, keys_are_held_and_no_others)
