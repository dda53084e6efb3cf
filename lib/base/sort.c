#include "base/sort.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/insertion.h"

enum { DIGITS = 8, BUCKETS = 256, SMALL = 48 };
enum { SPREAD_BITS = 11, SPREAD_MANY = 1 << 14 }; /* keys in the cache's nearest level */

static bool is_constant(const size_t counts[BUCKETS], size_t count, unsigned digit)
{
    return counts[digit] == count;
}

static void offsets_of(const size_t counts[BUCKETS], size_t offsets[BUCKETS])
{
    size_t sum = 0;
    for (int i = 0; i < BUCKETS; i++) {
        offsets[i] = sum;
        sum += counts[i];
    }
}

TWT_INSERTION_SORT(insertion_sort_u64, uint64_t, TWT_ITSELF)

void twt_sort_u64(uint64_t *keys, uint64_t *scratch, size_t count)
{
    if (count <= SMALL) {
        insertion_sort_u64(keys, count);
        return;
    }
    size_t counts[DIGITS][BUCKETS] = {{0}};
    for (size_t i = 0; i < count; i++)
        for (int d = 0; d < DIGITS; d++)
            counts[d][keys[i] >> (8 * d) & 255]++;
    uint64_t *from = keys, *to = scratch;
    for (int d = 0; d < DIGITS; d++) {
        if (is_constant(counts[d], count, from[0] >> (8 * d) & 255))
            continue;
        size_t offsets[BUCKETS];
        offsets_of(counts[d], offsets);
        for (size_t i = 0; i < count; i++)
            to[offsets[from[i] >> (8 * d) & 255]++] = from[i];
        uint64_t *swap = from;
        from = to;
        to = swap;
    }
    if (from != keys)
        memcpy(keys, from, count * sizeof *keys);
}

/* Bits of a digit that leaves a few keys a bucket; of many keys, no more than write buffers can follow. */
static unsigned spread_bits(size_t count)
{
    unsigned bits = 1;
    while (bits < SPREAD_BITS && (size_t)4 << bits <= count)
        bits++;
    return count > SPREAD_MANY ? 8 : bits;
}

void twt_spread_u64(const uint64_t *keys, uint64_t *to, size_t count, unsigned shift, unsigned bits, size_t *ends)
{
    size_t mask = ((size_t)1 << bits) - 1, sum = 0;
    shift &= 63; /* no bits at 64: all keys are one part */
    memset(ends, 0, (mask + 1) * sizeof *ends);
    for (size_t i = 0; i < count; i++)
        ends[keys[i] >> shift & mask]++;
    for (size_t d = 0; d <= mask; d++) {
        size_t here = ends[d];
        ends[d] = sum;
        sum += here;
    }
    for (size_t i = 0; i < count; i++)
        to[ends[keys[i] >> shift & mask]++] = keys[i];
}

/* Hashes spread evenly over the parts; where one part holds much of all, these are none, and a plain sort follows. */
static void sort_spread(uint64_t *keys, uint64_t *scratch, size_t count, unsigned left)
{
    size_t ends[1 << SPREAD_BITS];
    unsigned bits = spread_bits(count);
    if (left < bits) {
        twt_sort_u64(keys, scratch, count);
        return;
    }
    twt_spread_u64(keys, scratch, count, left - bits, bits, ends);
    memcpy(keys, scratch, count * sizeof *keys);
    for (size_t d = 0, begin = 0; d < (size_t)1 << bits; begin = ends[d++]) {
        size_t size = ends[d] - begin;
        if (size <= SMALL)
            insertion_sort_u64(keys + begin, size);
        else if (count > SPREAD_MANY && size < count / 8)
            sort_spread(keys + begin, scratch + begin, size, left - bits);
        else
            twt_sort_u64(keys + begin, scratch + begin, size);
    }
}

void twt_sort_spread_u64(uint64_t *keys, uint64_t *scratch, size_t count, unsigned bits)
{
    if (count <= SMALL)
        insertion_sort_u64(keys, count);
    else
        sort_spread(keys, scratch, count, bits);
}

#define KEY_OF(item) ((item).key)

TWT_INSERTION_SORT(insertion_sort_keyed, twt_keyed, KEY_OF)

void twt_sort_keyed(twt_keyed *items, twt_keyed *scratch, size_t count)
{
    if (count <= SMALL) {
        insertion_sort_keyed(items, count);
        return;
    }
    size_t counts[DIGITS][BUCKETS] = {{0}};
    for (size_t i = 0; i < count; i++)
        for (int d = 0; d < DIGITS; d++)
            counts[d][items[i].key >> (8 * d) & 255]++;
    twt_keyed *from = items, *to = scratch;
    for (int d = 0; d < DIGITS; d++) {
        if (is_constant(counts[d], count, from[0].key >> (8 * d) & 255))
            continue;
        size_t offsets[BUCKETS];
        offsets_of(counts[d], offsets);
        for (size_t i = 0; i < count; i++)
            to[offsets[from[i].key >> (8 * d) & 255]++] = from[i];
        twt_keyed *swap = from;
        from = to;
        to = swap;
    }
    if (from != items)
        memcpy(items, from, count * sizeof *items);
}

void twt_sort_items(void *items, size_t count, size_t size, int (*compare)(const void *, const void *))
{
    if (count > 1)
        qsort(items, count, size, compare);
}

size_t twt_unique_u64(uint64_t *keys, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || keys[kept - 1] != keys[i])
            keys[kept++] = keys[i];
    return kept;
}
