/* Hashes. Their values are part of the sketch format (lib/FORMAT.md): the same on every machine. */
#ifndef TWT_BASE_HASH_H
#define TWT_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#include "twicetold/types.h"

/* XXH3 64 (Collet 2019) of len bytes, seed 0. */
uint64_t twt_hash_bytes(const void *data, size_t len);

/* hash = twt_hash_bytes of its normalised bytes, for each of count tokens; faster than one by one. */
void twt_hash_tokens(const char *norm, twt_token *tokens, size_t count);

/* XXH3 128 of len bytes, low half first. */
void twt_hash_bytes_128(const void *data, size_t len, uint64_t out[2]);

/* A number that is little-endian in memory, so that hashes of numbers are the same on every machine. */
static inline uint64_t twt_little_endian64(uint64_t x)
{
    const union {
        uint8_t bytes[8];
        uint64_t number;
    } order = {.bytes = {1}};
    if (order.number == 1)
        return x;
    uint64_t swapped = 0;
    for (int i = 0; i < 8; i++)
        swapped |= (x >> (8 * i) & 255) << (56 - 8 * i);
    return swapped;
}

/* A bijection that mixes well: the finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
static inline uint64_t twt_hash_mix(uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

/* Depends on order. */
static inline uint64_t twt_hash_combine(uint64_t first, uint64_t second)
{
    return twt_hash_mix(first * 0x9e3779b97f4a7c15u + second);
}

#endif
