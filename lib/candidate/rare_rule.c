#include "candidate/rare_rule.h"

#include <math.h>

#include "base/alloc.h"

#define REFERENCE_FAMILIES 33000. /* weight_min was measured on as many */

uint32_t twt_rare_weigh(const twt_rare_rule *rule, size_t df)
{
    if (df < rule->weight_count)
        return rule->weights[df];
    return df < rule->family_count ? (uint32_t)lround(log((double)rule->family_count / (double)df) * TWT_WEIGHT_ONE)
                                   : 0;
}

double twt_rare_scale(size_t family_count)
{
    return family_count > 1 ? log((double)family_count) / log(REFERENCE_FAMILIES) : 0;
}

twt_rare_rule twt_rare_rule_of(const twt_candidate_options *options, size_t family_count)
{
    return (twt_rare_rule){.family_count = family_count,
                           .df_all = {options->df_max, options->df_max_word},
                           .df_star = options->df_max_star,
                           .share_min = options->share_min,
                           .weight_min =
                               (uint64_t)ceil(options->weight_min * twt_rare_scale(family_count) * TWT_WEIGHT_ONE),
                           .is_small = family_count <= TWT_SMALL_FAMILIES};
}

twt_status twt_rare_rule_init(twt_rare_rule *rule, const twt_candidate_options *options, size_t family_count)
{
    *rule = twt_rare_rule_of(options, family_count);
    size_t count = (family_count < rule->df_star ? family_count : rule->df_star) + 1;
    rule->weights = twt_alloc_zeroed(count, sizeof *rule->weights);
    if (!rule->weights)
        return TWT_ERROR_MEMORY;
    for (size_t df = 1; df < count; df++)
        rule->weights[df] = twt_rare_weigh(rule, df);
    rule->weight_count = count;
    return TWT_OK;
}

/* Nearly the smaller whole weight, but long texts share more of it by chance. */
static double yardstick(uint64_t whole, uint64_t other)
{
    double smaller = (double)(whole < other ? whole : other), larger = (double)(whole < other ? other : whole);
    return sqrt(smaller * sqrt(smaller * larger));
}

double twt_rare_share(uint64_t weight, uint64_t whole, uint64_t other)
{
    double most = yardstick(whole, other);
    return most > 0 ? (double)weight / most : 0;
}

bool twt_rare_is_enough(const twt_rare_rule *rule, uint64_t weight, double share)
{
    return rule->is_small || (weight >= rule->weight_min && share >= rule->share_min);
}

void twt_rare_rule_free(twt_rare_rule *rule)
{
    twt_free(rule->weights);
    *rule = (twt_rare_rule){0};
}
