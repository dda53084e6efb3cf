/* First whether there is reuse at all, by the order and likeness of the words, by a dense passage, or by sentences that
 * say the same; then which kind. Each relation is a claim over the measures, and the first that holds is the verdict.
 */
#include "compare/relation/relation.h"

#include <math.h>

#include "compare/relation/rules.h"
#include "compare/words/topic.h"
#include "twicetold/compare.h"

#define HALF_TOLD .5

bool twt_relation_has_reuse(const twt_measures *measures)
{
    twt_rates rates = twt_rates_of(measures);
    return twt_rule_holds(TWT_RULE_REUSE, &rates);
}

/* The last rule that claims reuse, facts and changes at their worst. */
bool twt_relation_is_claimed(const twt_measures *measures)
{
    twt_rates rates = twt_rates_of(measures);
    rates.of[TWT_MEASURE_FIGURES_KEPT] = rates.of[TWT_MEASURE_FACTS_KEPT] = 0;
    rates.of[TWT_MEASURE_FACTS_SHARED] = rates.of[TWT_MEASURE_FIGURES_SHARED] = 0;
    rates.of[TWT_MEASURE_SLOTS] = rates.of[TWT_MEASURE_FIGURES_APART] = 1;
    return twt_rule_holds(TWT_RULE_PARTIAL, &rates);
}

double twt_relation_evidence(const twt_measures *measures)
{
    return twt_rates_of_stretch(measures).of[TWT_MEASURE_ORDER_EVIDENCE];
}

/* Passages are looked at one by one only where nothing else shows reuse, which may hang on the evidence. */
static bool has_reuse_at(twt_rates rates, double evidence)
{
    rates.of[TWT_MEASURE_REUSE_EVIDENCE] = evidence;
    rates.of[TWT_MEASURE_TOLD_TOKENS] = rates.of[TWT_MEASURE_SURELY_TOLD] = 0;
    return twt_rule_holds(TWT_RULE_REUSE, &rates);
}

double twt_comparison_lacks(const twt_comparison *comparison)
{
    twt_rates rates = twt_rates_of(&comparison->measures);
    if (twt_relation_is_reuse(comparison->verdict.relation) && has_reuse_at(rates, -INFINITY))
        return -INFINITY;
    return has_reuse_at(rates, INFINITY) ? twt_rule_lacks(TWT_RULE_REUSE, TWT_MEASURE_REUSE_EVIDENCE, &rates)
                                         : INFINITY;
}

bool twt_relation_is_told(const twt_measures *stretch)
{
    twt_rates rates = twt_rates_of_stretch(stretch);
    return twt_rule_stretch_holds(&rates);
}

bool twt_relation_is_surely_told(const twt_measures *stretch)
{
    twt_rates rates = twt_rates_of_stretch(stretch);
    return twt_rule_stretch_is_sure(&rates);
}

/* The rule that is asked after one that holds or does not; TWT_RULES after the last. */
static twt_rule next_of(twt_rule rule, bool holds)
{
    if (rule == TWT_RULE_REUSE)
        return holds ? TWT_RULE_NOISY : TWT_RULE_RELATED;
    return holds ? TWT_RULES : rule + 1;
}

static twt_relation relation_of(twt_rule rule)
{
    return rule == TWT_RULE_EXACT ? TWT_RELATION_EXACT : (twt_relation)(rule - TWT_RULE_NOISY + TWT_RELATION_NOISY);
}

static twt_relation first_that_holds(const twt_rates *rates)
{
    twt_rule rule = TWT_RULE_EXACT, last = rule;
    for (; rule != TWT_RULES; rule = next_of(rule, twt_rule_holds(rule, rates)))
        last = rule;
    return relation_of(last);
}

size_t twt_comparison_checks(const twt_comparison *comparison, twt_check out[TWT_CHECKS_MAX])
{
    twt_rates rates = twt_rates_of(&comparison->measures);
    rates.of[TWT_MEASURE_SAME_WORDS] = comparison->verdict.relation == TWT_RELATION_EXACT;
    size_t count = 0;
    for (twt_rule rule = TWT_RULE_EXACT; rule != TWT_RULES; rule = next_of(rule, twt_rule_holds(rule, &rates)))
        count += twt_rule_check(rule, &rates, out + count, TWT_CHECKS_MAX - count);
    return count;
}

