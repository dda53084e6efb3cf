#include "compare/align/token_map.h"

#include <string.h>

void twt_token_map_free(twt_token_map *map)
{
    twt_vec_free(&map->to[0]);
    twt_vec_free(&map->to[1]);
}

bool twt_token_map_fill(twt_token_map *map, const twt_analysis *a, const twt_analysis *b,
                        const twt_alignment *alignment)
{
    const size_t counts[2] = {a->token_count, b->token_count};
    for (int s = 0; s < 2; s++) {
        twt_vec_clear(&map->to[s]);
        if (!twt_vec_reserve(&map->to[s], counts[s]))
            return false;
        map->to[s].count = counts[s];
        if (counts[s] > 0)
            memset(map->to[s].data, 0xFF, counts[s] * sizeof *map->to[s].data);
    }
    for (size_t i = 0; i < alignment->match_count; i++) {
        const twt_match *match = &alignment->matches[i];
        for (uint32_t k = 0; k < match->count; k++) {
            map->to[0].data[match->a + k] = match->b + k;
            map->to[1].data[match->b + k] = match->a + k;
        }
    }
    return true;
}
