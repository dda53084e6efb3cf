#include "io/write/glyph.h"

#include "base/utf8.h"
#include "io/write/glyph_ranges.h"

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
        at += twt_utf8_read(bytes + at, len - at, &code_point);
        columns += twt_glyph_width(code_point);
    }
    return columns;
}
