/* 16 slots at a time: four registers each of minima, multipliers and addends. */
#include "sketch/kernel.h"

#include <arm_neon.h>

enum { LANES = 4, GROUPS = 4 };

static void lower(const uint32_t *multipliers, const uint32_t *addends, const uint32_t *values, size_t count,
                  uint32_t *minima)
{
    uint32x4_t a[GROUPS], b[GROUPS], least[GROUPS];
    for (size_t g = 0; g < GROUPS; g++) {
        a[g] = vld1q_u32(multipliers + g * LANES);
        b[g] = vld1q_u32(addends + g * LANES);
        least[g] = vld1q_u32(minima + g * LANES);
    }
    for (size_t v = 0; v < count; v++) {
        uint32x4_t value = vdupq_n_u32(values[v]);
        for (size_t g = 0; g < GROUPS; g++)
            least[g] = vminq_u32(least[g], vmlaq_u32(b[g], a[g], value));
    }
    for (size_t g = 0; g < GROUPS; g++)
        vst1q_u32(minima + g * LANES, least[g]);
}

void twt_kernel_lower_neon(const uint32_t *multipliers, const uint32_t *addends, size_t slots, const uint32_t *values,
                           size_t count, uint32_t *minima)
{
    for (size_t i = 0; i < slots; i += GROUPS * LANES)
        lower(multipliers + i, addends + i, values, count, minima + i);
}
