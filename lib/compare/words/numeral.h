/* Numerals written in words, or in figures and words: thirty-two, zweiunddreißig, 2.5 million; days of the week and
 * months. */
#ifndef TWT_COMPARE_WORDS_NUMERAL_H
#define TWT_COMPARE_WORDS_NUMERAL_H

#include "compare/words/number_form.h"
#include "compare/words/numeral_words.h"

enum { /* what a value is of */
       TWT_VALUE_COUNT,
       TWT_VALUE_RANK, /* third */
       TWT_VALUE_DAY,
       TWT_VALUE_MONTH
};

typedef struct twt_numeral {
    uint32_t begin, end; /* tokens */
    twt_number value;
    uint32_t languages; /* bits of numeral_words.h: in which it reads so */
    uint8_t kind;       /* TWT_VALUE_ */
    bool is_weak;       /* a single word that may be no numeral: one, neuf, thousand */
} twt_numeral;

enum { TWT_NUMERAL_JOINED_LEAST = 6 }; /* bytes of a word that is joined of several */

/* What most words end at. False: no numeral without a figure begins at a token. */
static inline bool twt_numeral_may_begin(const twt_numeral_words *words, const twt_analysis *text, uint32_t token)
{
    const twt_token *word = &text->tokens[token];
    const twt_numeral_word *known = twt_numeral_words_find(words, word->hash);
    return (known && known->languages) ||
           (word->norm_len >= TWT_NUMERAL_JOINED_LEAST &&
            twt_numeral_words_may_join(words, text->norm + word->norm_begin, word->norm_len));
}

/* Whether a token is a numeral, or can be a word of one. */
bool twt_numeral_is_word(const twt_numeral_words *words, const twt_analysis *text, uint32_t token);

/* The longest numeral that begins at a token and has a word of the table in it. False: there is none. */
bool twt_numeral_read(const twt_numeral_words *words, const twt_analysis *text, uint32_t token, twt_numeral *out);

#endif
