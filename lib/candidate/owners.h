/* Who has features: families, and behind them additions, members of families for what they alone add. */
#ifndef TWT_CANDIDATE_OWNERS_H
#define TWT_CANDIDATE_OWNERS_H

#include <stddef.h>
#include <stdint.h>

#define TWT_NO_FAMILY UINT32_MAX

typedef struct twt_owners {
    const uint32_t *of_document; /* by document: the owner that it stands for; TWT_NO_FAMILY: none */
    size_t family_count;
    const uint32_t *families_of_additions; /* by addition */
    size_t addition_count;
} twt_owners;

static inline size_t twt_owners_count(const twt_owners *owners)
{
    return owners->family_count + owners->addition_count;
}

static inline uint32_t twt_owner_family(const twt_owners *owners, uint32_t owner)
{
    return owner < owners->family_count ? owner : owners->families_of_additions[owner - owners->family_count];
}

#endif
