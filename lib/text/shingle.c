#include "text/shingle.h"

#include <string.h>

#include "base/bytes.h"
#include "base/hash.h"
#include "base/sort.h"

static uint64_t shingle_at(const twt_token *tokens, size_t k)
{
    uint64_t hash = tokens[0].hash;
    for (size_t i = 1; i < k; i++)
        hash = twt_hash_combine(hash, tokens[i].hash);
    return hash;
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
        !twt_vec_reserve(scratch, shingles))
        return TWT_ERROR_MEMORY;
    for (size_t i = 0; i < shingles; i++)
        by_position->data[i] = shingle_at(tokens + i, width);
    memcpy(set->data, by_position->data, shingles * sizeof *set->data);
    twt_sort_u64(set->data, scratch->data, shingles);
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
