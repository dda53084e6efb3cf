/* Words are numbered through a hash table of their 64-bit hashes; a sentence's vector is gathered with a stamp per
 * word, so that no sort is needed. */
#include "compare/pair_words.h"

#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "base/sort.h"

uint64_t twt_pair_limit(const twt_analysis *a, const twt_analysis *b)
{
    return ((uint64_t)1 << 22) + 64 * ((uint64_t)a->token_count + b->token_count);
}

static size_t slots_for(size_t tokens)
{
    size_t slots = 64;
    while (slots < 2 * tokens)
        slots *= 2;
    return slots;
}

/* Open addressing with linear steps. Most tokens are repeats and are settled by one look at a slot and one at their
 * word. */
static bool number_word(twt_pair_words *words, uint64_t hash, uint32_t *out)
{
    static const uint64_t upper = UINT64_C(0xffffffff00000000);
    size_t mask = words->slots.count - 1;
    size_t slot = (size_t)hash & mask;
    for (; words->slots.data[slot]; slot = (slot + 1) & mask) {
        uint64_t held = words->slots.data[slot];
        *out = (uint32_t)held - 1;
        if ((held & upper) == (hash & upper) && words->words.data[*out].hash == hash)
            return true;
    }
    *out = (uint32_t)words->words.count;
    words->slots.data[slot] = (hash & upper) | (*out + 1);
    return twt_vec_push(&words->words, ((twt_word){.hash = hash}));
}

static bool number_tokens(twt_pair_words *words, int side, const twt_analysis *text)
{
    if (!twt_vec_resize(&words->ids[side], text->token_count))
        return false;
    for (size_t i = 0; i < text->token_count; i++)
        if (!number_word(words, text->tokens[i].hash, &words->ids[side].data[i]))
            return false;
    return true;
}

static void gather_terms(twt_pair_words *words, int side, const twt_sentence *sentence, uint32_t stamp)
{
    for (uint32_t i = sentence->token_begin; i < sentence->token_end; i++) {
        uint32_t number = words->ids[side].data[i];
        twt_word *word = &words->words.data[number];
        if (word->stamp == stamp) {
            words->terms[side].data[word->at].tf++;
            continue;
        }
        word->stamp = stamp;
        word->at = (uint32_t)words->terms[side].count;
        word->df[side]++;
        words->terms[side].data[words->terms[side].count++] = (twt_term){number, 1};
    }
}

static bool gather_sentences(twt_pair_words *words, int side, const twt_analysis *text, uint32_t stamp)
{
    size_t count = text->sentence_count;
    twt_vec_clear(&words->terms[side]);
    if (!twt_vec_reserve(&words->terms[side], text->token_count) ||
        !twt_vec_resize(&words->first_term[side], count + 1))
        return false;
    for (size_t s = 0; s < count; s++) {
        words->first_term[side].data[s] = (uint32_t)words->terms[side].count;
        gather_terms(words, side, &text->sentences[s], stamp + (uint32_t)s);
    }
    words->first_term[side].data[count] = (uint32_t)words->terms[side].count;
    return true;
}

static uint32_t weight_of(double sentences, uint32_t df)
{
    uint32_t weight = (uint32_t)lround(TWT_WEIGHT_ONE * log((sentences + 1) / df));
    return weight ? weight : 1;
}

/* The weight of a word depends on its df alone, and small ones are by far the commonest. */
static void weigh_words(twt_pair_words *words, double sentences)
{
    enum { KNOWN = 64 };
    uint32_t known[KNOWN];
    for (uint32_t df = 1; df < KNOWN; df++)
        known[df] = df <= sentences ? weight_of(sentences, df) : 0;
    for (size_t i = 0; i < words->words.count; i++) {
        twt_word *word = &words->words.data[i];
        uint32_t df = word->df[0] + word->df[1];
        word->weight = df < KNOWN ? known[df] : weight_of(sentences, df);
    }
}

static uint64_t cost_of(const twt_word *word)
{
    return (uint64_t)word->df[0] * word->df[1];
}

