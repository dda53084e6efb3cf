/* Circles: many versions of one text around a hub. */
#ifndef TWT_CANDIDATE_CIRCLES_H
#define TWT_CANDIDATE_CIRCLES_H

#include "candidate/bands.h"
#include "candidate/families.h"
#include "candidate/rare_pairs.h"

#define TWT_NO_HUB UINT32_MAX

/* A hub has more near it than so many; what has fewer partners keeps them all. */
enum { TWT_CIRCLE_MIN = 64 };

/* *hub_of, to be freed also when it fails: by position, the hub whose circle it is of (its own of a hub), or
 * TWT_NO_HUB. All of a circle are plausible pairs with the hub by their sketches, in a bucket with it or not. */
TWT_MUST_USE twt_status twt_circles_find(const twt_sketches *sketches, const twt_u64s *band_pairs, uint32_t **hub_of);

/* Families that no circle has get the hub of the one of a circle that they share most rare features with. */
TWT_MUST_USE twt_status twt_circles_adopt(uint32_t *hub_of, const twt_families *families,
                                          const twt_rare_pairs *rare_pairs);

#endif
