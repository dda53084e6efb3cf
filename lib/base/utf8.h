/* UTF-8: is it, and if not, where; one code point at a time. */
#ifndef TWT_BASE_UTF8_H
#define TWT_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TWT_UTF8_REPLACEMENT = 0xFFFD };

/* Neither the first byte of a code point nor the only one. */
static inline bool twt_utf8_is_inside(char byte)
{
    return ((unsigned char)byte & 0xc0) == 0x80;
}

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

/* The code point that begins at any bytes, len of them, one at least; returns its bytes. TWT_UTF8_REPLACEMENT and 1
 * where none does. */
size_t twt_utf8_read(const char *bytes, size_t len, uint32_t *code);

/* Writes up to 4 bytes; returns how many. */
unsigned twt_utf8_encode(uint32_t code, char out[4]);

/* How many code points len well-formed bytes hold. */
size_t twt_utf8_count(const char *text, size_t len);

/* Bytes of the well-formed sequence at p (Unicode table 3-7), of which left are there, one at least; 0 when there is
 * none, then *bad bytes belong together in the damage. */
size_t twt_utf8_sequence(const unsigned char *p, size_t left, size_t *bad);

/* The offset of the first byte of the first malformed sequence (overlong, surrogate, cut short, above U+10FFFF, stray
 * continuation); len when there is none. */
size_t twt_utf8_check(const char *text, size_t len);

#endif
