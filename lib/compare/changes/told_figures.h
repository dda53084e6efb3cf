/* Figures that were altered in sentences told in other words. */
#ifndef TWT_COMPARE_CHANGES_TOLD_FIGURES_H
#define TWT_COMPARE_CHANGES_TOLD_FIGURES_H

#include "compare/changes/told.h"
#include "compare/words/number_form.h"

typedef struct twt_told_figure { /* or numeral */
    twt_range tokens;
    uint32_t group;
    twt_number value;
    uint8_t kind;   /* TWT_VALUE_; a rank is a count */
    bool is_figure; /* begins with one */
    bool is_weak;   /* it may be no numeral */
} twt_told_figure;

typedef struct twt_told_figures {     /* scratch; zeroed: empty and valid */
    TWT_VEC(uint64_t) values[2];      /* of all figures, once for the text and once for the group, ascending */
    TWT_VEC(twt_told_figure) lone[2]; /* ascending */
    twt_keyed_list order[2];          /* of these by group; as much scratch behind them */
    TWT_VEC(uint64_t) scratch;
} twt_told_figures;

void twt_told_figures_free(twt_told_figures *figures);

/* Appends what was altered: a figure of each side that the other text has nowhere, in sentences that answer each other,
 * with nothing else to pair it with. n log n. False when memory is short. */
TWT_MUST_USE bool twt_told_figures_find(twt_told_figures *figures, const twt_told *told, twt_told_changes *out);

/* Of what was found last: whether each figure among the tokens, or the numeral that they are, stands in the answering
 * sentences, too. */
bool twt_told_figures_are_told(const twt_told_figures *figures, const twt_told *told, int side, twt_range tokens);

/* Whether there is one among the tokens, in a group, that the other text lacks. */
bool twt_told_figures_has_lone(const twt_told_figures *figures, int side, twt_range tokens);

#endif
