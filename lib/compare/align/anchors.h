/* Anchors of an alignment: maximal runs of equal tokens around shingles that are unique on both sides. */
#ifndef TWT_COMPARE_ALIGN_ANCHORS_H
#define TWT_COMPARE_ALIGN_ANCHORS_H

#include "compare/words/pair_words.h"

typedef TWT_VEC(twt_match) twt_matches;

enum { TWT_ANCHOR_FILTER = 4096 };

typedef struct twt_anchor_scratch { /* zeroed: empty and valid */
    TWT_VEC(struct twt_anchor_slot) slots;
    TWT_VEC(struct twt_anchor_met) met;
    TWT_VEC(uint32_t) common;       /* shingles of a text whose words stand in the other */
    bool filter[TWT_ANCHOR_FILTER]; /* whether such a shingle of a has this place */
    TWT_VEC(uint32_t) before, ranks;
    TWT_VEC(uint64_t) tree;
    twt_matches sorted;
} twt_anchor_scratch;

void twt_anchors_free(twt_anchor_scratch *scratch);

/* Appends the runs to out, ascending by b without overlap in b, at least least tokens each. False when memory is short.
 */
bool twt_anchors_find(twt_anchor_scratch *scratch, const twt_pair_words *words, uint32_t least, twt_matches *out);

/* Takes runs as twt_anchors_find gives them, sorts them by a, marks with is_moved those outside the heaviest chain that
 * ascends on both sides (weight: tokens), and trims the runs of the chain so that they don't overlap. False when memory
 * is short. */
bool twt_anchors_chain(twt_anchor_scratch *scratch, twt_matches *runs);

#endif
