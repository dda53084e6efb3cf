/* How two normalised words look beside each other: the same word misread, mistyped or spelt another way; another form
 * of one stem; or different words. No dictionary and no language. */
#ifndef TWT_COMPARE_WORDS_WORD_FORM_H
#define TWT_COMPARE_WORDS_WORD_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "twicetold/types.h"

#define TWT_WORD_POINTS_MAX 48 /* longer words are compared on their beginning */

#define TWT_ANY_PRINT UINT32_MAX

typedef struct twt_word { /* code points of a normalised word */
    uint32_t points[TWT_WORD_POINTS_MAX];
    size_t count;
    uint64_t letters; /* a bit for each point that occurs, by its value modulo 64 */
    uint32_t printed; /* its first letter as it prints; TWT_ANY_PRINT where what follows decides */
    bool is_figure;   /* digits and no letters */
} twt_word;

enum { /* twt_word_likeness; none: different words */
       TWT_LIKE_EQUAL = 1,
       TWT_LIKE_SPELLING = 2, /* colour, color */
       TWT_LIKE_MISREAD = 4,  /* a spelling only where the whole pair is full of them: was, wae */
       TWT_LIKE_STEM = 8,     /* report, reported */
       TWT_LIKE_PRINT = 16    /* a spelling whose letters print alike: modern, modem; don't, dont */
};

/* Any bytes; what is no UTF-8 becomes U+FFFD. */
void twt_word_decode(const char *norm, size_t len, twt_word *out);

/* The normalised bytes of the tokens [begin, end), one at least; they follow each other without a gap. */
static inline const char *twt_joined_bytes(const twt_analysis *text, size_t begin, size_t end, size_t *len)
{
    const twt_token *first = &text->tokens[begin], *last = &text->tokens[end - 1];
    *len = (size_t)(last->norm_begin - first->norm_begin) + last->norm_len;
    return text->norm + first->norm_begin;
}

/* These tokens as one word. */
static inline void twt_word_decode_tokens(const twt_analysis *text, size_t begin, size_t end, twt_word *out)
{
    size_t len;
    const char *bytes = twt_joined_bytes(text, begin, end, &len);
    twt_word_decode(bytes, len, out);
}

/* Edits (insert, delete, substitute, swap neighbours) between two words, each stretch edited once; more than limit is
 * told as limit + 1. */
size_t twt_word_distance(const twt_word *a, const twt_word *b, size_t limit);

/* Whether two words that begin like these may print alike; most pairs of words are told apart by it. Symmetric. */
static inline bool twt_word_may_print_alike(const twt_word *a, const twt_word *b)
{
    return a->count > 0 && b->count > 0 &&
           (a->printed == b->printed || a->printed == TWT_ANY_PRINT || b->printed == TWT_ANY_PRINT);
}

/* Whether two words are equal or print alike: those two bits of their likeness. Symmetric. */
unsigned twt_word_print_likeness(const twt_word *a, const twt_word *b);

/* Bits of likeness, 0 for different words. Symmetric. */
unsigned twt_word_likeness(const twt_word *a, const twt_word *b);

#endif
