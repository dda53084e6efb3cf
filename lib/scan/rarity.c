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
/* Texts that nobody else resembles speak for a pair. Of what texts show as versions and share too little, l2r, mixset
 * and apt-eval have 1,698 of 1,745 pairs above it, Reuters 9 of 72 without eight equal words in a row. */
#define NOT_SPOKEN_FOR 0

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

static void put_of_clause(twt_check *out, size_t *count, uint32_t clause, twt_check check)
{
    check.clause = clause;
    out[(*count)++] = check;
}

/* What a version is held against: too common words by either measure, unless the texts are alike or those around speak
 * for it. */
static size_t put_formula(const twt_candidate_pair *candidate, const twt_comparison *comparison, size_t families,
                          double around, twt_check *out)
{
    const twt_rule rule = TWT_RULE_FORMULA;
    double rarity = twt_rarity_of_words(candidate, comparison->measures.shared_words, families);
    double share = (double)candidate->share, jaccard = comparison->verdict.jaccard;
    size_t count = 0;
    put_of_clause(out, &count, 1, twt_check_of(rule, 1, TWT_MEASURE_RARE_SHARE, TWT_UNDER, share, VERSION_SHARE));
    put_of_clause(out, &count, 1, twt_check_of(rule, 2, TWT_MEASURE_WORD_RARITY, TWT_UNDER, rarity, VERSION_RARITY));
    put_of_clause(out, &count, 2, twt_check_of(rule, 1, TWT_MEASURE_JACCARD, TWT_UNDER, jaccard, VERSION_JACCARD));
    put_of_clause(out, &count, 3, twt_check_of(rule, 1, TWT_MEASURE_AROUND, TWT_AT_MOST, around, NOT_SPOKEN_FOR));
    return count;
}

size_t twt_rarity_checks(const twt_candidate_pair *candidate, const twt_comparison *comparison, size_t families,
                         double around, twt_check out[TWT_RARITY_CHECKS_MAX])
{
    const twt_verdict *verdict = &comparison->verdict;
    bool is_version = verdict->relation == TWT_RELATION_REWRITTEN || verdict->relation == TWT_RELATION_NEAR_DUPLICATE;
    size_t count = 0;
    if (candidate->weight <= 0)
        return 0; /* not seen by the channel that weighs */
    if (is_version)
        return put_formula(candidate, comparison, families, around, out);
    if (verdict->relation == TWT_RELATION_UPDATED) {
        /* One form filled in by many: what is left when its common wording proves nothing is nothing. */
        put(out, &count, TWT_RULE_COMMON, TWT_MEASURE_RARE_SHARE, candidate->share, VERSION_SHARE);
        put(out, &count, TWT_RULE_COMMON, TWT_MEASURE_JACCARD, verdict->jaccard, VERSION_JACCARD);
        put(out, &count, TWT_RULE_COMMON, TWT_MEASURE_LONGEST_RUN, comparison->measures.longest_run, 12);
    }
    return count;
}

twt_rarity twt_rarity_of(const twt_candidate_pair *candidate, const twt_comparison *comparison, size_t families,
                         double around)
{
    twt_check checks[TWT_RARITY_CHECKS_MAX];
    size_t count = twt_rarity_checks(candidate, comparison, families, around, checks);
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
    return twt_checks_rule_holds(checks, twt_comparison_checks(&alone, checks), TWT_RULE_REUSE);
}
