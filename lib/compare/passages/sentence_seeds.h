/* Sentence seeds: pairs of sentences, one of each text, that say the same in much the same words. */
#ifndef TWT_COMPARE_PASSAGES_SENTENCE_SEEDS_H
#define TWT_COMPARE_PASSAGES_SENTENCE_SEEDS_H

#include "compare/passages/sentence_index.h"

/* Scratch and result of one thread; not to be shared. */
typedef struct twt_seed_finder twt_seed_finder;

TWT_MUST_USE twt_status twt_seed_finder_new(twt_seed_finder **out);
void twt_seed_finder_free(twt_seed_finder *finder); /* NULL is fine */

/* words: of the pair, numbered; they are weighed here. index: filled here with their second side. Seeds ascending by a,
 * then b; they live in the finder until its next run. Symmetric: (b, a) gives the mirror image. in_chain marks the
 * heaviest chain (by cosine) in which neither a nor b ever goes back: a sentence told in two stays in it. Time is
 * bounded: when equal words would lead to more than 2^22 + 64 a token pairs of sentences, the costliest words count for
 * nothing; sentences of such words alone are seeds where they are word for word equal, the n-th with the n-th. So is
 * room: of too many seeds (seed_limit.h) each sentence of one side keeps the strongest eight. Errors: TWT_ERROR_MEMORY;
 * the finder stays usable. */
TWT_MUST_USE twt_status twt_seed_finder_run(twt_seed_finder *finder, twt_pair_words *words, twt_sentence_index *index,
                                            const twt_seed **seeds, size_t *count);

#endif
