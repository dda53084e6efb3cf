/* Two walks: the first only looks, so that a line can still be handed to jansson as it came; the second decodes.
 * Whatever is not plainly right is left to jansson: here is no error. */
#include "io/read/json_scan.h"

#include <string.h>

#include "base/utf8.h"


#define MEMBERS 16 /* of an object; more are jansson's */

typedef struct span {
    size_t begin, end;
    bool has_escapes;
} span;

typedef struct scan {
    char *line;
    size_t at, len;
    span names[MEMBERS], values[MEMBERS];
    size_t count;
} scan;

static void skip_space(scan *s)
{
    while (s->at < s->len && memchr(" \t\r\n", s->line[s->at], 4))
        s->at++;
}

static bool take(scan *s, char wanted)
{
    skip_space(s);
    bool is_there = s->at < s->len && s->line[s->at] == wanted;
    s->at += is_there;
    return is_there;
}

/* Whether any byte is under 0x20, eight at a time (Warren, Hacker's Delight, 2013, section 6-1). */
static bool has_control(const char *text, size_t len)
{
    const uint64_t ones = 0x0101010101010101u;
    uint64_t found = 0, eight;
    for (; len >= 8; text += 8, len -= 8) {
        memcpy(&eight, text, 8);
        found |= (eight - ones * 0x20) & ~eight;
    }
    for (; len > 0; text++, len--)
        found |= (unsigned char)*text < 0x20 ? 0x80 : 0;
    return found & ones * 0x80;
}

/* Four hexadecimal digits; -1 when they are none. */
static int32_t hex4(const char *digits, size_t left)
{
    int32_t value = 0;
    if (left < 4)
        return -1;
    for (size_t i = 0; i < 4; i++) {
        char c = digits[i];
        int digit = c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
        if (digit < 0)
            return -1;
        value = value << 4 | digit;
    }
    return value;
}

/* The code point of the escape that begins at text, and its bytes; 0 when jansson would refuse it. */
static size_t escape_len(const char *text, size_t left, uint32_t *code)
{
    static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    const char *letter = left > 1 ? memchr(letters, text[1], sizeof letters - 1) : NULL;
    if (letter) {
        *code = (unsigned char)meant[letter - letters];
        return 2;
    }
    if (left < 6 || text[1] != 'u')
        return 0;
    int32_t first = hex4(text + 2, left - 2);
    if (first <= 0 || (first >= 0xdc00 && first < 0xe000))
        return 0;
    *code = (uint32_t)first;
    if (first < 0xd800 || first >= 0xdc00)
        return 6;
    int32_t second = left >= 12 && text[6] == '\\' && text[7] == 'u' ? hex4(text + 8, left - 8) : -1;
    *code = 0x10000 + (((uint32_t)first - 0xd800) << 10) + ((uint32_t)second - 0xdc00);
    return second >= 0xdc00 && second < 0xe000 ? 12 : 0;
}

static bool take_string(scan *s, span *out)
{
    if (!take(s, '"'))
        return false;
    size_t at = s->at;
    const char *close = NULL;
    *out = (span){.begin = at};
    for (;;) {
        if (!close || close < s->line + at)
            close = memchr(s->line + at, '"', s->len - at);
        if (!close)
            return false;
        size_t end = (size_t)(close - s->line);
        const char *escape = memchr(s->line + at, '\\', end - at);
        if (!escape) {
            out->end = end;
            s->at = end + 1;
            break;
        }
        uint32_t code;
        size_t begin = (size_t)(escape - s->line), len = escape_len(escape, s->len - begin, &code);
        if (len == 0)
            return false;
        out->has_escapes = true;
        at = begin + len;
    }
    size_t len = out->end - out->begin;
    return !has_control(s->line + out->begin, len) && twt_utf8_check(s->line + out->begin, len) == len;
}

static bool is_named(const scan *s, span name, const char *text, size_t len)
{
    return name.end - name.begin == len && memcmp(s->line + name.begin, text, len) == 0;
}

static bool take_member(scan *s)
{
    span *name = &s->names[s->count];
    if (s->count == MEMBERS || !take_string(s, name) || name->has_escapes || !take(s, ':'))
        return false;
    for (size_t i = 0; i < s->count; i++)
        if (is_named(s, s->names[i], s->line + name->begin, name->end - name->begin))
            return false;
    return take_string(s, &s->values[s->count++]);
}

static bool take_object(scan *s)
{
    if (!take(s, '{'))
        return false;
    if (!take(s, '}')) {
        do
            if (!take_member(s))
                return false;
        while (take(s, ','));
        if (!take(s, '}'))
            return false;
    }
    skip_space(s);
    return s->at == s->len;
}

static char *append(char *to, uint32_t code)
{
    if (code < 0x80) {
        *to++ = (char)code;
    } else if (code < 0x800) {
        *to++ = (char)(0xc0 | code >> 6);
        *to++ = (char)(0x80 | (code & 63));
    } else if (code < 0x10000) {
        *to++ = (char)(0xe0 | code >> 12);
        *to++ = (char)(0x80 | (code >> 6 & 63));
        *to++ = (char)(0x80 | (code & 63));
    } else {
        *to++ = (char)(0xf0 | code >> 18);
        *to++ = (char)(0x80 | (code >> 12 & 63));
        *to++ = (char)(0x80 | (code >> 6 & 63));
        *to++ = (char)(0x80 | (code & 63));
    }
    return to;
}

/* No escape is shorter than what it stands for. */
static size_t decode(char *text, size_t len)
{
    char *to = text;
    const char *from = text, *end = text + len;
    while (from < end) {
        const char *escape = memchr(from, '\\', (size_t)(end - from));
        size_t plain = (size_t)((escape ? escape : end) - from);
        memmove(to, from, plain);
        to += plain;
        from += plain;
        if (escape) {
            uint32_t code = 0;
            from += escape_len(from, (size_t)(end - from), &code);
            to = append(to, code);
        }
    }
    return (size_t)(to - text);
}

bool twt_json_scan(char *line, size_t len, twt_field *fields, size_t count)
{
    scan s = {.line = line, .len = len};
    if (!take_object(&s))
        return false;
    for (size_t i = 0; i < count; i++) {
        fields[i].value = NULL;
        for (size_t j = 0; j < s.count; j++) {
            if (!is_named(&s, s.names[j], fields[i].name, strlen(fields[i].name)))
                continue;
            span value = s.values[j];
            size_t value_len = value.end - value.begin;
            fields[i].len = value.has_escapes ? decode(line + value.begin, value_len) : value_len;
            fields[i].value = line + value.begin;
            line[value.begin + fields[i].len] = '\0'; /* at the closing mark at the latest */
        }
    }
    return true;
}
