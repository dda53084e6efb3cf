/* The mirror image of a comparison: what (b, a) must give when (a, b) gave this. */
#ifndef TWT_COMPARE_MIRROR_H
#define TWT_COMPARE_MIRROR_H

#include "base/sort.h"
#include "base/vec.h"
#include "twicetold/types.h"

typedef struct twt_mirror { /* zeroed: empty and valid; the mirrored arrays live here */
    TWT_VEC(twt_match) matches;
    TWT_VEC(twt_seed) seeds;
    TWT_VEC(twt_passage) passages;
    TWT_VEC(twt_change) changes;
    TWT_VEC(twt_reason) reasons;
    TWT_VEC(twt_keyed) keyed;
} twt_mirror;

void twt_mirror_free(twt_mirror *mirror);

/* Mirrors in place; the arrays of *comparison then belong to mirror. TWT_ERROR_MEMORY: *comparison is unchanged. */
TWT_MUST_USE twt_status twt_mirror_comparison(twt_mirror *mirror, twt_comparison *comparison);

/* A reason with its sides exchanged; points for a become points for b. */
twt_reason twt_mirror_reason(const twt_reason *reason);

#endif
