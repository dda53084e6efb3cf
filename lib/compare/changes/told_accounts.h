/* What an alignment takes for a changed fact although the sentences that answer each other have the same facts. */
#ifndef TWT_COMPARE_CHANGES_TOLD_ACCOUNTS_H
#define TWT_COMPARE_CHANGES_TOLD_ACCOUNTS_H

#include "compare/changes/told_figures.h"
#include "compare/changes/told_negations.h"

/* The kind of a change that the alignment told: TWT_CHANGE_WORD for a figure or a name gained or lost that stands
 * elsewhere in the answering sentences of the other text, for a name beside a stretch of other words, for a capital of
 * a word that its text writes small elsewhere, and for a negation that the other text has in other words; else as it
 * was. figures, negations: of the same pair. */
twt_change_kind twt_told_kind_of(const twt_told *told, const twt_told_figures *figures, twt_told_negations *negations,
                                 twt_change_kind kind, const twt_block *at);

#endif
