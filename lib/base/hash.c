/* The one file that includes xxHash. */
#include "base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

uint64_t twt_hash_bytes(const void *data, size_t len)
{
    return XXH3_64bits(data, len);
}

/* XXH3 goes different ways by these lengths, and the length of the next word is what a branch predictor can't foresee.
 * So tokens are parted by length first, without a branch, and each loop below knows its way. */
enum { BATCH = 256, TINY = 3, SMALL = 8, MIDDLE = 16 };

#if defined(__GNUC__)
#define ASSUME(claim) ((claim) ? (void)0 : __builtin_unreachable())
#else
#define ASSUME(claim) ((void)0)
#endif

static inline void hash_between(const char *norm, twt_token *tokens, const uint8_t *which, size_t count, size_t least,
                                size_t most)
{
    for (size_t i = 0; i < count; i++) {
        twt_token *token = &tokens[which[i]];
        size_t len = token->norm_len;
        ASSUME(len >= least && len <= most);
        token->hash = XXH3_64bits(norm + token->norm_begin, len);
    }
}

static void hash_batch(const char *norm, twt_token *tokens, size_t count)
{
    uint8_t tiny[BATCH], small[BATCH], middle[BATCH], large[BATCH];
    size_t tinies = 0, smalls = 0, middles = 0, larges = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t len = tokens[i].norm_len;
        tiny[tinies] = small[smalls] = middle[middles] = large[larges] = (uint8_t)i;
        tinies += len - 1 < TINY;
        smalls += len - TINY - 1 < SMALL - TINY;
        middles += len - SMALL - 1 < MIDDLE - SMALL;
        larges += len > MIDDLE || len == 0;
    }
    hash_between(norm, tokens, tiny, tinies, 1, TINY);
    hash_between(norm, tokens, small, smalls, TINY + 1, SMALL);
    hash_between(norm, tokens, middle, middles, SMALL + 1, MIDDLE);
    for (size_t i = 0; i < larges; i++)
        tokens[large[i]].hash = twt_hash_bytes(norm + tokens[large[i]].norm_begin, tokens[large[i]].norm_len);
}

void twt_hash_tokens(const char *norm, twt_token *tokens, size_t count)
{
    for (size_t i = 0; i < count; i += BATCH)
        hash_batch(norm, tokens + i, count - i < BATCH ? count - i : BATCH);
}

void twt_hash_bytes_128(const void *data, size_t len, uint64_t out[2])
{
    XXH128_hash_t hash = XXH3_128bits(data, len);
    out[0] = hash.low64;
    out[1] = hash.high64;
}
