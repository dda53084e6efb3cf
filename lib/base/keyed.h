/* Lists of keyed items. */
#ifndef TWT_BASE_KEYED_H
#define TWT_BASE_KEYED_H

#include "base/sort.h"
#include "base/vec.h"

typedef TWT_VEC(twt_keyed) twt_keyed_list;

/* Ascending by key, with as much scratch behind the items; false when memory is short. */
bool twt_keyed_list_sort(twt_keyed_list *items);

/* The end of the items from begin on that have the key of the first of them. */
size_t twt_keyed_list_end(const twt_keyed_list *items, size_t begin);

#endif
