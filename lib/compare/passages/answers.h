/* Answers: groups of sentences, some of each text, that say the same however much they were reworded. They ask for less
 * likeness than seeds do, but for order: told of texts that are known to share their text. */
#ifndef TWT_COMPARE_PASSAGES_ANSWERS_H
#define TWT_COMPARE_PASSAGES_ANSWERS_H

#include "compare/passages/chain.h"
#include "compare/passages/links.h"

#define TWT_NO_ANSWER UINT32_MAX

typedef struct twt_answers {     /* scratch and result; zeroed: empty and valid */
    TWT_VEC(uint32_t) groups[2]; /* by sentence of text a, of text b: its group, or TWT_NO_ANSWER */
    uint32_t count;              /* of groups, numbered in the order of the worked-on first side */
    twt_sentence_links links;
    twt_chain chain;
    TWT_VEC(float) best[2];    /* by sentence of a side: the cosine of its most alike */
    TWT_VEC(uint32_t) parents; /* by sentence, those of the second side behind those of the first */
} twt_answers;

/* words: of the pair, numbered, weighed and not without sentences; index: filled here with their second side. Time as
 * that of the seeds, memory linear. TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_answers_find(twt_answers *answers, const twt_pair_words *words, twt_sentence_index *index);
void twt_answers_free(twt_answers *answers);

#endif
