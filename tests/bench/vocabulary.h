/* The words of a corpus by frequency, and worlds made of them.
 *
 * A world renames words consistently: each by another of like frequency, rare ones by new spellings, numbers by other
 * numbers; only the commonest stay. So a corpus can be told again and again in words that share no more with the
 * first telling than strangers' texts do, while each telling keeps the statistics of real text. World 0 is the corpus
 * itself. For texts in Latin, Greek or Cyrillic letters; others pass unchanged. */
#ifndef TWT_BENCH_VOCABULARY_H
#define TWT_BENCH_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WORD_BYTES_MAX 64

typedef struct buffer { /* growing bytes; a failure to grow ends the program */
    char *bytes;
    size_t len, cap;
} buffer;

void buffer_add(buffer *out, const char *bytes, size_t len);

typedef struct word { /* letters and digits between [begin, end) of a text */
    size_t begin, end;
    bool is_number;
} word;

/* The next word at or after from; false at the end. Words over WORD_BYTES_MAX bytes come in parts. */
bool word_next(const char *text, size_t len, size_t from, word *out);

typedef struct vocabulary vocabulary;

vocabulary *vocabulary_new(void);
void vocabulary_free(vocabulary *v);
void vocabulary_count(vocabulary *v, const char *text, size_t len);
void vocabulary_rank(vocabulary *v); /* once, after all counting and before what follows */

/* Adds the name of a word in a world, capitalised like the word. */
void vocabulary_rename(const vocabulary *v, uint64_t world, const char *bytes, size_t len, bool is_number, buffer *out);

/* Adds a random word of like frequency, capitalised like the word. */
void vocabulary_substitute(const vocabulary *v, uint64_t *rng, const char *bytes, size_t len, buffer *out);

#endif
