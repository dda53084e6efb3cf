/* Sets of positions that are joined (union-find). */
#ifndef TWT_CANDIDATE_SETS_H
#define TWT_CANDIDATE_SETS_H

#include "twicetold/types.h"

/* parents: of each position, at first itself. */
uint32_t twt_sets_root(uint32_t *parents, uint32_t position);
void twt_sets_join(uint32_t *parents, uint32_t p, uint32_t q);

#endif
