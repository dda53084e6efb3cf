/* Names that were altered in sentences told in other words. */
#ifndef TWT_COMPARE_CHANGES_TOLD_NAMES_H
#define TWT_COMPARE_CHANGES_TOLD_NAMES_H

#include "compare/changes/told.h"

typedef struct twt_told_names { /* scratch; zeroed: empty and valid */
    TWT_VEC(uint32_t) lone[2];  /* tokens: that the other text has nowhere, of names or without case, ascending */
    twt_keyed_list order[2];    /* of these by what stands beside them and group; as much scratch behind them */
    uint32_t looked_up;         /* endings of the last pair */
} twt_told_names;

void twt_told_names_free(twt_told_names *names);

/* Appends what was altered: one word of a name on each side that the other text has nowhere, not even in another form,
 * in sentences that answer each other, beside the same other word of the name. In scripts without capitals a long word
 * that differs by one letter inside. n log n. False when memory is short. */
TWT_MUST_USE bool twt_told_names_find(twt_told_names *names, const twt_told *told, twt_told_changes *out);

#endif
