/* Faint pairs: what a document shares with everyone on its topic. */
#ifndef TWT_CANDIDATE_NEAREST_H
#define TWT_CANDIDATE_NEAREST_H

#include "candidate/families.h"
#include "candidate/rare_pairs.h"

/* A pair of so little share and weight (the latter scaled as weight_min) is kept when it is among the nearest of one
 * side at least, by share. */
#define TWT_FAINT_SHARE .04f
#define TWT_FAINT_WEIGHT 45
enum { TWT_NEAREST = 12 };

/* Whether a pair has that weight. */
bool twt_pair_is_heavy(const twt_rare_pair *pair, size_t family_count);

/* Takes the channels from the faint pairs of families of one that are not; what they share stays known. limits: by
 * family, becomes the share from which on it is among the nearest, 0 of a family of more. */
TWT_MUST_USE twt_status twt_nearest_choose(const twt_families *families, twt_rare_pairs *pairs, float *limits);

#endif
