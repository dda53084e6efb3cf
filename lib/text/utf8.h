/* UTF-8, one code point at a time. */
#ifndef TWT_TEXT_UTF8_H
#define TWT_TEXT_UTF8_H

#include <stddef.h>
#include <stdint.h>

#include "base/utf8.h"

/* The code point that begins at a well-formed text; *size gets its bytes. */
static inline uint32_t twt_utf8_decode(const char *text, unsigned *size)
{
    const unsigned char *at = (const unsigned char *)text;
    if (at[0] < 0x80) {
        *size = 1;
        return at[0];
    }
    if (at[0] < 0xe0) {
        *size = 2;
        return (at[0] & 0x1fu) << 6 | (at[1] & 0x3fu);
    }
    if (at[0] < 0xf0) {
        *size = 3;
        return (at[0] & 0x0fu) << 12 | (at[1] & 0x3fu) << 6 | (at[2] & 0x3fu);
    }
    *size = 4;
    return (at[0] & 0x07u) << 18 | (at[1] & 0x3fu) << 12 | (at[2] & 0x3fu) << 6 | (at[3] & 0x3fu);
}

/* Writes up to 4 bytes; returns how many. */
unsigned twt_utf8_encode(uint32_t code, char out[4]);

/* How many code points len well-formed bytes hold. */
size_t twt_utf8_count(const char *text, size_t len);

#endif
