/* Each family remembers the shares of those that share most with it. */
#include "candidate/nearest.h"

#include "base/alloc.h"
#include "base/check.h"

typedef struct nearest { /* descending */
    float shares[TWT_NEAREST];
} nearest;

static void note(nearest *of, float share)
{
    size_t at = TWT_NEAREST;
    for (; at > 0 && of->shares[at - 1] < share; at--)
        if (at < TWT_NEAREST)
            of->shares[at] = of->shares[at - 1];
    if (at < TWT_NEAREST)
        of->shares[at] = share;
}

static twt_status find_limits(const twt_families *families, const twt_rare_pairs *pairs, float *limits)
{
    nearest *near = twt_alloc_zeroed(families->count, sizeof *near);
    if (!near)
        return TWT_ERROR_MEMORY;
    for (size_t i = 0; i < pairs->count; i++) {
        note(&near[pairs->data[i].a], pairs->data[i].share);
        note(&near[pairs->data[i].b], pairs->data[i].share);
    }
    for (size_t f = 0; f < families->count; f++)
        limits[f] = twt_family_size(families, f) == 1 ? near[f].shares[TWT_NEAREST - 1] : 0;
    twt_free(near);
    return TWT_OK;
}

static double weight_limit(size_t family_count)
{
    return twt_rare_scale(family_count) * TWT_FAINT_WEIGHT;
}

bool twt_pair_is_heavy(const twt_rare_pair *pair, size_t family_count)
{
    return (double)pair->weight >= weight_limit(family_count);
}

twt_status twt_nearest_choose(const twt_families *families, twt_rare_pairs *pairs, float *limits)
{
    twt_status status = find_limits(families, pairs, limits);
    if (status != TWT_OK || families->count <= TWT_SMALL_FAMILIES)
        return status;
    for (size_t i = 0; i < pairs->count; i++) {
        twt_rare_pair *pair = &pairs->data[i];
        bool is_faint = pair->share < TWT_FAINT_SHARE && !twt_pair_is_heavy(pair, families->count);
        if (is_faint && pair->share < limits[pair->a] && pair->share < limits[pair->b])
            pair->channels = 0;
    }
    return TWT_OK;
}

void twt_nearest_checks(size_t family_count, const twt_candidate_pair *pair, const float limits[2],
                        twt_check out[TWT_NEAREST_CHECKS])
{
    double share = (double)pair->share;
    out[0] = twt_check_of(TWT_RULE_NEAREST, 1, TWT_MEASURE_RARE_SHARE, TWT_AT_LEAST, share, (double)TWT_FAINT_SHARE);
    out[1] = twt_check_of(TWT_RULE_NEAREST, 2, TWT_MEASURE_RARE_WEIGHT, TWT_AT_LEAST, (double)pair->weight,
                          weight_limit(family_count));
    out[2] = twt_check_of(TWT_RULE_NEAREST, 3, TWT_MEASURE_NEAREST_A, TWT_AT_LEAST, share, (double)limits[0]);
    out[3] = twt_check_of(TWT_RULE_NEAREST, 4, TWT_MEASURE_NEAREST_B, TWT_AT_LEAST, share, (double)limits[1]);
    out[4] =
        twt_check_of(TWT_RULE_NEAREST, 5, TWT_MEASURE_FAMILIES, TWT_AT_MOST, (double)family_count, TWT_SMALL_FAMILIES);
}

void twt_added_checks(const twt_candidate_options *options, size_t family_count, const twt_candidate_pair *pair,
                      twt_check out[TWT_ADDED_CHECKS])
{
    out[0] = twt_check_of(TWT_RULE_ADDED, 1, TWT_MEASURE_RARE_WEIGHT, TWT_AT_LEAST, (double)pair->weight,
                          weight_limit(family_count));
    out[1] =
        twt_check_of(TWT_RULE_ADDED, 1, TWT_MEASURE_RARE_SHARE, TWT_AT_LEAST, (double)pair->share, options->share_min);
}
