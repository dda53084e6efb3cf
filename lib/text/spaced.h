/* "P o r t  o f  c a l l": words set letter by letter, with wider gaps between them. */
#ifndef TWT_TEXT_SPACED_H
#define TWT_TEXT_SPACED_H

#include "text/token.h"

/* Joins them to words where a text has many. words have been read and hashed; there may be fewer tokens, hashes and
 * gaps afterwards. Linear; what has words of common length is not looked at. */
void twt_words_join_spaced(twt_words *words, const char *text, size_t len, const twt_text_kernel *kernel);

#endif
