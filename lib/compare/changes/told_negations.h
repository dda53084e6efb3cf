/* Negations gained or lost beside reworded text. */
#ifndef TWT_COMPARE_CHANGES_TOLD_NEGATIONS_H
#define TWT_COMPARE_CHANGES_TOLD_NEGATIONS_H

#include "compare/changes/negation.h"
#include "compare/changes/told.h"

typedef struct twt_told_negations { /* scratch; zeroed: empty and valid */
    twt_negation_pair pair;
    TWT_VEC(uint32_t) counts[2]; /* by group: negations of a side */
} twt_told_negations;

void twt_told_negations_free(twt_told_negations *negations);

/* Counts those of a pair. Linear. False when memory is short. */
TWT_MUST_USE bool twt_told_negations_count(twt_told_negations *negations, const twt_told *told);

/* Of the tokens of both sides that an alignment has in each other's place, where one side negates: whether the other
 * text says the same without the word. So it does where the answering sentences negate as often elsewhere, where
 * letters alone differ (don't, dont), where a prefix negates (not clear, unclear), and where words around the negation
 * changed with it (has no, lacks): then the word for what was negated is another one. */
bool twt_told_negations_are_told(twt_told_negations *negations, const twt_told *told, const twt_range of[2]);

#endif
