/* Crowds among invented band pairs, and what a crowd of texts makes of candidates. */
#include "candidate/crowds.h"
#include "base/vec.h"
#include "candidate/bands.h"
#include "candidate/circles.h"
#include "candidate/families.h"
#include "support/failing_alloc.h"
#include "synthetic.h"

enum { SLOTS = 128, LIKE = 64, UNLIKE = 63, FAMILIAR = 77, POSITIONS = 4 * TWT_CROWD_MIN };

static int by_number(const void *left, const void *right)
{
    const uint64_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

static void find_crowds(twt_u64s *pairs, size_t positions, twt_families *families, uint32_t **hub_of)
{
    qsort(pairs->data, pairs->count, sizeof *pairs->data, by_number);
    ck_assert_int_eq(twt_families_build(families, pairs, positions, FAMILIAR), TWT_OK);
    ck_assert_int_eq(twt_crowds_find(families, pairs, SLOTS, hub_of), TWT_OK);
}

static size_t count_in_chain(size_t length, size_t equal)
{
    twt_u64s pairs = {0};
    twt_families families;
    uint32_t *hub_of;
    size_t crowded = 0;
    for (uint32_t p = 0; p + 1 < length; p++)
        ck_assert(twt_vec_push(&pairs, twt_band_pair(p, p + 1, equal)));
    find_crowds(&pairs, length + 10, &families, &hub_of);
    for (size_t p = 0; p < length + 10; p++)
        crowded += hub_of[p] != TWT_NO_HUB;
    twt_free(hub_of);
    twt_families_free(&families);
    twt_vec_free(&pairs);
    return crowded;
}

START_TEST(more_than_four_thousand_like_documents_in_a_row_are_a_crowd)
{
    ck_assert_uint_eq(count_in_chain(TWT_CROWD_MIN, LIKE), 0);
    ck_assert_uint_eq(count_in_chain(TWT_CROWD_MIN + 1, LIKE), TWT_CROWD_MIN + 1);
    ck_assert_uint_eq(count_in_chain(2 * TWT_CROWD_MIN, UNLIKE), 0);
}
END_TEST

/* Which positions can be reached, by going round until nothing changes. */
static size_t reach(const twt_u64s *pairs, uint32_t from, bool *is_reached)
{
    size_t count = 1, before = 0;
    memset(is_reached, 0, POSITIONS);
    is_reached[from] = true;
    while (count > before) {
        before = count;
        for (size_t i = 0; i < pairs->count; i++) {
            uint32_t p = twt_band_pair_earlier(pairs->data[i]), q = twt_band_pair_later(pairs->data[i]);
            if (twt_band_pair_equal(pairs->data[i]) < LIKE || is_reached[p] == is_reached[q])
                continue;
            is_reached[p] = is_reached[q] = true;
            count++;
        }
    }
    return count;
}

static void ck_assert_hub(const twt_families *families, const bool *is_reached, uint32_t hub)
{
    size_t best = 0;
    ck_assert(is_reached[hub]);
    for (uint32_t f = 0; f < families->count; f++)
        if (is_reached[families->members[families->begins[f]]] && twt_family_size(families, f) > best)
            best = twt_family_size(families, f);
    uint32_t family = families->family_of[hub];
    ck_assert_uint_eq(twt_family_size(families, family), best);
    ck_assert_uint_eq(families->members[families->begins[family]], hub);
}

START_TEST(crowds_are_what_can_be_reached_and_meet_the_largest_family)
{
    static bool is_reached[POSITIONS];
    twt_u64s pairs = {0};
    twt_families families;
    uint32_t *hub_of;
    size_t crowded = 0;
    uint64_t state = 7;
    for (size_t i = 0; i < POSITIONS; i++) {
        uint32_t p = (uint32_t)(twt_rng_next(&state) % POSITIONS), q = (uint32_t)(twt_rng_next(&state) % POSITIONS);
        if (p < q)
            ck_assert(twt_vec_push(&pairs, twt_band_pair(p, q, 40 + twt_rng_next(&state) % 80)));
        if (p > q)
            ck_assert(twt_vec_push(&pairs, twt_band_pair(q, p, 100)));
    }
    find_crowds(&pairs, POSITIONS, &families, &hub_of);
    for (uint32_t p = 0; p < POSITIONS; p++)
        crowded += hub_of[p] != TWT_NO_HUB;
    for (uint32_t p = 0; p < POSITIONS; p += 400) {
        size_t count = reach(&pairs, p, is_reached);
        ck_assert((hub_of[p] != TWT_NO_HUB) == (count > TWT_CROWD_MIN));
        if (hub_of[p] == TWT_NO_HUB)
            continue;
        ck_assert_uint_eq(count, crowded); /* there is no room for two */
        ck_assert_hub(&families, is_reached, hub_of[p]);
    }
    ck_assert(crowded > TWT_CROWD_MIN && crowded < POSITIONS);
    twt_free(hub_of);
    twt_families_free(&families);
    twt_vec_free(&pairs);
}
END_TEST

/* ---- texts ----------------------------------------------------------------------------------------------- */

enum { EDITS = TWT_CROWD_MIN + 200 };

static synthetic edits[EDITS];

static size_t find_pairs(size_t count, size_t threads, const uint32_t *order, size_t *degrees)
{
    twt_candidate_options options;
    const twt_candidate_pair *pairs;
    size_t pair_count;
    twt_candidate_options_init(&options);
    twt_candidates *candidates = synthetic_candidates(&options, edits, count, order, order);
    ck_assert_int_eq(twt_candidates_find(candidates, threads, &pairs, &pair_count), TWT_OK);
    memset(degrees, 0, EDITS * sizeof *degrees);
    for (size_t i = 0; i < pair_count; i++) {
        degrees[pairs[i].a]++;
        degrees[pairs[i].b]++;
    }
    twt_candidates_free(candidates);
    return pair_count;
}

static size_t greatest(const size_t *degrees)
{
    size_t most = 0;
    for (size_t d = 0; d < EDITS; d++)
        most = degrees[d] > most ? degrees[d] : most;
    return most;
}

START_TEST(edits_of_one_text_meet_one_and_a_few_however_many_they_are)
{
    static size_t degrees[EDITS], shuffled[EDITS];
    static uint32_t order[EDITS];
    uint64_t state = 11;
    edits[0] = synthetic_text(&state, 200, 20000);
    for (size_t i = 1; i < EDITS; i++)
        edits[i] = synthetic_copy(&edits[0], &state, .002 * (double)(1 + twt_rng_next(&state) % 50));
    size_t of_few = find_pairs(400, 1, NULL, degrees);
    ck_assert_uint_gt(of_few, 400 * 12);
    size_t of_many = find_pairs(EDITS, 1, NULL, degrees);
    ck_assert_uint_lt(of_many, EDITS * 6);
    ck_assert_uint_gt(greatest(degrees), EDITS * 9 / 10);
    synthetic_shuffle(order, EDITS, 5);
    ck_assert_uint_eq(find_pairs(EDITS, 3, order, shuffled), of_many);
    ck_assert_mem_eq(degrees, shuffled, sizeof degrees);
    synthetic_free(edits, EDITS);
}
END_TEST

START_TEST(a_refused_allocation_is_an_error)
{
    twt_u64s pairs = {0};
    twt_families families;
    uint32_t *hub_of;
    ck_assert(twt_vec_push(&pairs, twt_band_pair(0, 1, LIKE)));
    ck_assert_int_eq(twt_families_build(&families, &pairs, 2, FAMILIAR), TWT_OK);
    size_t n = 1;
    for (bool was_refused = true; was_refused; n++) {
        failing_alloc_arm(n);
        twt_status status = twt_crowds_find(&families, &pairs, SLOTS, &hub_of);
        was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        twt_free(hub_of);
    }
    ck_assert_uint_gt(n, 4);
    twt_families_free(&families);
    twt_vec_free(&pairs);
}
END_TEST

TWT_SUITE("candidate_crowds", more_than_four_thousand_like_documents_in_a_row_are_a_crowd,
          crowds_are_what_can_be_reached_and_meet_the_largest_family,
          edits_of_one_text_meet_one_and_a_few_however_many_they_are, a_refused_allocation_is_an_error)