/* The highest cost that a word may have: of all words up to it the sum is within the limit. */
static uint64_t highest_cost(uint64_t *costs, size_t count, uint64_t limit)
{
    uint64_t sum = 0, highest = 0;
    for (size_t i = 0; i < count;) {
        uint64_t cost = costs[i];
        for (; i < count && costs[i] == cost; i++)
            sum += cost;
        if (sum > limit)
            break;
        highest = cost;
    }
    return highest;
}

static bool apply_limit(twt_pair_words *words, uint64_t limit)
{
    uint64_t sum = 0;
    size_t count = words->words.count;
    for (size_t i = 0; i < count; i++)
        sum += cost_of(&words->words.data[i]);
    words->is_limited = sum > limit;
    if (!words->is_limited)
        return true;
    if (!twt_vec_resize(&words->costs, 2 * count))
        return false;
    for (size_t i = 0; i < count; i++)
        words->costs.data[i] = cost_of(&words->words.data[i]);
    twt_sort_u64(words->costs.data, words->costs.data + count, count);
    uint64_t highest = highest_cost(words->costs.data, count, limit);
    for (size_t i = 0; i < count; i++)
        if (cost_of(&words->words.data[i]) > highest)
            words->words.data[i].weight = 0;
    return true;
}

static bool measure_sentences(twt_pair_words *words, int side)
{
    size_t count = words->first_term[side].count - 1;
    if (!twt_vec_resize(&words->sentences[side], count))
        return false;
    for (size_t s = 0; s < count; s++) {
        twt_pair_sentence sentence = {0, 0};
        for (uint32_t i = words->first_term[side].data[s]; i < words->first_term[side].data[s + 1]; i++) {
            uint64_t weight = twt_term_weight(words, words->terms[side].data[i]);
            sentence.norm += weight * weight;
            sentence.terms += weight > 0;
        }
        words->sentences[side].data[s] = sentence;
    }
    return true;
}

twt_status twt_pair_words_fill(twt_pair_words *words, const twt_analysis *const texts[2], uint64_t limit)
{
    twt_vec_clear(&words->words);
    if (!twt_vec_resize(&words->slots, slots_for(texts[0]->token_count + texts[1]->token_count)))
        return TWT_ERROR_MEMORY;
    memset(words->slots.data, 0, words->slots.count * sizeof *words->slots.data);
    if (!number_tokens(words, 0, texts[0]) || !number_tokens(words, 1, texts[1]))
        return TWT_ERROR_MEMORY;
    size_t sentences = texts[0]->sentence_count + texts[1]->sentence_count;
    if (!gather_sentences(words, 0, texts[0], 1) ||
        !gather_sentences(words, 1, texts[1], 1 + (uint32_t)texts[0]->sentence_count))
        return TWT_ERROR_MEMORY;
    weigh_words(words, (double)sentences);
    if (!apply_limit(words, limit) || !measure_sentences(words, 0) || !measure_sentences(words, 1))
        return TWT_ERROR_MEMORY;
    return TWT_OK;
}

void twt_pair_words_free(twt_pair_words *words)
{
    for (int side = 0; side < 2; side++) {
        twt_vec_free(&words->ids[side]);
        twt_vec_free(&words->terms[side]);
        twt_vec_free(&words->first_term[side]);
        twt_vec_free(&words->sentences[side]);
    }
    twt_vec_free(&words->words);
    twt_vec_free(&words->slots);
    twt_vec_free(&words->costs);
}

static int compare_numbers(uint64_t a, uint64_t b)
{
    return a < b ? -1 : a > b;
}

static int compare_sentences(const twt_analysis *a, const twt_analysis *b)
{
    int order = compare_numbers(a->sentence_count, b->sentence_count);
    for (size_t i = 0; i < a->sentence_count && !order; i++)
        order = compare_numbers(a->sentences[i].token_end, b->sentences[i].token_end);
    return order;
}

bool twt_pair_is_reversed(const twt_analysis *a, const twt_analysis *b, bool *is_same)
{
    int order = compare_numbers(a->token_count, b->token_count);
    for (int i = 0; i < 2 && !order; i++)
        order = compare_numbers(a->content_hash[i], b->content_hash[i]);
    if (!order)
        order = compare_sentences(a, b);
    *is_same = order == 0;
    return order > 0;
}
