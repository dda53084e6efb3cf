/* Altered facts in sentences that were told in other words, where no alignment sets one in the other's place: what is
 * left over once all that both sentences have is accounted for. */
#ifndef TWT_COMPARE_CHANGES_TOLD_FACTS_H
#define TWT_COMPARE_CHANGES_TOLD_FACTS_H

#include "compare/changes/told_accounts.h"
#include "compare/changes/told_names.h"
#include "compare/changes/told_quotations.h"
#include "compare/changes/told_slots.h"

typedef struct twt_told_facts { /* scratch and result; zeroed: empty and valid */
    twt_told told;
    twt_told_figures figures;
    twt_told_names names;
    twt_told_slots slots;
    twt_told_negations negations;
    twt_told_quotations quotations;
    twt_told_changes found;
    TWT_VEC(uint32_t) holders[2]; /* by token: the change that it is in, plus one */
    TWT_VEC(uint8_t) kinds;       /* by change of the alignment; TWT_CHANGE_KINDS: dropped */
    TWT_VEC(twt_change) changes;
    TWT_VEC(twt_keyed) order;
} twt_told_facts;

typedef struct twt_change_list { /* what the alignment told */
    const twt_change *changes;
    const twt_block *blocks; /* the tokens of each */
    size_t count;
} twt_change_list;

void twt_told_facts_free(twt_told_facts *facts);

/* words, forms: of one pair, forms with the forms of a word as one, weighed; index: filled here; list: what the
 * alignment told. *out: that, and what was found here, ascending by a, in facts until the next run. What was found
 * takes the place of words, and of figures gained or lost, that it overlaps; a figure or a name that only moved, and a
 * negation told in other words, becomes a word. n log n. TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_told_facts_run(twt_told_facts *facts, const twt_pair_words *words,
                                           const twt_pair_words *forms, twt_sentence_index *index,
                                           const twt_quotation_result *quotations, const twt_change_list *list,
                                           twt_change_list *out);

#endif
