/* Growable arrays of one type. A zeroed vec is empty and valid.
 *
 *     TWT_VEC(uint32_t) numbers = {0};
 *     if (twt_vec_push(&numbers, 7)) ...   false when memory is short; the vec is unchanged
 *     twt_vec_free(&numbers);
 */
#ifndef TWT_BASE_VEC_H
#define TWT_BASE_VEC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TWT_VEC(type)                                                                                                  \
    struct {                                                                                                           \
        type *data;                                                                                                    \
        size_t count, cap;                                                                                             \
    }

/* Room for at least need elements of size bytes; false when memory is short. */
bool twt_vec_grow(void **data, size_t *cap, size_t need, size_t size);

/* Room for extra more elements. */
#define twt_vec_reserve(vec, extra)                                                                                    \
    (twt_vec_grow((void **)&(vec)->data, &(vec)->cap, (vec)->count + (extra), sizeof *(vec)->data))

#define twt_vec_push(vec, value)                                                                                       \
    (((vec)->count < (vec)->cap || twt_vec_reserve(vec, 1)) && (((vec)->data[(vec)->count++] = (value)), true))

#define twt_vec_clear(vec) ((void)((vec)->count = 0))
#define twt_vec_free(vec) (twt_free((vec)->data), (vec)->data = NULL, (vec)->count = (vec)->cap = 0)

/* need elements of no particular value; false when memory is short. */
#define twt_vec_resize(vec, need) (twt_vec_clear(vec), twt_vec_reserve(vec, need) && (((vec)->count = (need)), true))

#include "base/alloc.h"

typedef TWT_VEC(uint64_t) twt_u64s;

#endif
