/* Account: all that a scan compared two documents with, told afterwards. */
#ifndef TWT_SCAN_ACCOUNT_H
#define TWT_SCAN_ACCOUNT_H

#include "scan/examine.h"
#include "scan/progress.h"
#include "scan/sieve.h"
#include "scan/verify.h"
#include "twicetold/cluster.h"

enum {
    TWT_ACCOUNT_CHECKS = TWT_BAND_CHECKS + TWT_FURNITURE_CHECKS + 2 * TWT_FAMILY_CHECKS + TWT_RARE_CHECKS +
                         TWT_SHORT_CHECKS + TWT_NEAREST_CHECKS + TWT_ADDED_CHECKS + TWT_EXAMINATION_CHECKS
};

typedef struct twt_account_room { /* an account and what it points to */
    twt_account account;
    twt_check checks[TWT_ACCOUNT_CHECKS];
    twt_shared_feature features[TWT_ACCOUNT_FEATURES];
} twt_account_room;

typedef struct twt_scanned { /* what a run left */
    const twt_store *store;
    const twt_scan_options *options;
    const twt_sieved *sieved; /* with its trail */
    const twt_verified *verified;
    const twt_clustering *clustering;
    twt_progress *progress;
} twt_scanned;

/* a < b. TWT_ERROR_MEMORY, TWT_ERROR_CANCELLED. */
TWT_MUST_USE twt_status twt_account_fill(const twt_scanned *scanned, uint32_t a, uint32_t b, twt_account_room *room);

#endif
