/* Eight tokens at once. */
#include <immintrin.h>

#include "candidate/feature_keys.h"
#include "candidate/kernel.h"

enum { LANES = 8 };

static inline __m512i constant(uint64_t x)
{
    return _mm512_set1_epi64((long long)x);
}

/* twt_hash_mix and twt_hash_combine (base/hash.h) of each lane */
static inline __m512i mix(__m512i x)
{
    x = _mm512_mullo_epi64(_mm512_xor_si512(x, _mm512_srli_epi64(x, 30)), constant(0xbf58476d1ce4e5b9u));
    x = _mm512_mullo_epi64(_mm512_xor_si512(x, _mm512_srli_epi64(x, 27)), constant(0x94d049bb133111ebu));
    return _mm512_xor_si512(x, _mm512_srli_epi64(x, 31));
}

static inline __m512i combine(__m512i first, __m512i second)
{
    return mix(_mm512_add_epi64(_mm512_mullo_epi64(first, constant(0x9e3779b97f4a7c15u)), second));
}

static inline void put_keys(uint64_t *keys, const uint64_t *hashes, size_t count)
{
    __m512i first = _mm512_loadu_si512(hashes), second = _mm512_loadu_si512(hashes + 1);
    __m512i third = _mm512_loadu_si512(hashes + 2), kinds = constant(TWT_FEATURE_KINDS);
    __m512i word = mix(_mm512_xor_si512(first, constant(0x776f7264)));
    __m512i bigram = combine(_mm512_xor_si512(first, constant(0x6269)), second);
    __m512i trigram = combine(combine(_mm512_xor_si512(first, constant(0x747269)), second), third);
    word = _mm512_or_si512(_mm512_andnot_si512(kinds, word), constant(TWT_FEATURE_WORD));
    bigram = _mm512_or_si512(_mm512_andnot_si512(kinds, bigram), constant(TWT_FEATURE_BIGRAM));
    _mm512_storeu_si512(keys, word);
    _mm512_storeu_si512(keys + count, bigram);
    _mm512_storeu_si512(keys + 2 * count, _mm512_andnot_si512(kinds, trigram));
}

void twt_keys_avx512(uint64_t *keys, const uint64_t *hashes, size_t count)
{
    size_t i = 0;
    for (; i + LANES <= count; i += LANES)
        put_keys(keys + i, hashes + i, count);
    for (; i < count; i++) {
        keys[i] = twt_key_of_word(hashes[i]);
        keys[count + i] = twt_key_of_bigram(hashes[i], hashes[i + 1]);
        keys[2 * count + i] = twt_key_of_trigram(hashes[i], hashes[i + 1], hashes[i + 2]);
    }
}
