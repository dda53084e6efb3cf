/* One walk from left to right. What bounds each look ahead is said at its function. */
#include "io/read/markdown_inline.h"

#include <string.h>

#include "io/read/blank.h"

enum {
    BRACKETS = 64,    /* links in links */
    TICKS = 32,       /* backticks of a code span */
    PARENTHESES = 32, /* in a link's target, as in CommonMark */
    LABEL_MAX = 999,  /* bytes, as in CommonMark */
    FOOTNOTE_MAX = 100
};

typedef struct paragraph {
    char *text;
    size_t begin, end;
    bool has_definitions;
    size_t brackets[BRACKETS]; /* open ones */
    size_t depth, unkept;      /* how many; those beyond BRACKETS are only counted */
    bool has_ticks;
    size_t last_ticks[TICKS]; /* where the last run of so many backticks begins */
    bool no_title_end[128];   /* by mark: behind some failed search, none is left */
} paragraph;

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_alphanumeric(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9');
}

static bool is_punctuation(char c)
{
    return c > ' ' && c < 0x7f && !is_alphanumeric(c);
}

static char at_or_space(const paragraph *p, size_t at)
{
    return at < p->end ? p->text[at] : ' ';
}

/* Whether the character that begins at at belongs in a word: ASCII by class; of the rest, what is not in the rows of
 * Unicode that hold quotation marks, dashes and symbols. */
static bool is_word_at(const paragraph *p, size_t at)
{
    unsigned char c = (unsigned char)at_or_space(p, at);
    if (c < 0x80)
        return is_alphanumeric((char)c);
    return c != 0xc2 && c != 0xe2 && !(c == 0xe3 && (unsigned char)at_or_space(p, at + 1) == 0x80);
}

static bool is_word_before(const paragraph *p, size_t at)
{
    if (at == p->begin)
        return false;
    do
        at--;
    while (at > p->begin && ((unsigned char)p->text[at] & 0xc0) == 0x80);
    return is_word_at(p, at);
}

static size_t skip_spaces(const paragraph *p, size_t at)
{
    while (at < p->end && twt_is_space(p->text[at]))
        at++;
    return at;
}

static size_t run_end(const paragraph *p, size_t at)
{
    char c = p->text[at];
    while (at < p->end && p->text[at] == c)
        at++;
    return at;
}

/* ---- code spans ---- */

/* Once a paragraph: then it is known whether a closing run is there before it is looked for. */
static void note_ticks(paragraph *p, size_t at)
{
    memset(p->last_ticks, 0, sizeof p->last_ticks);
    p->has_ticks = true;
    while (at < p->end) {
        const char *tick = memchr(p->text + at, '`', p->end - at);
        if (!tick)
            return;
        at = (size_t)(tick - p->text);
        size_t stop = run_end(p, at);
        if (stop - at < TICKS)
            p->last_ticks[stop - at] = at;
        at = stop;
    }
}

static size_t take_code(paragraph *p, size_t at)
{
    size_t stop = run_end(p, at), len = stop - at;
    if (!p->has_ticks)
        note_ticks(p, at);
    if (len >= TICKS || p->last_ticks[len] <= at)
        return stop;
    for (size_t close = stop;;) {
        close = (size_t)((const char *)memchr(p->text + close, '`', p->end - close) - p->text);
        size_t close_end = run_end(p, close);
        if (close_end - close == len) {
            twt_blank(p->text, at, stop);
            twt_blank(p->text, close, close_end);
            return close_end;
        }
        close = close_end;
    }
}

/* ---- links ---- */

/* Behind the target at at; 0 when there is none. A bare one holds at most PARENTHESES open parentheses, so that at most
 * as many links begin in it. */
static size_t target_end(const paragraph *p, size_t at)
{
    size_t depth = 0;
    bool is_angled = at_or_space(p, at) == '<';
    for (at += is_angled; at < p->end; at++) {
        char c = p->text[at];
        if (c == '\\' && at + 1 < p->end && is_punctuation(p->text[at + 1])) {
            at++;
        } else if (is_angled) {
            if (c == '>')
                return at + 1;
            if (c == '<' || c == '\n')
                return 0;
        } else if (twt_is_space(c)) {
            break;
        } else if (c == '(' && ++depth > PARENTHESES) {
            return 0;
        } else if (c == ')' && depth-- == 0) {
            return at;
        }
    }
    return is_angled || depth > 0 ? 0 : at;
}

/* Behind the title at at; 0 when there is none. A title ends at the mark that would begin the next one of its kind. */
static size_t title_end(paragraph *p, size_t at)
{
    char open = p->text[at], close = open == '(' ? ')' : open;
    if (p->no_title_end[(unsigned char)open])
        return 0;
    for (at++; at < p->end; at++) {
        if (p->text[at] == '\\')
            at++;
        else if (p->text[at] == close)
            return at + 1;
        else if (p->text[at] == '(' && open == '(')
            return 0;
    }
    p->no_title_end[(unsigned char)open] = true;
    return 0;
}

/* Behind "(target "title")", which begins at at; 0 when it is none. */
static size_t inline_target_end(paragraph *p, size_t at)
{
    at = target_end(p, skip_spaces(p, at + 1));
    if (at == 0)
        return 0;
    size_t next = skip_spaces(p, at);
    if (next > at && next < p->end && strchr("\"'(", p->text[next])) {
        next = title_end(p, next);
        if (next == 0)
            return 0;
        next = skip_spaces(p, next);
    }
    return at_or_space(p, next) == ')' ? next + 1 : 0;
}

/* Behind "[label]", which begins at at; 0 when it is none. */
static size_t label_end(const paragraph *p, size_t at, size_t max)
{
    size_t limit = p->end - at > max ? at + max : p->end;
    for (at++; at < limit && p->text[at] != '['; at++)
        if (p->text[at] == ']')
            return at + 1;
    return 0;
}

