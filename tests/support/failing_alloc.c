#include "support/failing_alloc.h"

#include <stdatomic.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);

static atomic_size_t left; /* 0: not armed */
static atomic_bool was_refused;

static bool is_refused(void)
{
    size_t now = atomic_load(&left);
    if (now == 0)
        return false;
    if (now > 1) {
        atomic_store(&left, now - 1);
        return false;
    }
    atomic_store(&was_refused, true);
    return true;
}

void failing_alloc_arm(size_t n)
{
    atomic_store(&was_refused, false);
    atomic_store(&left, n);
}

bool failing_alloc_disarm(void)
{
    atomic_store(&left, 0);
    return atomic_load(&was_refused);
}

void *__wrap_malloc(size_t size)
{
    return is_refused() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return is_refused() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *block, size_t size)
{
    return is_refused() ? NULL : __real_realloc(block, size);
}
