#include "compare/words/pair_words.h"

#include "base/rng.h"
#include "paired.h"
#include "support/failing_alloc.h"
#include "support/suite.h"
#include "support/words.h"

static const uint64_t *hash_of(const twt_pair_words *words, uint32_t word)
{
    const twt_text_words *first = &words->own[0], *second = &words->own[1];
    if (word < first->count)
        return &first->hashes[word];
    for (uint32_t w = 0; w < second->count; w++)
        if (words->from_second.data[w] == word)
            return &second->hashes[w];
    return NULL;
}

/* Whether tokens have one number exactly when they have one hash, and each word's tokens are counted. */
static void check_numbers(const twt_pair_words *words)
{
    uint32_t counted[2] = {0, 0}, shared = 0;
    for (int side = 0; side < 2; side++)
        for (size_t i = 0; i < words->texts[side]->token_count; i++) {
            uint32_t number = words->ids[side][i];
            ck_assert_uint_lt(number, words->count);
            ck_assert_uint_eq(*hash_of(words, number), words->texts[side]->tokens[i].hash);
        }
    for (uint32_t w = 0; w < words->count; w++) {
        for (uint32_t other = 0; other < w; other++)
            ck_assert(*hash_of(words, w) != *hash_of(words, other));
        uint32_t totals[2] = {words->totals[0].data[w], words->totals[1].data[w]};
        counted[0] += totals[0];
        counted[1] += totals[1];
        shared += totals[0] && totals[1];
        ck_assert(twt_pair_is_shared(words, w) == (totals[0] && totals[1]));
        ck_assert((words->worth.data[w] == TWT_WORTH_RARE) == (totals[0] == 1 && totals[1] == 1));
        if (w < words->own[0].count)
            ck_assert((words->to_second.data[w] == TWT_NO_WORD) == !totals[1]);
    }
    ck_assert_uint_eq(words->shared, shared);
    for (int side = 0; side < 2; side++)
        ck_assert_uint_eq(counted[side], words->texts[side]->token_count);
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
    paired_words paired = {.words = {.is_same = false}};
    twt_token *tokens[2] = {random_tokens(state, COUNT, 300, step), random_tokens(state, COUNT / 2, 400, step)};
    const twt_sentence sentence = {.token_end = COUNT}, shorter = {.token_end = COUNT / 2};
    const twt_analysis a = {.tokens = tokens[0], .token_count = COUNT, .sentences = &sentence, .sentence_count = 1};
    const twt_analysis b = {.tokens = tokens[1], .token_count = COUNT / 2, .sentences = &shorter, .sentence_count = 1};
    ck_assert_int_eq(paired_words_number(&paired, &a, &b), TWT_OK);
    check_numbers(&paired.words);
    ck_assert_ptr_eq(twt_pair_text(&paired.words, 0), &a);
    ck_assert_ptr_eq(twt_pair_text(&paired.words, 1), &b);
    paired_words_free(&paired);
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
    paired_words first = {.words = {.is_same = false}}, second = {.words = {.is_same = false}};
    ck_assert_int_eq(paired_words_number(&first, a, b), TWT_OK);
    ck_assert_int_eq(paired_words_number(&second, b, a), TWT_OK);
    twt_pair_words *one = &first.words, *other = &second.words;
    ck_assert_ptr_eq(one->texts[0], other->texts[0]);
    ck_assert_int_ne(one->is_reversed, other->is_reversed);
    ck_assert_ptr_eq(twt_pair_ids(one, 0), one->ids[one->is_reversed]);
    ck_assert_uint_eq(twt_pair_frequency(one, twt_pair_ids(one, 0)[0]), 2);
    ck_assert_int_eq(twt_pair_words_weigh(one, twt_pair_limit(a, b)), TWT_OK);
    uint32_t weight = one->weights.data[0];
    ck_assert_int_eq(twt_pair_words_weigh(one, 0), TWT_OK);
    ck_assert_uint_eq(one->weights.data[0], weight); /* once weighed they stay so */
    paired_words_free(&first);
    paired_words_free(&second);
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
            paired_words paired = {.words = {.is_same = false}};
            failing_alloc_arm(n);
            twt_status status = paired_words_number(&paired, &text, &text);
            if (status == TWT_OK)
                status = twt_pair_words_weigh(&paired.words, 1);
            is_done = !failing_alloc_disarm();
            ck_assert_int_eq(status, is_done ? TWT_OK : TWT_ERROR_MEMORY);
            paired_words_free(&paired);
        }
        free(tokens);
    }
}
END_TEST

TWT_SUITE("compare_pair_words", equal_words_have_one_number, words_that_share_their_slots_are_numbered_too,
          the_order_of_the_texts_does_not_matter, no_allocation_that_fails_is_fatal)
