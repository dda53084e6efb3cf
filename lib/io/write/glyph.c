/* Decoding and display width of code points. */
#include "io/write/glyph.h"

#include "io/write/glyph_ranges.h"

static size_t decode_malformed(uint32_t *out)
{
    *out = 0xFFFD;
    return 1;
}

size_t twt_glyph_decode(const char *bytes, size_t len, uint32_t *out)
{
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char *at = (const unsigned char *)bytes;
    if (at[0] < 0x80) {
        *out = at[0];
        return 1;
    }
    size_t need = at[0] >= 0xF0 ? 4 : at[0] >= 0xE0 ? 3 : 2;
    if (at[0] < 0xC2 || at[0] > 0xF4 || need > len)
        return decode_malformed(out);
    uint32_t code_point = at[0] & (0x7Fu >> need);
    for (size_t i = 1; i < need; i++) {
        if ((at[i] & 0xC0) != 0x80)
            return decode_malformed(out);
        code_point = code_point << 6 | (at[i] & 0x3Fu);
    }
    bool is_surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (code_point < smallest[need] || code_point > 0x10FFFF || is_surrogate)
        return decode_malformed(out);
    *out = code_point;
    return need;
}

static bool is_among(const glyph_range *ranges, size_t count, uint32_t code_point)
{
    size_t begin = 0, end = count;
    while (begin < end) {
        size_t middle = begin + (end - begin) / 2;
        if (code_point > ranges[middle].last)
            begin = middle + 1;
        else
            end = middle;
    }
    return begin < count && code_point >= ranges[begin].first;
}

unsigned twt_glyph_width(uint32_t code_point)
{
    if (code_point < 0x300)
        return 1;
    if (is_among(zero_columns, sizeof zero_columns / sizeof *zero_columns, code_point))
        return 0;
    return is_among(two_columns, sizeof two_columns / sizeof *two_columns, code_point) ? 2 : 1;
}

bool twt_glyph_is_unsafe(uint32_t code_point)
{
    return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) ||
           (code_point >= 0x2028 && code_point <= 0x202E) || (code_point >= 0x2066 && code_point <= 0x2069);
}

size_t twt_glyph_columns(const char *bytes, size_t len)
{
    size_t columns = 0;
    for (size_t at = 0; at < len;) {
        uint32_t code_point;
        at += twt_glyph_decode(bytes + at, len - at, &code_point);
        columns += twt_glyph_width(code_point);
    }
    return columns;
}
