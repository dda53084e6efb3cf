/* Edges without intrinsics. */
#ifndef TWT_TEXT_KERNEL_EDGES_H
#define TWT_TEXT_KERNEL_EDGES_H

#include "base/bits.h"
#include "text/kernel.h"

/* Some offsets at a time whether they are there or not: no branch to be mistaken about. */
static inline uint16_t *write_edges(uint16_t *to, uint64_t bits, size_t base)
{
    enum { ROUND = 8 };
    unsigned count = twt_bits_count(bits);
    for (unsigned begin = 0; begin < count; begin += ROUND)
        for (unsigned i = 0; i < ROUND; i++) {
            to[begin + i] = (uint16_t)(base + (bits ? twt_bits_first(bits) : 0));
            bits &= bits - 1;
        }
    return to + count;
}

#endif
