/* Sorting of evenly spread hashes without intrinsics. */
#ifndef TWT_TEXT_KERNEL_SORT_H
#define TWT_TEXT_KERNEL_SORT_H

#include <string.h>

#include "base/insertion.h"
#include "base/sort.h"
#include "text/kernel.h"

enum { CROWD = 64 }; /* in one bucket, where about one is expected */

/* Puts hashes into as many buckets as there are hashes, by their leading bits, in order of buckets; what is left to do
 * is local. False when a bucket is crowded: then nothing is in to. */
static inline bool scatter(uint64_t *to, const uint64_t *from, size_t count, uint32_t *starts)
{
    unsigned bits = 1;
    while (((size_t)1 << bits) < count)
        bits++;
    unsigned shift = 64 - bits;
    size_t buckets = (size_t)1 << bits;
    memset(starts, 0, buckets * sizeof *starts);
    for (size_t i = 0; i < count; i++)
        starts[from[i] >> shift]++;
    uint32_t sum = 0, crowd = 0;
    for (size_t i = 0; i < buckets; i++) {
        uint32_t here = starts[i];
        crowd = here > crowd ? here : crowd;
        starts[i] = sum;
        sum += here;
    }
    if (crowd > CROWD)
        return false;
    for (size_t i = 0; i < count; i++)
        to[starts[from[i] >> shift]++] = from[i];
    return true;
}

TWT_INSERTION_SORT(insertion_sort, uint64_t, TWT_ITSELF)

static inline bool sort(uint64_t *to, const uint64_t *hashes, size_t count, uint64_t *scratch, size_t *kept)
{
    if (!scatter(to, hashes, count, (uint32_t *)scratch))
        return false;
    insertion_sort(to, count);
    *kept = twt_unique_u64(to, count);
    return true;
}

#endif
