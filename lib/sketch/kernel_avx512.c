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
