/* An analysis made by hand, without the text stage: words parted by blanks, "." ends a sentence.
 * Shingles of 3 words. */
#ifndef TWT_TESTS_WORDS_H
#define TWT_TESTS_WORDS_H

#include "twicetold/types.h"

/* Owns all its arrays; ends the program when memory is short. */
twt_analysis *words_new(const char *text);
twt_analysis *words_from_hashes(const uint64_t *hashes, size_t count, size_t sentence_tokens);
void words_free(twt_analysis *analysis);

#endif
