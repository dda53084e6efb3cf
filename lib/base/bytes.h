/* A growable buffer of bytes. */
#ifndef TWT_BASE_BYTES_H
#define TWT_BASE_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct twt_bytes { /* zeroed: empty and valid */
    char *data;
    size_t count, cap;
} twt_bytes;

/* False when memory is short; the buffer is unchanged. */
bool twt_bytes_append(twt_bytes *bytes, const void *data, size_t len);
bool twt_bytes_append_string(twt_bytes *bytes, const char *text);
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
bool twt_bytes_append_format(twt_bytes *bytes, const char *format, ...);
void twt_bytes_free(twt_bytes *bytes);

#endif
