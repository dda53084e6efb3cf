/* An inverted index over one side's sentences: which of them share words with a sentence of the other side, and how
 * much. */
#ifndef TWT_COMPARE_PASSAGES_SENTENCE_INDEX_H
#define TWT_COMPARE_PASSAGES_SENTENCE_INDEX_H

#include <math.h>

#include "compare/words/pair_words.h"

typedef struct twt_tally { /* of an indexed sentence, against the one that is looked up */
    uint64_t dot;
    uint32_t shared;
} twt_tally;

typedef struct twt_looked_up { /* a word of the sentence that is looked up */
    uint32_t word, weight;
    uint32_t begin, end, class; /* its postings; class: by how many */
} twt_looked_up;

typedef struct twt_sentence_index { /* zeroed: empty and valid */
    const twt_pair_words *words;    /* whose sentences are indexed; NULL: none yet */
    uint64_t run;
    int side;                   /* that is indexed */
    TWT_VEC(twt_tally) tallies; /* all zero between look-ups */
    TWT_VEC(uint32_t) met;      /* sentences whose tally is not */
    TWT_VEC(uint32_t) common;   /* by word: its weight in the sentence that is looked up; zero between look-ups */
    TWT_VEC(twt_term) shared;   /* of the sentence that is looked up: words that the indexed side has */
    TWT_VEC(twt_looked_up) looked_up;
} twt_sentence_index;

typedef struct twt_likeness { /* of two sentences */
    double cosine, dice;
} twt_likeness;

/* Indexes one side of weighed words, unless that is done already. Linear. */
TWT_MUST_USE twt_status twt_sentence_index_fill(twt_sentence_index *index, const twt_pair_words *words, int side);
void twt_sentence_index_free(twt_sentence_index *index);

/* Looks a sentence of the other side up: index->met has the indexed sentences that share a word with it, in no
 * particular but a fixed order, maybe without some whose cosine is not above cosine_min or whose Dice is not above
 * dice_min. Each must then be taken once with twt_sentence_index_take and the same limits. */
void twt_sentence_index_meet(twt_sentence_index *index, const twt_pair_words *words, uint32_t sentence,
                             double cosine_min, double dice_min);

/* The likeness of a sentence that was met; clears its tally. cosine is 0 unless it is above cosine_min and dice above
 * dice_min (most pairs are far from both, and are spared the division and the root). */
static inline twt_likeness twt_sentence_index_take(twt_sentence_index *index, const twt_pair_words *words,
                                                   uint32_t sentence, uint32_t met, double cosine_min, double dice_min)
{
    const twt_pair_sentence *a = &words->sentences[!index->side].data[sentence];
    const twt_pair_sentence *b = &words->sentences[index->side].data[met];
    twt_tally tally = index->tallies.data[met];
    index->tallies.data[met] = (twt_tally){0, 0};
    double sum = (double)a->terms + b->terms, dot = (double)tally.dot;
    if (2. * tally.shared <= dice_min * sum)
        return (twt_likeness){0, 0};
    double norms = (double)a->norm * (double)b->norm;
    if (dot * dot <= cosine_min * cosine_min * norms)
        return (twt_likeness){0, 0};
    return (twt_likeness){dot / sqrt(norms), 2. * tally.shared / sum};
}

#endif
