/* Which quotations of two texts are the same: voted for by the word bigrams that two of them share, the most votes
 * first. */
#ifndef TWT_COMPARE_CHANGES_QUOTATION_PAIRING_H
#define TWT_COMPARE_CHANGES_QUOTATION_PAIRING_H

#include "base/keyed.h"
#include "compare/changes/quoted.h"
#include "compare/words/pair_words.h"

typedef struct twt_quotation_pairing { /* scratch; zeroed: empty and valid */
    twt_keyed_list bigrams[2], votes;
    twt_quoted_list *quoted; /* of both texts, borrowed during a run */
} twt_quotation_pairing;

void twt_quotation_pairing_free(twt_quotation_pairing *pairing);

/* Sets the partners of the quotations of both texts; those of quoted stand alone yet. Linear in the tokens but for
 * sorting. TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_quotation_pairing_run(twt_quotation_pairing *pairing, const twt_pair_words *words,
                                                  twt_quoted_list quoted[2]);

#endif
