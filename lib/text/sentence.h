/* Tokens -> sentences, and the flags that depend on what stands between tokens: CAPITALISED and QUOTED. */
#ifndef TWT_TEXT_SENTENCE_H
#define TWT_TEXT_SENTENCE_H

#include "base/vec.h"
#include "text/token.h"

#define TWT_SENTENCE_TOKENS_MIN 4 /* shorter ones are joined to a neighbour in the paragraph */

typedef TWT_VEC(twt_sentence) twt_sentences;

/* Fills sentences, and completes the flags of the tokens. */
TWT_MUST_USE twt_status twt_sentences_read(twt_sentences *sentences, const char *text, size_t len, twt_words *words);

/* The paragraphs alone, each as one sentence from its first token to its last; the tokens' flags stay as they are. */
TWT_MUST_USE twt_status twt_paragraphs_read(twt_sentences *sentences, const char *text, size_t len,
                                            const twt_words *words);

#endif
