/* Words are numbered through a hash table of their 64-bit hashes; a sentence's vector is gathered with a stamp per
 * word, so that no sort is needed. */
#include "compare/pair_words.h"

#include <math.h>
#include <string.h>

uint64_t twt_pair_limit(const twt_analysis *a, const twt_analysis *b)
{
    return ((uint64_t)1 << 22) + 64 * ((uint64_t)a->token_count + b->token_count);
}

/* A hostile text can fill one stretch of the table; past so many probes the words are sorted instead. */
enum { PROBES_MAX = 64 };
#define UPPER UINT64_C(0xffffffff00000000)

static size_t slots_for(size_t tokens)
{
    size_t slots = 64;
    while (slots < 2 * tokens)
        slots *= 2;
    return slots;
}

/* Open addressing with linear steps. Most tokens are repeats and are settled by one look at a slot and one at their
 * word. NULL when too many slots were in the way: hostile words. */
static uint64_t *slot_of(const twt_pair_words *words, uint64_t hash)
{
    size_t mask = words->slots.count - 1, slot = (size_t)hash & mask;
    for (int probe = 0; probe < PROBES_MAX; probe++, slot = (slot + 1) & mask) {
        uint64_t *held = &words->slots.data[slot];
        if (!*held || ((*held & UPPER) == (hash & UPPER) && words->words.data[(uint32_t)*held - 1].hash == hash))
            return held;
    }
    return NULL;
}

static bool add_word(twt_pair_words *words, uint64_t hash)
{
    return twt_vec_push(&words->words, ((twt_pair_word){.hash = hash}));
}

static void put(twt_pair_words *words, int side, size_t token, uint32_t number)
{
    words->ids[side].data[token] = number;
    words->words.data[number].totals[side]++;
}

/* *is_crowded: not done, too many words share their slots. */
static twt_status number_tokens(twt_pair_words *words, int side, bool *is_crowded)
{
    const twt_analysis *text = words->texts[side];
    for (size_t i = 0; i < text->token_count; i++) {
        uint64_t hash = text->tokens[i].hash, *slot = slot_of(words, hash);
        *is_crowded = !slot;
        if (!slot)
            return TWT_OK;
        if (!*slot) {
            if (!add_word(words, hash))
                return TWT_ERROR_MEMORY;
            *slot = (hash & UPPER) | words->words.count;
        }
        put(words, side, i, (uint32_t)*slot - 1);
    }
    return TWT_OK;
}

/* The same without a table: all tokens sorted by their hash. */
static twt_status number_by_rank(twt_pair_words *words)
{
    size_t first = words->texts[0]->token_count, count = first + words->texts[1]->token_count;
    twt_vec_clear(&words->words);
    if (!twt_vec_resize(&words->ranks, 2 * count))
        return TWT_ERROR_MEMORY;
    for (size_t i = 0; i < count; i++) {
        const twt_token *token = i < first ? &words->texts[0]->tokens[i] : &words->texts[1]->tokens[i - first];
        words->ranks.data[i] = (twt_keyed){token->hash, i};
    }
    twt_sort_keyed(words->ranks.data, words->ranks.data + count, count);
    for (size_t i = 0; i < count; i++) {
        size_t at = words->ranks.data[i].value;
        int side = at >= first;
        if (i == 0 || words->ranks.data[i].key != words->ranks.data[i - 1].key)
            if (!add_word(words, words->ranks.data[i].key))
                return TWT_ERROR_MEMORY;
        put(words, side, side ? at - first : at, (uint32_t)words->words.count - 1);
    }
    return TWT_OK;
}

static void note_homes(twt_pair_words *words, int side)
{
    const twt_analysis *text = words->texts[side];
    for (size_t s = 0; s < text->sentence_count; s++)
        for (uint32_t i = text->sentences[s].token_begin; i < text->sentences[s].token_end; i++)
            words->homes[side].data[i] = (uint32_t)s;
}

static uint8_t worth_of(uint32_t count)
{
    return count > 8 ? 1 : count <= 2 ? TWT_WORTH_RARE : count <= 4 ? 3 : 2;
}

static bool value_words(twt_pair_words *words)
{
    words->distinct[0] = words->distinct[1] = words->shared = 0;
    if (!twt_vec_resize(&words->worth, words->words.count))
        return false;
    for (size_t i = 0; i < words->words.count; i++) {
        const uint32_t *totals = words->words.data[i].totals;
        bool is_shared = totals[0] && totals[1];
        words->worth.data[i] = is_shared ? worth_of(totals[0] + totals[1]) : 0;
        words->distinct[0] += totals[0] > 0;
        words->distinct[1] += totals[1] > 0;
        words->shared += is_shared;
    }
    return true;
}

