/* Sorting of few items, ascending and stable: one shape for any type.
 *
 *     TWT_INSERTION_SORT(sort_numbers, uint32_t, TWT_ITSELF)    defines static void sort_numbers(uint32_t *items, size_t count)
 *
 * key_of(item) is what items are compared by. */
#ifndef TWT_BASE_INSERTION_H
#define TWT_BASE_INSERTION_H

#include <stddef.h>

#define TWT_ITSELF(item) (item)

#define TWT_INSERTION_SORT(name, type, key_of)                                                                         \
    static inline void name(type *items, size_t count)                                                                 \
    {                                                                                                                  \
        for (size_t i = 1; i < count; i++) {                                                                           \
            type item = items[i];                                                                                      \
            size_t j = i;                                                                                              \
            for (; j > 0 && key_of(items[j - 1]) > key_of(item); j--)                                                  \
                items[j] = items[j - 1];                                                                               \
            items[j] = item;                                                                                           \
        }                                                                                                              \
    }

#endif
