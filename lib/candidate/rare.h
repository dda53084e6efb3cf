/* The channel of the rare features: postings to pairs of families. */
#ifndef TWT_CANDIDATE_RARE_H
#define TWT_CANDIDATE_RARE_H

#include "candidate/postings.h"
#include "candidate/rare_pairs.h"

#define TWT_NO_FAMILY UINT32_MAX

/* Pairs of families by shared weight, ascending. family_of_document: the family that a document represents, or
 * TWT_NO_FAMILY. Uses up the postings. */
TWT_MUST_USE twt_status twt_rare_find(const twt_candidate_options *options, twt_postings *postings,
                                      const uint32_t *family_of_document, size_t family_count, size_t threads,
                                      twt_rare_pairs *pairs);

#endif
