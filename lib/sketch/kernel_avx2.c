/* Sixteen registers hold the minima, multipliers and addends of 32 slots; the values are read once for each 32 slots.
 */
#include "sketch/kernel.h"

#include <immintrin.h>

enum { LANES = 8, WIDE = 4, NARROW = 2 };

static inline __m256i load(const uint32_t *from)
{
    return _mm256_loadu_si256((const __m256i *)from);
}

/* groups is a constant wherever this is inlined, so that the arrays become registers. */
static inline __attribute__((always_inline)) void lower(size_t groups, const uint32_t *multipliers,
                                                        const uint32_t *addends, const uint32_t *values, size_t count,
                                                        uint32_t *minima)
{
    __m256i a[WIDE], b[WIDE], least[WIDE];
    for (size_t g = 0; g < groups; g++) {
        a[g] = load(multipliers + g * LANES);
        b[g] = load(addends + g * LANES);
        least[g] = load(minima + g * LANES);
    }
    for (size_t v = 0; v < count; v++) {
        __m256i value = _mm256_set1_epi32((int)values[v]);
        for (size_t g = 0; g < groups; g++)
            least[g] = _mm256_min_epu32(least[g], _mm256_add_epi32(_mm256_mullo_epi32(a[g], value), b[g]));
    }
    for (size_t g = 0; g < groups; g++)
        _mm256_storeu_si256((__m256i *)(minima + g * LANES), least[g]);
}

void twt_kernel_lower_avx2(const uint32_t *multipliers, const uint32_t *addends, size_t slots, const uint32_t *values,
                           size_t count, uint32_t *minima)
{
    size_t i = 0;
    for (; i + WIDE * LANES <= slots; i += WIDE * LANES)
        lower(WIDE, multipliers + i, addends + i, values, count, minima + i);
    for (; i < slots; i += NARROW * LANES)
        lower(NARROW, multipliers + i, addends + i, values, count, minima + i);
}
