/* Numerals written in words, or in figures and words: thirty-two, zweiunddreißig, 2.5 million. */
#ifndef TWT_COMPARE_WORDS_NUMERAL_H
#define TWT_COMPARE_WORDS_NUMERAL_H

#include "compare/words/number_form.h"
#include "compare/words/numeral_words.h"

typedef struct twt_numeral {
    uint32_t begin, end; /* tokens */
    twt_number value;
    uint32_t languages; /* bits of numeral_words.h: in which it reads so */
    bool is_weak;       /* a single word that may be no numeral: one, neuf, thousand */
} twt_numeral;

/* Whether a token is a numeral, or can be a word of one. */
bool twt_numeral_is_word(const twt_numeral_words *words, const twt_analysis *text, uint32_t token);

/* The longest numeral that begins at a token and has a word of the table in it. False: there is none. */
bool twt_numeral_read(const twt_numeral_words *words, const twt_analysis *text, uint32_t token, twt_numeral *out);

#endif
