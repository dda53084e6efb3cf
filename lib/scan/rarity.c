#include "scan/rarity.h"

#include <math.h>

/* Share of the weight of the rarer words that a pair has in common. Of what is called rewritten, 1 % of l2r's rewrites
 * by three language models stay under it, and 49 % of the pairs of Reuters notices. */
#define VERSION_SHARE .06
#define VERSION_JACCARD .3
/* A passage without a long run of equal words rests on the order of its words and on their rarity together. Of such
 * claims 2 % of l2r's fall, and a third of Reuters'. */
#define PASSAGE_EVIDENCE 9.5
#define PASSAGE_SHARE .05 /* where rarity neither adds nor takes away */
#define RARITY_WEIGHT 4
enum { RUN_ENOUGH = 12, TOKENS_ENOUGH = 40 };

static bool is_common_passage(const twt_candidate_pair *candidate, const twt_measures *m)
{
    double rarity = RARITY_WEIGHT * log(fmax(candidate->share, .001) / PASSAGE_SHARE);
    bool is_long = m->longest_run >= RUN_ENOUGH || m->dense_tokens >= TOKENS_ENOUGH || m->told_tokens >= TOKENS_ENOUGH;
    return !is_long && m->order_evidence + rarity < PASSAGE_EVIDENCE;
}

twt_rarity twt_rarity_of(const twt_candidate_pair *candidate, const twt_comparison *comparison)
{
    const twt_verdict *verdict = &comparison->verdict;
    bool is_version = verdict->relation == TWT_RELATION_REWRITTEN || verdict->relation == TWT_RELATION_NEAR_DUPLICATE;
    if (candidate->weight <= 0)
        return TWT_RARITY_ENOUGH; /* not seen by the channel that weighs */
    bool is_formula = is_version && candidate->share < VERSION_SHARE && verdict->jaccard < VERSION_JACCARD;
    bool is_passage = is_formula || verdict->relation == TWT_RELATION_PARTIAL;
    if (is_passage && is_common_passage(candidate, &comparison->measures))
        return TWT_RARITY_NONE;
    return is_formula ? TWT_RARITY_FORMULA : TWT_RARITY_ENOUGH;
}
