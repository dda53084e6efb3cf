/* Bands over the sketches (Broder et al. 1997; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, section 3.4):
 * documents that agree on all rows of a band share a bucket. Buckets come from sorting, band by band.
 *
 * A bucket pairs everyone with everyone up to BUCKET_MAX members. In a larger one each member meets the first few by
 * rank and its neighbours in the order of the following band, so that likely copies stand side by side: linear when all
 * documents are alike. Pairs whose estimated Jaccard is not plausible met by chance or boilerplate and are dropped.
 */
#include "candidate/bands.h"

#include "base/hash.h"
#include "base/pool.h"
#include "base/prefetch.h"
#include "base/slots.h"
#include "base/sort.h"

enum { BUCKET_MAX = 64, FIRSTS = 4, NEIGHBOURS = 2, WAVE = 8, POSITION_BITS = 24, AHEAD = 16 };

typedef struct band_output {
    twt_u64s keys, scratch, pairs;
} band_output;

typedef struct band_search {
    const twt_sketches *sketches;
    uint32_t bands, rows;
    size_t equal_min, pages_min; /* equal slots */
    uint32_t first_band;         /* of this wave */
    band_output outputs[WAVE];
} band_search;

static const uint32_t *slots_at(const twt_sketches *sketches, size_t position)
{
    return sketches->slots + sketches->order[position] * sketches->slot_count;
}

static uint32_t position_of(uint64_t key)
{
    return (uint32_t)(key & ((1 << POSITION_BITS) - 1));
}

static const uint32_t *rows_at(const band_search *search, uint32_t band, size_t position)
{
    return slots_at(search->sketches, position) + (size_t)(band % search->bands) * search->rows;
}

/* 40 bits of the band's rows, then the position: ties fall in order of rank. */
static uint64_t band_key(const band_search *search, uint32_t band, uint32_t position)
{
    const uint32_t *slots = rows_at(search, band, position);
    uint64_t hash = 0;
    for (uint32_t r = 0; r < search->rows; r++)
        hash = twt_hash_combine(hash, slots[r]);
    return hash >> POSITION_BITS << POSITION_BITS | position;
}

/* Alike enough to be candidates, not to be told as pages. */
static bool share_furniture_alone(const band_search *search, uint32_t p, uint32_t q, size_t equal)
{
    const twt_sketches *s = search->sketches;
    if (!s->furniture || equal >= search->pages_min)
        return false;
    const uint64_t *of_p = twt_furniture_of(s->furniture, s->order[p]);
    const uint64_t *of_q = twt_furniture_of(s->furniture, s->order[q]);
    return twt_furniture_own_jaccard(of_p, of_q, slots_at(s, p), slots_at(s, q), s->slot_count) < TWT_OWN_JACCARD;
}

static bool add_if_plausible(const band_search *search, twt_u64s *pairs, uint32_t p, uint32_t q)
{
    const twt_sketches *s = search->sketches;
    if (p == q)
        return true;
    size_t equal = twt_slots_equal(slots_at(s, p), slots_at(s, q), s->slot_count);
    if (equal < search->equal_min || share_furniture_alone(search, p, q, equal))
        return true;
    return twt_vec_push(pairs, p < q ? twt_band_pair(p, q, equal) : twt_band_pair(q, p, equal));
}

static bool pair_all(const band_search *search, const uint64_t *members, size_t count, twt_u64s *pairs)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++)
            if (!add_if_plausible(search, pairs, position_of(members[i]), position_of(members[j])))
                return false;
    return true;
}

/* Reorders the members. */
static bool pair_some(const band_search *search, uint32_t band, uint64_t *members, uint64_t *scratch, size_t count,
                      twt_u64s *pairs)
{
    uint32_t firsts[FIRSTS];
    for (size_t f = 0; f < FIRSTS; f++)
        firsts[f] = position_of(members[f]);
    for (size_t i = 0; i < count; i++)
        members[i] = band_key(search, band + 1, position_of(members[i]));
    twt_sort_u64(members, scratch, count);
    for (size_t i = 0; i < count; i++) {
        uint32_t p = position_of(members[i]);
        for (size_t f = 0; f < FIRSTS; f++)
            if (firsts[f] < p && !add_if_plausible(search, pairs, firsts[f], p))
                return false;
        for (size_t j = i + 1; j < count && j <= i + NEIGHBOURS; j++)
            if (!add_if_plausible(search, pairs, p, position_of(members[j])))
                return false;
    }
    return true;
}

