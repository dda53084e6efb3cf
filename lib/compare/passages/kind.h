/* How much of a stretch was copied word for word. */
#ifndef TWT_COMPARE_PASSAGES_KIND_H
#define TWT_COMPARE_PASSAGES_KIND_H

#include "compare/passages/clusters.h"

typedef struct twt_run_set { /* scratch; zeroed: empty and valid */
    TWT_VEC(uint64_t) slots;
} twt_run_set;

/* Verbatim, edited or rewritten: by the tokens that lie in runs of three which the other side has too. */
TWT_MUST_USE twt_status twt_passage_kind_of(twt_run_set *set, const twt_pair_words *words, const twt_stretch *tokens,
                                            twt_passage_kind *kind);
void twt_run_set_free(twt_run_set *set);

#endif
