/* The rule of the rare features. Weights are whole numbers of 2^-11, so that sums do not depend on their order. */
#ifndef TWT_CANDIDATE_RARE_RULE_H
#define TWT_CANDIDATE_RARE_RULE_H

#include "twicetold/candidate.h"

enum { TWT_SMALL_FAMILIES = 64 }; /* of so few every pair is a candidate */

enum { TWT_WEIGHT_ONE = 1 << 11, TWT_WEIGHT_BITS = 16 };

typedef struct twt_rare_rule { /* zeroed: empty and valid */
    size_t family_count;
    uint32_t df_all[2]; /* of a bigram or trigram [0], of a word [1]: up to this everyone is paired with everyone */
    uint32_t df_star;   /* up to this with the first family */
    uint32_t *weights;  /* by document frequency, up to df_star or family_count */
    size_t weight_count;
    bool is_small; /* few families: every pair is a candidate */
    uint64_t weight_min;
    double share_min;
} twt_rare_rule;

TWT_MUST_USE twt_status twt_rare_rule_init(twt_rare_rule *rule, const twt_candidate_options *options,
                                           size_t family_count);
/* The same without a table of weights: nothing to free. */
twt_rare_rule twt_rare_rule_of(const twt_candidate_options *options, size_t family_count);

void twt_rare_rule_free(twt_rare_rule *rule);

/* What limits of weight are multiplied with in a collection of so many families. */
double twt_rare_scale(size_t family_count);

/* Weight of a feature that df families have. */
uint32_t twt_rare_weigh(const twt_rare_rule *rule, size_t df);

/* Of what a pair could share, given the whole weights of both. */
double twt_rare_share(uint64_t weight, uint64_t whole, uint64_t other);

/* Whether a pair that shares so much is a candidate. */
bool twt_rare_is_enough(const twt_rare_rule *rule, uint64_t weight, double share);

#endif
