/* The rules of the relation as data: each limit stands once, beside what it was measured on, and serves the verdict and
 * its explanation alike. */
#ifndef TWT_COMPARE_RELATION_RULES_H
#define TWT_COMPARE_RELATION_RULES_H

#include "twicetold/types.h"

/* Evidence of order and likeness that shows reuse, by itself and where seeds in order cover half of a text. rates.c
 * says what reaches it. */
#define TWT_REUSED 10.5
#define TWT_REUSED_IN_ORDER (TWT_REUSED - 3)

typedef struct twt_rates { /* measures as shares and rates, on whichever side: what limits are compared with */
    double of[TWT_MEASURE_CODES];
} twt_rates;

/* All but SAME_WORDS, which is 0: the caller knows whether the words are the same. */
twt_rates twt_rates_of(const twt_measures *measures);

/* The measures of a stretch by the order of its words alone; all others are 0. */
twt_rates twt_rates_of_stretch(const twt_measures *stretch);

bool twt_rule_holds(twt_rule rule, const twt_rates *rates);

/* How much more of a measure it takes until a way of the rule that asks for it holds, the rest of that way being met;
 * below 0 when it has some to spare, infinite when there is no such way. The measure has least limits only. */
double twt_rule_lacks(twt_rule rule, twt_measure_code measure, const twt_rates *rates);

/* Whether a stretch that was picked out of many shows reuse by itself. */
bool twt_rule_stretch_holds(const twt_rates *stretch);
/* Whether it does beyond doubt. */
bool twt_rule_stretch_is_sure(const twt_rates *stretch);

/* All checks of a rule, met or not; returns how many were written, at most room. */
size_t twt_rule_check(twt_rule rule, const twt_rates *rates, twt_check *out, size_t room);

#endif
