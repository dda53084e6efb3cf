#include "base/pool.h"

#include <stdatomic.h>
#include <string.h>

#include "support/failing_alloc.h"
#include "support/suite.h"

enum { COUNT = 10000 };

typedef struct job {
    atomic_uchar visits[COUNT];
    size_t fails_from;
} job;

static twt_status visit(void *context, size_t worker, size_t begin, size_t end)
{
    job *j = context;
    (void)worker;
    for (size_t i = begin; i < end; i++)
        atomic_fetch_add(&j->visits[i], 1);
    return begin >= j->fails_from ? TWT_ERROR_IO : TWT_OK;
}

START_TEST(every_element_is_visited_once_for_any_number_of_threads)
{
    static const size_t threads[] = {1, 2, 7, 64};
    for (size_t t = 0; t < sizeof threads / sizeof *threads; t++) {
        static job j;
        memset(&j, 0, sizeof j);
        j.fails_from = COUNT;
        ck_assert_int_eq(twt_pool_run(threads[t], COUNT, 7, visit, &j), TWT_OK);
        for (size_t i = 0; i < COUNT; i++)
            ck_assert_uint_eq(atomic_load(&j.visits[i]), 1);
    }
}
END_TEST

START_TEST(no_elements_are_no_work)
{
    static job j;
    ck_assert_int_eq(twt_pool_run(4, 0, 7, visit, &j), TWT_OK);
}
END_TEST

START_TEST(an_error_stops_the_loop_and_comes_back)
{
    static job j;
    memset(&j, 0, sizeof j);
    j.fails_from = 100;
    ck_assert_int_eq(twt_pool_run(2, COUNT, 10, visit, &j), TWT_ERROR_IO);
    ck_assert_uint_eq(atomic_load(&j.visits[0]), 1);
    ck_assert_uint_eq(atomic_load(&j.visits[COUNT - 1]), 0);
}
END_TEST

START_TEST(senseless_arguments_and_short_memory_are_errors)
{
    static job j;
    ck_assert_int_eq(twt_pool_run(0, COUNT, 1, visit, &j), TWT_ERROR_ARGUMENT);
    ck_assert_int_eq(twt_pool_run(1, COUNT, 0, visit, &j), TWT_ERROR_ARGUMENT);
    failing_alloc_arm(1);
    twt_status status = twt_pool_run(2, COUNT, 1, visit, &j);
    ck_assert(failing_alloc_disarm());
    ck_assert_int_eq(status, TWT_ERROR_MEMORY);
}
END_TEST

TWT_SUITE("base_pool", every_element_is_visited_once_for_any_number_of_threads, no_elements_are_no_work,
          an_error_stops_the_loop_and_comes_back, senseless_arguments_and_short_memory_are_errors)
