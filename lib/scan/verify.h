/* Verify: candidate pairs -> verified pairs that claim reuse. Each is looked at by itself first; what all of these say
 * of the texts around a pair may tip its scale, and then it is looked at once more. */
#ifndef TWT_SCAN_VERIFY_H
#define TWT_SCAN_VERIFY_H

#include "scan/progress.h"
#include "scan/sieve.h"
#include "scan/store.h"

typedef struct twt_verified { /* zeroed: empty and valid */
    twt_pair *pairs;          /* ascending by (a, b) */
    size_t count;
    twt_reason **reasons; /* blocks that the pairs' reasons lie in */
    size_t reason_blocks;
    twt_verify_counts counts;
} twt_verified;

/* Fills sieved->neighbours, which are empty. TWT_ERROR_MEMORY, TWT_ERROR_CANCELLED. */
TWT_MUST_USE twt_status twt_verify_run(const twt_store *store, const twt_scan_options *options, twt_progress *progress,
                                       twt_sieved *sieved, twt_verified *out);
void twt_verified_free(twt_verified *verified);

/* The verified pair of two documents, or NULL; in any order. */
const twt_pair *twt_verified_find(const twt_verified *verified, uint32_t a, uint32_t b);

#endif
