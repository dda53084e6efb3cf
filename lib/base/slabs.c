#include "base/slabs.h"

#include <stdalign.h>

enum { SIZE_MIN = 1 << 20, SIZE_MOST = 1 << 24 };

static void *add_slab(twt_slabs *slabs, size_t size)
{
    if (!twt_vec_reserve(&slabs->items, 1))
        return NULL;
    void *slab = twt_alloc_array(size, 1);
    if (slab)
        slabs->items.data[slabs->items.count++] = slab;
    return slab;
}

static bool begin_slab(twt_slabs *slabs)
{
    size_t size = slabs->size < SIZE_MOST ? 2 * slabs->size : SIZE_MOST;
    if (size == 0)
        size = SIZE_MIN;
    unsigned char *slab = add_slab(slabs, size);
    if (!slab)
        return false;
    slabs->next = slab;
    slabs->left = slabs->size = size;
    return true;
}

void *twt_slabs_take(twt_slabs *slabs, size_t bytes)
{
    enum { UNIT = alignof(max_align_t) };
    if (bytes >= SIZE_MIN)
        return add_slab(slabs, bytes); /* by itself: what is left is not lost */
    bytes = (bytes + UNIT - 1) / UNIT * UNIT;
    if (slabs->left < bytes && !begin_slab(slabs))
        return NULL;
    void *block = slabs->next;
    slabs->next += bytes;
    slabs->left -= bytes;
    return block;
}

void twt_slabs_free(twt_slabs *slabs)
{
    for (size_t i = 0; i < slabs->items.count; i++)
        twt_free(slabs->items.data[i]);
    twt_vec_free(&slabs->items);
    *slabs = (twt_slabs){.left = 0};
}
