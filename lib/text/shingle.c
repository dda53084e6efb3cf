#include "text/shingle.h"

#include <string.h>

#include "base/hash.h"
#include "base/sort.h"

enum { MANY = 1 << 16 }; /* shingles; above, buckets miss the cache */

/* Hashes are spread evenly, which a general sort does not know. Texts of hostile or repeated shingles go to that. */
static size_t sort_into(uint64_t *set, const uint64_t *shingles, size_t count, uint64_t *scratch,
                        const twt_text_kernel *kernel)
{
    size_t kept;
    if (count <= MANY && kernel->sort(set, shingles, count, scratch, &kept))
        return kept;
    memcpy(set, shingles, count * sizeof *set);
    twt_sort_u64(set, scratch, count);
    return twt_unique_u64(set, count);
}

twt_status twt_shingles_of(const uint64_t *hashes, size_t count, uint32_t k, twt_hashes *by_position,
                           const twt_text_kernel *kernel)
{
    twt_vec_clear(by_position);
    if (count == 0)
        return TWT_OK;
    size_t width = count < k ? count : k, shingles = count - width + 1;
    if (!twt_vec_reserve(by_position, shingles))
        return TWT_ERROR_MEMORY;
    kernel->combine(by_position->data, hashes, shingles, width);
    by_position->count = shingles;
    return TWT_OK;
}

twt_status twt_shingle_set_of(const twt_hashes *shingles, twt_hashes *set, twt_hashes *scratch,
                              const twt_text_kernel *kernel)
{
    size_t count = shingles->count;
    twt_vec_clear(set);
    twt_vec_clear(scratch);
    if (count == 0)
        return TWT_OK;
    if (!twt_vec_reserve(set, count + TWT_SORT_BEYOND) ||
        !twt_vec_reserve(scratch, count <= MANY ? TWT_SORT_SCRATCH(count) : count))
        return TWT_ERROR_MEMORY;
    set->count = sort_into(set->data, shingles->data, count, scratch->data, kernel);
    return TWT_OK;
}

twt_status twt_content_hash(const uint64_t *hashes, size_t count, twt_hashes *scratch, uint64_t out[2])
{
    if (twt_little_endian64(1) != 1) {
        twt_vec_clear(scratch);
        if (!twt_vec_reserve(scratch, count))
            return TWT_ERROR_MEMORY;
        for (size_t i = 0; i < count; i++)
            scratch->data[i] = twt_little_endian64(hashes[i]);
        hashes = scratch->data;
    }
    twt_hash_bytes_128(hashes, count * sizeof *hashes, out);
    return TWT_OK;
}
