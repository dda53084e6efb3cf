/* Marks are overwritten, not cut, so that offsets stay true. */
#ifndef TWT_IO_READ_BLANK_H
#define TWT_IO_READ_BLANK_H

#include <stdbool.h>
#include <stddef.h>

/* Blanks the bytes [begin, end), line ends excepted. */
static inline void twt_blank(char *text, size_t begin, size_t end)
{
    for (; begin < end; begin++)
        if (text[begin] != '\n' && text[begin] != '\r')
            text[begin] = ' ';
}

static inline bool twt_is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static inline bool twt_is_space(char c)
{
    return twt_is_blank(c) || c == '\n' || c == '\f' || c == '\v';
}

static inline bool twt_is_all_space(const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (!twt_is_space(text[i]))
            return false;
    return true;
}

#endif
