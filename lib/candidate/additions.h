/* What members of families add: a copy of a widely printed text with a passage of its own. Only representatives have
 * postings, so what a member alone has would find nothing; as an addition it is an owner of features of its own. */
#ifndef TWT_CANDIDATE_ADDITIONS_H
#define TWT_CANDIDATE_ADDITIONS_H

#include "candidate/families.h"
#include "candidate/rare_pairs.h"

typedef struct twt_additions {   /* zeroed: none, and valid */
    TWT_VEC(uint32_t) positions; /* of the members, ascending */
    TWT_VEC(uint32_t) families;  /* theirs */
} twt_additions;

/* Members that may have a passage of their own, by the slots that they share with their representative. TWT_OK,
 * TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_additions_choose(twt_additions *additions, const twt_families *families,
                                             const twt_u64s *band_pairs, size_t slot_count);
void twt_additions_free(twt_additions *additions);

/* Leaves the pairs that nothing else brings together: of two families that are no candidates, and heavy. pairs: of
 * owners; become those of positions. rare_pairs: of families, ascending. */
void twt_additions_keep(const twt_additions *additions, const twt_families *families, const twt_rare_pairs *rare_pairs,
                        twt_rare_pairs *pairs);

#endif
