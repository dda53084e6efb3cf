/* Speech written down, old scrapes and some scripts have no stops: a sentence of a whole text would be like any other
 * on its topic. */
#ifndef TWT_TEXT_LONG_SENTENCE_H
#define TWT_TEXT_LONG_SENTENCE_H

#include <stddef.h>

#include "twicetold/types.h"

/* Where the first piece of the tokens [begin, end) of one sentence ends: end itself unless it is too long; else between
 * two tokens with the most between them, a mark rather than a blank, a blank rather than nothing. Among like ones
 * before the token of the least hash, so that two versions of a text are cut at the same words. */
size_t twt_long_sentence_cut(const twt_token *tokens, size_t begin, size_t end);

#endif
