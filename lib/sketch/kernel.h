/* The inner loops of the sketch, once for each instruction set; all give the same bits as the scalar one. */
#ifndef TWT_SKETCH_KERNEL_H
#define TWT_SKETCH_KERNEL_H

#include "twicetold/sketch.h"

/* minima[i] = min(minima[i], multipliers[i] * v + addends[i] mod 2^32) for each v of values and each i under slots,
 * a multiple of 16. No alignment is asked for. */
typedef void (*twt_kernel_lower)(const uint32_t *multipliers, const uint32_t *addends, size_t slots,
                                 const uint32_t *values, size_t count, uint32_t *minima);

void twt_kernel_lower_scalar(const uint32_t *multipliers, const uint32_t *addends, size_t slots, const uint32_t *values,
                             size_t count, uint32_t *minima);
void twt_kernel_lower_avx2(const uint32_t *multipliers, const uint32_t *addends, size_t slots, const uint32_t *values,
                           size_t count, uint32_t *minima);
void twt_kernel_lower_avx512(const uint32_t *multipliers, const uint32_t *addends, size_t slots, const uint32_t *values,
                             size_t count, uint32_t *minima);
void twt_kernel_lower_neon(const uint32_t *multipliers, const uint32_t *addends, size_t slots, const uint32_t *values,
                           size_t count, uint32_t *minima);

/* mixed[i] = the high half of twt_hash_mix(shingles[i]), for i under count. */
typedef void (*twt_kernel_mix)(const uint64_t *shingles, size_t count, uint32_t *mixed);

void twt_kernel_mix_scalar(const uint64_t *shingles, size_t count, uint32_t *mixed);
void twt_kernel_mix_avx512(const uint64_t *shingles, size_t count, uint32_t *mixed);

/* Turns TWT_KERNEL_AUTO into the fastest kernel of this CPU and gives its loop. NULL when this CPU or build lacks
 * *kernel. */
twt_kernel_lower twt_kernel_find(twt_kernel *kernel);

/* The mixing that goes with a kernel that was found. */
twt_kernel_mix twt_kernel_mix_of(twt_kernel kernel);

#endif
