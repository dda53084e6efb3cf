/* Pairs of members: what two families bring together because their representatives are candidates. */
#ifndef TWT_SCAN_MEMBERS_H
#define TWT_SCAN_MEMBERS_H

#include "scan/sieve.h"

/* The candidate that speaks for this one, that of both representatives; TWT_NO_NUMBER where the two are candidates by
 * themselves, or their representatives share so much that members may show what these do not. */
uint32_t twt_members_spokesman(const twt_sieved *sieved, uint32_t place);

#endif
