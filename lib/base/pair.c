#include "base/pair.h"

#include <stdbool.h>
#include <string.h>

const void *twt_pair_find(const void *items, size_t count, size_t size, uint32_t a, uint32_t b)
{
    const char *first = items;
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        uint32_t pair[2];
        memcpy(pair, first + middle * size, sizeof pair);
        if (pair[0] == a && pair[1] == b)
            return first + middle * size;
        bool is_before = pair[0] != a ? pair[0] < a : pair[1] < b;
        low = is_before ? middle + 1 : low;
        high = is_before ? high : middle;
    }
    return NULL;
}
