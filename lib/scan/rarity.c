#include "scan/rarity.h"

/* Share of the weight of the rarer words that a pair has in common. Of what is called rewritten, 1 % of l2r's rewrites by
 * three language models stay under it, and 49 % of the pairs of Reuters notices. */
#define VERSION_SHARE .06
#define VERSION_JACCARD .3
/* Of shared passages: 1.3 % of l2r's, a fifth of Reuters'. */
#define PASSAGE_SHARE .025
#define PASSAGE_JACCARD .1

twt_rarity twt_rarity_of(const twt_candidate_pair *candidate, const twt_verdict *verdict)
{
    bool is_version = verdict->relation == TWT_RELATION_REWRITTEN || verdict->relation == TWT_RELATION_NEAR_DUPLICATE;
    bool is_passage = is_version || verdict->relation == TWT_RELATION_PARTIAL;
    if (candidate->weight <= 0)
        return TWT_RARITY_ENOUGH; /* not seen by the channel that weighs */
    if (is_passage && candidate->share < PASSAGE_SHARE && verdict->jaccard < PASSAGE_JACCARD)
        return TWT_RARITY_NONE;
    if (is_version && candidate->share < VERSION_SHARE && verdict->jaccard < VERSION_JACCARD)
        return TWT_RARITY_FORMULA;
    return TWT_RARITY_ENOUGH;
}
