/* Negations in a pair of texts. */
#ifndef TWT_COMPARE_CHANGES_NEGATION_H
#define TWT_COMPARE_CHANGES_NEGATION_H

#include "base/vec.h"
#include "compare/changes/negation_words.h"
#include "twicetold/types.h"

/* A pair of texts. Some words negate in one language and mean something else in another; which it is, a companion word
 * anywhere in the pair decides, looked for once. */
typedef struct twt_negation_pair { /* zeroed: empty and valid */
    const twt_analysis *texts[2];
    uint32_t known, present; /* companions looked for; found */
    bool is_ready;
    twt_negation_range ranges[256]; /* by first byte, once it is ready */
    TWT_VEC(uint8_t) found[2];      /* by token: what was found there, once it was asked for */
} twt_negation_pair;

/* Takes a pair of texts. False when memory is short. */
bool twt_negation_pair_begin(twt_negation_pair *pair, const twt_analysis *a, const twt_analysis *b);
void twt_negation_pair_free(twt_negation_pair *pair);

/* Negations that begin at the tokens [begin, end) of text side (0 or 1). French ne beside pas counts once. */
size_t twt_negation_count(twt_negation_pair *pair, int side, size_t begin, size_t end);

#endif
