/* Verify: candidate pairs -> verified pairs that claim reuse. */
#ifndef TWT_SCAN_VERIFY_H
#define TWT_SCAN_VERIFY_H

#include "scan/progress.h"
#include "scan/rarity.h"
#include "scan/sieve.h"
#include "scan/store.h"
#include "twicetold/compare.h"

typedef struct twt_verified { /* zeroed: empty and valid */
    twt_pair *pairs;          /* ascending by (a, b) */
    size_t count;
    twt_reason **reasons; /* blocks that the pairs' reasons lie in */
    size_t reason_blocks;
} twt_verified;

TWT_MUST_USE twt_status twt_verify_run(const twt_store *store, const twt_scan_options *options, twt_progress *progress,
                                       const twt_sieved *sieved, twt_verified *out);
void twt_verified_free(twt_verified *verified);

/* The verified pair of two documents, or NULL; in any order. */
const twt_pair *twt_verified_find(const twt_verified *verified, uint32_t a, uint32_t b);

enum { TWT_EXAMINATION_CHECKS = TWT_CHECKS_MAX + TWT_RARITY_CHECKS_MAX };

typedef struct twt_examination { /* what verification held a pair against */
    twt_check checks[TWT_EXAMINATION_CHECKS];
    size_t check_count;
    twt_relation verified; /* by the texts alone */
    twt_relation masked;   /* without what recurs, when that is no reuse; else as verified */
    uint32_t masked_bytes[2];
    twt_rarity rarity;
    bool stands; /* the pair is reported */
} twt_examination;

/* Goes the same way for one pair, candidate or not. */
TWT_MUST_USE twt_status twt_verify_examine(const twt_store *store, const twt_scan_options *options,
                                           const twt_recurring *recurring, const twt_candidate_pair *candidate,
                                           twt_examination *out);

#endif
