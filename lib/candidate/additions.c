#include "candidate/additions.h"

#include "base/pair.h"
#include "candidate/bands.h"
#include "candidate/nearest.h"
#include "candidate/rare_rule.h"

enum { OF_FAMILY = 64 }; /* a text edited by thousands stays one family to the rare features */

#define ADDS_NOTHING .95 /* estimated Jaccard, from here on */

static bool adds(const twt_families *families, uint64_t pair, size_t slot_count)
{
    uint32_t family = families->family_of[twt_band_pair_later(pair)];
    bool is_to_representative = families->members[families->begins[family]] == twt_band_pair_earlier(pair);
    return is_to_representative && twt_band_pair_equal(pair) < ADDS_NOTHING * (double)slot_count;
}

twt_status twt_additions_choose(twt_additions *additions, const twt_families *families, const twt_u64s *band_pairs,
                                size_t slot_count)
{
    if (families->count <= TWT_SMALL_FAMILIES)
        return TWT_OK;
    uint32_t *counts = twt_alloc_zeroed(families->count, sizeof *counts);
    bool is_done = counts != NULL;
    for (size_t i = 0; is_done && i < band_pairs->count; i++) {
        uint32_t position = twt_band_pair_later(band_pairs->data[i]), family = families->family_of[position];
        if (adds(families, band_pairs->data[i], slot_count) && counts[family]++ < OF_FAMILY)
            is_done = twt_vec_push(&additions->positions, position) && twt_vec_push(&additions->families, family);
    }
    twt_free(counts);
    return is_done ? TWT_OK : TWT_ERROR_MEMORY;
}

void twt_additions_free(twt_additions *additions)
{
    twt_vec_free(&additions->positions);
    twt_vec_free(&additions->families);
}

/* ---- pairs ------------------------------------------------------------------------------------------------ */

static uint32_t family_of(const twt_additions *additions, const twt_families *families, uint32_t owner)
{
    return owner < families->count ? owner : additions->families.data[owner - families->count];
}

static uint32_t position_of(const twt_additions *additions, const twt_families *families, uint32_t owner)
{
    return owner < families->count ? families->members[families->begins[owner]]
                                   : additions->positions.data[owner - families->count];
}

static bool are_candidates(const twt_rare_pairs *rare_pairs, uint32_t family, uint32_t other)
{
    uint32_t a = family < other ? family : other, b = family < other ? other : family;
    const twt_rare_pair *found = twt_pair_find(rare_pairs->data, rare_pairs->count, sizeof *rare_pairs->data, a, b);
    return found && found->channels;
}

void twt_additions_keep(const twt_additions *additions, const twt_families *families, const twt_rare_pairs *rare_pairs,
                        twt_rare_pairs *pairs)
{
    size_t kept = 0;
    for (size_t i = 0; i < pairs->count; i++) {
        twt_rare_pair pair = pairs->data[i];
        uint32_t family = family_of(additions, families, pair.a), other = family_of(additions, families, pair.b);
        if (family == other || !twt_pair_is_heavy(&pair, families->count) || are_candidates(rare_pairs, family, other))
            continue;
        pair.a = position_of(additions, families, pair.a);
        pair.b = position_of(additions, families, pair.b);
        pair.channels = TWT_CHANNEL_ADDED;
        pairs->data[kept++] = pair;
    }
    pairs->count = kept;
}
