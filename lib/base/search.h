/* Ascending numbers, searched by halving. */
#ifndef TWT_BASE_SEARCH_H
#define TWT_BASE_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The first position in [begin, end) whose key is not under this one; end when there is none. */
static inline size_t twt_search(const uint64_t *keys, size_t begin, size_t end, uint64_t key)
{
    while (begin < end) {
        size_t middle = begin + (end - begin) / 2;
        if (keys[middle] < key)
            begin = middle + 1;
        else
            end = middle;
    }
    return begin;
}

/* Whether the key is among count ascending ones. */
static inline bool twt_search_holds(const uint64_t *keys, size_t count, uint64_t key)
{
    size_t at = twt_search(keys, 0, count, key);
    return at < count && keys[at] == key;
}

#endif
