#include "compare/text_gap.h"

#include <string.h>

typedef struct mark {
    const char *bytes;
    unsigned marks;
} mark;

static const mark wide_marks[] = {
    {"\xC2\xA0", TWT_GAP_BLANK},     {"\xC2\xAB", TWT_GAP_QUOTE},     {"\xC2\xBB", TWT_GAP_QUOTE},
    {"\xE2\x80\x9C", TWT_GAP_QUOTE}, {"\xE2\x80\x9D", TWT_GAP_QUOTE}, {"\xE2\x80\x9E", TWT_GAP_QUOTE},
    {"\xE2\x80\x9F", TWT_GAP_QUOTE}, {"\xE3\x80\x8C", TWT_GAP_QUOTE}, {"\xE3\x80\x8D", TWT_GAP_QUOTE},
    {"\xE3\x80\x8E", TWT_GAP_QUOTE}, {"\xE3\x80\x8F", TWT_GAP_QUOTE}, {"\xEF\xBC\x82", TWT_GAP_QUOTE},
    {"\xE2\x80\xA6", TWT_GAP_STOP},  {"\xE3\x80\x82", TWT_GAP_STOP},  {"\xEF\xBC\x81", TWT_GAP_STOP},
    {"\xEF\xBC\x9F", TWT_GAP_STOP},  {"\xE0\xA5\xA4", TWT_GAP_STOP},  {"\xD8\x9F", TWT_GAP_STOP},
    {"\xDB\x94", TWT_GAP_STOP},      {"\xE2\x80\xA8", TWT_GAP_LINE},  {"\xE2\x80\xA9", TWT_GAP_LINE},
    {"\xE3\x80\x80", TWT_GAP_BLANK}, {"\xE2\x80\xAF", TWT_GAP_BLANK}, {"\xE2\x80\x89", TWT_GAP_BLANK},
};

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

/* The mark that begins at bytes, and its length. */
static unsigned mark_at(const char *bytes, size_t len, size_t *used)
{
    *used = 1;
    if ((unsigned char)bytes[0] < 0x80)
        return narrow_mark(bytes[0]);
    for (size_t i = 0; i < sizeof wide_marks / sizeof *wide_marks; i++) {
        size_t wide = strlen(wide_marks[i].bytes);
        if (len >= wide && memcmp(bytes, wide_marks[i].bytes, wide) == 0) {
            *used = wide;
            return wide_marks[i].marks;
        }
    }
    return TWT_GAP_OTHER;
}

static unsigned marks_between(const char *text, size_t begin, size_t end)
{
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
