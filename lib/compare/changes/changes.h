/* Changes: what the replaced blocks of an alignment are – figures, names, quotations, negations, spellings, words. */
#ifndef TWT_COMPARE_CHANGES_CHANGES_H
#define TWT_COMPARE_CHANGES_CHANGES_H

#include "compare/align/align.h"
#include "compare/words/numeral_words.h"
#include "twicetold/types.h"

/* Scratch and result of one thread. */
typedef struct twt_change_finder twt_change_finder;

TWT_MUST_USE twt_status twt_change_finder_new(twt_change_finder **out);
void twt_change_finder_free(twt_change_finder *finder); /* NULL is fine */

/* words: of the pair, numbered. Classes the blocks that are short on both sides, or words gained or lost inside a
 * sentence; a block of several words is divided where that explains it better, and a changed name is widened to the
 * words of the name before it. Fills measures->blocks, blocks_of, blocks_alone, misread_blocks, figures_kept and
 * figures_replaced. *changes (ascending by a and by b, none overlaps another) lives until the next run. Memory and time
 * are linear in the tokens; the mirrored pair gives the mirrored changes. Errors: TWT_ERROR_MEMORY; the finder stays
 * usable. */
TWT_MUST_USE twt_status twt_change_finder_run(twt_change_finder *finder, const twt_pair_words *words,
                                              const twt_alignment *alignment, twt_measures *measures,
                                              const twt_change **changes, size_t *count);

/* Borrowed from the finder. */
const twt_numeral_words *twt_change_finder_numerals(const twt_change_finder *finder);

/* The tokens of each change of the last run. */
const twt_block *twt_change_finder_blocks(const twt_change_finder *finder);

#endif
