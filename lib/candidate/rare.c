/* Rare features find rewritten copies: a word, bigram or trigram that few families have adds ln(N/df) to every pair
 * that has it (inverse document frequency, Sparck Jones 1972; all-pairs by inverted lists, Bayardo, Ma, Srikant 2007).
 */
#include "candidate/rare.h"

#include "base/alloc.h"
#include "candidate/rare_tally.h"

twt_status twt_rare_find(const twt_candidate_options *options, twt_postings *postings,
                         const uint32_t *family_of_document, size_t family_count, size_t threads, twt_rare_pairs *pairs)
{
    twt_rare_rule rule;
    twt_shares shares = {0};
    uint64_t *wholes = twt_alloc_zeroed(family_count, sizeof *wholes);
    twt_status status = twt_rare_rule_init(&rule, options, family_count);
    if (status == TWT_OK)
        status = wholes ? twt_shares_init(&shares, family_count, postings->buckets.spill) : TWT_ERROR_MEMORY;
    if (status == TWT_OK)
        status = twt_rare_tally_run(&rule, postings, family_of_document, threads, wholes, &shares);
    twt_postings_free(postings);
    if (status == TWT_OK)
        status = twt_rare_pairs_run(&rule, &shares, wholes, threads, pairs);
    twt_shares_free(&shares);
    twt_free(wholes);
    twt_rare_rule_free(&rule);
    return status;
}
