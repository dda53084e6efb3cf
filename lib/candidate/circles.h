/* Circles: many versions of one text around a hub. */
#ifndef TWT_CANDIDATE_CIRCLES_H
#define TWT_CANDIDATE_CIRCLES_H

#include "candidate/bands.h"
#include "candidate/families.h"
#include "candidate/rare_pairs.h"

#define TWT_NO_HUB UINT32_MAX

/* A hub has more near it than so many; what has fewer partners keeps them all. */
enum { TWT_CIRCLE_MIN = 64 };

typedef struct twt_hubs { /* by position; zeroed: none, and valid */
    uint32_t *hub_of;     /* whose circle it is of (its own of a hub), or TWT_NO_HUB */
    uint32_t *equal;      /* slots equal to that hub's; 0 of one that was adopted */
} twt_hubs;

void twt_hubs_free(twt_hubs *hubs);

/* *hubs is to be freed also when it fails. All of a circle are plausible pairs with the hub by their sketches, in a
 * bucket with it or not. */
TWT_MUST_USE twt_status twt_circles_find(const twt_sketches *sketches, const twt_u64s *band_pairs, twt_hubs *hubs);

/* Families that no circle has get the hub of the one of a circle that they share most rare features with. */
TWT_MUST_USE twt_status twt_circles_adopt(uint32_t *hub_of, const twt_families *families,
                                          const twt_rare_pairs *rare_pairs);

#endif
