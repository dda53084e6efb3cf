/* The tally: each feature is weighed by how many families have it. */
#ifndef TWT_CANDIDATE_RARE_TALLY_H
#define TWT_CANDIDATE_RARE_TALLY_H

#include "candidate/postings.h"
#include "candidate/rare_shares.h"

/* wholes: by family, zeroed; becomes the weight of all its features. Uses up the postings. */
TWT_MUST_USE twt_status twt_rare_tally_run(const twt_rare_rule *rule, twt_postings *postings,
                                           const uint32_t *family_of_document, size_t threads, uint64_t *wholes,
                                           twt_shares *shares);

#endif
