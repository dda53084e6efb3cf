/* Words that numerals are written with, in some thirty languages. */
#ifndef TWT_COMPARE_WORDS_NUMERAL_WORDS_H
#define TWT_COMPARE_WORDS_NUMERAL_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "twicetold/types.h"

enum {                     /* what a word does to the numeral before it */
       TWT_NUMERAL_ADDS,   /* three, forty, doscientos */
       TWT_NUMERAL_TIMES,  /* takes the last words times itself: hundred */
       TWT_NUMERAL_SCALES, /* takes all words times itself: thousand, million */
       TWT_NUMERAL_JOINS   /* only stands between: and */
};

typedef struct twt_numeral_word {
    uint64_t value;
    uint32_t languages; /* bits; those in which it is one */
    uint32_t joins;     /* those in which it only stands between others */
    uint8_t does;
    bool is_weak; /* in some language it mostly means something else: one, neuf */
} twt_numeral_word;

typedef struct twt_numeral_traits { /* bits: the languages that */
    uint32_t joined;                /* write a numeral as one word: zweiunddreissig */
    uint32_t ones_first;            /* say five and twenty */
    uint32_t ones_before_ten;       /* say three ten for thirteen */
    uint32_t by_twenties;           /* say four twenties, and sixty and ten */
} twt_numeral_traits;

/* Immutable once it is made; any thread may read it. */
typedef struct twt_numeral_words twt_numeral_words;

TWT_MUST_USE twt_status twt_numeral_words_new(twt_numeral_words **out);
void twt_numeral_words_free(twt_numeral_words *words); /* NULL is fine */

/* The word whose normalised bytes have this twt_hash_bytes, or NULL. */
const twt_numeral_word *twt_numeral_words_find(const twt_numeral_words *words, uint64_t hash);

twt_numeral_traits twt_numeral_words_traits(const twt_numeral_words *words);

/* False: no word that is joined of several begins with these bytes. At least 2. */
bool twt_numeral_words_may_begin(const twt_numeral_words *words, const char *bytes);

#endif
