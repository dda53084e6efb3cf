/* What bands and families ask of two sketches. */
#include "base/check.h"
#include "base/slots.h"
#include "candidate/bands.h"
#include "candidate/families.h"
#include "candidate/furniture.h"

static double estimate(const twt_profile *profile, const uint32_t *slots_a, const uint32_t *slots_b)
{
    return (double)twt_slots_equal(slots_a, slots_b, profile->slots) / profile->slots;
}

static uint32_t shared_bands(const twt_candidate_options *options, const uint32_t *slots_a, const uint32_t *slots_b)
{
    uint32_t shared = 0;
    for (uint32_t band = 0; band < options->bands; band++) {
        size_t begin = (size_t)band * options->rows;
        shared += twt_slots_equal(slots_a + begin, slots_b + begin, options->rows) == options->rows;
    }
    return shared;
}

void twt_band_checks(const twt_candidate_options *options, const twt_profile *profile, const uint32_t *slots_a,
                     const uint32_t *slots_b, twt_check out[TWT_BAND_CHECKS])
{
    out[0] = twt_check_of(TWT_RULE_BANDS, 1, TWT_MEASURE_SHARED_BANDS, TWT_AT_LEAST,
                          shared_bands(options, slots_a, slots_b), 1);
    out[1] = twt_check_of(TWT_RULE_BANDS, 1, TWT_MEASURE_ESTIMATED_JACCARD, TWT_AT_LEAST,
                          estimate(profile, slots_a, slots_b), TWT_PLAUSIBLE_JACCARD);
}

void twt_furniture_checks(const twt_profile *profile, const uint32_t *slots_a, const uint32_t *slots_b,
                          const uint32_t *furniture_a, const uint32_t *furniture_b, twt_check out[TWT_FURNITURE_CHECKS])
{
    uint64_t bits_a[TWT_FURNITURE_WORDS_MAX] = {0}, bits_b[TWT_FURNITURE_WORDS_MAX] = {0};
    twt_furniture_mark(bits_a, slots_a, furniture_a, profile->slots);
    twt_furniture_mark(bits_b, slots_b, furniture_b, profile->slots);
    out[0] = twt_check_of(TWT_RULE_BANDS, 1, TWT_MEASURE_OWN_JACCARD, TWT_AT_LEAST,
                          twt_furniture_own_jaccard(bits_a, bits_b, slots_a, slots_b, profile->slots), TWT_OWN_JACCARD);
    out[1] = twt_check_of(TWT_RULE_BANDS, 2, TWT_MEASURE_ESTIMATED_JACCARD, TWT_AT_LEAST,
                          estimate(profile, slots_a, slots_b), TWT_PAGES_JACCARD);
    out[0].clause = out[1].clause = 2;
}

void twt_family_checks(const twt_candidate_options *options, const twt_profile *profile, twt_rule rule,
                       const uint32_t *slots, const uint32_t *representative, twt_check out[TWT_FAMILY_CHECKS])
{
    out[0] = twt_check_of(rule, 1, TWT_MEASURE_ESTIMATED_JACCARD, TWT_AT_LEAST,
                          estimate(profile, slots, representative), options->family_jaccard);
}
