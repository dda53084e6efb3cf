/* Alignment of a gap: two short stretches of tokens, given as their words' numbers. */
#ifndef TWT_COMPARE_ALIGN_FILL_H
#define TWT_COMPARE_ALIGN_FILL_H

#include "compare/align/anchors.h"

typedef struct twt_fill_scratch { /* zeroed: empty and valid */
    TWT_VEC(uint8_t) steps;
    TWT_VEC(uint16_t) rows;
    TWT_VEC(int32_t) reach;
    twt_matches found;
} twt_fill_scratch;

void twt_fill_free(twt_fill_scratch *scratch);

typedef struct twt_fill_gap { /* two stretches; a and b point to their first word */
    const uint32_t *a, *b;
    const uint8_t *weights; /* of the tokens of a: what a match of one is worth */
    uint32_t a_begin, b_begin, a_count, b_count;
} twt_fill_gap;

enum { TWT_FILL_CELLS_MAX = 1 << 14 };

/* The heaviest common subsequence, where tokens that follow each other on both sides are worth more. Appends its runs
 * to out, ascending. a_count * b_count must be at most TWT_FILL_CELLS_MAX. False when memory is short. */
bool twt_fill_small(twt_fill_scratch *scratch, const twt_fill_gap *gap, twt_matches *out);

/* A common subsequence for gaps of any size, in pieces: cost grows with their size and, up to a bound, with their
 * differences; it gives up where the two have little in common. Appends its runs to out, ascending. False when memory
 * is short. */
bool twt_fill_large(twt_fill_scratch *scratch, const twt_fill_gap *gap, twt_matches *out);

#endif
