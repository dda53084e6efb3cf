/* What every form puts its bytes with. */
#include "io/write/put.h"

#include <math.h>
#include <string.h>

#include "io/write/writer.h"

void twt_put(twt_writer *writer, const char *bytes, size_t len)
{
    if (!writer->is_short && !twt_bytes_append(&writer->buffer, bytes, len))
        writer->is_short = true;
}

void twt_put_string(twt_writer *writer, const char *text)
{
    twt_put(writer, text, strlen(text));
}

void twt_put_number(twt_writer *writer, uint64_t number)
{
    char digits[TWT_NUMBER_MAX];
    twt_put(writer, digits, twt_format_number(digits, number));
}

void twt_put_fixed(twt_writer *writer, double number, unsigned decimals)
{
    char digits[TWT_NUMBER_MAX];
    twt_put(writer, digits, twt_format_fixed(digits, number, decimals));
}

void twt_put_signed(twt_writer *writer, double number, unsigned decimals)
{
    char digits[TWT_NUMBER_MAX];
    twt_put(writer, digits, twt_format_signed(digits, number, decimals));
}

size_t twt_format_number(char digits[TWT_NUMBER_MAX], uint64_t number)
{
    size_t len = 1, at;
    for (uint64_t rest = number; rest >= 10; rest /= 10)
        len++;
    for (at = len; at > 0; number /= 10)
        digits[--at] = (char)('0' + number % 10);
    return len;
}

size_t twt_format_fixed(char digits[TWT_NUMBER_MAX], double number, unsigned decimals)
{
    uint64_t scale = 1;
    for (unsigned i = 0; i < decimals; i++)
        scale *= 10;
    /* One multiplication and a library rounding: nothing that a compiler could fuse and round otherwise. */
    double units = number * (double)scale;
    uint64_t whole = units > 0 ? (uint64_t)llround(units < 9e18 ? units : 9e18) : 0;
    size_t len = twt_format_number(digits, whole / scale);
    if (decimals == 0)
        return len;
    digits[len] = '.';
    for (unsigned i = decimals; i > 0; i--) {
        digits[len + i] = (char)('0' + whole % 10);
        whole /= 10;
    }
    return len + 1 + decimals;
}

size_t twt_format_signed(char digits[TWT_NUMBER_MAX], double number, unsigned decimals)
{
    size_t len = twt_format_fixed(digits, fabs(number), decimals);
    bool is_zero = true;
    for (size_t i = 0; i < len; i++)
        is_zero = is_zero && (digits[i] == '0' || digits[i] == '.');
    if (number >= 0 || is_zero)
        return len;
    memmove(digits + 1, digits, len);
    digits[0] = '-';
    return len + 1;
}

size_t twt_unsafe_form(uint32_t code_point, char form[TWT_UNSAFE_FORM_MAX])
{
    static const char digits[] = "0123456789abcdef";
    size_t digit_count = code_point < 0x100 ? 2 : 4;
    if (code_point == 0xFFFD) {
        memcpy(form, "\xEF\xBF\xBD", 3);
        return 3;
    }
    form[0] = '\\';
    form[1] = digit_count == 2 ? 'x' : 'u';
    for (size_t i = 0; i < digit_count; i++)
        form[2 + i] = digits[code_point >> (4 * (digit_count - 1 - i)) & 15];
    return 2 + digit_count;
}

twt_slice twt_slice_of(const char *text, size_t text_len, twt_range range)
{
    size_t end = range.end < text_len ? range.end : text_len;
    size_t begin = range.begin < end ? range.begin : end;
    return (twt_slice){text ? text + begin : "", end - begin};
}
