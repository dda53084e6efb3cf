/* Quotations that were put into other words. */
#ifndef TWT_COMPARE_CHANGES_TOLD_QUOTATIONS_H
#define TWT_COMPARE_CHANGES_TOLD_QUOTATIONS_H

#include "compare/changes/quotations.h"
#include "compare/changes/told.h"

typedef struct twt_told_quotations { /* scratch; zeroed: empty and valid */
    twt_keyed_list places[2];        /* of quotations without a partner: group, element position; ascending by group */
    TWT_VEC(uint8_t) is_taken[2];    /* by quotation */
} twt_told_quotations;

void twt_told_quotations_free(twt_told_quotations *quotations);

/* Appends the quotations of both texts that say something in other words: those that quotations tells are changed, and
 * those without a partner that are alone on both sides in sentences that answer each other. n log n. False when memory
 * is short. */
TWT_MUST_USE bool twt_told_quotations_find(twt_told_quotations *scratch, const twt_told *told,
                                           const twt_quotation_result *quotations, twt_told_changes *out);

#endif