static void gather_terms(twt_pair_words *words, int side, const twt_sentence *sentence, uint32_t stamp)
{
    for (uint32_t i = sentence->token_begin; i < sentence->token_end; i++) {
        uint32_t number = words->ids[side].data[i];
        twt_pair_word *word = &words->words.data[number];
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

/* Of a few sentences df says little: between two, the words in common would be worth a third of the others. */
enum { SENTENCES_LEAST = 8 };

static uint32_t weight_of(double sentences, uint32_t df)
{
    sentences = sentences < SENTENCES_LEAST ? SENTENCES_LEAST : sentences;
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
        const twt_pair_word *word = &words->words.data[i];
        uint32_t df = word->df[0] + word->df[1];
        words->weights.data[i] = df < KNOWN ? known[df] : weight_of(sentences, df);
    }
}

static uint64_t cost_of(const twt_pair_word *word)
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
            words->weights.data[i] = 0;
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

/* Whether b goes first. */
static bool is_reversed(const twt_analysis *a, const twt_analysis *b, bool *is_same)
{
    int order = compare_numbers(a->token_count, b->token_count);
    for (int i = 0; i < 2 && !order; i++)
        order = compare_numbers(a->content_hash[i], b->content_hash[i]);
    if (!order)
        order = compare_sentences(a, b);
    *is_same = order == 0;
    return order > 0;
}

static bool make_room(twt_pair_words *words)
{
    size_t tokens = words->texts[0]->token_count + words->texts[1]->token_count;
    twt_vec_clear(&words->words);
    for (int side = 0; side < 2; side++)
        if (!twt_vec_resize(&words->ids[side], words->texts[side]->token_count) ||
            !twt_vec_resize(&words->homes[side], words->texts[side]->token_count))
            return false;
    if (!twt_vec_resize(&words->slots, slots_for(tokens)))
        return false;
    memset(words->slots.data, 0, words->slots.count * sizeof *words->slots.data);
    return true;
}

twt_status twt_pair_words_number(twt_pair_words *words, const twt_analysis *a, const twt_analysis *b)
{
    words->is_reversed = is_reversed(a, b, &words->is_same);
    words->texts[0] = words->is_reversed ? b : a;
    words->texts[1] = words->is_reversed ? a : b;
    words->is_weighed = words->is_limited = false;
    words->run++;
    if (!make_room(words))
        return TWT_ERROR_MEMORY;
    note_homes(words, 0);
    note_homes(words, 1);
    bool is_crowded = false;
    twt_status status = number_tokens(words, 0, &is_crowded);
    if (status == TWT_OK && !is_crowded)
        status = number_tokens(words, 1, &is_crowded);
    if (status == TWT_OK && is_crowded)
        status = number_by_rank(words);
    return status == TWT_OK && !value_words(words) ? TWT_ERROR_MEMORY : status;
}

twt_status twt_pair_words_weigh(twt_pair_words *words, uint64_t limit)
{
    if (words->is_weighed)
        return TWT_OK;
    size_t first = words->texts[0]->sentence_count, sentences = first + words->texts[1]->sentence_count;
    if (!twt_vec_resize(&words->weights, words->words.count) || !gather_sentences(words, 0, words->texts[0], 1) ||
        !gather_sentences(words, 1, words->texts[1], 1 + (uint32_t)first))
        return TWT_ERROR_MEMORY;
    weigh_words(words, (double)sentences);
    if (!apply_limit(words, limit) || !measure_sentences(words, 0) || !measure_sentences(words, 1))
        return TWT_ERROR_MEMORY;
    words->is_weighed = true;
    return TWT_OK;
}

void twt_pair_words_free(twt_pair_words *words)
{
    for (int side = 0; side < 2; side++) {
        twt_vec_free(&words->ids[side]);
        twt_vec_free(&words->homes[side]);
        twt_vec_free(&words->terms[side]);
        twt_vec_free(&words->first_term[side]);
        twt_vec_free(&words->sentences[side]);
    }
    twt_vec_free(&words->words);
    twt_vec_free(&words->worth);
    twt_vec_free(&words->weights);
    twt_vec_free(&words->slots);
    twt_vec_free(&words->costs);
    twt_vec_free(&words->ranks);
}
