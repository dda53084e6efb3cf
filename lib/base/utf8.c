#include "base/utf8.h"

#include <stdint.h>
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
