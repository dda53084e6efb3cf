#include "base/vec.h"

#include <stdint.h>

#include "support/failing_alloc.h"
#include "support/suite.h"

START_TEST(elements_stay_in_order)
{
    TWT_VEC(uint32_t) numbers = {0};
    for (uint32_t i = 0; i < 1000; i++)
        ck_assert(twt_vec_push(&numbers, i));
    for (uint32_t i = 0; i < 1000; i++)
        ck_assert_uint_eq(numbers.data[i], i);
    twt_vec_free(&numbers);
    ck_assert_uint_eq(numbers.count, 0);
}
END_TEST

START_TEST(a_refused_allocation_leaves_the_vec_unchanged)
{
    TWT_VEC(uint32_t) numbers = {0};
    ck_assert(twt_vec_push(&numbers, 7));
    while (numbers.count < numbers.cap)
        ck_assert(twt_vec_push(&numbers, 7));
    size_t count = numbers.count;
    failing_alloc_arm(1);
    bool is_pushed = twt_vec_push(&numbers, 8);
    ck_assert(failing_alloc_disarm());
    ck_assert(!is_pushed);
    ck_assert_uint_eq(numbers.count, count);
    ck_assert_uint_eq(numbers.data[0], 7);
    twt_vec_free(&numbers);
}
END_TEST

START_TEST(an_overflowing_size_is_refused)
{
    ck_assert_ptr_null(twt_alloc_array(SIZE_MAX / 2, 4));
    ck_assert_ptr_null(twt_alloc_array(SIZE_MAX, 1));
}
END_TEST

TWT_SUITE("base_vec", elements_stay_in_order, a_refused_allocation_leaves_the_vec_unchanged,
          an_overflowing_size_is_refused)
