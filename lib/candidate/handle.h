/* The handle of the stage, for the file that keeps it (candidates.c) and the one that runs the steps (search.c). */
#ifndef TWT_CANDIDATE_HANDLE_H
#define TWT_CANDIDATE_HANDLE_H

#include "candidate/candidates.h"
#include "candidate/furniture.h"
#include "candidate/merge.h"

typedef enum progress { OPEN, FOUND, FAILED } progress;

struct twt_candidates {
    twt_candidate_options options;
    size_t slot_count, document_count;
    uint64_t *ranks;
    uint32_t *slots;
    twt_furniture furniture;
    bool *is_added;
    twt_spill spill;
    twt_postings postings;
    twt_postings_writer writer; /* of twt_candidates_add */
    twt_shorts shorts;
    twt_shorts_writer shorts_writer; /* the same */
    progress progress;
    twt_status failure;
    twt_candidate_pairs pairs;
    uint32_t *representatives, *hubs; /* by document; when they are kept */
    float *nearest_limits;            /* the same */
    size_t family_count;
    twt_phase_cost bands, rare;
};

/* Bands, families, rare features, merge: fills the pairs and what is kept of families. Frees all but these on its way,
 * whatever comes of it. */
TWT_MUST_USE twt_status twt_candidates_search(twt_candidates *candidates, size_t threads);

void twt_candidates_free_slots(twt_candidates *candidates); /* when the bands are found */
void twt_candidates_free_input(twt_candidates *candidates); /* all but the pairs */

#endif
