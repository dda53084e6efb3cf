/* The channel of the rare features: postings to pairs of families. */
#ifndef TWT_CANDIDATE_RARE_H
#define TWT_CANDIDATE_RARE_H

#include "candidate/owners.h"
#include "candidate/postings.h"
#include "candidate/rare_pairs.h"

/* Pairs of families by shared weight, ascending; additions: the same of pairs of owners of which one, at least, is an
 * addition. Uses up the postings. */
TWT_MUST_USE twt_status twt_rare_find(const twt_candidate_options *options, twt_postings *postings,
                                      const twt_owners *owners, size_t threads, twt_rare_pairs *pairs,
                                      twt_rare_pairs *additions);

#endif
