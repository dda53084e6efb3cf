/* Kin: a word that only one text has, beside the word that only the other has and that looks like another form of it.
 * Languages inflect: who retells a sentence puts its words into other cases and persons. */
#ifndef TWT_COMPARE_WORDS_WORD_KIN_H
#define TWT_COMPARE_WORDS_WORD_KIN_H

#include "compare/words/pair_words.h"

typedef struct twt_lone_word { /* that one text alone has */
    twt_word_ends ends;
    uint32_t own;              /* its number on its side */
    uint32_t best, best_score; /* the most alike on the other side: element position */
} twt_lone_word;

typedef struct twt_kin_link {
    uint32_t key, next; /* the one before it in its slot, or TWT_NO_WORD */
} twt_kin_link;

typedef struct twt_word_kin { /* scratch; zeroed: empty and valid */
    TWT_VEC(twt_lone_word) lone[2];
    TWT_VEC(uint32_t) heads;     /* of the first side: the last link of a slot, */
    TWT_VEC(twt_kin_link) links; /* two of a word: that of its beginning and that of its end */
    TWT_VEC(uint64_t) known;     /* a bit for each key of a link, maybe of others: most look-ups end here */
    TWT_VEC(uint32_t) look_ups;  /* of the second side: twice the word, plus one for its end */
} twt_word_kin;

void twt_word_kin_free(twt_word_kin *kin);

/* Numbers the words of a pair anew, those that are each the other's nearest kin under one number. words stays as it is
 * and must outlive out's use. */
TWT_MUST_USE twt_status twt_word_kin_join(twt_word_kin *kin, const twt_pair_words *words, twt_pair_words *out);

#endif
