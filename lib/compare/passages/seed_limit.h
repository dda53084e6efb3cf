/* Texts of one form: any two of their sentences are alike, and the seeds would be as many as pairs of sentences. */
#ifndef TWT_COMPARE_PASSAGES_SEED_LIMIT_H
#define TWT_COMPARE_PASSAGES_SEED_LIMIT_H

#include "base/vec.h"
#include "twicetold/types.h"

enum { TWT_SEEDS_KEPT = 8 }; /* of a sentence, where there are too many */

typedef TWT_VEC(twt_seed) twt_seeds;

/* So many seeds, or weak links, are kept of texts of so many sentences in all. The most that two documents of the
 * corpora have: 62,830 seeds, 102,706 links of both kinds. */
static inline size_t twt_seeds_most(size_t sentences)
{
    return ((size_t)1 << 17) + TWT_SEEDS_KEPT * sentences;
}

/* Of the seeds from begin on, those of a sentence of a side by side, each sentence of a keeps its strongest: by cosine,
 * then those whose two sentences stand at the like place of their texts of so many sentences, so that a text told in
 * order keeps its order. Ascending afterwards by b within a sentence. */
void twt_seeds_thin(twt_seeds *seeds, size_t begin, size_t sentences_a, size_t sentences_b);

#endif
