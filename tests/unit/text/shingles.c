#include "text/shingle.h"

#include <string.h>

#include "base/hash.h"
#include "base/rng.h"
#include "support/failing_alloc.h"
#include "support/suite.h"

enum { MOST = 100000 };

typedef struct fixture {
    uint64_t *hashes;
    twt_hashes by_position, set, scratch;
} fixture;

static void setup(fixture *of)
{
    memset(of, 0, sizeof *of);
    of->hashes = calloc(MOST, sizeof *of->hashes);
}

static void teardown(fixture *of)
{
    free(of->hashes);
    twt_vec_free(&of->by_position);
    twt_vec_free(&of->set);
    twt_vec_free(&of->scratch);
}

static void fill(fixture *of, size_t count, uint64_t kinds)
{
    uint64_t state = count;
    for (size_t i = 0; i < count; i++)
        of->hashes[i] = twt_hash_mix(twt_rng_next(&state) % kinds);
}

static twt_status try_to_make(fixture *of, size_t count, uint32_t k)
{
    const twt_text_kernel *kernel = twt_text_kernel_at(0);
    twt_status status = twt_shingles_of(of->hashes, count, k, &of->by_position, kernel);
    return status == TWT_OK ? twt_shingle_set_of(&of->by_position, &of->set, &of->scratch, kernel) : status;
}

static void make(fixture *of, size_t count, uint32_t k)
{
    ck_assert_int_eq(try_to_make(of, count, k), TWT_OK);
}

static int by_value(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* The set must be what sorting by comparison and dropping repeats gives. */
static void assert_set(const fixture *of)
{
    size_t count = of->by_position.count, kept = 0;
    uint64_t *wanted = malloc((count + 1) * sizeof *wanted);
    memcpy(wanted, of->by_position.data, count * sizeof *wanted);
    qsort(wanted, count, sizeof *wanted, by_value);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || wanted[i] != wanted[i - 1])
            wanted[kept++] = wanted[i];
    ck_assert_uint_eq(of->set.count, kept);
    ck_assert_mem_eq(of->set.data, wanted, kept * sizeof *wanted);
    free(wanted);
}

START_TEST(there_is_one_shingle_for_each_place)
{
    fixture of;
    setup(&of);
    fill(&of, 50, 1000);
    for (uint32_t k = 1; k <= 16; k++)
        for (size_t count = 0; count <= 50; count++) {
            make(&of, count, k);
            ck_assert_uint_eq(of.by_position.count, count == 0 ? 0 : count < k ? 1 : count - k + 1);
            ck_assert_uint_le(of.set.count, of.by_position.count);
        }
    teardown(&of);
}
END_TEST

START_TEST(a_shingle_is_told_by_its_tokens_and_their_order)
{
    fixture of;
    setup(&of);
    static const uint64_t hashes[] = {1, 2, 3, 1, 2, 3, 2, 1, 3, 3};
    for (size_t i = 0; i < 10; i++)
        of.hashes[i] = hashes[i];
    make(&of, 10, 3);
    const uint64_t *shingles = of.by_position.data;
    ck_assert_uint_eq(shingles[0], shingles[3]); /* 1 2 3 */
    for (size_t i = 0; i < 8; i++)
        for (size_t j = i + 1; j < 8; j++)
            ck_assert(i == 0 && j == 3 ? shingles[i] == shingles[j] : shingles[i] != shingles[j]);
    ck_assert_uint_eq(shingles[1], twt_hash_combine(twt_hash_combine(2, 3), 1));
    teardown(&of);
}
END_TEST

START_TEST(the_set_is_sorted_and_unique)
{
    static const size_t counts[] = {1, 2, 3, 7, 48, 49, 1000, 65538, 65539, 80000};
    static const uint64_t kinds[] = {1, 2, 10, 1000, UINT64_MAX};
    fixture of;
    setup(&of);
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        for (size_t j = 0; j < sizeof kinds / sizeof *kinds; j++) {
            fill(&of, counts[i], kinds[j]);
            make(&of, counts[i], 3);
            assert_set(&of);
        }
    teardown(&of);
}
END_TEST

START_TEST(shingles_that_crowd_together_are_sorted_too)
{
    fixture of;
    setup(&of);
    for (size_t i = 0; i < 5000; i++)
        of.hashes[i] = 5000 - i; /* k = 1: the shingle is the token's hash, and all lead with zeros */
    make(&of, 5000, 1);
    assert_set(&of);
    ck_assert_uint_eq(of.set.count, 5000);
    teardown(&of);
}
END_TEST

START_TEST(the_content_hash_knows_order_and_number)
{
    fixture of;
    setup(&of);
    uint64_t all[2], fewer[2], swapped[2];
    fill(&of, 100, UINT64_MAX);
    ck_assert_int_eq(twt_content_hash(of.hashes, 100, &of.scratch, all), TWT_OK);
    ck_assert_int_eq(twt_content_hash(of.hashes, 99, &of.scratch, fewer), TWT_OK);
    uint64_t first = of.hashes[0];
    of.hashes[0] = of.hashes[1];
    of.hashes[1] = first;
    ck_assert_int_eq(twt_content_hash(of.hashes, 100, &of.scratch, swapped), TWT_OK);
    ck_assert_mem_ne(all, fewer, sizeof all);
    ck_assert_mem_ne(all, swapped, sizeof all);
    teardown(&of);
}
END_TEST

START_TEST(a_refused_allocation_is_reported)
{
    for (size_t n = 1;; n++) {
        fixture of;
        setup(&of);
        fill(&of, 500, UINT64_MAX);
        failing_alloc_arm(n);
        twt_status status = try_to_make(&of, 500, 3);
        bool was_refused = failing_alloc_disarm();
        teardown(&of);
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        if (!was_refused)
            break;
    }
}
END_TEST

TWT_SUITE("text_shingles", there_is_one_shingle_for_each_place, a_shingle_is_told_by_its_tokens_and_their_order,
          the_set_is_sorted_and_unique, shingles_that_crowd_together_are_sorted_too,
          the_content_hash_knows_order_and_number, a_refused_allocation_is_reported)
