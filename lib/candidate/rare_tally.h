/* The tally: each feature is weighed by how many families have it. */
#ifndef TWT_CANDIDATE_RARE_TALLY_H
#define TWT_CANDIDATE_RARE_TALLY_H

#include "candidate/owners.h"
#include "candidate/postings.h"
#include "candidate/rare_shares.h"

/* wholes: by owner, zeroed; becomes the weight of all its features, of an addition of those that its family lacks and
 * few have. Uses up the postings. */
TWT_MUST_USE twt_status twt_rare_tally_run(const twt_rare_rule *rule, twt_postings *postings, const twt_owners *owners,
                                           size_t threads, uint64_t *wholes, twt_shares *shares);

#endif
