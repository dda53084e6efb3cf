/* Eight registers of minima, eight of multipliers and eight of addends: 128 slots stay in registers for the whole run.
 */
#include "sketch/kernel.h"

#include <immintrin.h>

enum { LANES = 16, WIDE = 8 };

/* groups is a constant wherever this is inlined, so that the arrays become registers. */
static inline __attribute__((always_inline)) void lower(size_t groups, const uint32_t *multipliers,
                                                        const uint32_t *addends, const uint32_t *values, size_t count,
                                                        uint32_t *minima)
{
    __m512i a[WIDE], b[WIDE], least[WIDE];
    for (size_t g = 0; g < groups; g++) {
        a[g] = _mm512_loadu_si512(multipliers + g * LANES);
        b[g] = _mm512_loadu_si512(addends + g * LANES);
        least[g] = _mm512_loadu_si512(minima + g * LANES);
    }
    for (size_t v = 0; v < count; v++) {
        __m512i value = _mm512_set1_epi32((int)values[v]);
        for (size_t g = 0; g < groups; g++)
            least[g] = _mm512_min_epu32(least[g], _mm512_add_epi32(_mm512_mullo_epi32(a[g], value), b[g]));
    }
    for (size_t g = 0; g < groups; g++)
        _mm512_storeu_si512(minima + g * LANES, least[g]);
}

void twt_kernel_lower_avx512(const uint32_t *multipliers, const uint32_t *addends, size_t slots, const uint32_t *values,
                             size_t count, uint32_t *minima)
{
    size_t i = 0;
    for (; i + WIDE * LANES <= slots; i += WIDE * LANES)
        lower(WIDE, multipliers + i, addends + i, values, count, minima + i);
    for (; i < slots; i += LANES)
        lower(1, multipliers + i, addends + i, values, count, minima + i);
}

/* As twt_hash_mix. */
static inline __m512i mix(__m512i x)
{
    x = _mm512_xor_si512(x, _mm512_srli_epi64(x, 30));
    x = _mm512_mullo_epi64(x, _mm512_set1_epi64((long long)0xbf58476d1ce4e5b9u));
    x = _mm512_xor_si512(x, _mm512_srli_epi64(x, 27));
    x = _mm512_mullo_epi64(x, _mm512_set1_epi64((long long)0x94d049bb133111ebu));
    return _mm512_xor_si512(x, _mm512_srli_epi64(x, 31));
}

void twt_kernel_mix_avx512(const uint64_t *shingles, size_t count, uint32_t *mixed)
{
    enum { AT_ONCE = 8 };
    size_t i = 0;
    for (; i + AT_ONCE <= count; i += AT_ONCE) {
        __m512i high = _mm512_srli_epi64(mix(_mm512_loadu_si512(shingles + i)), 32);
        _mm256_storeu_si256((__m256i *)(mixed + i), _mm512_cvtepi64_epi32(high));
    }
    twt_kernel_mix_scalar(shingles + i, count - i, mixed + i);
}
