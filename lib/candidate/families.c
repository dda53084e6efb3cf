/* Families of copies: greedy stars in ascending (rank, document) order. A document joins the representative that it
 * resembles most, of those that stand before it, or becomes a representative itself. Members need not resemble each
 * other. */
#include "candidate/families.h"

#include "candidate/bands.h"

/* The best representative among the earlier partners of a position, or the position itself. */
static uint32_t choose(const uint64_t *partners, size_t count, const uint32_t *star_of, uint32_t position,
                       uint32_t equal_min)
{
    uint32_t best = position, best_equal = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t earlier = twt_band_pair_earlier(partners[i]), equal = twt_band_pair_equal(partners[i]);
        bool is_representative = star_of[earlier] == earlier;
        if (is_representative && equal >= equal_min && equal > best_equal) {
            best = earlier;
            best_equal = equal;
        }
    }
    return best;
}

/* star_of[position] becomes the position of its representative. */
static void choose_stars(const twt_u64s *pairs, size_t positions, uint32_t equal_min, uint32_t *star_of)
{
    size_t begin = 0;
    for (uint32_t p = 0; p < positions; p++) {
        size_t end = begin;
        while (end < pairs->count && twt_band_pair_later(pairs->data[end]) == p)
            end++;
        star_of[p] = choose(pairs->data + begin, end - begin, star_of, p, equal_min);
        begin = end;
    }
}

/* In place: representatives stand before their members, so their entry is a number already when a member needs it. */
static size_t number_families(uint32_t *family_of, size_t positions)
{
    uint32_t count = 0;
    for (uint32_t p = 0; p < positions; p++)
        family_of[p] = family_of[p] == p ? count++ : family_of[family_of[p]];
    return count;
}

static void list_members(twt_families *families, size_t positions)
{
    uint32_t *begins = families->begins;
    for (size_t p = 0; p < positions; p++)
        begins[families->family_of[p] + 1]++;
    for (size_t f = 0; f < families->count; f++)
        begins[f + 1] += begins[f];
    for (size_t p = 0; p < positions; p++)
        families->members[begins[families->family_of[p]]++] = (uint32_t)p;
    for (size_t f = families->count; f > 0; f--) /* the beginnings have moved to the ends */
        begins[f] = begins[f - 1];
    begins[0] = 0;
}

twt_status twt_families_build(twt_families *families, const twt_u64s *band_pairs, size_t positions, uint32_t equal_min)
{
    *families = (twt_families){0};
    families->family_of = twt_alloc_array(positions, sizeof *families->family_of);
    families->members = twt_alloc_array(positions, sizeof *families->members);
    if (!families->family_of || !families->members)
        return TWT_ERROR_MEMORY;
    choose_stars(band_pairs, positions, equal_min, families->family_of);
    families->count = number_families(families->family_of, positions);
    families->begins = twt_alloc_zeroed(families->count + 1, sizeof *families->begins);
    if (!families->begins)
        return TWT_ERROR_MEMORY;
    list_members(families, positions);
    return TWT_OK;
}

void twt_families_free(twt_families *families)
{
    twt_free(families->family_of);
    twt_free(families->members);
    twt_free(families->begins);
    *families = (twt_families){0};
}
