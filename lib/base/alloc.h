/* Memory: the one place where sizes are multiplied. */
#ifndef TWT_BASE_ALLOC_H
#define TWT_BASE_ALLOC_H

#include <stddef.h>

/* NULL when memory is short or count * size overflows; a count of 0 still gives a block to free. */
void *twt_alloc_array(size_t count, size_t size);
void *twt_alloc_zeroed(size_t count, size_t size);
void *twt_realloc_array(void *block, size_t count, size_t size);
void twt_free(void *block);

/* A NUL-terminated copy. */
char *twt_copy_string(const char *text, size_t len);

#endif
