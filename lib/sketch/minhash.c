/* MinHash (Broder 1997). A slot is the minimum of the document's shingles under one permutation of the 32-bit numbers,
 * x -> a x + b with a odd, where x is the high half of the mixed shingle hash. Two documents have the same minimum with
 * a probability of about their Jaccard index. The mixing comes first and is shared by all slots: it takes every
 * structure out of the input, which a linear permutation alone would keep (ALGORITHMS.md has the measurements). */
#include "base/alloc.h"
#include "base/rng.h"
#include "base/slots.h"
#include "sketch/kernel.h"

struct twt_sketcher {
    twt_kernel kernel;
    twt_kernel_lower lower;
    twt_kernel_mix mix;
    size_t slots;
    uint32_t multipliers[TWT_SLOTS_MAX], addends[TWT_SLOTS_MAX];
};

static void choose_permutations(twt_sketcher *sketcher, uint64_t seed)
{
    for (size_t i = 0; i < sketcher->slots; i++) {
        uint64_t drawn = twt_rng_next(&seed);
        sketcher->multipliers[i] = (uint32_t)(drawn >> 32) | 1;
        sketcher->addends[i] = (uint32_t)drawn;
    }
}

twt_status twt_sketcher_new(const twt_profile *profile, twt_kernel kernel, twt_sketcher **out)
{
    *out = NULL;
    twt_status status = twt_profile_check(profile);
    if (status != TWT_OK)
        return status;
    twt_kernel_lower lower = twt_kernel_find(&kernel);
    if (!lower)
        return TWT_ERROR_UNSUPPORTED;
    twt_sketcher *sketcher = twt_alloc_zeroed(1, sizeof *sketcher);
    if (!sketcher)
        return TWT_ERROR_MEMORY;
    sketcher->kernel = kernel;
    sketcher->lower = lower;
    sketcher->mix = twt_kernel_mix_of(kernel);
    sketcher->slots = profile->slots;
    choose_permutations(sketcher, profile->seed);
    *out = sketcher;
    return TWT_OK;
}

void twt_sketcher_free(twt_sketcher *sketcher)
{
    twt_free(sketcher);
}

twt_kernel twt_sketcher_kernel(const twt_sketcher *sketcher)
{
    return sketcher->kernel;
}

void twt_sketcher_run(const twt_sketcher *sketcher, const uint64_t *shingles, size_t count, uint32_t *slots)
{
    enum { PIECE = 512 };
    uint32_t mixed[PIECE];
    for (size_t i = 0; i < sketcher->slots; i++)
        slots[i] = UINT32_MAX;
    while (count > 0) {
        size_t now = count < PIECE ? count : PIECE;
        sketcher->mix(shingles, now, mixed);
        sketcher->lower(sketcher->multipliers, sketcher->addends, sketcher->slots, mixed, now, slots);
        shingles += now;
        count -= now;
    }
}

double twt_sketch_jaccard(const uint32_t *a, const uint32_t *b, size_t slots)
{
    if (twt_slots_are_empty(a, slots) || twt_slots_are_empty(b, slots))
        return 0;
    return (double)twt_slots_equal(a, b, slots) / (double)slots;
}
