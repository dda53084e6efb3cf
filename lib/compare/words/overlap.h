/* Exact overlap of two sets of shingles. */
#ifndef TWT_COMPARE_WORDS_OVERLAP_H
#define TWT_COMPARE_WORDS_OVERLAP_H

#include "twicetold/types.h"

typedef struct twt_overlap {
    uint32_t shared;       /* distinct shingles in both */
    double jaccard;        /* shared / union; 0 when both are empty */
    double containment[2]; /* shared / own size; 0 when empty */
} twt_overlap;

twt_overlap twt_overlap_of(const twt_analysis *a, const twt_analysis *b);

#endif