static void add(twt_ruling *ruling, twt_reason_code code, double value)
{
    ruling->reasons[ruling->reason_count++] = (twt_reason){.code = code, .value = value};
}

/* Whether nothing but the order and likeness of the words shows reuse: no passage then does, and of texts told anew
 * from end to end less than half is in sentences that are alike. */
static bool rests_on_order(const twt_rates *rates)
{
    twt_rates without = *rates;
    without.of[TWT_MEASURE_REUSE_EVIDENCE] = 0;
    return rates->of[TWT_MEASURE_COVERAGE_BETTER] < HALF_TOLD && !twt_rule_holds(TWT_RULE_REUSE, &without);
}

static void explain_order(twt_ruling *ruling, const twt_rates *rates, const twt_measures *m)
{
    if (!rests_on_order(rates))
        return;
    add(ruling, TWT_REASON_LIKE_WORDS, rates->of[TWT_MEASURE_LIKENESS]);
    add(ruling, TWT_REASON_SAME_ORDER, m->ordered_words);
    uint32_t *counts = ruling->reasons[ruling->reason_count - 1].counts;
    counts[0] = counts[1] = m->single_words;
}

static void explain(twt_ruling *ruling, const twt_rates *rates, const twt_measures *m)
{
    switch (ruling->relation) {
    case TWT_RELATION_EXACT:
        add(ruling, TWT_REASON_EQUAL_TEXT, 1);
        break;
    case TWT_RELATION_NOISY:
        add(ruling, TWT_REASON_SPELLING_NOISE, rates->of[TWT_MEASURE_MISREAD]);
        add(ruling, TWT_REASON_COVERED, rates->of[TWT_MEASURE_COVERAGE_WORSE]);
        break;
    case TWT_RELATION_UPDATED:
        if (rates->of[TWT_MEASURE_NUMBERS] > 0)
            add(ruling, TWT_REASON_NEW_FIGURES, rates->of[TWT_MEASURE_NUMBERS]);
        add(ruling, TWT_REASON_COVERED, rates->of[TWT_MEASURE_COVERAGE_WORSE]);
        break;
    case TWT_RELATION_REWRITTEN:
        add(ruling, TWT_REASON_REWORDED, rates->of[TWT_MEASURE_CONTENT_RATE]);
        add(ruling, TWT_REASON_CONTAINED, rates->of[TWT_MEASURE_COVERAGE_BETTER]);
        explain_order(ruling, rates, m);
        break;
    case TWT_RELATION_EXCERPT:
        add(ruling, TWT_REASON_CONTAINED, rates->of[TWT_MEASURE_COVERAGE_BETTER]);
        break;
    case TWT_RELATION_NEAR_DUPLICATE:
        add(ruling, TWT_REASON_COVERED, rates->of[TWT_MEASURE_COVERAGE_WORSE]);
        break;
    case TWT_RELATION_PARTIAL:
        add(ruling, TWT_REASON_SHARED_PASSAGE, rates->of[TWT_MEASURE_ALIGNED_TOKENS]);
        explain_order(ruling, rates, m);
        break;
    case TWT_RELATION_RELATED:
        add(ruling, TWT_REASON_SAME_TOPIC, twt_topic_share(m));
        break;
    case TWT_RELATION_UNRELATED:
        add(ruling, TWT_REASON_NOTHING_SHARED, 0);
        break;
    }
}

twt_ruling twt_relation_decide(const twt_measures *measures, bool is_equal)
{
    twt_rates rates = twt_rates_of(measures);
    rates.of[TWT_MEASURE_SAME_WORDS] = is_equal;
    twt_ruling ruling = {.relation = first_that_holds(&rates)};
    explain(&ruling, &rates, measures);
    return ruling;
}
