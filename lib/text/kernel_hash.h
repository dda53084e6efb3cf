/* Eight words hashed at once: XXH3 (Collet 2019) of up to sixteen bytes, seed 0, by its three formulas side by side.
 * For AVX-512. */
#ifndef TWT_TEXT_KERNEL_HASH_H
#define TWT_TEXT_KERNEL_HASH_H

#include <immintrin.h>

#include "base/hash.h"

enum { HASHED = 8, HASHED_BYTES = 16 }; /* words, and bytes of the longest of them */

static inline __m512i constant(uint64_t x)
{
    return _mm512_set1_epi64((long long)x);
}

/* x ^ x >> by */
#define FOLD_RIGHT(x, by) _mm512_xor_si512(x, _mm512_srli_epi64(x, by))

/* What XXH3 mixes its default secret down to, for each formula. */
static const uint64_t flip_tiny = 0x87275a9b, flip_small = 0xc73ab174c5ecd5a2, flip_low = 0x6782737bea4239b9,
                      flip_high = 0xaf56bc3b0996523a;

/* 1 to 3 bytes: the first, the middle and the last one. */
static inline __m512i hash_tiny(__m512i bytes, __m512i len)
{
    const __m512i byte = constant(0xff);
    __m512i last = _mm512_slli_epi64(_mm512_sub_epi64(len, constant(1)), 3);
    __m512i middle = _mm512_slli_epi64(_mm512_srli_epi64(len, 1), 3);
    __m512i x = _mm512_and_si512(_mm512_srlv_epi64(bytes, last), byte);
    x = _mm512_or_si512(x, _mm512_slli_epi64(len, 8));
    x = _mm512_or_si512(x, _mm512_slli_epi64(_mm512_and_si512(bytes, byte), 16));
    x = _mm512_or_si512(x, _mm512_slli_epi64(_mm512_and_si512(_mm512_srlv_epi64(bytes, middle), byte), 24));
    x = _mm512_xor_si512(x, constant(flip_tiny));
    x = _mm512_mullo_epi64(FOLD_RIGHT(x, 33), constant(0xc2b2ae3d27d4eb4f));
    x = _mm512_mullo_epi64(FOLD_RIGHT(x, 29), constant(0x165667b19e3779f9));
    return FOLD_RIGHT(x, 32);
}

/* 4 to 8 bytes: the first four and the last four. */
static inline __m512i hash_small(__m512i bytes, __m512i len)
{
    __m512i last = _mm512_slli_epi64(_mm512_sub_epi64(len, constant(4)), 3);
    __m512i behind = _mm512_and_si512(_mm512_srlv_epi64(bytes, last), constant(UINT32_MAX));
    __m512i x = _mm512_xor_si512(_mm512_or_si512(behind, _mm512_slli_epi64(bytes, 32)), constant(flip_small));
    x = _mm512_ternarylogic_epi64(x, _mm512_rol_epi64(x, 49), _mm512_rol_epi64(x, 24), 0x96); /* exclusive or */
    x = _mm512_mullo_epi64(x, constant(0x9fb21c651e98df25));
    x = _mm512_xor_si512(x, _mm512_add_epi64(_mm512_srli_epi64(x, 35), len));
    x = _mm512_mullo_epi64(x, constant(0x9fb21c651e98df25));
    return FOLD_RIGHT(x, 28);
}

/* The halves of the product of 128 bits, one upon the other. */
static inline __m512i fold_product(__m512i a, __m512i b)
{
    const __m512i low = constant(UINT32_MAX);
    __m512i above_a = _mm512_srli_epi64(a, 32), above_b = _mm512_srli_epi64(b, 32);
    __m512i low_low = _mm512_mul_epu32(a, b), high_low = _mm512_mul_epu32(above_a, b);
    __m512i low_high = _mm512_mul_epu32(a, above_b), high_high = _mm512_mul_epu32(above_a, above_b);
    __m512i across = _mm512_add_epi64(_mm512_srli_epi64(low_low, 32), _mm512_and_si512(high_low, low));
    across = _mm512_add_epi64(across, low_high);
    __m512i high = _mm512_add_epi64(_mm512_srli_epi64(high_low, 32), _mm512_srli_epi64(across, 32));
    high = _mm512_add_epi64(high, high_high);
    return _mm512_xor_si512(high, _mm512_or_si512(_mm512_slli_epi64(across, 32), _mm512_and_si512(low_low, low)));
}

