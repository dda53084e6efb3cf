#include "candidate/feature_set.h"
#include "support/failing_alloc.h"
#include "synthetic.h"

enum { TOKENS = 3000 };

static int compare(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

static void check_counts(const twt_feature_set *set)
{
    size_t counts[TWT_POSTING_BUCKETS] = {0};
    for (size_t i = 0; i < set->keys.count; i++)
        counts[set->keys.data[i] >> 56]++;
    for (size_t b = 0; b < TWT_POSTING_BUCKETS; b++)
        ck_assert_uint_eq(set->counts[b], counts[b]);
}

static void check_same(twt_feature_set *set, twt_feature_collector *collector, const twt_analysis *analysis)
{
    bool is_filled;
    twt_features expected;
    ck_assert_int_eq(twt_feature_set_run(set, analysis, &is_filled), TWT_OK);
    ck_assert(is_filled);
    ck_assert_int_eq(twt_feature_collector_run(collector, analysis, &expected), TWT_OK);
    ck_assert_uint_eq(set->keys.count, expected.count);
    check_counts(set);
    qsort(set->keys.data, set->keys.count, sizeof *set->keys.data, compare);
    if (expected.count)
        ck_assert_mem_eq(set->keys.data, expected.keys, expected.count * sizeof *expected.keys);
}

START_TEST(a_set_holds_what_the_collector_gives_by_every_kernel)
{
    twt_feature_collector *collector;
    ck_assert_int_eq(twt_feature_collector_new(&collector), TWT_OK);
    static const double vocabularies[] = {1, 2, 40, 5000, 1e6};
    for (size_t k = 0; twt_keys_kernel_at(k); k++) {
        twt_feature_set set;
        twt_feature_set_init(&set);
        set.kernel = twt_keys_kernel_at(k);
        for (size_t count = 0; count < TOKENS; count += count < 300 ? 1 : 227) {
            uint64_t state = count + 1;
            synthetic document = synthetic_text(&state, count, vocabularies[count % 5]);
            twt_analysis analysis = {.tokens = document.tokens, .token_count = count};
            check_same(&set, collector, &analysis);
            synthetic_free(&document, 1);
        }
        twt_feature_set_free(&set);
    }
    twt_feature_collector_free(collector);
}
END_TEST

START_TEST(kernels_equal_the_scalar_one)
{
    enum { COUNT = 200 };
    uint64_t hashes[COUNT + 2], expected[3 * COUNT], got[3 * COUNT], state = 3;
    for (size_t i = 0; i < COUNT + 2; i++)
        hashes[i] = i % 17 ? twt_rng_next(&state) : i % 2 ? UINT64_MAX : 0;
    for (size_t k = 0; twt_keys_kernel_at(k); k++)
        for (size_t count = 0; count <= COUNT; count++) {
            twt_keys_scalar(expected, hashes, count);
            twt_keys_kernel_at(k)(got, hashes, count);
            ck_assert_mem_eq(got, expected, 3 * count * sizeof *got);
        }
}
END_TEST

START_TEST(a_text_that_is_too_long_is_left_to_the_collector)
{
    twt_token *tokens = twt_alloc_zeroed(TWT_FEATURE_SET_TOKENS_MAX + 1, sizeof *tokens);
    ck_assert_ptr_nonnull(tokens);
    for (uint64_t i = 0, state = 1; i <= TWT_FEATURE_SET_TOKENS_MAX; i++)
        tokens[i].hash = twt_rng_next(&state);
    twt_analysis analysis = {.tokens = tokens, .token_count = TWT_FEATURE_SET_TOKENS_MAX};
    twt_feature_set set;
    bool is_filled;
    twt_feature_set_init(&set);
    ck_assert_int_eq(twt_feature_set_run(&set, &analysis, &is_filled), TWT_OK);
    ck_assert(is_filled);
    analysis.token_count++;
    ck_assert_int_eq(twt_feature_set_run(&set, &analysis, &is_filled), TWT_OK);
    ck_assert(!is_filled);
    twt_feature_set_free(&set);
    twt_free(tokens);
}
END_TEST

/* As if somebody had chosen words so that all keys begin alike, or want one slot. */
static void alike_in_bucket(uint64_t *keys, const uint64_t *hashes, size_t count)
{
    for (size_t i = 0; i < 3 * count; i++)
        keys[i] = twt_hash_mix(hashes[0] + i) >> 8 | 1;
}

static void alike_in_slot(uint64_t *keys, const uint64_t *hashes, size_t count)
{
    for (size_t i = 0; i < 3 * count; i++)
        keys[i] = (hashes[0] + i) << 40 | 1;
}

START_TEST(keys_that_crowd_are_left_to_the_collector)
{
    static twt_token tokens[10000];
    twt_analysis analysis = {.tokens = tokens, .token_count = 10000};
    for (uint64_t i = 0; i < 10000; i++)
        tokens[i].hash = i << 20;
    static const twt_keys_kernel kernels[] = {alike_in_bucket, alike_in_slot};
    for (size_t k = 0; k < 2; k++) {
        twt_feature_set set;
        bool is_filled = true;
        twt_feature_set_init(&set);
        set.kernel = kernels[k];
        ck_assert_int_eq(twt_feature_set_run(&set, &analysis, &is_filled), TWT_OK);
        ck_assert(!is_filled);
        twt_feature_set_free(&set);
    }
}
END_TEST

START_TEST(a_set_is_usable_after_an_allocation_that_failed)
{
    uint64_t state = 1;
    synthetic document = synthetic_text(&state, 500, 1000);
    twt_analysis analysis = {.tokens = document.tokens, .token_count = document.token_count};
    for (size_t n = 1;; n++) {
        twt_feature_set set;
        bool is_filled;
        twt_feature_set_init(&set);
        failing_alloc_arm(n);
        twt_status status = twt_feature_set_run(&set, &analysis, &is_filled);
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        ck_assert_int_eq(twt_feature_set_run(&set, &analysis, &is_filled), TWT_OK);
        ck_assert(is_filled);
        twt_feature_set_free(&set);
        if (!was_refused)
            break;
    }
    synthetic_free(&document, 1);
}
END_TEST

TWT_SUITE("candidate_feature_set", a_set_holds_what_the_collector_gives_by_every_kernel, kernels_equal_the_scalar_one,
          a_text_that_is_too_long_is_left_to_the_collector, keys_that_crowd_are_left_to_the_collector,
          a_set_is_usable_after_an_allocation_that_failed)
