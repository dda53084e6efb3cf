/* Figures and names, each counted once: who retells a text has those of the text, who fills in a form has his own. */
#ifndef TWT_COMPARE_RELATION_FACTS_H
#define TWT_COMPARE_RELATION_FACTS_H

#include "base/vec.h"
#include "compare/words/pair_words.h"

typedef struct twt_fact_counter { /* scratch of one thread; zeroed: empty and valid */
    TWT_VEC(uint8_t) seen;        /* by number of a word */
    TWT_VEC(uint64_t) figures;    /* hashes of the digits of the first text's own */
} twt_fact_counter;

void twt_fact_counter_free(twt_fact_counter *counter);

/* Fills all_facts_shared and all_facts_own of measures, and facts_shared, facts_own, figures_shared and figures_own,
 * with 0 where neither text is covered to a third: texts that share a passage have facts of their own. 5,000 and 5000
 * are one figure (of the first 32 that one text has alone). Linear. TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_fact_counter_run(twt_fact_counter *counter, const twt_pair_words *words,
                                             twt_measures *measures);

#endif
