/* Is it UTF-8, and if not, where? */
#ifndef TWT_BASE_UTF8_H
#define TWT_BASE_UTF8_H

#include <stddef.h>

/* Bytes of the well-formed sequence at p (Unicode table 3-7), of which left are there, one at least; 0 when there is
 * none, then *bad bytes belong together in the damage. */
size_t twt_utf8_sequence(const unsigned char *p, size_t left, size_t *bad);

/* The offset of the first byte of the first malformed sequence (overlong, surrogate, cut short, above U+10FFFF, stray
 * continuation); len when there is none. */
size_t twt_utf8_check(const char *text, size_t len);

#endif
