/* The rule of the rare features, and the steps that apply it. Weights are whole numbers of 2^-11, so that sums do not
 * depend on their order. */
#ifndef TWT_CANDIDATE_RARE_H
#define TWT_CANDIDATE_RARE_H

#include "candidate/internal.h"

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
void twt_rare_rule_free(twt_rare_rule *rule);

/* Weight of a feature that df families have. */
uint32_t twt_rare_weigh(const twt_rare_rule *rule, size_t df);

typedef struct twt_rare_tally { /* by family; zeroed: empty and valid */
    uint64_t *wholes;           /* weight of all its features */
    uint64_t *shares;           /* shared features that it will be paired by as the earlier family */
} twt_rare_tally;

void twt_rare_tally_free(twt_rare_tally *tally);

/* Turns documents into families, sorts each bucket and drops the features that pair nobody; fills tally. */
TWT_MUST_USE twt_status twt_rare_tally_run(const twt_rare_rule *rule, twt_postings *postings,
                                           const uint32_t *family_of_document, size_t threads, twt_rare_tally *tally);

/* Adds up the weight of each pair and keeps those that pass. */
TWT_MUST_USE twt_status twt_rare_pairs_run(const twt_rare_rule *rule, const twt_postings *postings,
                                           const twt_rare_tally *tally, size_t threads, twt_rare_pairs *pairs);

/* The end of the run of one feature that begins at begin. */
static inline size_t twt_posting_run_end(const uint64_t *postings, size_t begin, size_t count)
{
    uint64_t feature = twt_posting_feature(postings[begin]);
    size_t end = begin + 1;
    while (end < count && twt_posting_feature(postings[end]) == feature)
        end++;
    return end;
}

#endif
