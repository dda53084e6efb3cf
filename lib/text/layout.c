/* Text wrapped by hand is told by two signs together: lines go on with a lower-case letter, and each line is so full
 * that the next one's first word would not have fitted. Scripts without case have the second sign alone. */
#include "text/layout.h"

#include <string.h>

#include "base/utf8.h"
#include "text/property.h"

enum {
    WIDTHS = 160,        /* wider lines count as this wide */
    NARROWEST = 25,      /* a column of a text that is wrapped at all */
    WIDEST = 120,        /* Reuters wraps at about 65, mail at 72 to 80 */
    SLACK = 4,           /* code points by which a line may be short of full */
    PAIRS_FOR_WIDTH = 4, /* line ends before their widths mean anything */
    SHARE_LOWER = 4,     /* a quarter: in Reuters 53 %, in lists and headings none */
    SHARE_FULL_PERCENT = 60,
    BROKEN_WIDTH = 20 /* a line at least this wide, followed by a small letter, was broken by accident */
};

typedef struct line {
    size_t begin, end; /* without blanks on both sides; empty when equal */
    size_t indent;     /* bytes of blanks before begin */
    size_t next;       /* begin of the next line, or len */
    bool is_last;
} line;

static bool is_tab(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r';
}

static line line_at(const char *text, size_t len, size_t begin)
{
    const char *feed = memchr(text + begin, '\n', len - begin);
    size_t end = feed ? (size_t)(feed - text) : len;
    line found = {.begin = begin, .end = end, .next = feed ? end + 1 : len, .is_last = feed == NULL};
    while (found.begin < found.end && is_tab(text[found.begin]))
        found.begin++;
    while (found.begin < found.end && is_tab(text[found.end - 1]))
        found.end--;
    found.indent = found.begin - begin;
    return found;
}

static bool is_empty(line of)
{
    return of.begin == of.end;
}

/* Whether the next line may go on with this one: there is one, and it begins no indented paragraph. */
static bool is_pair(line this_line, line next)
{
    return !is_empty(this_line) && !is_empty(next) && next.indent <= this_line.indent;
}

static uint32_t width_of(const char *text, line of)
{
    size_t width = twt_utf8_count(text + of.begin, of.end - of.begin);
    return width < WIDTHS ? (uint32_t)width : WIDTHS - 1;
}

static uint32_t first_word_width(const char *text, line of)
{
    size_t end = of.begin;
    while (end < of.end && !is_tab(text[end]) && end - of.begin < WIDTHS)
        end++;
    return (uint32_t)twt_utf8_count(text + of.begin, end - of.begin);
}

static uint32_t first_code(const char *text, line of)
{
    unsigned size;
    return twt_utf8_decode(text + of.begin, &size);
}

/* The first word of the next line would not have fitted on this one. */
static bool is_full(const char *text, line this_line, line next, uint32_t width)
{
    return width_of(text, this_line) + 1 + first_word_width(text, next) + SLACK > width;
}

typedef struct tally {
    uint32_t pairs, lower, upper; /* line ends between two lines; how the second begins */
    uint32_t widths[WIDTHS];
    uint32_t empty;
} tally;

static tally tally_of(const char *text, size_t len)
{
    tally all = {0};
    line before = line_at(text, len, 0);
    while (!before.is_last) {
        line next = line_at(text, len, before.next);
        if (is_pair(before, next)) {
            uint32_t code = first_code(text, next);
            all.pairs++;
            all.lower += twt_is_lower(code);
            all.upper += twt_is_upper(code);
            all.widths[width_of(text, before)]++;
        }
        all.empty += is_empty(next) && !next.is_last;
        before = next;
    }
    return all;
}

/* The width that 19 lines of 20 keep to. */
static uint32_t usual_width(const tally *all)
{
    uint32_t wider = 0;
    for (uint32_t width = WIDTHS; width-- > 0;) {
        wider += all->widths[width];
        if (wider * 20 > all->pairs)
            return width;
    }
    return 0;
}

static bool are_lines_full(const char *text, size_t len, uint32_t width, uint32_t pairs)
{
    uint32_t full = 0;
    line before = line_at(text, len, 0);
    while (!before.is_last) {
        line next = line_at(text, len, before.next);
        if (is_pair(before, next))
            full += is_full(text, before, next, width);
        before = next;
    }
    return (uint64_t)full * 100 >= (uint64_t)pairs * SHARE_FULL_PERCENT;
}

twt_layout twt_layout_of(const char *text, size_t len)
{
    twt_layout layout = {.text = text, .len = len};
    tally all = tally_of(text, len);
    layout.has_empty_lines = all.empty > 0;
    if (all.pairs == 0)
        return layout;
    layout.width = usual_width(&all);
    if (layout.width < NARROWEST || layout.width > WIDEST)
        return layout;
    if (all.pairs < PAIRS_FOR_WIDTH)
        layout.is_wrapped = all.lower > 0 && all.lower * 2 >= all.pairs;
    else
        layout.is_wrapped = (all.lower >= all.pairs / SHARE_LOWER || all.lower + all.upper == 0) &&
                            are_lines_full(text, len, layout.width, all.pairs);
    return layout;
}

static size_t line_begin(const char *text, size_t at)
{
    while (at > 0 && text[at - 1] != '\n')
        at--;
    return at;
}

static bool is_cut_short(char last)
{
    return ((unsigned)(unsigned char)last | 0x20) - (unsigned)'a' < 26u || last == ',';
}

/* A line that stops in the middle of a sentence, in a text that is not wrapped otherwise. */
static bool is_broken(const char *text, size_t feed)
{
    size_t end = feed;
    while (end > 0 && is_tab(text[end - 1]))
        end--;
    if (end == 0 || !is_cut_short(text[end - 1]))
        return false;
    return width_of(text, line_at(text, feed, line_begin(text, feed))) >= BROKEN_WIDTH;
}

twt_line_end twt_layout_line_end(const twt_layout *layout, size_t at)
{
    const char *text = layout->text;
    line next = line_at(text, layout->len, at + 1);
    bool goes_on = !is_empty(next) && twt_is_lower(first_code(text, next));
    if (!layout->is_wrapped) {
        if (goes_on && is_broken(text, at))
            return TWT_LINE_END_SOFT;
        return layout->has_empty_lines ? TWT_LINE_END_HARD : TWT_LINE_END_PARAGRAPH;
    }
    line this_line = line_at(text, layout->len, line_begin(text, at));
    if (next.indent > this_line.indent)
        return TWT_LINE_END_PARAGRAPH;
    if (goes_on)
        return TWT_LINE_END_SOFT;
    return is_full(text, this_line, next, layout->width) ? TWT_LINE_END_SOFT : TWT_LINE_END_HARD;
}
