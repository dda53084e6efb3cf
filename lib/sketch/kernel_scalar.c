/* The definition that the other kernels must equal. Some slots at a time, which a compiler keeps in registers; images are
 * compared as signed numbers, since that is what every instruction set for several at once can do: with half of 2^32 added
 * to each, their order is that of the unsigned ones. */
#include "sketch/kernel.h"

#include "base/hash.h"

enum { SLOTS = 8 };

#define HALF 0x80000000u

static void lower(const uint32_t *multipliers, const uint32_t *addends, const uint32_t *values, size_t count,
                  uint32_t *minima)
{
    uint32_t a[SLOTS], b[SLOTS];
    int32_t least[SLOTS];
    for (size_t i = 0; i < SLOTS; i++) {
        a[i] = multipliers[i];
        b[i] = addends[i] ^ HALF;
        least[i] = (int32_t)(minima[i] ^ HALF);
    }
    for (size_t v = 0; v < count; v++)
        for (size_t i = 0; i < SLOTS; i++) {
            int32_t image = (int32_t)(a[i] * values[v] + b[i]);
            least[i] = image < least[i] ? image : least[i];
        }
    for (size_t i = 0; i < SLOTS; i++)
        minima[i] = (uint32_t)least[i] ^ HALF;
}

void twt_kernel_lower_scalar(const uint32_t *multipliers, const uint32_t *addends, size_t slots, const uint32_t *values,
                             size_t count, uint32_t *minima)
{
    for (size_t i = 0; i < slots; i += SLOTS)
        lower(multipliers + i, addends + i, values, count, minima + i);
}

void twt_kernel_mix_scalar(const uint64_t *shingles, size_t count, uint32_t *mixed)
{
    for (size_t i = 0; i < count; i++)
        mixed[i] = (uint32_t)(twt_hash_mix(shingles[i]) >> 32);
}