static twt_status search_band(const band_search *search, uint32_t band, band_output *out)
{
    size_t count = search->sketches->count;
    twt_vec_clear(&out->pairs);
    if (!twt_vec_reserve(&out->keys, count) || !twt_vec_reserve(&out->scratch, count))
        return TWT_ERROR_MEMORY;
    uint64_t *keys = out->keys.data;
    for (size_t p = 0; p < count; p++) {
        if (p + AHEAD < count) /* documents in the order of rank lie anywhere */
            twt_prefetch(rows_at(search, band, p + AHEAD));
        keys[p] = band_key(search, band, (uint32_t)p);
    }
    twt_sort_u64(keys, out->scratch.data, count);
    for (size_t begin = 0, end; begin < count; begin = end) {
        for (end = begin + 1; end < count && keys[end] >> POSITION_BITS == keys[begin] >> POSITION_BITS;)
            end++;
        size_t size = end - begin;
        bool is_done = size <= BUCKET_MAX ? pair_all(search, keys + begin, size, &out->pairs)
                                          : pair_some(search, band, keys + begin, out->scratch.data, size, &out->pairs);
        if (!is_done)
            return TWT_ERROR_MEMORY;
    }
    return TWT_OK;
}

static twt_status search_bands(void *context, size_t worker, size_t begin, size_t end)
{
    (void)worker;
    band_search *search = context;
    twt_status status = TWT_OK;
    for (size_t i = begin; status == TWT_OK && i < end; i++)
        status = search_band(search, search->first_band + (uint32_t)i, &search->outputs[i]);
    return status;
}

/* Joins a wave's pairs to those found before; a pair of near copies comes from most bands but is kept once. */
static twt_status gather(band_search *search, twt_u64s *pairs, twt_u64s *scratch)
{
    size_t found = 0;
    for (size_t i = 0; i < WAVE; i++)
        found += search->outputs[i].pairs.count;
    scratch->count = 0;
    if (!twt_vec_reserve(pairs, found) || !twt_vec_reserve(scratch, pairs->count + found))
        return TWT_ERROR_MEMORY;
    for (size_t i = 0; i < WAVE; i++) {
        const twt_u64s *of_band = &search->outputs[i].pairs;
        for (size_t j = 0; j < of_band->count; j++)
            pairs->data[pairs->count++] = of_band->data[j];
        twt_vec_clear(&search->outputs[i].pairs);
    }
    twt_sort_u64(pairs->data, scratch->data, pairs->count);
    pairs->count = twt_unique_u64(pairs->data, pairs->count);
    return TWT_OK;
}

twt_status twt_bands_find(const twt_candidate_options *options, const twt_sketches *sketches, size_t threads,
                          twt_u64s *pairs)
{
    size_t slot_count = sketches->slot_count;
    band_search search = {.sketches = sketches, .bands = options->bands, .rows = options->rows};
    search.equal_min = (size_t)(TWT_PLAUSIBLE_JACCARD * (double)slot_count + .999);
    search.pages_min = (size_t)(TWT_PAGES_JACCARD * (double)slot_count + .999);
    twt_u64s scratch = {0};
    twt_status status = TWT_OK;
    for (; status == TWT_OK && search.first_band < options->bands; search.first_band += WAVE) {
        uint32_t left = options->bands - search.first_band;
        status = twt_pool_run(threads, left < WAVE ? left : WAVE, 1, search_bands, &search);
        if (status == TWT_OK)
            status = gather(&search, pairs, &scratch);
    }
    for (size_t i = 0; i < WAVE; i++) {
        twt_vec_free(&search.outputs[i].keys);
        twt_vec_free(&search.outputs[i].scratch);
        twt_vec_free(&search.outputs[i].pairs);
    }
    twt_vec_free(&scratch);
    return status;
}