static size_t take_bracket(paragraph *p, size_t at)
{
    size_t stop = at_or_space(p, at + 1) == '^' ? label_end(p, at, FOOTNOTE_MAX) : 0;
    if (stop && !memchr(p->text + at, ' ', stop - at)) {
        twt_blank(p->text, at, stop);
        return stop;
    }
    if (p->depth < BRACKETS)
        p->brackets[p->depth++] = at;
    else
        p->unkept++;
    return at + 1;
}

static size_t take_closing_bracket(paragraph *p, size_t at)
{
    if (p->unkept > 0) {
        p->unkept--;
        return at + 1;
    }
    if (p->depth == 0)
        return at + 1;
    size_t open = p->brackets[--p->depth], stop = 0;
    if (at_or_space(p, at + 1) == '(')
        stop = inline_target_end(p, at + 1);
    else if (at_or_space(p, at + 1) == '[' && p->has_definitions)
        stop = label_end(p, at + 1, LABEL_MAX);
    if (stop == 0)
        return at + 1;
    if (open > p->begin && p->text[open - 1] == '!') { /* an image, whatever stands in its place */
        twt_blank(p->text, open - 1, stop);
    } else {
        twt_blank(p->text, open, open + 1);
        twt_blank(p->text, at, stop);
    }
    return stop;
}

/* ---- tags and entities ---- */

/* Behind <https://...> or <name@...>; 0 when it is none. Stops at the next "<". */
static size_t autolink_end(const paragraph *p, size_t at)
{
    bool has_sign = false;
    for (at++; at < p->end && !twt_is_space(p->text[at]) && p->text[at] != '<'; at++) {
        if (p->text[at] == '>')
            return has_sign ? at + 1 : 0;
        has_sign |= p->text[at] == ':' || p->text[at] == '@';
    }
    return 0;
}

/* Behind the tag that begins at at; 0 when it is none. It stops at a "<" outside quotation marks. However many tags are
 * begun, a byte is looked at three times at most: outside and inside marks of both kinds are three states, each mark
 * swaps two of them, so two beginnings are never in the same one, and the one outside dies at the next "<". */
static size_t tag_end(const paragraph *p, size_t at)
{
    char quote = '\0';
    for (at++; at < p->end; at++) {
        char c = p->text[at];
        if (quote) {
            quote = c == quote ? '\0' : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return at + 1;
        } else if (c == '<') {
            return 0;
        }
    }
    return 0;
}

static bool begins_tag(const paragraph *p, size_t at)
{
    size_t name = at + 1 + (at_or_space(p, at + 1) == '/' || at_or_space(p, at + 1) == '!');
    size_t stop = name;
    if (at_or_space(p, at + 1) == '?')
        return true;
    while (stop < p->end && (is_alphanumeric(p->text[stop]) || p->text[stop] == '-'))
        stop++;
    return is_letter(at_or_space(p, name)) && strchr(" \t\r\n/>", at_or_space(p, stop));
}

static size_t take_angle(paragraph *p, size_t at)
{
    size_t stop = is_alphanumeric(at_or_space(p, at + 1)) ? autolink_end(p, at) : 0;
    if (stop == 0 && begins_tag(p, at))
        stop = tag_end(p, at);
    if (stop == 0)
        return at + 1;
    twt_blank(p->text, at, stop);
    return stop;
}

/* &name; or &#123; or &#x1f; */
static size_t take_entity(paragraph *p, size_t at)
{
    size_t stop = at + 1 + (at_or_space(p, at + 1) == '#'), limit = at + 34;
    size_t name = stop;
    while (stop < p->end && stop < limit && is_alphanumeric(p->text[stop]))
        stop++;
    if (stop == name || at_or_space(p, stop) != ';')
        return at + 1;
    twt_blank(p->text, at, stop + 1);
    return stop + 1;
}

/* ---- the rest ---- */

/* A run of * between blanks is no mark; a run of _ inside a word is part of it. */
static size_t take_emphasis(paragraph *p, size_t at)
{
    size_t stop = run_end(p, at);
    bool is_loose = (at == p->begin || twt_is_space(p->text[at - 1])) && twt_is_space(at_or_space(p, stop));
    bool is_mark = !is_loose;
    if (p->text[at] == '_')
        is_mark = !(is_word_before(p, at) && is_word_at(p, stop));
    else if (p->text[at] == '~')
        is_mark = !is_loose && stop - at == 2;
    if (is_mark)
        twt_blank(p->text, at, stop);
    return stop;
}

static size_t take_escape(paragraph *p, size_t at)
{
    char next = at + 1 < p->end ? p->text[at + 1] : '\n';
    if (next == '\n' || next == '\r' || is_punctuation(next))
        p->text[at] = ' ';
    return at + 1 + is_punctuation(next);
}

void twt_markdown_inline(char *text, twt_range range, bool has_definitions)
{
    paragraph p = {.text = text, .begin = range.begin, .end = range.end, .has_definitions = has_definitions};
    size_t at = range.begin;
    while (at < range.end) {
        switch (text[at]) {
        case '\\':
            at = take_escape(&p, at);
            break;
        case '`':
            at = take_code(&p, at);
            break;
        case '[':
            at = take_bracket(&p, at);
            break;
        case ']':
            at = take_closing_bracket(&p, at);
            break;
        case '<':
            at = take_angle(&p, at);
            break;
        case '&':
            at = take_entity(&p, at);
            break;
        case '*':
        case '_':
        case '~':
            at = take_emphasis(&p, at);
            break;
        default:
            at++;
        }
    }
}
