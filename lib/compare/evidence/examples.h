/* The bytes that a reason speaks of, for the reasons that come without an example of their own. */
#ifndef TWT_COMPARE_EVIDENCE_EXAMPLES_H
#define TWT_COMPARE_EVIDENCE_EXAMPLES_H

#include "twicetold/types.h"

typedef struct twt_example_facts {
    const twt_analysis *texts[2];
    const twt_seed *seeds;
    size_t seed_count;
    const twt_match *matches; /* ascending by a */
    size_t match_count;
    const twt_change *changes; /* NULL when nobody looked */
    size_t change_count;
    const twt_range *singles; /* words that stand once in each text: token of a, token of b; ascending by a; may be NULL */
    size_t single_count;
} twt_example_facts;

/* Fills a and b of a reason where they are empty and the texts hold an example: of a change for what is said of
 * changes, two sentences or a run of equal words for what is said of stretches. Linear. */
void twt_example_fill(twt_reason *reason, const twt_example_facts *facts);

#endif
