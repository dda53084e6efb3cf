/* Both texts have their words numbered already; those of the second are looked up among the first's, and what is known
 * of either text by itself is taken over. */
#include "compare/words/pair_words.h"

#include <math.h>
#include <string.h>

/* Two texts of 10 MB with 1,500 reworded ones in each: 64 for every token finds 776 of these, 4 for those beyond 773,
 * in a third of the time. */
enum { FULL_TOKENS = 1 << 18 };

uint64_t twt_pair_limit(const twt_analysis *a, const twt_analysis *b)
{
    uint64_t tokens = (uint64_t)a->token_count + b->token_count, first = tokens < FULL_TOKENS ? tokens : FULL_TOKENS;
    return ((uint64_t)1 << 22) + 64 * first + 4 * (tokens - first);
}

/* ---- numbers --------------------------------------------------------------------------------------------- */

static size_t rank_words(const twt_text_words *of, twt_keyed *ranks, size_t room)
{
    for (uint32_t w = 0; w < of->count; w++)
        ranks[w] = (twt_keyed){of->hashes[w], w};
    twt_sort_keyed(ranks, ranks + room, of->count);
    return of->count;
}

/* Without a table: the words of both sides sorted by their hash. */
static bool match_ranks(twt_pair_words *words)
{
    size_t room = words->own[0].count + (size_t)words->own[1].count;
    if (!twt_vec_resize(&words->ranks, 2 * room))
        return false;
    twt_keyed *first = words->ranks.data, *second = first + words->own[0].count;
    size_t count = rank_words(&words->own[0], first, room), others = rank_words(&words->own[1], second, room);
    for (size_t i = 0, j = 0; j < others; j++) {
        while (i < count && first[i].key < second[j].key)
            i++;
        bool is_there = i < count && first[i].key == second[j].key;
        words->from_second.data[second[j].value] = is_there ? (uint32_t)first[i].value : TWT_NO_WORD;
    }
    return true;
}

static uint8_t worth_of(uint32_t count)
{
    return count > 8 ? 1 : count <= 2 ? TWT_WORTH_RARE : count <= 4 ? 3 : 2;
}

static void share_word(twt_pair_words *words, uint32_t word, uint32_t second)
{
    words->to_second.data[word] = second;
    words->worth.data[word] = worth_of(words->own[0].totals[word] + words->own[1].totals[second]);
    words->shared++;
}

/* Numbers those words of the second side that the first lacks, behind the others. */
static void number_rest(twt_pair_words *words)
{
    const twt_text_words *first = &words->own[0], *second = &words->own[1];
    uint32_t *from = words->from_second.data, *totals = words->totals[1].data;
    words->count = first->count;
    words->shared = 0;
    for (uint32_t w = 0; w < second->count; w++) {
        if (from[w] == TWT_NO_WORD)
            from[w] = (uint32_t)words->count++;
        else
            share_word(words, from[w], w);
        totals[from[w]] = second->totals[w];
    }
}

