/* Names that have another name's place in sentences told in other words. */
#ifndef TWT_COMPARE_CHANGES_TOLD_SLOTS_H
#define TWT_COMPARE_CHANGES_TOLD_SLOTS_H

#include "compare/changes/told.h"

typedef struct twt_told_slot { /* one or more words of a name that the other text has nowhere */
    twt_range tokens;
    uint32_t group;
} twt_told_slot;

typedef struct twt_told_slots { /* scratch; zeroed: empty and valid */
    TWT_VEC(twt_told_slot) names[2];
    twt_keyed_list order[2];      /* of these by group; as much scratch behind them */
    TWT_VEC(uint8_t) is_taken[2]; /* by token: part of a name that was found before */
} twt_told_slots;

void twt_told_slots_free(twt_told_slots *slots);

/* Appends what was altered: a name of each side that the other text has nowhere, not even in part, in sentences that
 * answer each other, beside the same word, and with more words around in common than any other. Names in out are left
 * alone. Scripts without capitals have none. n log n. False when memory is short. */
TWT_MUST_USE bool twt_told_slots_find(twt_told_slots *slots, const twt_told *told, twt_told_changes *out);

#endif
