/* Summaries: a short stretch of one text that tells much of the other, a word from here, a word from there. */
#ifndef TWT_COMPARE_PASSAGES_SUMMARIES_H
#define TWT_COMPARE_PASSAGES_SUMMARIES_H

#include "compare/passages/borders.h"

typedef struct twt_told { /* a stretch that may be told in both texts */
    twt_stretch tokens;
    double evidence[2]; /* of each side, as twt_borders_fit says it */
    bool is_weak;       /* of weak links alone: only of use within a summary */
} twt_told;

typedef struct twt_told_list {
    TWT_VEC(twt_told) items;
} twt_told_list;

/* Puts a summary in the place of the stretches that it explains better. list changes its order. index[s] is of side s.
 */
TWT_MUST_USE twt_status twt_summaries_find(twt_borders *borders, twt_sentence_index index[2], twt_told_list *list);

static inline double twt_told_evidence(const twt_told *told)
{
    return told->evidence[0] + told->evidence[1];
}

#endif
