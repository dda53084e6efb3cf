/* What the claims about texts share: a text is read, and its tokens or sentences are written out for comparing. */
#ifndef TWT_TESTS_TEXT_READING_H
#define TWT_TESTS_TEXT_READING_H

#include "twicetold/text.h"

/* The tokens' normalised words with single blanks between; letters after a word are its flags when wanted:
 * N number, U upper, L lower, C capitalised, Q quoted, S spaceless. Static until the next call. */
const char *reading_words(const char *text);
const char *reading_flags(const char *text);

/* The bytes of each sentence in [brackets]; "P" before one that begins a paragraph, "." behind one closed by a mark. */
const char *reading_sentences(const char *text);

/* The tokens' bytes in the text, in [brackets]. */
const char *reading_ranges(const char *text);

/* The hash of the words. */
uint64_t reading_hash(const char *text);

#endif
