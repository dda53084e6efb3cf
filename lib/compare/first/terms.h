/* What the parts of first share: terms are added to a list of reasons. */
#ifndef TWT_COMPARE_FIRST_TERMS_H
#define TWT_COMPARE_FIRST_TERMS_H

#include "compare/align/token_map.h"
#include "compare/changes/quotations.h"
#include "compare/first/counts.h"
#include "compare/signs/signs.h"
#include "twicetold/types.h"

typedef struct twt_first_facts { /* what the text part looks at */
    const twt_analysis *a, *b;
    const twt_token_map *map;
    const twt_measures *measures;
    const twt_sign_examples *examples;
    const twt_quotation_result *quotations;
    const twt_first_counts *counts;
    twt_relation relation;
} twt_first_facts;

typedef struct twt_first_adder {
    twt_reason *out;
    size_t count;
} twt_first_adder;

/* Points above 0 speak for a; they are rounded to tenths, as they are printed, and what rounds to nothing is no reason.
 * counts and example may be NULL. */
void twt_first_add(twt_first_adder *to, twt_reason_code code, double points, const uint32_t counts[2],
                   const twt_range example[2]);

/* The terms of counts.h: longer words, variety, details, mending and the place of a shared passage. */
void twt_first_weigh_counts(const twt_first_facts *facts, twt_first_adder *to);

/* How many points would go to the side with the longer and more varied words, whoever was at work; 0 or more. */
double twt_first_wording(const twt_first_facts *facts);

#endif
