/* How a word begins and ends: what another form of it has in common with it. */
#ifndef TWT_COMPARE_WORDS_WORD_ENDS_H
#define TWT_COMPARE_WORDS_WORD_ENDS_H

#include "twicetold/types.h"

typedef struct twt_word_ends {
    uint32_t letters; /* code points; 0: a number, an ideograph or a word too short to have forms, the rest is 0 then */
    uint32_t keys[2]; /* of its first three letters and of its last four */
    uint32_t stem;    /* of its first four; not mixed */
    uint32_t begin, len; /* in norm */
} twt_word_ends;

twt_word_ends twt_word_ends_of(const twt_analysis *text, const twt_token *token);

#endif
