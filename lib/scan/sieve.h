/* Sieve: documents -> candidate pairs. Analyses, sketches and adds in parallel, tells exact copies in the order of
 * input. */
#ifndef TWT_SCAN_SIEVE_H
#define TWT_SCAN_SIEVE_H

#include "scan/circles.h"
#include "scan/neighbours.h"
#include "scan/progress.h"
#include "scan/recurring.h"
#include "scan/store.h"

typedef struct twt_sieved {
    twt_candidate_pair *pairs; /* ascending, exact copies expanded */
    size_t count;
    uint32_t *tokens; /* per document */
    twt_recurring recurring;
    uint32_t *first_copies;    /* per document, TWT_NO_GROUP for a text without words */
    uint32_t *representatives; /* the same: of its family; UINT32_MAX for what took no part */
    float *nearest_shares;     /* the same: twt_candidates_nearest_share */
    uint32_t *texts;           /* the same: of the family of its first copy */
    size_t family_count;
    twt_circles circles;
    twt_neighbours neighbours; /* empty until every pair was looked at once */
} twt_sieved;

void twt_sieved_free(twt_sieved *sieved);

/* Adds to *stats what it cost and counted. *tmp_error: errno when status is TWT_ERROR_IO. */
TWT_MUST_USE twt_status twt_sieve_run(const twt_store *store, const twt_scan_options *options, twt_progress *progress,
                                      twt_stats *stats, twt_sieved *out, int *tmp_error);

#endif
