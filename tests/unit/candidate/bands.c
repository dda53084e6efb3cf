#include "candidate/bands.h"
#include "candidate/families.h"
#include "synthetic.h"

static uint32_t *counting_up(size_t count)
{
    uint32_t *order = twt_alloc_array(count, sizeof *order);
    ck_assert_ptr_nonnull(order);
    for (size_t i = 0; i < count; i++)
        order[i] = (uint32_t)i;
    return order;
}

static uint32_t *slots_of(const synthetic *documents, size_t count)
{
    uint32_t *slots = twt_alloc_array(count * SYNTHETIC_SLOTS, sizeof *slots);
    ck_assert_ptr_nonnull(slots);
    for (size_t i = 0; i < count; i++)
        memcpy(slots + i * SYNTHETIC_SLOTS, documents[i].slots, sizeof documents[i].slots);
    return slots;
}

static twt_u64s find(const uint32_t *slots, size_t count, size_t threads)
{
    twt_candidate_options options;
    twt_candidate_options_init(&options);
    uint32_t *order = counting_up(count);
    twt_sketches sketches = {slots, SYNTHETIC_SLOTS, order, count, NULL};
    twt_u64s pairs = {0};
    ck_assert_int_eq(twt_bands_find(&options, &sketches, threads, &pairs), TWT_OK);
    twt_free(order);
    return pairs;
}

/* Equal slots of a pair that shares a band, else 0. */
static size_t equal_in_a_band(const uint32_t *a, const uint32_t *b)
{
    size_t equal = 0, bands = 0;
    for (size_t i = 0; i < SYNTHETIC_SLOTS; i++)
        equal += a[i] == b[i];
    for (size_t i = 0; i < SYNTHETIC_SLOTS; i += 4)
        bands += !memcmp(a + i, b + i, 4 * sizeof *a);
    return bands ? equal : 0;
}

START_TEST(the_pairs_are_exactly_those_that_a_comparison_of_all_with_all_finds)
{
    enum { COUNT = 400 };
    static synthetic documents[COUNT];
    synthetic_collection(documents, COUNT, 12, 20, 1);
    uint32_t *slots = slots_of(documents, COUNT);
    twt_u64s pairs = find(slots, COUNT, 1);
    size_t next = 0;
    for (uint32_t q = 0; q < COUNT; q++)
        for (uint32_t p = 0; p < q; p++) {
            size_t equal = equal_in_a_band(slots + p * SYNTHETIC_SLOTS, slots + q * SYNTHETIC_SLOTS);
            if (equal >= SYNTHETIC_SLOTS / 4) {
                ck_assert_uint_lt(next, pairs.count);
                ck_assert_uint_eq(pairs.data[next], twt_band_pair(p, q, equal));
                next++;
            }
        }
    ck_assert_uint_gt(next, 200);
    ck_assert_uint_eq(next, pairs.count);
    twt_vec_free(&pairs);
    twt_free(slots);
    synthetic_free(documents, COUNT);
}
END_TEST

static bool has(const twt_u64s *pairs, uint32_t p, uint32_t q)
{
    for (size_t i = 0; i < pairs->count; i++)
        if (twt_band_pair_earlier(pairs->data[i]) == p && twt_band_pair_later(pairs->data[i]) == q)
            return true;
    return false;
}

START_TEST(recall_by_exact_jaccard_is_that_of_the_bands)
{
    enum { COUNT = 300 };
    static synthetic documents[COUNT];
    synthetic_collection(documents, COUNT, 30, 10, 2);
    uint32_t *slots = slots_of(documents, COUNT);
    twt_u64s pairs = find(slots, COUNT, 1);
    size_t seen[11] = {0}, found[11] = {0}; /* by tenths of Jaccard */
    for (uint32_t q = 0; q < COUNT; q++)
        for (uint32_t p = 0; p < q; p++) {
            int tenth = (int)(10 * synthetic_jaccard(&documents[p], &documents[q]));
            if (tenth < 3)
                continue;
            seen[tenth]++;
            found[tenth] += has(&pairs, p, q);
        }
    for (int tenth = 8; tenth <= 10; tenth++)
        ck_assert_uint_eq(found[tenth], seen[tenth]);
    ck_assert_uint_gt(seen[5] * seen[6] * seen[7] * seen[8], 0);
    ck_assert_uint_ge(found[7] * 100, seen[7] * 98);
    ck_assert_uint_ge(found[6] * 100, seen[6] * 96);
    ck_assert_uint_ge(found[5] * 100, seen[5] * 82);
    twt_vec_free(&pairs);
    twt_free(slots);
    synthetic_free(documents, COUNT);
}
END_TEST

