#include "scan/rarity.h"

#include <math.h>

#include "base/check.h"
#include "scan/neighbours.h"
#include "twicetold/compare.h"

/* Share of the weight of the rarer words that a pair has in common. Of what is called rewritten, 1 % of l2r's rewrites
 * by three language models stay under it, and 60 % of the pairs of Reuters notices. */
#define VERSION_SHARE .085
#define VERSION_JACCARD .3
/* Under it lie .2 % of l2r's rewrites, 1.4 % of apt-eval's (44 versions of each text make its words common) and 7 % of
 * what looks rewritten in Reuters. */
#define VERSION_RARITY .25

double twt_rarity_of_words(const twt_candidate_pair *candidate, uint32_t shared_words, size_t families)
{
    if (candidate->weight <= 0 || families < TWT_NEIGHBOURS_LEAST)
        return TWT_RARITY_UNKNOWN;
    return (double)candidate->weight / (fmax(shared_words, 1) * log((double)families));
}

static void put(twt_check *out, size_t *count, twt_rule rule, twt_measure_code measure, double value, double limit)
{
    out[(*count)++] = twt_check_of(rule, 1, measure, TWT_UNDER, value, limit);
}

/* Of another way to meet the first clause, and of the clause that follows it. */
static void put_other(twt_check *out, size_t *count, twt_measure_code measure, double value, double limit)
{
    out[(*count)++] = twt_check_of(TWT_RULE_FORMULA, 2, measure, TWT_UNDER, value, limit);
}

static void put_next(twt_check *out, size_t *count, twt_measure_code measure, double value, double limit)
{
    out[*count] = twt_check_of(TWT_RULE_FORMULA, 1, measure, TWT_UNDER, value, limit);
    out[(*count)++].clause = 2;
}

size_t twt_rarity_checks(const twt_candidate_pair *candidate, const twt_comparison *comparison, size_t families,
                         twt_check out[TWT_RARITY_CHECKS_MAX])
{
    const twt_verdict *verdict = &comparison->verdict;
    bool is_version = verdict->relation == TWT_RELATION_REWRITTEN || verdict->relation == TWT_RELATION_NEAR_DUPLICATE;
    size_t count = 0;
    if (candidate->weight <= 0)
        return 0; /* not seen by the channel that weighs */
    if (is_version) {
        put(out, &count, TWT_RULE_FORMULA, TWT_MEASURE_RARE_SHARE, candidate->share, VERSION_SHARE);
        put_other(out, &count, TWT_MEASURE_WORD_RARITY,
                  twt_rarity_of_words(candidate, comparison->measures.shared_words, families), VERSION_RARITY);
        put_next(out, &count, TWT_MEASURE_JACCARD, verdict->jaccard, VERSION_JACCARD);
    }
    if (verdict->relation == TWT_RELATION_UPDATED) {
        /* One form filled in by many: what is left when its common wording proves nothing is nothing. */
        put(out, &count, TWT_RULE_COMMON, TWT_MEASURE_RARE_SHARE, candidate->share, VERSION_SHARE);
        put(out, &count, TWT_RULE_COMMON, TWT_MEASURE_JACCARD, verdict->jaccard, VERSION_JACCARD);
        put(out, &count, TWT_RULE_COMMON, TWT_MEASURE_LONGEST_RUN, comparison->measures.longest_run, 12);
    }
    return count;
}

twt_rarity twt_rarity_of(const twt_candidate_pair *candidate, const twt_comparison *comparison, size_t families)
{
    twt_check checks[TWT_RARITY_CHECKS_MAX];
    size_t count = twt_rarity_checks(candidate, comparison, families, checks);
    if (!count || !twt_checks_hold(checks, count))
        return TWT_RARITY_ENOUGH;
    return checks[0].rule == TWT_RULE_FORMULA ? TWT_RARITY_FORMULA : TWT_RARITY_NONE;
}

bool twt_rarity_took_away(const twt_comparison *comparison)
{
    twt_check checks[TWT_CHECKS_MAX];
    twt_comparison alone = *comparison;
    if (comparison->measures.collection_evidence >= 0)
        return false;
    alone.measures.collection_evidence = 0;
    size_t count = twt_comparison_checks(&alone, checks), begin = 0;
    while (begin < count && checks[begin].rule != TWT_RULE_REUSE)
        begin = twt_checks_rule_end(checks, count, begin);
    return begin < count && twt_checks_hold(checks + begin, twt_checks_rule_end(checks, count, begin) - begin);
}