static bool make_room(twt_pair_words *words)
{
    size_t first = words->own[0].count, second = words->own[1].count, most = first + second;
    if (!twt_vec_resize(&words->totals[0], most) || !twt_vec_resize(&words->totals[1], most) ||
        !twt_vec_resize(&words->worth, most) || !twt_vec_resize(&words->to_second, first) ||
        !twt_vec_resize(&words->from_second, second) ||
        !twt_vec_resize(&words->second_ids, words->texts[1]->token_count))
        return false;
    memset(words->worth.data, 0, most * sizeof *words->worth.data);
    memset(words->totals[0].data, 0, most * sizeof *words->totals[0].data);
    memset(words->totals[1].data, 0, most * sizeof *words->totals[1].data);
    memset(words->to_second.data, 0xFF, first * sizeof *words->to_second.data);
    if (first)
        memcpy(words->totals[0].data, words->own[0].totals, first * sizeof *words->totals[0].data);
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

/* Whether b is worked on as the first side. */
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

twt_status twt_pair_words_join(twt_pair_words *words, const twt_text_words *a, const twt_text_words *b)
{
    words->is_reversed = is_reversed(a->text, b->text, &words->is_same);
    words->own[0] = words->is_reversed ? *b : *a;
    words->own[1] = words->is_reversed ? *a : *b;
    words->is_weighed = words->is_limited = false;
    words->run++;
    for (int side = 0; side < 2; side++)
        words->texts[side] = words->own[side].text;
    if (!make_room(words))
        return TWT_ERROR_MEMORY;
    if (words->own[0].slot_count)
        twt_text_words_find(&words->own[0], words->own[1].hashes, words->own[1].count, words->from_second.data);
    else if (!match_ranks(words))
        return TWT_ERROR_MEMORY;
    twt_pair_words_number(words);
    return TWT_OK;
}

void twt_pair_words_number(twt_pair_words *words)
{
    number_rest(words);
    for (size_t i = 0; i < words->texts[1]->token_count; i++)
        words->second_ids.data[i] = words->from_second.data[words->own[1].ids[i]];
    words->ids[0] = words->own[0].ids;
    words->ids[1] = words->second_ids.data;
}

bool twt_pair_words_copy(const twt_pair_words *words, twt_pair_words *out)
{
    for (int side = 0; side < 2; side++) {
        out->own[side] = words->own[side];
        out->texts[side] = words->texts[side];
    }
    out->is_reversed = words->is_reversed;
    out->is_same = words->is_same;
    out->is_weighed = out->is_limited = false;
    out->run++;
    if (!make_room(out))
        return false;
    uint32_t first = words->own[0].count;
    for (uint32_t w = 0; w < words->own[1].count; w++) {
        uint32_t word = words->from_second.data[w];
        out->from_second.data[w] = word < first ? word : TWT_NO_WORD;
    }
    return true;
}

/* ---- weights --------------------------------------------------------------------------------------------- */

/* Of a few sentences df says little: between two, the words in common would be worth a third of the others. */
enum { SENTENCES_LEAST = 8 };

static uint32_t weight_of(double sentences, uint32_t df)
{
    sentences = sentences < SENTENCES_LEAST ? SENTENCES_LEAST : sentences;
    uint32_t weight = (uint32_t)lround(TWT_WEIGHT_ONE * log((sentences + 1) / df));
    return weight ? weight : 1;
}

/* The weight of a word depends on its df alone, and small ones are by far the commonest. */
enum { KNOWN = 64 };

typedef struct scale {
    double sentences;
    uint32_t known[KNOWN]; /* by df; 0: not yet */
} scale;

static uint32_t weigh(scale *of, uint32_t df)
{
    if (df >= KNOWN)
        return weight_of(of->sentences, df);
    if (!of->known[df])
        of->known[df] = weight_of(of->sentences, df);
    return of->known[df];
}

static void weigh_words(twt_pair_words *words)
{
    const twt_text_words *first = &words->own[0], *second = &words->own[1];
    scale of = {.sentences = (double)(words->texts[0]->sentence_count + words->texts[1]->sentence_count)};
    for (uint32_t w = 0; w < first->count; w++)
        words->weights.data[w] = weigh(&of, first->df[w]);
    for (uint32_t w = 0; w < second->count; w++) {
        uint32_t word = words->from_second.data[w];
        words->weights.data[word] = weigh(&of, second->df[w] + (word < first->count ? first->df[word] : 0));
    }
}

/* How many pairs of sentences share a word of the second side. */
static uint64_t cost_of(const twt_pair_words *words, uint32_t second)
{
    uint32_t word = words->from_second.data[second];
    return word < words->own[0].count ? (uint64_t)words->own[0].df[word] * words->own[1].df[second] : 0;
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
    uint32_t count = words->own[1].count;
    for (uint32_t w = 0; w < count; w++)
        sum += cost_of(words, w);
    words->is_limited = sum > limit;
    if (!words->is_limited)
        return true;
    if (!twt_vec_resize(&words->costs, 2 * (size_t)count) || !twt_vec_resize(&words->is_beyond, words->count))
        return false;
    memset(words->is_beyond.data, 0, words->count);
    for (uint32_t w = 0; w < count; w++)
        words->costs.data[w] = cost_of(words, w);
    twt_sort_u64(words->costs.data, words->costs.data + count, count);
    uint64_t highest = highest_cost(words->costs.data, count, limit);
    for (uint32_t w = 0; w < count; w++)
        if (cost_of(words, w) > highest)
            words->is_beyond.data[words->from_second.data[w]] = true;
    return true;
}

static bool gather_terms(twt_pair_words *words)
{
    const twt_text_words *second = &words->own[1];
    if (!twt_vec_resize(&words->second_terms, second->term_count))
        return false;
    for (uint32_t i = 0; i < second->term_count; i++)
        words->second_terms.data[i] = (twt_term){words->from_second.data[second->terms[i].word], second->terms[i].tf};
    words->terms[0] = words->own[0].terms;
    words->terms[1] = words->second_terms.data;
    return true;
}

static bool measure_sentences(twt_pair_words *words, int side)
{
    size_t count = words->texts[side]->sentence_count;
    const uint32_t *first = words->own[side].first_term;
    if (!twt_vec_resize(&words->sentences[side], count))
        return false;
    for (size_t s = 0; s < count; s++) {
        twt_pair_sentence sentence = {0, 0};
        for (uint32_t i = first[s]; i < first[s + 1]; i++) {
            uint64_t weight = twt_term_weight(words, words->terms[side][i]);
            sentence.norm += weight * weight;
            sentence.terms += weight > 0;
        }
        words->sentences[side].data[s] = sentence;
    }
    return true;
}

twt_status twt_pair_words_weigh(twt_pair_words *words, uint64_t limit)
{
    if (words->is_weighed)
        return TWT_OK;
    if (!twt_vec_resize(&words->weights, words->count) || !gather_terms(words))
        return TWT_ERROR_MEMORY;
    weigh_words(words);
    if (!apply_limit(words, limit) || !measure_sentences(words, 0) || !measure_sentences(words, 1))
        return TWT_ERROR_MEMORY;
    words->is_weighed = true;
    return TWT_OK;
}

void twt_pair_words_free(twt_pair_words *words)
{
    for (int side = 0; side < 2; side++) {
        twt_vec_free(&words->totals[side]);
        twt_vec_free(&words->sentences[side]);
    }
    twt_vec_free(&words->worth);
    twt_vec_free(&words->to_second);
    twt_vec_free(&words->from_second);
    twt_vec_free(&words->second_ids);
    twt_vec_free(&words->second_terms);
    twt_vec_free(&words->weights);
    twt_vec_free(&words->is_beyond);
    twt_vec_free(&words->costs);
    twt_vec_free(&words->ranks);
}
