/* Which of a folder's files are wanted. */
#ifndef TWT_IO_READ_FILTER_H
#define TWT_IO_READ_FILTER_H

#include <stdbool.h>
#include <stddef.h>

typedef struct twt_filter { /* globs are borrowed */
    const char *const *include;
    size_t include_count;
    const char *const *exclude;
    size_t exclude_count;
} twt_filter;

/* path is relative to the argument. */
bool twt_filter_takes(const twt_filter *filter, const char *path);

/* False when no file in the folder can be wanted: it is hidden, or excluded with all it holds. */
bool twt_filter_enters(const twt_filter *filter, const char *path);

#endif
