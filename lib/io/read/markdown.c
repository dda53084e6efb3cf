/* Lines first: the marks that begin them are blanked, and stretches of running text are noted. Then each stretch is
 * looked through for what stands inside lines (markdown_inline.c). Rules are those of CommonMark 0.31 with GitHub's
 * tables and footnotes, made simpler where only words matter: indentation never makes code, and a list's number is told
 * from a sentence's by the line before.
 *
 * No parse tree and no library: cmark keeps no byte offsets of inlines, and md4c 0.4.8 is quadratic on rows of "www."
 * or of open quotation marks behind definitions. Every search here is bounded by a line, stops at what begins the next
 * one of its kind, or is not made again once it has failed. */
#include "io/read/markdown.h"

#include <string.h>
#include <strings.h>

#include "base/vec.h"
#include "io/read/blank.h"
#include "io/read/markdown_inline.h"

typedef struct scanner {
    char *text;
    size_t len;
    TWT_VEC(twt_range) stretches; /* running text */
    bool is_open;                 /* the last stretch may go on with the next line */
    bool in_list, in_table;
    bool was_empty;   /* the line before */
    twt_range before; /* the line before, when it was running text */
    char fence;       /* of the code block at hand; '\0' outside */
    size_t fence_len;
    bool is_fence_quoted;
    bool has_definitions;
    bool no_comment_end, no_script_end, no_style_end; /* behind here, none is left */
} scanner;

static size_t skip_blanks(const scanner *s, size_t at, size_t end)
{
    while (at < end && twt_is_blank(s->text[at]))
        at++;
    return at;
}

