/* What intake and checks see of the handle. */
#ifndef TWT_CANDIDATE_CANDIDATES_H
#define TWT_CANDIDATE_CANDIDATES_H

#include "candidate/postings.h"
#include "candidate/shorts.h"

twt_postings *twt_candidates_postings(twt_candidates *candidates);
twt_shorts *twt_candidates_shorts(twt_candidates *candidates);

/* Adds a document, all but its features. *takes_part: whether it has any. From several threads, each with documents of
 * its own. */
TWT_MUST_USE twt_status twt_candidates_enter(twt_candidates *candidates, uint32_t document, uint64_t rank,
                                             const uint32_t *slots, bool *takes_part);

#endif
