#include "base/keyed.h"

bool twt_keyed_list_sort(twt_keyed_list *items)
{
    size_t count = items->count;
    if (!twt_vec_reserve(items, count))
        return false;
    twt_sort_keyed(items->data, items->data + count, count);
    return true;
}

size_t twt_keyed_list_end(const twt_keyed_list *items, size_t begin)
{
    size_t end = begin;
    while (end < items->count && items->data[end].key == items->data[begin].key)
        end++;
    return end;
}
