#include "compare/words/text_words.h"

#include <stdio.h>
#include <string.h>

#include "base/rng.h"
#include "support/failing_alloc.h"
#include "support/suite.h"
#include "support/words.h"

static bool stands_in(const twt_analysis *text, const twt_sentence *sentence, uint64_t hash)
{
    for (uint32_t i = sentence->token_begin; i < sentence->token_end; i++)
        if (text->tokens[i].hash == hash)
            return true;
    return false;
}

/* Each count of a word against one walk over the text. */
static void check_word(const twt_text_words *words, uint32_t word)
{
    uint32_t total = 0, df = 0, last = 0;
    const twt_analysis *text = words->text;
    for (uint32_t i = 0; i < text->token_count; i++) {
        bool is_word = text->tokens[i].hash == words->hashes[word];
        ck_assert((words->ids[i] == word) == is_word);
        total += is_word;
        last = is_word ? i : last;
    }
    for (size_t s = 0; s < text->sentence_count; s++)
        df += stands_in(text, &text->sentences[s], words->hashes[word]);
    ck_assert_uint_eq(words->totals[word], total);
    ck_assert_uint_eq(words->df[word], df);
    ck_assert_uint_eq(words->last[word], last);
    ck_assert_uint_eq(words->first_posting[word + 1] - words->first_posting[word], df);
}

/* Terms and postings say the same of each sentence, and add up to its tokens. */
static void check_sentence(const twt_text_words *words, uint32_t sentence)
{
    uint32_t tokens = 0;
    const twt_sentence *range = &words->text->sentences[sentence];
    for (uint32_t i = words->first_term[sentence]; i < words->first_term[sentence + 1]; i++) {
        twt_term term = words->terms[i];
        bool is_posted = false;
        for (uint32_t p = words->first_posting[term.word]; p < words->first_posting[term.word + 1]; p++)
            is_posted |= words->postings[p].sentence == sentence && words->postings[p].tf == term.tf;
        ck_assert(is_posted);
        tokens += term.tf;
    }
    ck_assert_uint_eq(tokens, range->token_end - range->token_begin);
    for (uint32_t i = range->token_begin; i < range->token_end; i++)
        ck_assert_uint_eq(words->homes[i], sentence);
}

static void check_find(const twt_text_words *words)
{
    uint32_t found[2];
    for (uint32_t w = 0; words->slot_count && w < words->count; w++) {
        const uint64_t hashes[] = {words->hashes[w], ~words->hashes[w]};
        twt_text_words_find(words, hashes, 2, found);
        ck_assert_uint_eq(found[0], w);
        ck_assert_uint_eq(found[1], TWT_NO_WORD);
    }
}

static void check(const twt_text_words *words)
{
    for (uint32_t w = 0; w < words->count; w++)
        check_word(words, w);
    for (uint32_t s = 0; s < words->text->sentence_count; s++)
        check_sentence(words, s);
    check_find(words);
}

static void check_copy(const twt_text_words *words)
{
    size_t size = twt_text_words_size(words);
    char *block = malloc(size + 8), *at = block;
    ck_assert_ptr_nonnull(block);
    twt_text_words copied = twt_text_words_copy(words, words->text, &at);
    ck_assert_uint_eq((size_t)(at - block), size);
    check(&copied);
    free(block);
}

static twt_analysis *random_text(uint64_t *state, uint64_t step)
{
    uint64_t hashes[300];
    size_t count = twt_rng_next(state) % 300;
    for (size_t i = 0; i < count; i++)
        hashes[i] = (1 + twt_rng_next(state) % 120) * step;
    return words_from_hashes(hashes, count, 1 + twt_rng_next(state) % 20);
}

START_TEST(words_are_counted_as_one_walk_a_word_counts_them)
{
    /* spread, all in one slot, one after the other */
    static const uint64_t steps[] = {0x9e3779b97f4a7c15u, (uint64_t)1 << 40, (uint64_t)1 << 20, 1};
    uint64_t state = 8;
    twt_word_counter counter = {.hashes = {.count = 0}};
    size_t tables = 0;
    for (int round = 0; round < 120; round++) {
        twt_analysis *text = random_text(&state, steps[round % 4]);
        twt_text_words words;
        ck_assert_int_eq(twt_word_counter_run(&counter, text, &words), TWT_OK);
        check(&words);
        check_copy(&words);
        tables += words.slot_count > 0;
        words_free(text);
    }
    ck_assert(tables > 40 && tables < 100);
    twt_word_counter_free(&counter);
}
END_TEST

START_TEST(no_allocation_that_fails_is_fatal)
{
    uint64_t state = 9;
    for (int crowded = 0; crowded < 2; crowded++) {
        twt_analysis *text = random_text(&state, crowded ? (uint64_t)1 << 40 : 0x9e3779b97f4a7c15u);
        bool is_done = false;
        for (size_t n = 1; !is_done; n++) {
            twt_word_counter counter = {.hashes = {.count = 0}};
            twt_text_words words;
            failing_alloc_arm(n);
            twt_status status = twt_word_counter_run(&counter, text, &words);
            is_done = !failing_alloc_disarm();
            ck_assert_int_eq(status, is_done ? TWT_OK : TWT_ERROR_MEMORY);
            twt_word_counter_free(&counter);
        }
        words_free(text);
    }
}
END_TEST

/* How far count made words of so many letters are syllables. */
static float syllables_of(size_t count, int letters)
{
    char text[2000] = "";
    twt_text_words words;
    twt_word_counter counter = {.hashes = {.count = 0}};
    for (size_t i = 0; i < count; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text), "%c%c%.*s ", (char)('a' + i % 26),
                 (char)('a' + i / 26), letters - 2, "eeeeeeee");
    twt_analysis *analysis = words_new(text);
    ck_assert_int_eq(twt_word_counter_run(&counter, analysis, &words), TWT_OK);
    ck_assert_uint_eq(words.count, count);
    words_free(analysis);
    twt_word_counter_free(&counter);
    return words.syllables;
}

START_TEST(many_short_words_are_syllables)
{
    ck_assert(syllables_of(60, 3) == 1);
    ck_assert(syllables_of(60, 4) == 0);
    ck_assert(syllables_of(60, 7) == 0);
    ck_assert(syllables_of(20, 3) == 0); /* too few to tell */
}
END_TEST

TWT_SUITE("compare_text_words", many_short_words_are_syllables, words_are_counted_as_one_walk_a_word_counts_them,
          no_allocation_that_fails_is_fatal)
