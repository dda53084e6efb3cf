/* Code points -> normalised code points, each knowing the bytes it came from. */
#ifndef TWT_TEXT_NORMALIZE_H
#define TWT_TEXT_NORMALIZE_H

#include <stdbool.h>

#include "base/vec.h"
#include "twicetold/types.h"

typedef struct twt_origin {
    uint32_t begin, end;  /* bytes of the text */
    uint32_t letter_case; /* TWT_TOKEN_UPPER, TWT_TOKEN_LOWER or 0: as it was before folding */
} twt_origin;

typedef struct twt_normalized { /* zeroed: empty and valid */
    TWT_VEC(uint32_t) codes;
    TWT_VEC(twt_origin) origins; /* one for each code */
} twt_normalized;

/* Normalisation does not reach across the place before code: it begins a cluster. */
bool twt_begins_cluster(uint32_t code);

/* Apostrophes become ', double quotation marks and gershayim ". */
uint32_t twt_unify_mark(uint32_t code);

/* Appends NFKC(fold(NFKD(codes))), marks unified, for a stretch that begins and ends at the ends of clusters.
 * With is_folding false: NFKC alone. */
TWT_MUST_USE twt_status twt_normalize_cluster(twt_normalized *to, const uint32_t *codes, size_t count, twt_range range,
                                              bool is_folding);

void twt_normalized_clear(twt_normalized *normalized);
void twt_normalized_free(twt_normalized *normalized);

#endif
