/* Passages: the stretches that are told in both texts, by byte. */
#ifndef TWT_COMPARE_PASSAGES_PASSAGES_H
#define TWT_COMPARE_PASSAGES_PASSAGES_H

#include "compare/passages/sentence_index.h"

/* Scratch and result of one thread; not to be shared. */
typedef struct twt_passage_finder twt_passage_finder;

TWT_MUST_USE twt_status twt_passage_finder_new(twt_passage_finder **out);
void twt_passage_finder_free(twt_passage_finder *finder); /* NULL is fine */

/* Passages ascending by a, then b; they live in the finder until its next run. Each is at least 150 bytes long in both
 * texts. words: of the pair, numbered; index: of the same words or of none; seeds: of the seed finder for the same
 * words. matches: of the aligner, or none; they add what was copied out of sentences that are no seeds. Symmetric.
 * Errors: TWT_ERROR_MEMORY; the finder stays usable. */
TWT_MUST_USE twt_status twt_passage_finder_run(twt_passage_finder *finder, twt_pair_words *words,
                                               twt_sentence_index index[2], const twt_seed *seeds, size_t seed_count,
                                               const twt_match *matches, size_t match_count,
                                               const twt_passage **passages, size_t *count);

#endif
