/* The definition that the other kernels must equal. */
#include "sketch/kernel.h"

#include "base/hash.h"

void twt_kernel_lower_scalar(const uint32_t *multipliers, const uint32_t *addends, size_t slots, const uint32_t *values,
                             size_t count, uint32_t *minima)
{
    for (size_t v = 0; v < count; v++)
        for (size_t i = 0; i < slots; i++) {
            uint32_t image = multipliers[i] * values[v] + addends[i];
            if (image < minima[i])
                minima[i] = image;
        }
}

void twt_kernel_mix_scalar(const uint64_t *shingles, size_t count, uint32_t *mixed)
{
    for (size_t i = 0; i < count; i++)
        mixed[i] = (uint32_t)(twt_hash_mix(shingles[i]) >> 32);
}
