/* All channels brought together. */
#ifndef TWT_CANDIDATE_MERGE_H
#define TWT_CANDIDATE_MERGE_H

#include "candidate/circles.h"
#include "candidate/families.h"
#include "candidate/pair_list.h"
#include "candidate/rare_pairs.h"

typedef struct twt_merge_input {
    const uint32_t *order; /* document numbers by position */
    size_t slot_count;
    const twt_families *families;
    const twt_hubs *hubs;
    const twt_u64s *band_pairs;
    const twt_rare_pairs *rare_pairs;
    const twt_rare_pairs *addition_pairs; /* of positions */
} twt_merge_input;

/* Expands families and brings all channels together: ascending pairs of document numbers, each once. */
TWT_MUST_USE twt_status twt_candidates_merge(const twt_candidate_options *options, const twt_merge_input *input,
                                             twt_candidate_pairs *out);

#endif
