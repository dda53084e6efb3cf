/* Pairs of families by the weight of the rare features that they share. */
#ifndef TWT_CANDIDATE_RARE_PAIRS_H
#define TWT_CANDIDATE_RARE_PAIRS_H

#include "candidate/rare_shares.h"

typedef struct twt_rare_pair {
    uint32_t a, b; /* owners, a < b */
    float weight, share;
    uint32_t channels;
} twt_rare_pair;

typedef TWT_VEC(twt_rare_pair) twt_rare_pairs;

/* Adds up the weight of each pair and keeps those that pass. Uses up the shares. */
TWT_MUST_USE twt_status twt_rare_pairs_run(const twt_rare_rule *rule, size_t owner_count, twt_shares *shares,
                                           const uint64_t *wholes, size_t threads, twt_rare_pairs *pairs);

#endif
