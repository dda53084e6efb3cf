#include "base/slabs.h"

#include <stdalign.h>
#include <stdint.h>
#ifdef __linux__
#include <sys/mman.h>
#endif

/* A small scan touches little of many blocks: there large pages would be mostly nothing. */
enum { SIZE_MIN = 1 << 20, SIZE_LARGE_PAGES = 1 << 22, SIZE_MOST = 1 << 24, LARGE_PAGE = 1 << 21 };

/* Whole large pages behind from; without them all is as before. */
static unsigned char *ask_for_large_pages(unsigned char *from, size_t size)
{
    unsigned char *begin = from + (LARGE_PAGE - (uintptr_t)from % LARGE_PAGE) % LARGE_PAGE;
#ifdef MADV_HUGEPAGE
    madvise(begin, size, MADV_HUGEPAGE);
#else
    (void)size;
#endif
    return begin;
}

static void *add_slab(twt_slabs *slabs, size_t size)
{
    bool is_large = size >= SIZE_LARGE_PAGES;
    if (is_large)
        size = (size + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
    if (!twt_vec_reserve(&slabs->items, 1))
        return NULL;
    void *slab = twt_alloc_array(size + (is_large ? LARGE_PAGE : 0), 1);
    if (!slab)
        return NULL;
    slabs->items.data[slabs->items.count++] = slab;
    return is_large ? ask_for_large_pages(slab, size) : slab;
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