/* 9 to 16 bytes: the first eight and the last eight. */
static inline __m512i hash_middle(__m512i first, __m512i last, __m512i len)
{
    const __m512i swap = _mm512_broadcast_i32x4(_mm_set_epi8(8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
    __m512i low = _mm512_xor_si512(first, constant(flip_low)), high = _mm512_xor_si512(last, constant(flip_high));
    __m512i x = _mm512_add_epi64(len, _mm512_add_epi64(_mm512_shuffle_epi8(low, swap), high));
    x = _mm512_add_epi64(x, fold_product(low, high));
    x = _mm512_mullo_epi64(FOLD_RIGHT(x, 37), constant(0x165667919e3779f9));
    return FOLD_RIGHT(x, 32);
}

static inline __m512i four_of(__m128i a, __m128i b, __m128i c, __m128i d)
{
    __m512i four = _mm512_inserti32x4(_mm512_castsi128_si512(a), b, 1);
    return _mm512_inserti32x4(_mm512_inserti32x4(four, c, 2), d, 3);
}

/* Sixteen bytes of the first word, the third and so on. Loads and inserts are cheaper than a gather. */
static inline __m512i every_other(const char *norm, const twt_token *tokens)
{
    __m128i words[4];
    for (size_t i = 0; i < 4; i++)
        words[i] = _mm_loadu_si128((const __m128i *)(norm + tokens[2 * i].norm_begin));
    return four_of(words[0], words[1], words[2], words[3]);
}

/* The last eight bytes of words of nine to sixteen. */
static inline __m512i last_eight(__m512i first, __m512i second, __m512i len)
{
    __m512i beyond = _mm512_slli_epi64(_mm512_sub_epi64(len, constant(8)), 3);
    return _mm512_or_si512(_mm512_srlv_epi64(first, beyond),
                           _mm512_sllv_epi64(second, _mm512_sub_epi64(constant(64), beyond)));
}

static inline __m512i hash_words(__m512i first, __m512i second, __m512i len)
{
    __mmask8 is_small = _mm512_cmpgt_epu64_mask(len, constant(3)),
             is_middle = _mm512_cmpgt_epu64_mask(len, constant(8));
    __m512i hashes = _mm512_mask_mov_epi64(hash_tiny(first, len), is_small, hash_small(first, len));
    if (!is_middle)
        return hashes;
    return _mm512_mask_mov_epi64(hashes, is_middle, hash_middle(first, last_eight(first, second, len), len));
}

/* A token is three numbers of 64 bits: its hash, its range, and norm_begin, norm_len and flags. */
_Static_assert(sizeof(twt_token) == 24 && offsetof(twt_token, hash) == 0 && offsetof(twt_token, norm_begin) == 16 &&
                   offsetof(twt_token, norm_len) == 20,
               "kernel_hash.h takes tokens apart");

static inline void hash_eight(const char *norm, twt_token *tokens, uint64_t *hashes)
{
    const __m512i third = _mm512_set_epi64(0, 0, 0, 14, 11, 8, 5, 2), rest = _mm512_set_epi64(15, 12, 9, 4, 3, 2, 1, 0);
    __m512i a = _mm512_loadu_si512(tokens), b = _mm512_loadu_si512((uint64_t *)tokens + 8);
    __m512i c = _mm512_loadu_si512((uint64_t *)tokens + 16);
    __m512i places = _mm512_permutex2var_epi64(_mm512_permutex2var_epi64(a, third, b), rest, c);
    __m512i len = _mm512_and_si512(_mm512_srli_epi64(places, 32), constant(UINT16_MAX));
    __m512i even = every_other(norm, tokens), odd = every_other(norm, tokens + 1);
    __m512i found = hash_words(_mm512_unpacklo_epi64(even, odd), _mm512_unpackhi_epi64(even, odd), len);
    __mmask8 is_long = _mm512_cmpgt_epu64_mask(len, constant(HASHED_BYTES)) | _mm512_testn_epi64_mask(len, len);
    _mm512_storeu_si512(hashes, found);
    for (unsigned left = is_long; left; left &= left - 1) {
        const twt_token *token = &tokens[_tzcnt_u32(left)];
        hashes[_tzcnt_u32(left)] = twt_hash_bytes(norm + token->norm_begin, token->norm_len);
    }
    for (size_t i = 0; i < HASHED; i++)
        tokens[i].hash = hashes[i];
}

#endif
