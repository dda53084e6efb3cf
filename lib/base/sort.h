/* Least-significant-digit radix sort, 8 bits a pass; passes whose digit never varies are skipped. Stable. */
#ifndef TWT_BASE_SORT_H
#define TWT_BASE_SORT_H

#include <stddef.h>
#include <stdint.h>

/* Sorts ascending; scratch has room for count. The result is in keys. */
void twt_sort_u64(uint64_t *keys, uint64_t *scratch, size_t count);

/* The same, faster, for keys whose leading bits are spread evenly, as a hash's are; linear for any others, too. All bits
 * above the lowest bits are equal (64: none need be). */
void twt_sort_spread_u64(uint64_t *keys, uint64_t *scratch, size_t count, unsigned bits);

/* Stable; copies keys by the digit of bits (0 to 11) at shift into their parts of to; ends, 1 << bits of them, are where
 * the parts end. */
void twt_spread_u64(const uint64_t *keys, uint64_t *to, size_t count, unsigned shift, unsigned bits, size_t *ends);

typedef struct twt_keyed { /* sorted by key; value rides along */
    uint64_t key, value;
} twt_keyed;

void twt_sort_keyed(twt_keyed *items, twt_keyed *scratch, size_t count);

/* The C library's sort, for few items or odd keys; no items at all (NULL too) are sorted. The order must be total: the
 * result for equal items is the C library's own. */
void twt_sort_items(void *items, size_t count, size_t size, int (*compare)(const void *, const void *));

/* Removes repeats from ascending keys; returns how many are left. */
size_t twt_unique_u64(uint64_t *keys, size_t count);

#endif
