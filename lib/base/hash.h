/* Hashes. Their values are part of the sketch format (lib/FORMAT.md): the same on every machine. */
#ifndef TWT_BASE_HASH_H
#define TWT_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/* XXH3 64 (Collet 2019) of len bytes, seed 0. */
uint64_t twt_hash_bytes(const void *data, size_t len);

/* XXH3 128 of len bytes, low half first. */
void twt_hash_bytes_128(const void *data, size_t len, uint64_t out[2]);

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
