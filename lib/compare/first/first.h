/* Which text came first: terms of evidence that add up, each a reason with its points (above 0 for a, below 0 for b).
 */
#ifndef TWT_COMPARE_FIRST_FIRST_H
#define TWT_COMPARE_FIRST_FIRST_H

#include "compare/first/terms.h"

enum {
    TWT_FIRST_TEXT_REASONS = 10,   /* at most, of twt_first_from_text */
    TWT_FIRST_METADATA_REASONS = 3 /* at most, of twt_first_from_metadata */
};

/* What the words alone say, in the order of twt_reason_code; returns how many reasons. Meant for pairs that claim
 * reuse. Linear. */
size_t twt_first_from_text(const twt_first_facts *facts, twt_reason out[TWT_FIRST_TEXT_REASONS]);

/* What tier, time and credit say, in the order of twt_reason_code; returns how many reasons. Linear in the texts. */
size_t twt_first_from_metadata(const twt_document *a, const twt_document *b,
                               twt_reason out[TWT_FIRST_METADATA_REASONS]);

/* Adds up the reasons of both parts (others are passed over). Certain needs evidence of the metadata that points the
 * same way. */
void twt_first_decide(const twt_reason *reasons, size_t count, twt_first *first, twt_confidence *confidence);

#endif
