/* Token alignment: which words of a stand where in b. */
#ifndef TWT_COMPARE_ALIGN_ALIGN_H
#define TWT_COMPARE_ALIGN_ALIGN_H

#include "compare/words/pair_words.h"

/* A replaced block: the tokens between two neighbouring matches of the main chain, or before the first or after the
 * last one inside two sentences that say the same. Half open element positions of tokens; one side may be empty. */
typedef struct twt_block {
    uint32_t a_begin, a_end, b_begin, b_end;
} twt_block;

typedef struct twt_alignment { /* borrowed from the aligner until its next run */
    const twt_match *matches;  /* ascending by a; maximal; no token of either side lies in two */
    size_t match_count;
    const twt_block *blocks; /* ascending by a, and by b; no token of either side lies in two */
    size_t block_count;
} twt_alignment;

/* Scratch and result of one thread. */
typedef struct twt_aligner twt_aligner;

TWT_MUST_USE twt_status twt_aligner_new(twt_aligner **out);
void twt_aligner_free(twt_aligner *aligner); /* NULL is fine */

/* Aligns the tokens of a pair. Seeds of the chain (in_chain) are corridors: sentences that are told in both texts, so
 * that words in them may match even where nothing rare anchors them. Memory linear; time linear but for differences,
 * whose cost is bounded. Errors: TWT_ERROR_MEMORY; the aligner stays usable. */
TWT_MUST_USE twt_status twt_aligner_run(twt_aligner *aligner, const twt_pair_words *words, const twt_seed *seeds,
                                        size_t seed_count, twt_alignment *out);

#endif
