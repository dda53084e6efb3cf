#include "base/bytes.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/vec.h"

bool twt_bytes_append(twt_bytes *bytes, const void *data, size_t len)
{
    if (!twt_vec_reserve(bytes, len))
        return false;
    if (len)
        memcpy(bytes->data + bytes->count, data, len);
    bytes->count += len;
    return true;
}

bool twt_bytes_append_string(twt_bytes *bytes, const char *text)
{
    return twt_bytes_append(bytes, text, strlen(text));
}

bool twt_bytes_append_format(twt_bytes *bytes, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int len = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (len < 0 || !twt_vec_reserve(bytes, (size_t)len + 1))
        return false;
    va_start(arguments, format);
    vsnprintf(bytes->data + bytes->count, (size_t)len + 1, format, arguments);
    va_end(arguments);
    bytes->count += (size_t)len;
    return true;
}

void twt_bytes_free(twt_bytes *bytes)
{
    twt_vec_free(bytes);
}
