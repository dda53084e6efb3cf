/* Two texts of the same words: each token stands where it stands in the other. */
#ifndef TWT_COMPARE_ALIGN_EQUAL_TEXTS_H
#define TWT_COMPARE_ALIGN_EQUAL_TEXTS_H

#include "compare/align/align.h"

typedef struct twt_equal_texts { /* scratch and result; zeroed: empty and valid */
    TWT_VEC(twt_seed) seeds;
    twt_match match;
} twt_equal_texts;

/* Whether the words are the same, in the same order; two texts without any are not. */
bool twt_is_equal_content(const twt_analysis *a, const twt_analysis *b);

/* Of such texts: seeds are the sentences that have the same tokens on both sides, the alignment is one match. Both live
 * until the next call. TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_equal_texts_align(twt_equal_texts *equal, const twt_analysis *a, const twt_analysis *b,
                                              twt_alignment *alignment);
void twt_equal_texts_free(twt_equal_texts *equal);

#endif
