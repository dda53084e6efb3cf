/* Words that negate, in some thirty languages. The table only names a change; no verdict rests on it. */
#ifndef TWT_COMPARE_CHANGES_NEGATION_H
#define TWT_COMPARE_CHANGES_NEGATION_H

#include "base/vec.h"
#include "twicetold/types.h"

typedef struct twt_negation_range { /* words of the table that share their first byte */
    uint64_t lengths, ends;         /* bits: their lengths; their last bytes, modulo 64 */
    uint8_t begin, end;
} twt_negation_range;

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

/* Whether one word is the other with a prefix that negates: fair, unfair. */
bool twt_negation_by_prefix(const char *a, size_t a_len, const char *b, size_t b_len);

/* The i-th word of the table, ascending by bytes; NULL beyond the last. For tests. */
const char *twt_negation_word(size_t i);

#endif
