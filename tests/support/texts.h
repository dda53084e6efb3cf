/* Invented texts of any length from a seed: sentences over a vocabulary of made-up words, and edits of them. */
#ifndef TWT_TESTS_TEXTS_H
#define TWT_TESTS_TEXTS_H

#include <stddef.h>
#include <stdint.h>

/* A text of about words words; the same seed gives the same text. To be freed with free. */
char *texts_make(uint64_t seed, size_t words);

/* The text with one word of every in replaced by another. To be freed with free. */
char *texts_edit(const char *text, uint64_t seed, size_t every);

/* The text with so many times two of its words exchanged. To be freed with free. */
char *texts_disorder(const char *text, uint64_t seed, size_t times);

#endif
