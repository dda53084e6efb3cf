/* What stands between two neighbouring tokens. */
#ifndef TWT_COMPARE_WORDS_TEXT_GAP_H
#define TWT_COMPARE_WORDS_TEXT_GAP_H

#include "twicetold/types.h"

enum {                         /* twt_gap_marks */
       TWT_GAP_BLANK = 1,      /* white space */
       TWT_GAP_LINE = 2,       /* a line end */
       TWT_GAP_QUOTE = 4,      /* a quotation mark, not a single one */
       TWT_GAP_STOP = 8,       /* a mark that closes a sentence */
       TWT_GAP_FULL_STOP = 16, /* exactly one full stop, directly after the word */
       TWT_GAP_OTHER = 32      /* anything else: commas, brackets, dashes */
};

#define TWT_GAP_SCAN_MAX 64 /* bytes looked at on each side of a longer gap */

/* The marks between token - 1 and token; of the bytes before the first and after the last when there is no neighbour.
 * token is 0 to token_count. */
unsigned twt_gap_marks(const twt_analysis *text, size_t token);

/* Whether two tokens stand together like the words of one name: only blanks between, after the apostrophe of a plural
 * maybe, or nothing but a hyphen. */
bool twt_gap_joins(const twt_analysis *text, size_t token);

/* The sentence that holds a token; sentence_count when there is none. */
size_t twt_sentence_of(const twt_analysis *text, size_t token);

#endif
