/* Rare features find rewritten copies: a word, bigram or trigram that few families have adds ln(N/df) to every pair
 * that has it (inverse document frequency, Sparck Jones 1972; all-pairs by inverted lists, Bayardo, Ma, Srikant 2007).
 */
#include "candidate/rare.h"

#include "base/alloc.h"
#include "candidate/rare_tally.h"

/* Pairs of additions go to a list of their own. */
static twt_status part(const twt_owners *owners, twt_rare_pairs *pairs, twt_rare_pairs *additions)
{
    size_t kept = 0;
    for (size_t i = 0; i < pairs->count; i++) {
        if (pairs->data[i].b < owners->family_count)
            pairs->data[kept++] = pairs->data[i];
        else if (!twt_vec_push(additions, pairs->data[i]))
            return TWT_ERROR_MEMORY;
    }
    pairs->count = kept;
    return TWT_OK;
}

twt_status twt_rare_find(const twt_candidate_options *options, twt_postings *postings, const twt_owners *owners,
                         size_t threads, twt_rare_pairs *pairs, twt_rare_pairs *additions)
{
    twt_rare_rule rule;
    twt_shares shares = {0};
    uint64_t *wholes = twt_alloc_zeroed(twt_owners_count(owners), sizeof *wholes);
    twt_status status = twt_rare_rule_init(&rule, options, owners->family_count);
    if (status == TWT_OK)
        status =
            wholes ? twt_shares_init(&shares, twt_owners_count(owners), postings->buckets.spill) : TWT_ERROR_MEMORY;
    if (status == TWT_OK)
        status = twt_rare_tally_run(&rule, postings, owners, threads, wholes, &shares);
    twt_postings_free(postings);
    if (status == TWT_OK)
        status = twt_rare_pairs_run(&rule, twt_owners_count(owners), &shares, wholes, threads, pairs);
    if (status == TWT_OK && owners->addition_count)
        status = part(owners, pairs, additions);
    twt_shares_free(&shares);
    twt_free(wholes);
    twt_rare_rule_free(&rule);
    return status;
}
