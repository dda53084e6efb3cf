/* Bits of a mask, and the powers of two that tables take. */
#ifndef TWT_BASE_BITS_H
#define TWT_BASE_BITS_H

#include <stddef.h>
#include <stdint.h>

/* Position of the lowest bit; bits is not 0. */
static inline unsigned twt_bits_first(uint64_t bits)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_ctzll(bits);
#else
    unsigned at = 0;
    for (; !(bits & 1); bits >>= 1)
        at++;
    return at;
#endif
}

/* Position of the highest bit; bits is not 0. */
static inline unsigned twt_bits_last(uint64_t bits)
{
#if defined(__GNUC__)
    return 63u - (unsigned)__builtin_clzll(bits);
#else
    unsigned at = 63;
    for (; !(bits >> 63); bits <<= 1)
        at--;
    return at;
#endif
}

static inline unsigned twt_bits_count(uint64_t bits)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_popcountll(bits);
#else
    unsigned count = 0;
    for (; bits; bits &= bits - 1)
        count++;
    return count;
#endif
}

/* Slots of a hash table for so many entries: a power of two, 64 at least, and half of them stay free. */
static inline size_t twt_table_slots(size_t entries)
{
    size_t slots = 64;
    while (slots < 2 * entries)
        slots *= 2;
    return slots;
}

#endif
