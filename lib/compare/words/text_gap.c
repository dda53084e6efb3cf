#include "compare/words/text_gap.h"

#include <string.h>

/* Of the code points beyond ASCII that stand between words. */
static unsigned wide_mark(uint32_t point)
{
    switch (point) {
    case 0xA0: /* no-break spaces, thin and ideographic space */
    case 0x2009:
    case 0x202F:
    case 0x3000:
        return TWT_GAP_BLANK;
    case 0x2028:
    case 0x2029:
        return TWT_GAP_LINE;
    case 0xAB: /* « » “ ” „ ‟ */
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x300C: /* 「 」 『 』, full-width " */
    case 0x300D:
    case 0x300E:
    case 0x300F:
    case 0xFF02:
        return TWT_GAP_QUOTE;
    case 0x2026: /* …, 。 ！ ？, danda, Arabic question mark and full stop */
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
    case 0x964:
    case 0x61F:
    case 0x6D4:
        return TWT_GAP_STOP;
    default:
        return TWT_GAP_OTHER;
    }
}

static unsigned narrow_mark(char byte)
{
    switch (byte) {
    case ' ':
    case '\t':
        return TWT_GAP_BLANK;
    case '\n':
    case '\r':
    case '\f':
    case '\v':
        return TWT_GAP_LINE;
    case '"':
        return TWT_GAP_QUOTE;
    case '.':
    case '!':
    case '?':
        return TWT_GAP_STOP;
    default:
        return TWT_GAP_OTHER;
    }
}

static unsigned narrow_mark_alone(char byte)
{
    return byte == '.' ? TWT_GAP_STOP | TWT_GAP_FULL_STOP : narrow_mark(byte);
}

/* The mark that begins at bytes, and its length. */
static unsigned mark_at(const char *bytes, size_t len, size_t *used)
{
    const unsigned char *at = (const unsigned char *)bytes;
    *used = 1;
    if (at[0] < 0x80)
        return narrow_mark(bytes[0]);
    size_t size = at[0] < 0xC0 ? 1 : at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 1; /* marks of four bytes are none of ours */
    if (size == 1 || size > len)
        return TWT_GAP_OTHER;
    *used = size;
    return wide_mark(size == 2 ? (at[0] & 0x1Fu) << 6 | (at[1] & 0x3Fu)
                               : (at[0] & 0x0Fu) << 12 | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu));
}

static unsigned marks_between(const char *text, size_t begin, size_t end)
{
    if (end - begin == 1)
        return narrow_mark_alone(text[begin]); /* nearly always a blank */
    unsigned marks = 0;
    size_t stops = 0;
    for (size_t at = begin, used; at < end; at += used) {
        if (at - begin >= TWT_GAP_SCAN_MAX && end - at > TWT_GAP_SCAN_MAX)
            at = end - TWT_GAP_SCAN_MAX; /* only the edges of a long gap can matter */
        unsigned found = mark_at(text + at, end - at, &used);
        stops += found == TWT_GAP_STOP;
        marks |= found;
    }
    return marks | (stops == 1 && begin < end && text[begin] == '.' ? (unsigned)TWT_GAP_FULL_STOP : 0u);
}

unsigned twt_gap_marks(const twt_analysis *text, size_t token)
{
    size_t begin = token > 0 ? text->tokens[token - 1].end : 0;
    size_t end = token < text->token_count ? text->tokens[token].begin : text->text_len;
    return begin < end ? marks_between(text->text, begin, end) : 0;
}

/* Bytes of an apostrophe that ends a word: the pilots' trust. */
static size_t apostrophe_len(const char *text, size_t len)
{
    if (len > 1 && text[0] == '\'')
        return 1;
    return len > 3 && memcmp(text, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}

bool twt_gap_joins(const twt_analysis *text, size_t token)
{
    if (token == 0 || token >= text->token_count)
        return false;
    size_t begin = text->tokens[token - 1].end, end = text->tokens[token].begin;
    if (end - begin == 1 && text->text[begin] == '-')
        return true;
    begin += begin < end ? apostrophe_len(text->text + begin, end - begin) : 0;
    return begin >= end || (marks_between(text->text, begin, end) & ~(unsigned)TWT_GAP_BLANK) == 0;
}

size_t twt_sentence_of(const twt_analysis *text, size_t token)
{
    size_t low = 0, high = text->sentence_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text->sentences[middle].token_end <= token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
