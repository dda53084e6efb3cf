#include "text/utf8.h"

#include <string.h>

static size_t skip_ascii(const char *text, size_t at, size_t len)
{
    for (; at + 8 <= len; at += 8) {
        uint64_t word;
        memcpy(&word, text + at, sizeof word);
        if (word & UINT64_C(0x8080808080808080))
            break;
    }
    while (at < len && !(text[at] & 0x80))
        at++;
    return at;
}

/* Bytes of the well-formed sequence at from, of which left are there; 0 when it is malformed. The narrow ranges for the
 * second byte are those of the Unicode Standard, table 3-7: they leave out overlong forms and surrogates. */
static unsigned sequence_size(const unsigned char *from, size_t left)
{
    unsigned char low = 0x80, high = 0xbf;
    unsigned size;
    if (from[0] >= 0xc2 && from[0] <= 0xdf) {
        size = 2;
    } else if (from[0] >= 0xe0 && from[0] <= 0xef) {
        size = 3;
        low = from[0] == 0xe0 ? 0xa0 : low;
        high = from[0] == 0xed ? 0x9f : high;
    } else if (from[0] >= 0xf0 && from[0] <= 0xf4) {
        size = 4;
        low = from[0] == 0xf0 ? 0x90 : low;
        high = from[0] == 0xf4 ? 0x8f : high;
    } else {
        return 0;
    }
    if (left < size || from[1] < low || from[1] > high)
        return 0;
    for (unsigned i = 2; i < size; i++)
        if ((from[i] & 0xc0) != 0x80)
            return 0;
    return size;
}

size_t twt_utf8_check(const char *text, size_t len)
{
    size_t at = 0;
    for (;;) {
        at = skip_ascii(text, at, len);
        if (at == len)
            return len;
        unsigned size = sequence_size((const unsigned char *)text + at, len - at);
        if (size == 0)
            return at;
        at += size;
    }
}

unsigned twt_utf8_encode(uint32_t code, char out[4])
{
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xc0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3f));
        return 2;
    }
    if (code < 0x10000) {
        out[0] = (char)(0xe0 | code >> 12);
        out[1] = (char)(0x80 | (code >> 6 & 0x3f));
        out[2] = (char)(0x80 | (code & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | code >> 18);
    out[1] = (char)(0x80 | (code >> 12 & 0x3f));
    out[2] = (char)(0x80 | (code >> 6 & 0x3f));
    out[3] = (char)(0x80 | (code & 0x3f));
    return 4;
}

size_t twt_utf8_count(const char *text, size_t len)
{
    size_t count = 0;
    for (size_t i = 0; i < len; i++)
        count += (text[i] & 0xc0) != 0x80;
    return count;
}
