/* Endings that words of a pair of texts take: Aske and Askew are two names where no other word comes with and without
 * that w. */
#ifndef TWT_COMPARE_CHANGES_TOLD_ENDINGS_H
#define TWT_COMPARE_CHANGES_TOLD_ENDINGS_H

#include "compare/changes/told.h"
#include "compare/changes/told_name_words.h"

/* Whether two words that differ at the end alone are two names: no two other words of the texts differ in the same, and
 * of the words of names (the first 64) three are kept as they are and one at the most comes in two forms. Linear in the
 * distinct words. */
bool twt_told_endings_tell(const twt_told *told, const twt_word *a, const twt_word *b);

#endif
