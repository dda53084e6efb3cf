#include "compare/passages/sentence_index.h"

#include <string.h>

#include "base/bit_counts.h"
#include "base/bits.h"
#include "base/prefetch.h"

/* Words in under four sentences are never common; those beyond the work limit always are. */
enum { BEYOND = 32, CLASSES, COMMON_LEAST = 2, AHEAD = 8 };
static const double common_part = .8; /* of the cosine that common words may reach by themselves */
static const double followed_part =
    .6; /* of the cosine, beyond the work limit: what the words that are followed must show */
static const double counted_dice = .1; /* under it nearly every sentence that shares a word has enough of them */
static const double rounding = 1e-9;

static bool make_room(twt_sentence_index *index, const twt_pair_words *words, int side)
{
    size_t count = words->count, sentences = words->sentences[side].count;
    if (!twt_vec_resize(&index->tallies, sentences) || !twt_vec_resize(&index->met, sentences + 1) ||
        !twt_vec_resize(&index->common, count) ||
        !twt_vec_resize(&index->shared, (size_t)words->own[!side].term_count + 1) ||
        !twt_vec_resize(&index->looked_up, words->shared))
        return false;
    if (count)
        memset(index->common.data, 0, count * sizeof *index->common.data);
    if (sentences)
        memset(index->tallies.data, 0, sentences * sizeof *index->tallies.data);
    twt_vec_clear(&index->met);
    return true;
}

static bool is_filled(const twt_sentence_index *index, const twt_pair_words *words, int side)
{
    return index->words == words && index->run == words->run && index->side == side;
}

/* Only makes room: the postings are those that the text was counted with. */
twt_status twt_sentence_index_fill(twt_sentence_index *index, const twt_pair_words *words, int side)
{
    if (is_filled(index, words, side))
        return TWT_OK;
    index->words = NULL;
    if (!make_room(index, words, side))
        return TWT_ERROR_MEMORY;
    index->words = words;
    index->run = words->run;
    index->side = side;
    return TWT_OK;
}

typedef struct looked_up {    /* a sentence, and which of its words are too common to be followed */
    double norm, common_norm; /* of its vector and of the common words alone, squared */
    unsigned common_class;    /* words of this class and above are common */
} looked_up;

/* Few of most sentences' words: no branch to guess. */
static void gather_shared(twt_sentence_index *index, const twt_pair_words *words, uint32_t sentence)
{
    int side = !index->side;
    const uint32_t *range = words->own[side].first_term + sentence;
    const uint8_t *worth = words->worth.data;
    size_t count = 0;
    for (uint32_t i = range[0]; i < range[1]; i++) {
        twt_term term = words->terms[side][i];
        index->shared.data[count] = term;
        count += worth[term.word] != 0;
    }
    index->shared.count = count;
}

/* The commonest words of the sentence are common as long as they alone could not reach the cosine, with room to spare.
 */
static looked_up look_up(twt_sentence_index *index, const twt_pair_words *words, uint32_t sentence, double most)
{
    const uint32_t *first = words->own[index->side].first_posting;
    double norms[CLASSES] = {0};
    looked_up s = {(double)words->sentences[!index->side].data[sentence].norm, 0, BEYOND};
    for (size_t i = 0; i < index->shared.count; i++) {
        twt_term term = index->shared.data[i];
        uint32_t own = index->side ? words->to_second.data[term.word] : term.word;
        uint32_t weight = twt_term_weight(words, term);
        bool is_beyond = words->is_limited && words->is_beyond.data[term.word];
        unsigned class = is_beyond ? BEYOND : twt_bits_last(first[own + 1] - first[own]);
        norms[class] += (double)weight * weight;
        index->looked_up.data[i] = (twt_looked_up){term.word, weight, first[own], first[own + 1], class};
    }
    index->looked_up.count = index->shared.count;
    s.common_norm = norms[BEYOND];
    while (s.common_class > COMMON_LEAST && s.common_norm + norms[s.common_class - 1] <= most * most * s.norm)
        s.common_norm += norms[--s.common_class];
    return s;
}

static void follow(twt_sentence_index *index, const twt_pair_words *words, const twt_looked_up *word, size_t *met_count)
{
    uint64_t weight = (uint64_t)word->weight * words->weights.data[word->word];
    const twt_posting *postings = words->own[index->side].postings, *end = postings + word->end;
    uint32_t *met = index->met.data;
    size_t count = *met_count;
    for (const twt_posting *at = postings + word->begin; at < end; at++) {
        twt_tally *tally = &index->tallies.data[at->sentence];
        met[count] = at->sentence; /* stays only if it is new: no branch to guess */
        count += tally->shared == 0;
        tally->shared++;
        tally->dot += weight * at->tf;
    }
    *met_count = count;
}

/* Adds the common words that a sentence shares with the one that is looked up. */
static void add_common(twt_sentence_index *index, const twt_pair_words *words, uint32_t met, twt_tally *tally)
{
    const uint32_t *first = words->own[index->side].first_term + met;
    uint32_t shared = 0;
    uint64_t dot = 0;
    for (uint32_t i = first[0]; i < first[1]; i++) {
        twt_term term = words->terms[index->side][i];
        uint64_t weight = index->common.data[term.word]; /* mostly 0: no branch to guess */
        shared += weight != 0;
        dot += weight * twt_term_weight(words, term);
    }
    tally->shared += shared;
    tally->dot += dot;
}

/* Keeps those that the common words can lift above cosine_min: by Cauchy and Schwarz they add no more to the cosine
 * than their part of the length. */
