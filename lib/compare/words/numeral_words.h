/* Words that numerals, days of the week and months are written with, in some thirty languages. */
#ifndef TWT_COMPARE_WORDS_NUMERAL_WORDS_H
#define TWT_COMPARE_WORDS_NUMERAL_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/keyed.h"
#include "twicetold/types.h"

enum {                     /* what a word does to the numeral before it */
       TWT_NUMERAL_ADDS,   /* three, forty, doscientos */
       TWT_NUMERAL_TIMES,  /* takes the last words times itself: hundred */
       TWT_NUMERAL_SCALES, /* takes all words times itself: thousand, million */
       TWT_NUMERAL_ORDERS, /* adds, and ends it: third */
       TWT_NUMERAL_JOINS,  /* only stands between: and */
       TWT_NUMERAL_DAYS,   /* stands alone: Monday is 1 */
       TWT_NUMERAL_MONTHS  /* likewise: January is 1 */
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

enum { TWT_NUMERAL_SLOTS = 1 << 14 /* most stay empty, where most other words end */, TWT_NUMERAL_EDGE_BITS = 1 << 12 };

typedef struct twt_numeral_words {               /* immutable once it is made; any thread may read it */
    uint16_t slots[TWT_NUMERAL_SLOTS];           /* open addressing by hash: a word's place plus one */
    uint64_t begins[TWT_NUMERAL_EDGE_BITS / 64]; /* by the first two bytes, of words that are joined to others */
    uint64_t ends[TWT_NUMERAL_EDGE_BITS / 64];   /* by the last two */
    twt_numeral_traits traits;
    twt_keyed_list order; /* hash, element position in words as read */
    TWT_VEC(twt_numeral_word) words;
    twt_u64s hashes; /* of them, ascending */
} twt_numeral_words;

TWT_MUST_USE twt_status twt_numeral_words_new(twt_numeral_words **out);
void twt_numeral_words_free(twt_numeral_words *words); /* NULL is fine */

static inline bool twt_numeral_has_bit(const uint64_t *bits, uint64_t at)
{
    return bits[at / 64] >> at % 64 & 1;
}

static inline uint64_t twt_numeral_edge_of(const char *bytes)
{
    return ((unsigned char)bytes[0] * 31u + (unsigned char)bytes[1]) % TWT_NUMERAL_EDGE_BITS;
}

/* False: the bytes, two at least, are not joined of several words. */
static inline bool twt_numeral_words_may_join(const twt_numeral_words *words, const char *bytes, size_t len)
{
    return twt_numeral_has_bit(words->begins, twt_numeral_edge_of(bytes)) &&
           twt_numeral_has_bit(words->ends, twt_numeral_edge_of(bytes + len - 2));
}

/* The word whose normalised bytes have this twt_hash_bytes, or NULL. */
static inline const twt_numeral_word *twt_numeral_words_find(const twt_numeral_words *words, uint64_t hash)
{
    for (size_t at = hash % TWT_NUMERAL_SLOTS; words->slots[at]; at = (at + 1) % TWT_NUMERAL_SLOTS)
        if (words->hashes.data[words->slots[at] - 1] == hash)
            return &words->words.data[words->slots[at] - 1];
    return NULL;
}

#endif
