#include "text/shingle.h"

#include <string.h>

#include "base/bytes.h"
#include "base/hash.h"
#include "base/sort.h"

enum {
    MANY = 1 << 16, /* shingles; above, buckets miss the cache */
    CROWD = 64      /* in one bucket, where about one is expected */
};

static uint64_t shingle_at(const twt_token *tokens, size_t k)
{
    uint64_t hash = tokens[0].hash;
    for (size_t i = 1; i < k; i++)
        hash = twt_hash_combine(hash, tokens[i].hash);
    return hash;
}

/* Puts hashes into as many buckets as there are hashes, by their leading bits, in order of buckets; what is left to do
 * is local. False when a bucket is crowded: then nothing is in to. */
static bool scatter(uint64_t *to, const uint64_t *from, size_t count, uint32_t *starts)
{
    unsigned bits = 1;
    while (((size_t)1 << bits) < count)
        bits++;
    unsigned shift = 64 - bits;
    size_t buckets = (size_t)1 << bits;
    memset(starts, 0, buckets * sizeof *starts);
    for (size_t i = 0; i < count; i++)
        starts[from[i] >> shift]++;
    uint32_t sum = 0, crowd = 0;
    for (size_t i = 0; i < buckets; i++) {
        uint32_t here = starts[i];
        crowd = here > crowd ? here : crowd;
        starts[i] = sum;
        sum += here;
    }
    if (crowd > CROWD)
        return false;
    for (size_t i = 0; i < count; i++)
        to[starts[from[i] >> shift]++] = from[i];
    return true;
}

static void insertion_sort(uint64_t *hashes, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        uint64_t hash = hashes[i];
        size_t j = i;
        for (; j > 0 && hashes[j - 1] > hash; j--)
            hashes[j] = hashes[j - 1];
        hashes[j] = hash;
    }
}

/* Hashes are spread evenly, which a general sort does not know. Texts of hostile or repeated shingles go to that. */
static void sort_into(uint64_t *set, const uint64_t *shingles, size_t count, uint64_t *scratch)
{
    if (count <= MANY && scatter(set, shingles, count, (uint32_t *)scratch)) {
        insertion_sort(set, count);
        return;
    }
    memcpy(set, shingles, count * sizeof *set);
    twt_sort_u64(set, scratch, count);
}

twt_status twt_shingles_of(const twt_token *tokens, size_t count, uint32_t k, twt_hashes *by_position, twt_hashes *set,
                           twt_hashes *scratch)
{
    twt_vec_clear(by_position);
    twt_vec_clear(set);
    twt_vec_clear(scratch);
    if (count == 0)
        return TWT_OK;
    size_t width = count < k ? count : k, shingles = count - width + 1;
    if (!twt_vec_reserve(by_position, shingles) || !twt_vec_reserve(set, shingles) ||
        !twt_vec_reserve(scratch, shingles + 1))
        return TWT_ERROR_MEMORY;
    for (size_t i = 0; i < shingles; i++)
        by_position->data[i] = shingle_at(tokens + i, width);
    sort_into(set->data, by_position->data, shingles, scratch->data);
    by_position->count = shingles;
    set->count = twt_unique_u64(set->data, shingles);
    return TWT_OK;
}

twt_status twt_content_hash(const twt_token *tokens, size_t count, twt_hashes *scratch, uint64_t out[2])
{
    twt_vec_clear(scratch);
    if (!twt_vec_reserve(scratch, count))
        return TWT_ERROR_MEMORY;
    for (size_t i = 0; i < count; i++)
        twt_store_le64(&scratch->data[i], tokens[i].hash);
    twt_hash_bytes_128(scratch->data, count * sizeof *scratch->data, out);
    return TWT_OK;
}
