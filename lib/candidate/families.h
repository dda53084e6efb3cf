/* Families of like documents, numbered by the position of their representative. */
#ifndef TWT_CANDIDATE_FAMILIES_H
#define TWT_CANDIDATE_FAMILIES_H

#include "base/vec.h"
#include "twicetold/candidate.h"

typedef struct twt_families { /* zeroed: empty and valid */
    uint32_t *family_of;      /* by position */
    uint32_t *members;        /* positions, family by family, ascending: the representative comes first */
    uint32_t *begins;         /* count + 1 places in members */
    size_t count;
} twt_families;

/* equal_min: equal slots from which on a position joins a representative. */
TWT_MUST_USE twt_status twt_families_build(twt_families *families, const twt_u64s *band_pairs, size_t positions,
                                           uint32_t equal_min);
void twt_families_free(twt_families *families);

static inline size_t twt_family_size(const twt_families *families, size_t family)
{
    return families->begins[family + 1] - families->begins[family];
}

#endif
