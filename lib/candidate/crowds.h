/* Crowds: documents that hang together by the thousand. */
#ifndef TWT_CANDIDATE_CROWDS_H
#define TWT_CANDIDATE_CROWDS_H

#include "candidate/families.h"

/* Well above what collections hold: of like documents in a row, press releases of 8,600 from one template after the
 * other have 842 and twelve versions of each text 42. Ten thousand edits of one text are all in one. */
enum { TWT_CROWD_MIN = 4096 };

/* *hub_of, to be freed: by position, the one that all of its crowd meet, or TWT_NO_HUB when it is in none. */
TWT_MUST_USE twt_status twt_crowds_find(const twt_families *families, const twt_u64s *band_pairs, size_t slot_count,
                                        uint32_t **hub_of);

#endif
