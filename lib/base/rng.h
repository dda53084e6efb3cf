/* SplitMix64 (Steele, Lea, Flood 2014): a small generator with a fixed sequence for each seed. */
#ifndef TWT_BASE_RNG_H
#define TWT_BASE_RNG_H

#include <stdint.h>

#include "base/hash.h"

static inline uint64_t twt_rng_next(uint64_t *state)
{
    return twt_hash_mix(*state += 0x9e3779b97f4a7c15u);
}

#endif
