/* Where each token of one text stands in the other, by an alignment. */
#ifndef TWT_COMPARE_ALIGN_TOKEN_MAP_H
#define TWT_COMPARE_ALIGN_TOKEN_MAP_H

#include "base/vec.h"
#include "compare/align/align.h"

#define TWT_TOKEN_NOWHERE UINT32_MAX

typedef struct twt_token_map { /* zeroed: empty and valid */
    TWT_VEC(uint32_t) to[2];   /* to[0][i]: the token of b that equals token i of a; to[1] the other way */
} twt_token_map;

void twt_token_map_free(twt_token_map *map);

/* False when memory is short. */
bool twt_token_map_fill(twt_token_map *map, const twt_analysis *a, const twt_analysis *b,
                        const twt_alignment *alignment);

#endif
