/* The distinct features of a text without their order, which costs more to find than they do. */
#ifndef TWT_CANDIDATE_FEATURE_SET_H
#define TWT_CANDIDATE_FEATURE_SET_H

#include "candidate/kernel.h"
#include "candidate/postings.h"

enum { TWT_FEATURE_SET_TOKENS_MAX = 1 << 14 }; /* of longer texts the table would leave the cache */

typedef struct twt_feature_set { /* zeroed: for freeing alone */
    twt_keys_kernel kernel;
    twt_u64s keys;
    uint16_t counts[TWT_POSTING_BUCKETS]; /* of keys, by bucket */
    twt_u64s table;                       /* open addressing, 0 is free */
} twt_feature_set;

/* With the fastest kernel. */
void twt_feature_set_init(twt_feature_set *set);
void twt_feature_set_free(twt_feature_set *set);

/* Fills the set anew. *is_filled: false when the text is too long or its keys crowd; nothing is lost but time. Errors:
 * TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_feature_set_run(twt_feature_set *set, const twt_analysis *analysis, bool *is_filled);

#endif