static size_t run_len(const scanner *s, size_t at, size_t end, char c)
{
    size_t begin = at;
    while (at < end && s->text[at] == c)
        at++;
    return at - begin;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* ---- raw HTML that holds no text ---- */

static size_t find_comment_end(scanner *s, size_t from)
{
    const char *stop = s->no_comment_end ? NULL : memmem(s->text + from, s->len - from, "-->", 3);
    s->no_comment_end = !stop;
    return stop ? (size_t)(stop + 3 - s->text) : 0;
}

static size_t find_closing_tag(const scanner *s, size_t from, const char *name, bool *is_none)
{
    const char *at = *is_none ? NULL : s->text + from;
    size_t name_len = strlen(name);
    while (at && (at = memchr(at, '<', s->len - (size_t)(at - s->text)))) {
        size_t left = s->len - (size_t)(at - s->text);
        if (left > name_len + 2 && at[1] == '/' && strncasecmp(at + 2, name, name_len) == 0)
            return (size_t)(at - s->text);
        at++;
    }
    *is_none = true;
    return 0;
}

static bool opens_tag(const scanner *s, size_t at, size_t end, const char *name)
{
    size_t name_len = strlen(name);
    return end - at > name_len + 1 && s->text[at] == '<' && strncasecmp(s->text + at + 1, name, name_len) == 0 &&
           (s->text[at + 1 + name_len] == '>' || twt_is_blank(s->text[at + 1 + name_len]));
}

/* Comments that begin in the line, and a script or style sheet that begins it, are blanked to their end, lines on. */
static void blank_raw(scanner *s, size_t begin, size_t end)
{
    size_t at = skip_blanks(s, begin, end), stop = 0;
    if (opens_tag(s, at, end, "script"))
        stop = find_closing_tag(s, at, "script", &s->no_script_end);
    else if (opens_tag(s, at, end, "style"))
        stop = find_closing_tag(s, at, "style", &s->no_style_end);
    if (stop)
        twt_blank(s->text, at, stop);
    while (at < end) {
        const char *open = memmem(s->text + at, end - at, "<!--", 4);
        stop = open ? find_comment_end(s, (size_t)(open + 4 - s->text)) : 0;
        if (!stop)
            break;
        twt_blank(s->text, (size_t)(open - s->text), stop);
        at = stop;
    }
}

/* ---- marks that begin a line ---- */

/* Bytes of a bullet or number that begins a list item, 0 when there is none. */
static size_t list_mark_len(const scanner *s, size_t at, size_t end)
{
    size_t digits = 0;
    while (at + digits < end && is_digit(s->text[at + digits]))
        digits++;
    size_t mark = at + digits;
    if (mark == end || digits > 9)
        return 0;
    char c = s->text[mark];
    if (digits > 0 ? c != '.' && c != ')' : c != '-' && c != '*' && c != '+')
        return 0;
    if (mark + 1 < end && !twt_is_blank(s->text[mark + 1]))
        return 0;
    /* in the middle of a paragraph a number may end a sentence: "... in\n1986. Then" */
    bool is_one = digits == 1 && s->text[at] == '1';
    return digits > 0 && !is_one && s->is_open && !s->in_list ? 0 : digits + 1;
}

static bool is_task_box(const scanner *s, size_t at, size_t end)
{
    return end - at > 3 && s->text[at] == '[' && strchr(" xX", s->text[at + 1]) && s->text[at + 2] == ']' &&
           twt_is_blank(s->text[at + 3]);
}

/* Blanks quotation and list marks; returns where the line's own text begins. */
static size_t strip_containers(scanner *s, size_t begin, size_t end, bool *is_item, bool *is_quoted)
{
    *is_item = *is_quoted = false;
    for (size_t at = begin;;) {
        at = skip_blanks(s, at, end);
        size_t mark = at < end && s->text[at] == '>' ? 1 : 0;
        *is_quoted |= mark > 0;
        if (!mark) {
            mark = list_mark_len(s, at, end);
            *is_item |= mark > 0;
            if (!mark)
                return at;
        }
        twt_blank(s->text, at, at + mark);
        at = skip_blanks(s, at + mark, end);
        if (*is_item && is_task_box(s, at, end))
            twt_blank(s->text, at, at + 3);
    }
}

static bool opens_fence(scanner *s, size_t at, size_t end)
{
    char c = at < end ? s->text[at] : '\0';
    size_t len = c == '`' || c == '~' ? run_len(s, at, end, c) : 0;
    if (len < 3 || (c == '`' && memchr(s->text + at + len, '`', end - at - len)))
        return false;
    s->fence = c;
    s->fence_len = len;
    return true;
}

/* A line of a code block. False when it ends the block without being part of it. */
static bool take_code(scanner *s, size_t begin, size_t end)
{
    size_t at = skip_blanks(s, begin, end);
    if (s->is_fence_quoted) {
        if (at == end || s->text[at] != '>') {
            s->fence = '\0';
            return false;
        }
        twt_blank(s->text, at, at + 1);
        at = skip_blanks(s, at, end);
    }
    size_t len = run_len(s, at, end, s->fence);
    if (len >= s->fence_len && skip_blanks(s, at + len, end) == end) {
        twt_blank(s->text, at, end);
        s->fence = '\0';
    }
    return true;
}

/* A rule, the underline of a heading, the line below a table's head: nothing but strokes. */
static bool is_strokes(const scanner *s, size_t at, size_t end)
{
    while (at < end && (twt_is_blank(s->text[at]) || strchr("-=*_|:+", s->text[at])))
        at++;
    return at == end;
}

static void blank_pipes(scanner *s, size_t at, size_t end)
{
    for (; at < end; at++)
        if (s->text[at] == '|' && s->text[at - (at > 0)] != '\\')
            s->text[at] = ' ';
}

static bool blank_heading_marks(scanner *s, size_t at, size_t end)
{
    size_t marks = run_len(s, at, end, '#');
    if (marks == 0 || marks > 6 || (at + marks < end && !twt_is_blank(s->text[at + marks])))
        return false;
    twt_blank(s->text, at, at + marks);
    while (end > at && twt_is_blank(s->text[end - 1]))
        end--;
    size_t closing = end;
    while (closing > at && s->text[closing - 1] == '#')
        closing--;
    if (closing > at && twt_is_blank(s->text[closing - 1]))
        twt_blank(s->text, closing, end);
    return true;
}

/* Whether [at, end) is a link's target, and a title perhaps. */
static bool is_target(const scanner *s, size_t at, size_t end)
{
    while (end > at && twt_is_blank(s->text[end - 1]))
        end--;
    at = skip_blanks(s, at, end);
    size_t stop = at;
    while (stop < end && !twt_is_blank(s->text[stop]))
        stop++;
    if (stop == at)
        return false;
    size_t title = skip_blanks(s, stop, end);
    if (title == end)
        return true;
    char open = s->text[title], close = s->text[end - 1];
    return end - title > 1 && strchr("\"'(", open) && close == (open == '(' ? ')' : open);
}

/* [label]: target "title", or the mark of a footnote, whose text follows. */
static bool blank_definition(scanner *s, size_t at, size_t end)
{
    if (at == end || s->text[at] != '[')
        return false;
    const char *close = memchr(s->text + at, ']', end - at);
    size_t behind = close ? (size_t)(close + 1 - s->text) : end;
    if (behind >= end || s->text[behind] != ':' || behind - at < 3)
        return false;
    if (s->text[at + 1] == '^') {
        twt_blank(s->text, at, behind + 1);
        return false;
    }
    if (s->is_open || !is_target(s, behind + 1, end))
        return false;
    twt_blank(s->text, at, end);
    s->has_definitions = true;
    return true;
}

/* ---- lines ---- */

static bool note_text(scanner *s, size_t begin, size_t end, bool continues)
{
    s->before = (twt_range){(uint32_t)begin, (uint32_t)end};
    if (continues && s->is_open) {
        s->stretches.data[s->stretches.count - 1].end = (uint32_t)end;
        return true;
    }
    s->is_open = true;
    return twt_vec_push(&s->stretches, s->before);
}

static void close_stretch(scanner *s)
{
    s->is_open = false;
    s->before = (twt_range){0, 0};
}

static void take_strokes(scanner *s, size_t at, size_t end)
{
    size_t head_len = s->before.end - s->before.begin;
    bool is_row = memchr(s->text + at, '|', end - at) && memchr(s->text + at, '-', end - at);
    if (is_row && head_len > 0) {
        s->in_table = true;
        blank_pipes(s, s->before.begin, s->before.end);
    }
    twt_blank(s->text, at, end);
    close_stretch(s);
}

/* False when memory is short. */
static bool take_line(scanner *s, size_t begin, size_t end)
{
    bool is_item, is_quoted;
    if (s->fence && take_code(s, begin, end))
        return true;
    size_t at = strip_containers(s, begin, end, &is_item, &is_quoted);
    bool was_empty = s->was_empty;
    s->was_empty = at == end;
    if (at == end) {
        s->in_table = false;
        close_stretch(s);
        return true;
    }
    s->in_list = is_item || (s->in_list && (!was_empty || at > begin + 1));
    if (is_item)
        close_stretch(s);
    if (opens_fence(s, at, end)) {
        s->is_fence_quoted = is_quoted;
        twt_blank(s->text, at, end);
        close_stretch(s);
        return true;
    }
    if (is_strokes(s, at, end)) {
        take_strokes(s, at, end);
        return true;
    }
    if (blank_heading_marks(s, at, end)) {
        bool is_noted = note_text(s, at, end, false);
        close_stretch(s);
        return is_noted;
    }
    if (blank_definition(s, at, end))
        return true;
    if (s->in_table)
        blank_pipes(s, at, end);
    return note_text(s, at, end, !s->in_table);
}

twt_status twt_markdown_blank(char *text, size_t len)
{
    scanner s = {.text = text, .len = len};
    bool is_good = true;
    for (size_t begin = 0; begin < len && is_good;) {
        const char *stop = memchr(text + begin, '\n', len - begin);
        size_t end = stop ? (size_t)(stop - text) : len;
        if (!s.fence)
            blank_raw(&s, begin, end);
        is_good = take_line(&s, begin, end);
        begin = end + 1;
    }
    for (size_t i = 0; i < s.stretches.count; i++)
        twt_markdown_inline(text, s.stretches.data[i], s.has_definitions);
    twt_vec_free(&s.stretches);
    return is_good ? TWT_OK : TWT_ERROR_MEMORY;
}