static size_t complete(twt_sentence_index *index, const twt_pair_words *words, const looked_up *s, double cosine_min,
                       size_t count)
{
    double followed_least = words->is_limited ? followed_part * cosine_min : 0;
    double left = fmax(cosine_min - sqrt(s->common_norm / s->norm), followed_least);
    double least = left * left * s->norm * (1 - rounding);
    const uint32_t *first_term = words->own[index->side].first_term;
    uint32_t *met = index->met.data;
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (i + AHEAD < count)
            twt_prefetch(&words->terms[index->side][first_term[met[i + AHEAD]]]);
        twt_tally *tally = &index->tallies.data[met[i]];
        double dot = (double)tally->dot;
        if (dot * dot <= least * (double)words->sentences[index->side].data[met[i]].norm) {
            *tally = (twt_tally){0, 0};
            continue;
        }
        add_common(index, words, met[i], tally);
        met[kept++] = met[i];
    }
    return kept;
}

/* Meets sentences along the postings of each word. */
static void meet_along_words(twt_sentence_index *index, const twt_pair_words *words, uint32_t sentence,
                             double cosine_min)
{
    looked_up s = look_up(index, words, sentence, common_part * cosine_min);
    const twt_looked_up *begin = index->looked_up.data, *end = begin + index->looked_up.count;
    size_t count = 0;
    bool has_common = false;
    for (const twt_looked_up *word = begin; word < end; word++) {
        if (word->class >= s.common_class) {
            has_common = true;
            index->common.data[word->word] = word->weight;
        } else {
            follow(index, words, word, &count);
        }
    }
    if (has_common)
        count = complete(index, words, &s, cosine_min, count);
    for (const twt_looked_up *word = begin; has_common && word < end; word++)
        index->common.data[word->word] = 0;
    index->met.count = count;
}

/* ---- where Dice's coefficient asks for words in common ----------------------------------------------------- */

/* Who shares n words has n at least: 2 n / (terms + n) is above dice_min. */
static unsigned least_shared(uint32_t terms, double dice_min)
{
    return (unsigned)(dice_min * terms / (2 - dice_min) * (1 - rounding)) + 1;
}

/* How many of the words each sentence of a block holds. */
static twt_bit_counts count_shared(const twt_sentence_index *index, const twt_pair_words *words, size_t block)
{
    const twt_text_words *of = &words->own[index->side];
    const twt_term *begin = index->shared.data, *end = begin + index->shared.count;
    twt_bit_counts counts = {{0}};
    for (const twt_term *term = begin; term < end; term++) {
        size_t own = index->side ? words->to_second.data[term->word] : term->word;
        twt_bit_counts_add(&counts, of->masks[own * of->block_count + block]);
    }
    return counts;
}

static void meet_block(twt_sentence_index *index, const twt_pair_words *words, size_t block, uint32_t terms,
                       unsigned least, double dice_min)
{
    const twt_pair_sentence *sentences = words->sentences[index->side].data + block * TWT_SENTENCE_BLOCK;
    twt_bit_counts counts = count_shared(index, words, block);
    uint32_t *met = index->met.data;
    size_t count = index->met.count;
    for (uint64_t left = twt_bit_counts_reach(&counts, least); left; left &= left - 1) {
        unsigned at = twt_bits_first(left);
        met[count] = (uint32_t)(block * TWT_SENTENCE_BLOCK + at); /* stays only if it may do: no branch to guess */
        count += 2. * twt_bit_counts_at(&counts, at) > dice_min * ((double)terms + sentences[at].terms);
    }
    index->met.count = count;
}

static void tally_met(twt_sentence_index *index, const twt_pair_words *words)
{
    const twt_term *begin = index->shared.data, *end = begin + index->shared.count;
    for (const twt_term *term = begin; term < end; term++)
        index->common.data[term->word] = twt_term_weight(words, *term);
    for (size_t i = 0; i < index->met.count; i++)
        add_common(index, words, index->met.data[i], &index->tallies.data[index->met.data[i]]);
    for (const twt_term *term = begin; term < end; term++)
        index->common.data[term->word] = 0;
}

/* By counting the words of all sentences at once, and weighing them only where they are enough. */
static void meet_by_count(twt_sentence_index *index, const twt_pair_words *words, uint32_t terms, double dice_min)
{
    unsigned least = least_shared(terms, dice_min);
    twt_vec_clear(&index->met);
    if (index->shared.count < least)
        return;
    for (size_t block = 0; block < words->own[index->side].block_count; block++)
        meet_block(index, words, block, terms, least, dice_min);
    if (index->met.count)
        tally_met(index, words);
}

void twt_sentence_index_meet(twt_sentence_index *index, const twt_pair_words *words, uint32_t sentence,
                             double cosine_min, double dice_min)
{
    gather_shared(index, words, sentence);
    bool is_counted = words->own[index->side].block_count && !words->is_limited &&
                      index->shared.count <= TWT_BIT_COUNT_MAX && dice_min > counted_dice;
    if (is_counted)
        meet_by_count(index, words, words->sentences[!index->side].data[sentence].terms, dice_min);
    else
        meet_along_words(index, words, sentence, cosine_min);
}

void twt_sentence_index_free(twt_sentence_index *index)
{
    twt_vec_free(&index->tallies);
    twt_vec_free(&index->met);
    twt_vec_free(&index->common);
    twt_vec_free(&index->shared);
    twt_vec_free(&index->looked_up);
}
