/* Words that negate, in some thirty languages. The table only names a change; no verdict rests on it. */
#ifndef TWT_COMPARE_CHANGES_NEGATION_WORDS_H
#define TWT_COMPARE_CHANGES_NEGATION_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { /* how a word negates */
       TWT_NEGATES_ALWAYS,
       TWT_NEGATES_HALF,   /* one of two words: not counted beside another */
       TWT_NEGATES_WITH,   /* only when a companion is in the pair */
       TWT_NEGATES_WITHOUT /* unless a companion is in the pair, or a figure follows */
};

typedef struct twt_negation_word {
    const char *text;
    unsigned char len, how;
    uint32_t companions; /* bits into twt_negation_companions[] */
} twt_negation_word;

typedef struct twt_negation_range { /* words of the table that share their first byte */
    uint64_t lengths, ends;         /* bits: their lengths; their last bytes, modulo 64 */
    uint8_t begin, end;
} twt_negation_range;

enum { TWT_NEGATION_COMPANIONS = 16 };

extern const char *const twt_negation_companions[TWT_NEGATION_COMPANIONS];

/* By first byte. ranges: zeroed. */
void twt_negation_find_ranges(twt_negation_range ranges[256]);

/* The word of the table that bytes are, or NULL. */
const twt_negation_word *twt_negation_find(const twt_negation_range ranges[256], const char *bytes, size_t len);

/* Whether a negation begins a text in a script without spaces. */
bool twt_negation_run_negates(const char *bytes, size_t len);

/* Whether a word that is not in the table negates by its beginning or its end: isn't. */
bool twt_negation_has_part(const char *bytes, size_t len);

/* French n' before a vowel. */
bool twt_negation_is_french_half(const char *bytes, size_t len);

/* Whether one word is the other with a prefix that negates: fair, unfair. */
bool twt_negation_by_prefix(const char *a, size_t a_len, const char *b, size_t b_len);

/* The i-th word of the table, ascending by bytes; NULL beyond the last. For tests. */
const char *twt_negation_word_at(size_t i);

#endif
