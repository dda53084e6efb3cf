#include "base/alloc.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void *twt_realloc_array(void *block, size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes) || bytes > PTRDIFF_MAX)
        return NULL;
    return realloc(block, bytes ? bytes : 1);
}

void *twt_alloc_array(size_t count, size_t size)
{
    return twt_realloc_array(NULL, count, size);
}

void *twt_alloc_zeroed(size_t count, size_t size)
{
    return calloc(count ? count : 1, size ? size : 1);
}

void twt_free(void *block)
{
    free(block);
}

char *twt_copy_string(const char *text, size_t len)
{
    char *copy = twt_alloc_array(len + 1, 1);
    if (!copy)
        return NULL;
    if (len)
        memcpy(copy, text, len);
    copy[len] = '\0';
    return copy;
}
