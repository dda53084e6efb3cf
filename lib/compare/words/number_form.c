#include "compare/words/number_form.h"

#include <stdint.h>
#include <string.h>

/* Code points of the digit nought in scripts that news is written in. */
static const uint32_t noughts[] = {0x0030, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66,
                                   0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x17E0};

/* A code point of two or three bytes, else the byte itself. */
static uint32_t point_at(const unsigned char *bytes, size_t len, size_t *used)
{
    *used = 1;
    if (len >= 2 && bytes[0] >= 0xC2 && bytes[0] < 0xE0) {
        *used = 2;
        return (bytes[0] & 0x1Fu) << 6 | (bytes[1] & 0x3Fu);
    }
    if (len >= 3 && bytes[0] >= 0xE0 && bytes[0] < 0xF0) {
        *used = 3;
        return (bytes[0] & 0x0Fu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
    }
    return bytes[0];
}

static int digit_of(uint32_t point)
{
    for (size_t i = 0; i < sizeof noughts / sizeof *noughts; i++)
        if (point >= noughts[i] && point < noughts[i] + 10)
            return (int)(point - noughts[i]);
    return -1;
}

static bool is_separator(uint32_t point)
{
    return point == '.' || point == ',' || point == '\'' || point == 0x2019 || point == 0x66B || point == 0x66C;
}

/* Drops the points that only part thousands: three digits follow each of them. One alone, 1.500, is taken for such. */
static void join_thousands(twt_number *number)
{
    size_t kept = 0, group = 0;
    for (size_t i = number->count; i > 0; i--) {
        if (number->digits[i - 1] != '.') {
            group++;
            continue;
        }
        if (group != 3)
            return;
        group = 0;
    }
    for (size_t i = 0; i < number->count; i++)
        if (number->digits[i] != '.')
            number->digits[kept++] = number->digits[i];
    number->count = kept;
}

void twt_number_read(const char *norm, size_t len, twt_number *out)
{
    out->count = 0;
    for (size_t at = 0, used; at < len && out->count < TWT_NUMBER_MAX; at += used) {
        uint32_t point = point_at((const unsigned char *)norm + at, len - at, &used);
        int digit = digit_of(point);
        if (digit >= 0)
            out->digits[out->count++] = (char)('0' + digit);
        else if (is_separator(point) && out->count > 0 && out->digits[out->count - 1] != '.')
            out->digits[out->count++] = '.';
    }
    while (out->count > 0 && out->digits[out->count - 1] == '.')
        out->count--;
    join_thousands(out);
}

void twt_number_trim(twt_number *number)
{
    size_t leading = 0;
    while (leading + 1 < number->count && number->digits[leading] == '0' && number->digits[leading + 1] != '.')
        leading++;
    number->count -= leading;
    memmove(number->digits, number->digits + leading, number->count);
}

bool twt_number_scale(twt_number *number, uint64_t power)
{
    for (; power >= 10; power /= 10) {
        char *point = memchr(number->digits, '.', number->count), *end = number->digits + number->count;
        if (point == NULL) {
            if (number->count == TWT_NUMBER_MAX)
                return false;
            number->digits[number->count++] = '0';
        } else if (point + 2 == end) {
            point[0] = point[1];
            number->count--;
        } else {
            point[0] = point[1];
            point[1] = '.';
        }
    }
    twt_number_trim(number);
    return number->count > 0;
}

bool twt_number_may_begin(const twt_number *tens, const twt_number *number)
{
    return tens->count == 2 && number->count == 2 && tens->digits[0] == number->digits[0] && tens->digits[1] == '0';
}

bool twt_number_equal(const twt_number *a, const twt_number *b)
{
    return a->count == b->count && memcmp(a->digits, b->digits, a->count) == 0;
}

bool twt_number_is_figure(const twt_analysis *text, const twt_token *token)
{
    if (!(token->flags & TWT_TOKEN_NUMBER))
        return false;
    for (uint32_t i = 0; i < token->norm_len; i++) {
        char byte = text->norm[token->norm_begin + i];
        if (byte >= 'a' && byte <= 'z')
            return false;
    }
    return true;
}
