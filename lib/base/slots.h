/* What the stages know of a sketch's slots. */
#ifndef TWT_BASE_SLOTS_H
#define TWT_BASE_SLOTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whether the sketch is that of a text without shingles. */
static inline bool twt_slots_are_empty(const uint32_t *slots, size_t count)
{
    size_t i = 0;
    while (i < count && slots[i] == UINT32_MAX)
        i++;
    return i == count;
}

/* How many slots are equal. */
static inline size_t twt_slots_equal(const uint32_t *a, const uint32_t *b, size_t count)
{
    uint32_t equal = 0;
    for (size_t i = 0; i < count; i++)
        equal += a[i] == b[i];
    return equal;
}

#endif
