#include "base/utf8.h"

#include <string.h>

#define HIGH_BITS 0x8080808080808080u

size_t twt_utf8_sequence(const unsigned char *p, size_t left, size_t *bad)
{
    unsigned char low = 0x80, high = 0xbf;
    size_t more;
    *bad = 1;
    if (*p < 0x80) {
        return 1;
    } else if (*p >= 0xc2 && *p <= 0xdf) {
        more = 1;
    } else if ((*p & 0xf0) == 0xe0) {
        more = 2;
        low = *p == 0xe0 ? 0xa0 : 0x80;
        high = *p == 0xed ? 0x9f : 0xbf;
    } else if (*p >= 0xf0 && *p <= 0xf4) {
        more = 3;
        low = *p == 0xf0 ? 0x90 : 0x80;
        high = *p == 0xf4 ? 0x8f : 0xbf;
    } else {
        return 0;
    }
    for (size_t i = 1; i <= more; i++) {
        if (i >= left || p[i] < low || p[i] > high) {
            *bad = i;
            return 0;
        }
        low = 0x80;
        high = 0xbf;
    }
    return more + 1;
}

size_t twt_utf8_check(const char *text, size_t len)
{
    const unsigned char *p = (const unsigned char *)text;
    size_t i = 0, bad;
    while (i < len) {
        uint64_t eight;
        while (len - i >= 8 && (memcpy(&eight, p + i, 8), !(eight & HIGH_BITS)))
            i += 8;
        if (i == len)
            break;
        size_t step = twt_utf8_sequence(p + i, len - i, &bad);
        if (!step)
            return i;
        i += step;
    }
    return len;
}

size_t twt_utf8_read(const char *bytes, size_t len, uint32_t *code)
{
    size_t bad, size = twt_utf8_sequence((const unsigned char *)bytes, len, &bad);
    unsigned same;
    *code = size ? twt_utf8_decode(bytes, &same) : TWT_UTF8_REPLACEMENT;
    return size ? size : 1;
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
        count += !twt_utf8_is_inside(text[i]);
    return count;
}
