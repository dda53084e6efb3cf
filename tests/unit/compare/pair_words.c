#include "compare/pair_words.h"

#include "base/rng.h"
#include "support/failing_alloc.h"
#include "support/suite.h"
#include "support/words.h"

/* Whether tokens have one number exactly when they have one hash, and each word's tokens are counted. */
static void check_numbers(const twt_pair_words *words)
{
    uint32_t counted[2] = {0, 0}, distinct[2] = {0, 0}, shared = 0;
    for (int side = 0; side < 2; side++)
        for (size_t i = 0; i < words->texts[side]->token_count; i++) {
            uint32_t number = words->ids[side].data[i];
            ck_assert_uint_lt(number, words->words.count);
            ck_assert_uint_eq(words->words.data[number].hash, words->texts[side]->tokens[i].hash);
        }
    for (size_t w = 0; w < words->words.count; w++) {
        bool is_new = true;
        for (size_t other = 0; other < w; other++)
            is_new &= words->words.data[w].hash != words->words.data[other].hash;
        ck_assert(is_new);
        const uint32_t *totals = words->words.data[w].totals;
        for (int side = 0; side < 2; side++) {
            counted[side] += totals[side];
            distinct[side] += totals[side] > 0;
        }
        shared += totals[0] && totals[1];
        ck_assert((words->worth.data[w] > 0) == (totals[0] && totals[1]));
        ck_assert((words->worth.data[w] == TWT_WORTH_RARE) == (totals[0] == 1 && totals[1] == 1));
    }
    ck_assert_uint_eq(words->shared, shared);
    for (int side = 0; side < 2; side++) {
        ck_assert_uint_eq(counted[side], words->texts[side]->token_count);
        ck_assert_uint_eq(distinct[side], words->distinct[side]);
    }
}

static twt_token *random_tokens(uint64_t *state, size_t count, unsigned different, uint64_t step)
{
    twt_token *tokens = calloc(count, sizeof *tokens);
    for (size_t i = 0; i < count; i++)
        tokens[i].hash = (1 + twt_rng_next(state) % different) * step;
    return tokens;
}

static void check_random(uint64_t *state, uint64_t step)
{
    enum { COUNT = 500 };
    twt_pair_words words = {.is_same = false};
    twt_token *tokens[2] = {random_tokens(state, COUNT, 300, step), random_tokens(state, COUNT / 2, 400, step)};
    const twt_sentence sentence = {.token_end = COUNT}, shorter = {.token_end = COUNT / 2};
    const twt_analysis a = {.tokens = tokens[0], .token_count = COUNT, .sentences = &sentence, .sentence_count = 1};
    const twt_analysis b = {.tokens = tokens[1], .token_count = COUNT / 2, .sentences = &shorter, .sentence_count = 1};
    ck_assert_int_eq(twt_pair_words_number(&words, &a, &b), TWT_OK);
    check_numbers(&words);
    ck_assert_ptr_eq(twt_pair_text(&words, 0), &a);
    ck_assert_ptr_eq(twt_pair_text(&words, 1), &b);
    twt_pair_words_free(&words);
    free(tokens[0]);
    free(tokens[1]);
}

START_TEST(equal_words_have_one_number)
{
    uint64_t state = 3;
    for (int round = 0; round < 20; round++)
        check_random(&state, 0x9e3779b97f4a7c15u);
}
END_TEST

START_TEST(words_that_share_their_slots_are_numbered_too)
{
    uint64_t state = 4;
    for (int round = 0; round < 20; round++) {
        check_random(&state, (uint64_t)1 << 40); /* all in one slot */
        check_random(&state, (uint64_t)1 << 20);
        check_random(&state, 1); /* one after the other */
    }
}
END_TEST

START_TEST(the_order_of_the_texts_does_not_matter)
{
    twt_analysis *a = words_new("a b c. d e a."), *b = words_new("c b. x y.");
    twt_pair_words one = {.is_same = false}, other = {.is_same = false};
    ck_assert_int_eq(twt_pair_words_number(&one, a, b), TWT_OK);
    ck_assert_int_eq(twt_pair_words_number(&other, b, a), TWT_OK);
    ck_assert_ptr_eq(one.texts[0], other.texts[0]);
    ck_assert_int_ne(one.is_reversed, other.is_reversed);
    ck_assert_ptr_eq(twt_pair_ids(&one, 0), one.ids[one.is_reversed].data);
    ck_assert_uint_eq(twt_pair_frequency(&one, twt_pair_ids(&one, 0)[0]), 2);
    ck_assert_int_eq(twt_pair_words_weigh(&one, twt_pair_limit(a, b)), TWT_OK);
    uint32_t weight = one.weights.data[0];
    ck_assert_int_eq(twt_pair_words_weigh(&one, 0), TWT_OK);
    ck_assert_uint_eq(one.weights.data[0], weight); /* once weighed they stay so */
    twt_pair_words_free(&one);
    twt_pair_words_free(&other);
    words_free(a);
    words_free(b);
}
END_TEST

START_TEST(no_allocation_that_fails_is_fatal)
{
    uint64_t state = 5;
    for (int crowded = 0; crowded < 2; crowded++) {
        twt_token *tokens = random_tokens(&state, 400, 300, crowded ? (uint64_t)1 << 40 : 0x9e3779b97f4a7c15u);
        const twt_sentence sentence = {.token_end = 400};
        const twt_analysis text = {.tokens = tokens, .token_count = 400, .sentences = &sentence, .sentence_count = 1};
        bool is_done = false;
        for (size_t n = 1; !is_done; n++) {
            twt_pair_words words = {.is_same = false};
            failing_alloc_arm(n);
            twt_status status = twt_pair_words_number(&words, &text, &text);
            if (status == TWT_OK)
                status = twt_pair_words_weigh(&words, 1);
            is_done = !failing_alloc_disarm();
            ck_assert_int_eq(status, is_done ? TWT_OK : TWT_ERROR_MEMORY);
            twt_pair_words_free(&words);
        }
        free(tokens);
    }
}
END_TEST

TWT_SUITE("compare_pair_words", equal_words_have_one_number, words_that_share_their_slots_are_numbered_too,
          the_order_of_the_texts_does_not_matter, no_allocation_that_fails_is_fatal)
