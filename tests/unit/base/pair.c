#include "base/pair.h"

#include <stdbool.h>

#include "support/suite.h"

typedef struct weighed {
    uint32_t a, b;
    double weight;
} weighed;

/* Pairs of even numbers only, so that each absent pair lies between, before or behind present ones. */
START_TEST(each_pair_is_found_and_no_other)
{
    enum { SIDE = 6 };
    weighed pairs[SIDE * SIDE];
    for (uint32_t i = 0; i < SIDE * SIDE; i++)
        pairs[i] = (weighed){2 * (i / SIDE), 2 * (i % SIDE), i};
    for (uint32_t a = 0; a <= 2 * SIDE; a++)
        for (uint32_t b = 0; b <= 2 * SIDE; b++) {
            bool is_there = a % 2 == 0 && b % 2 == 0 && a < 2 * SIDE && b < 2 * SIDE;
            const weighed *found = twt_pair_find(pairs, SIDE * SIDE, sizeof *pairs, a, b);
            ck_assert_ptr_eq(found, is_there ? &pairs[a / 2 * SIDE + b / 2] : NULL);
        }
}
END_TEST

START_TEST(an_empty_list_holds_no_pair)
{
    ck_assert_ptr_null(twt_pair_find(NULL, 0, sizeof(weighed), 1, 2));
}
END_TEST

TWT_SUITE("base_pair", each_pair_is_found_and_no_other, an_empty_list_holds_no_pair)
