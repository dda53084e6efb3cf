#include "support/failing_alloc.h"
#include "synthetic.h"

static twt_features run(twt_feature_collector *collector, const uint64_t *words, size_t count)
{
    static twt_token tokens[64];
    for (size_t i = 0; i < count; i++)
        tokens[i] = (twt_token){.hash = words[i]};
    twt_analysis analysis = {.tokens = tokens, .token_count = count};
    twt_features features;
    ck_assert_int_eq(twt_feature_collector_run(collector, &analysis, &features), TWT_OK);
    return features;
}

static twt_feature_collector *new_collector(void)
{
    twt_feature_collector *collector;
    ck_assert_int_eq(twt_feature_collector_new(&collector), TWT_OK);
    return collector;
}

static size_t count_words(twt_features features)
{
    size_t words = 0;
    for (size_t i = 0; i < features.count; i++)
        words += features.keys[i] & 1;
    return words;
}

START_TEST(n_distinct_words_in_a_row_give_three_n_minus_three_features)
{
    static const uint64_t words[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    twt_feature_collector *collector = new_collector();
    for (size_t n = 2; n <= 10; n++) {
        twt_features features = run(collector, words, n);
        ck_assert_uint_eq(features.count, 3 * n - 3);
        ck_assert_uint_eq(count_words(features), n);
    }
    twt_feature_collector_free(collector);
}
END_TEST

START_TEST(one_word_is_one_feature_and_no_word_none)
{
    static const uint64_t word = 7;
    twt_feature_collector *collector = new_collector();
    ck_assert_uint_eq(run(collector, &word, 1).count, 1);
    ck_assert_uint_eq(run(collector, &word, 0).count, 0);
    twt_feature_collector_free(collector);
}
END_TEST

START_TEST(keys_are_distinct_and_ascending)
{
    uint64_t words[64], state = 5;
    for (int i = 0; i < 64; i++)
        words[i] = twt_rng_next(&state) % 5;
    twt_feature_collector *collector = new_collector();
    twt_features features = run(collector, words, 64);
    ck_assert_uint_eq(count_words(features), 5);
    for (size_t i = 1; i < features.count; i++)
        ck_assert(features.keys[i - 1] < features.keys[i]);
    twt_feature_collector_free(collector);
}
END_TEST

START_TEST(the_order_of_words_tells_bigrams_apart)
{
    static const uint64_t forth[] = {1, 2}, back[] = {2, 1};
    uint64_t keys[3];
    twt_feature_collector *collector = new_collector();
    memcpy(keys, run(collector, forth, 2).keys, sizeof keys);
    twt_features features = run(collector, back, 2);
    size_t shared = 0;
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++)
            shared += keys[i] == features.keys[j];
    ck_assert_uint_eq(shared, 2); /* the words, not the bigram */
    twt_feature_collector_free(collector);
}
END_TEST

START_TEST(a_word_said_a_million_times_is_three_features)
{
    enum { COUNT = 1000000 };
    twt_token *tokens = twt_alloc_zeroed(COUNT, sizeof *tokens);
    ck_assert_ptr_nonnull(tokens);
    twt_analysis analysis = {.tokens = tokens, .token_count = COUNT};
    twt_feature_collector *collector = new_collector();
    twt_features features;
    ck_assert_int_eq(twt_feature_collector_run(collector, &analysis, &features), TWT_OK);
    ck_assert_uint_eq(features.count, 3);
    twt_feature_collector_free(collector);
    twt_free(tokens);
}
END_TEST

START_TEST(copies_of_very_long_texts_agree_on_the_features_that_are_taken)
{
    enum { COUNT = 2200000, SHIFT = 1000 };
    twt_token *tokens = twt_alloc_zeroed(COUNT + SHIFT, sizeof *tokens);
    ck_assert_ptr_nonnull(tokens);
    for (uint64_t i = 0, state = 1; i < COUNT + SHIFT; i++)
        tokens[i].hash = twt_rng_next(&state);
    twt_analysis first = {.tokens = tokens, .token_count = COUNT};
    twt_analysis second = {.tokens = tokens + SHIFT, .token_count = COUNT};
    twt_feature_collector *collector = new_collector(), *other = new_collector();
    twt_features a, b;
    ck_assert_int_eq(twt_feature_collector_run(collector, &first, &a), TWT_OK);
    ck_assert_int_eq(twt_feature_collector_run(other, &second, &b), TWT_OK);
    ck_assert_uint_lt(a.count, COUNT); /* a quarter of three million */
    size_t shared = 0;
    for (size_t i = 0, j = 0; i < a.count && j < b.count;) {
        uint64_t of_a = a.keys[i], of_b = b.keys[j];
        shared += of_a == of_b;
        i += of_a <= of_b;
        j += of_b <= of_a;
    }
    ck_assert_uint_gt(shared, a.count - a.count / 500);
    twt_feature_collector_free(collector);
    twt_feature_collector_free(other);
    twt_free(tokens);
}
END_TEST

START_TEST(an_allocation_that_fails_leaves_the_collector_usable)
{
    uint64_t state = 1;
    synthetic document = synthetic_text(&state, 500, 1000);
    twt_analysis analysis = {.tokens = document.tokens, .token_count = document.token_count};
    for (size_t n = 1;; n++) {
        twt_feature_collector *collector = NULL;
        twt_features features;
        failing_alloc_arm(n);
        twt_status status = twt_feature_collector_new(&collector);
        if (status == TWT_OK)
            status = twt_feature_collector_run(collector, &analysis, &features);
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        if (collector)
            ck_assert_int_eq(twt_feature_collector_run(collector, &analysis, &features), TWT_OK);
        twt_feature_collector_free(collector);
        if (!was_refused)
            break;
    }
    synthetic_free(&document, 1);
}
END_TEST

TWT_SUITE("candidate_features", n_distinct_words_in_a_row_give_three_n_minus_three_features,
          one_word_is_one_feature_and_no_word_none, keys_are_distinct_and_ascending,
          the_order_of_words_tells_bigrams_apart, a_word_said_a_million_times_is_three_features,
          copies_of_very_long_texts_agree_on_the_features_that_are_taken,
          an_allocation_that_fails_leaves_the_collector_usable)
