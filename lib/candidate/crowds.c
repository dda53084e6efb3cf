/* Documents that are joined, one after the other, by pairs that the sketches call like. A set of more than
 * TWT_CROWD_MIN is a crowd, and its hub stands for its largest family. */
#include "candidate/crowds.h"

#include "base/alloc.h"
#include "candidate/bands.h"
#include "candidate/circles.h"
#include "candidate/families.h"
#include "candidate/sets.h"

static void join_like(uint32_t *parents, const twt_families *families, const twt_u64s *band_pairs, size_t slot_count)
{
    for (uint32_t p = 0; p < families->begins[families->count]; p++)
        parents[p] = families->members[families->begins[families->family_of[p]]];
    for (size_t i = 0; i < band_pairs->count; i++)
        if (twt_band_pair_is_like(band_pairs->data[i], slot_count))
            twt_sets_join(parents, twt_band_pair_earlier(band_pairs->data[i]),
                          twt_band_pair_later(band_pairs->data[i]));
}

/* By root: how many hang on it, and the first of its largest families. */
static void choose_hubs(uint32_t *parents, const twt_families *families, uint32_t *sizes, uint32_t *hubs)
{
    for (uint32_t f = 0; f < families->count; f++) {
        uint32_t representative = families->members[families->begins[f]], root = twt_sets_root(parents, representative);
        size_t size = twt_family_size(families, f);
        bool is_larger = !sizes[root] || size > twt_family_size(families, families->family_of[hubs[root]]);
        hubs[root] = is_larger ? representative : hubs[root];
        sizes[root] += (uint32_t)size;
    }
}

twt_status twt_crowds_find(const twt_families *families, const twt_u64s *band_pairs, size_t slot_count,
                           uint32_t **hub_of)
{
    size_t positions = families->begins[families->count];
    uint32_t *parents = twt_alloc_array(positions, sizeof *parents);
    uint32_t *sizes = twt_alloc_zeroed(positions, sizeof *sizes), *hubs = twt_alloc_array(positions, sizeof *hubs);
    *hub_of = twt_alloc_array(positions, sizeof **hub_of);
    twt_status status = parents && sizes && hubs && *hub_of ? TWT_OK : TWT_ERROR_MEMORY;
    if (status == TWT_OK) {
        join_like(parents, families, band_pairs, slot_count);
        choose_hubs(parents, families, sizes, hubs);
        for (uint32_t p = 0; p < positions; p++) {
            uint32_t root = twt_sets_root(parents, p);
            (*hub_of)[p] = sizes[root] > TWT_CROWD_MIN ? hubs[root] : TWT_NO_HUB;
        }
    }
    twt_free(parents);
    twt_free(sizes);
    twt_free(hubs);
    return status;
}
