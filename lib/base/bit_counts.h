/* 64 counters at once, their bits across as many machine words (vertical counters): what adds one to some of the 64
 * costs a few operations for all of them. */
#ifndef TWT_BASE_BIT_COUNTS_H
#define TWT_BASE_BIT_COUNTS_H

#include <stdint.h>

enum {
    TWT_BIT_PLANES = 6,
    TWT_BIT_COUNT_MAX = (1 << TWT_BIT_PLANES) - 1 /* a counter goes no further */
};

typedef struct twt_bit_counts { /* zeroed: each is 0; the lowest bits are in the first plane */
    uint64_t planes[TWT_BIT_PLANES];
} twt_bit_counts;

/* Adds one to the counters whose bit is set. */
static inline void twt_bit_counts_add(twt_bit_counts *counts, uint64_t bits)
{
    for (int plane = 0; plane < TWT_BIT_PLANES; plane++) {
        uint64_t carry = counts->planes[plane] & bits;
        counts->planes[plane] ^= bits;
        bits = carry;
    }
}

/* A bit for each counter that has reached least, which is TWT_BIT_COUNT_MAX at most. */
static inline uint64_t twt_bit_counts_reach(const twt_bit_counts *counts, unsigned least)
{
    uint64_t above = 0, equal = UINT64_MAX;
    for (int plane = TWT_BIT_PLANES - 1; plane >= 0; plane--) {
        uint64_t bits = counts->planes[plane], asked = least >> plane & 1 ? UINT64_MAX : 0;
        above |= equal & bits & ~asked;
        equal &= ~(bits ^ asked);
    }
    return above | equal;
}

static inline unsigned twt_bit_counts_at(const twt_bit_counts *counts, unsigned at)
{
    unsigned count = 0;
    for (unsigned plane = 0; plane < TWT_BIT_PLANES; plane++)
        count |= (unsigned)(counts->planes[plane] >> at & 1) << plane;
    return count;
}

#endif
