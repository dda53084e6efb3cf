#include "compare/sentence_index.h"

#include <string.h>

static bool is_posted(const twt_pair_word *word, int side)
{
    return word->df[!side] && word->weight;
}

/* Counting sort of the side's terms by word; words that the other side lacks are left out. */
twt_status twt_sentence_index_fill(twt_sentence_index *index, const twt_pair_words *words, int side)
{
    size_t count = words->words.count, sentences = words->sentences[side].count;
    if (!twt_vec_resize(&index->first, count + 1) || !twt_vec_resize(&index->postings, words->terms[side].count) ||
        !twt_vec_resize(&index->tallies, sentences) || !twt_vec_resize(&index->met, sentences + 1))
        return TWT_ERROR_MEMORY;
    index->side = side;
    memset(index->tallies.data, 0, sentences * sizeof *index->tallies.data);
    twt_vec_clear(&index->met);
    uint32_t *first = index->first.data, sum = 0;
    for (size_t i = 0; i < count; i++) {
        first[i] = sum;
        sum += is_posted(&words->words.data[i], side) ? words->words.data[i].df[side] : 0;
    }
    for (uint32_t s = 0; s < sentences; s++)
        for (uint32_t i = words->first_term[side].data[s]; i < words->first_term[side].data[s + 1]; i++) {
            twt_term term = words->terms[side].data[i];
            if (is_posted(&words->words.data[term.word], side))
                index->postings.data[first[term.word]++] = (twt_posting){s, twt_term_weight(words, term)};
        }
    memmove(first + 1, first, count * sizeof *first);
    first[0] = 0;
    return TWT_OK;
}

void twt_sentence_index_meet(twt_sentence_index *index, const twt_pair_words *words, uint32_t sentence)
{
    twt_tally *tallies = index->tallies.data;
    uint32_t *met = index->met.data;
    size_t count = 0;
    const uint32_t *first_term = words->first_term[!index->side].data;
    for (uint32_t i = first_term[sentence]; i < first_term[sentence + 1]; i++) {
        twt_term term = words->terms[!index->side].data[i];
        uint64_t weight = twt_term_weight(words, term);
        const twt_posting *end = index->postings.data + index->first.data[term.word + 1];
        for (const twt_posting *at = index->postings.data + index->first.data[term.word]; at < end; at++) {
            twt_tally *tally = &tallies[at->sentence];
            met[count] = at->sentence; /* stays only if it is new: no branch to guess */
            count += tally->shared == 0;
            tally->shared++;
            tally->dot += weight * at->weight;
        }
    }
    index->met.count = count;
}

void twt_sentence_index_free(twt_sentence_index *index)
{
    twt_vec_free(&index->first);
    twt_vec_free(&index->postings);
    twt_vec_free(&index->tallies);
    twt_vec_free(&index->met);
}