START_TEST(threads_change_nothing)
{
    enum { COUNT = 500 };
    static synthetic documents[COUNT];
    synthetic_collection(documents, COUNT, 5, 90, 3);
    uint32_t *slots = slots_of(documents, COUNT);
    twt_u64s one = find(slots, COUNT, 1), four = find(slots, COUNT, 4);
    ck_assert_uint_eq(one.count, four.count);
    ck_assert_mem_eq(one.data, four.data, one.count * sizeof *one.data);
    twt_vec_free(&one);
    twt_vec_free(&four);
    twt_free(slots);
    synthetic_free(documents, COUNT);
}
END_TEST

START_TEST(documents_all_alike_give_pairs_in_proportion_to_their_number)
{
    enum { MOST = 10000 };
    uint32_t *slots = twt_alloc_array((size_t)MOST * SYNTHETIC_SLOTS, sizeof *slots);
    ck_assert_ptr_nonnull(slots);
    uint64_t state = 9;
    for (size_t i = 0; i < MOST * SYNTHETIC_SLOTS; i++) /* each slot is the common one in nine of ten */
        slots[i] = twt_rng_next(&state) % 10 ? (uint32_t)(i % SYNTHETIC_SLOTS) : (uint32_t)twt_rng_next(&state);
    twt_u64s half = find(slots, MOST / 2, 1), all = find(slots, MOST, 1);
    ck_assert_uint_lt(all.count, 200 * (size_t)MOST);
    ck_assert_uint_lt(all.count, half.count * 22 / 10);
    twt_families families;
    ck_assert_int_eq(twt_families_build(&families, &all, MOST, 77), TWT_OK);
    ck_assert_uint_le(families.count, MOST / 500);
    twt_families_free(&families);
    twt_vec_free(&half);
    twt_vec_free(&all);
    twt_free(slots);
}
END_TEST

START_TEST(identical_sketches_are_one_family)
{
    enum { COUNT = 3000 };
    uint32_t *slots = twt_alloc_array((size_t)COUNT * SYNTHETIC_SLOTS, sizeof *slots);
    ck_assert_ptr_nonnull(slots);
    for (size_t i = 0; i < COUNT * SYNTHETIC_SLOTS; i++)
        slots[i] = (uint32_t)(i % SYNTHETIC_SLOTS);
    twt_u64s pairs = find(slots, COUNT, 2);
    ck_assert_uint_lt(pairs.count, 8 * COUNT);
    twt_families families;
    ck_assert_int_eq(twt_families_build(&families, &pairs, COUNT, 128), TWT_OK);
    ck_assert_uint_eq(families.count, 1);
    ck_assert_uint_eq(twt_family_size(&families, 0), COUNT);
    twt_families_free(&families);
    twt_vec_free(&pairs);
    twt_free(slots);
}
END_TEST

/* ---- families -------------------------------------------------------------------------------------------- */

START_TEST(a_member_of_a_member_founds_its_own_family)
{
    uint64_t near[] = {twt_band_pair(0, 1, 100), twt_band_pair(1, 2, 100), twt_band_pair(2, 3, 90)};
    twt_u64s pairs = {near, 3, 3};
    twt_families families;
    ck_assert_int_eq(twt_families_build(&families, &pairs, 5, 80), TWT_OK);
    ck_assert_uint_eq(families.count, 3);
    static const uint32_t expected[] = {0, 0, 1, 1, 2};
    ck_assert_mem_eq(families.family_of, expected, sizeof expected);
    ck_assert_uint_eq(families.members[families.begins[1]], 2);
    ck_assert_uint_eq(twt_family_size(&families, 2), 1);
    twt_families_free(&families);
}
END_TEST

START_TEST(the_most_alike_representative_is_joined_and_of_equals_the_earlier)
{
    uint64_t near[] = {twt_band_pair(0, 3, 90), twt_band_pair(1, 3, 95), twt_band_pair(2, 3, 79),
                       twt_band_pair(1, 4, 90), twt_band_pair(2, 4, 90)};
    twt_u64s pairs = {near, 5, 5};
    twt_families families;
    ck_assert_int_eq(twt_families_build(&families, &pairs, 5, 80), TWT_OK);
    ck_assert_uint_eq(families.family_of[3], 1);
    ck_assert_uint_eq(families.family_of[4], 1);
    twt_families_free(&families);
}
END_TEST

START_TEST(no_documents_are_no_families)
{
    twt_u64s pairs = {0};
    twt_families families;
    ck_assert_int_eq(twt_families_build(&families, &pairs, 0, 80), TWT_OK);
    ck_assert_uint_eq(families.count, 0);
    twt_families_free(&families);
}
END_TEST

TWT_SUITE("candidate_bands", the_pairs_are_exactly_those_that_a_comparison_of_all_with_all_finds,
          recall_by_exact_jaccard_is_that_of_the_bands, threads_change_nothing,
          documents_all_alike_give_pairs_in_proportion_to_their_number, identical_sketches_are_one_family,
          a_member_of_a_member_founds_its_own_family, the_most_alike_representative_is_joined_and_of_equals_the_earlier,
          no_documents_are_no_families)
