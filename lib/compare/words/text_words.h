/* The words of one text by themselves, numbered in the order of their first token, and its sentences as lists of them:
 * what every pair of a text needs of it, made once. */
#ifndef TWT_COMPARE_WORDS_TEXT_WORDS_H
#define TWT_COMPARE_WORDS_TEXT_WORDS_H

#include <string.h>

#include "base/sort.h"
#include "base/vec.h"
#include "compare/words/name_form.h"
#include "compare/words/word_ends.h"
#include "twicetold/types.h"

enum { TWT_TF_MAX = 255 }; /* a sentence's count of a word saturates here, so that squares stay within 64 bits */

enum {
    TWT_SENTENCE_BLOCK = 64,
    TWT_SENTENCE_BLOCKS_MAX = 4 /* in longer texts a word is in few of the sentences */
};

typedef struct twt_term { /* a word of a sentence, once */
    uint32_t word, tf;
} twt_term;

typedef struct twt_posting { /* a sentence of a word, once */
    uint32_t sentence, tf;
} twt_posting;

typedef struct twt_text_words { /* borrowed from the counter that filled it, or in one piece with a copy */
    const twt_analysis *text;
    uint32_t count;         /* distinct words */
    uint32_t term_count;    /* of all sentences together; as many postings */
    size_t slot_count;      /* a power of two; 0: hostile words, there is no table */
    const uint64_t *hashes; /* by word, as all up to ends */
    const uint32_t *totals; /* tokens */
    const uint32_t *last;   /* its last token */
    const uint32_t *df;     /* sentences */
    const twt_word_ends *ends;
    const uint32_t *ids;   /* by token: its word */
    const uint32_t *homes; /* by token: its sentence */
    const twt_term *terms;
    const uint32_t *first_term; /* by sentence, and one more */
    const twt_posting *postings;
    const uint32_t *first_posting; /* by word, and one more */
    uint32_t block_count;          /* of TWT_SENTENCE_BLOCK sentences; 0: too many of them for masks */
    const uint64_t *masks;         /* by word, block by block: the sentences that hold it */
    const uint64_t *slots;         /* open addressing: upper half of a hash, its word plus one */
    uint32_t letters, figures;     /* tokens that are one letter; that hold a digit */
    float syllables;               /* how far its words are as short as syllables are, 0 to 1 */
    twt_names names;
} twt_text_words;

typedef struct twt_word_counter { /* scratch and result; zeroed: empty and valid */
    TWT_VEC(uint64_t) hashes;
    TWT_VEC(uint64_t) slots, table; /* for all tokens, and for the words alone */
    TWT_VEC(uint32_t) totals, last, df, ids, homes;
    TWT_VEC(twt_word_ends) ends;
    TWT_VEC(twt_term) terms;
    TWT_VEC(twt_posting) postings;
    TWT_VEC(uint32_t) first_term, first_posting;
    TWT_VEC(uint64_t) masks;
    TWT_VEC(uint32_t) stamps, at; /* by word: sentence that met it last, plus one; its term there */
    TWT_VEC(twt_keyed) ranks;
} twt_word_counter;

/* Counts the words of a text, which is borrowed; *out lives until the next call. Linear (n log n when hostile words
 * share a slot). TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_word_counter_run(twt_word_counter *counter, const twt_analysis *text, twt_text_words *out);
void twt_word_counter_free(twt_word_counter *counter);

#define TWT_NO_WORD UINT32_MAX

/* The word of each hash; TWT_NO_WORD when the text lacks it. There is a table. A bounded number of steps for each. */
void twt_text_words_find(const twt_text_words *words, const uint64_t *hashes, size_t count, uint32_t *out);

/* Bytes of a copy, and the copy at *at, which is aligned to eight and is moved behind it, to the next multiple of
 * eight. text is that of the copy. */
size_t twt_text_words_size(const twt_text_words *words);
twt_text_words twt_text_words_copy(const twt_text_words *words, const twt_analysis *text, char **at);

/* The next multiple of eight. */
static inline size_t twt_padded(size_t len)
{
    return (len + 7) & ~(size_t)7;
}

/* Copies count elements to *at and moves *at behind them, to the next multiple of eight; returns the copy. */
static inline const void *twt_put_copy(char **at, const void *from, size_t count, size_t size)
{
    void *to = *at;
    if (count)
        memcpy(to, from, count * size);
    *at += twt_padded(count * size);
    return to;
}

#endif
