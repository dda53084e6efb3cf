/* A sentence ends at a stop, at the end of a line that is not wrapped, and at the end of a paragraph. Most of the rules
 * say which stops do not end one. */
#include "text/gap.h"

#include "base/utf8.h"
#include "text/abbreviation.h"

typedef struct reader {
    twt_gap gap;
    const twt_layout *layout;
    size_t end, token;
    twt_mark before; /* last visible mark; BLANK also for the start of the text */
    bool is_word_before;
    bool is_after_stop; /* right behind the stop and its closing marks */
    bool is_trailing;   /* no blank yet */
    bool is_line_empty; /* nothing but blanks since the last line end */
    unsigned lines;
} reader;

static bool is_blank(twt_mark mark)
{
    return mark >= TWT_MARK_BLANK && mark <= TWT_MARK_PARAGRAPH;
}

static bool is_stop(twt_mark mark)
{
    return mark >= TWT_MARK_STOP && mark <= TWT_MARK_FINAL;
}

static bool is_closing(twt_mark mark)
{
    return mark == TWT_MARK_CLOSE || mark == TWT_MARK_QUOTE_CLOSE || is_stop(mark) || mark == TWT_MARK_COMMA;
}

/* Whether the line behind the line feed at at has nothing in it. */
static bool is_next_empty(const reader *of, size_t at)
{
    const char *text = of->layout->text;
    do
        at++;
    while (at < of->end && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r'));
    return at < of->end && text[at] == '\n';
}

static void end_line(reader *of, size_t at, twt_mark mark)
{
    if (of->lines > 0 && of->is_line_empty)
        of->gap.is_paragraph_end = true;
    else if (mark != TWT_MARK_FEED)
        of->gap.is_line_end = true;
    else if (is_next_empty(of, at))
        of->gap.is_paragraph_end = true;
    else {
        twt_line_end means = twt_layout_line_end(of->layout, at);
        of->gap.is_line_end |= means != TWT_LINE_END_SOFT;
        of->gap.is_paragraph_end |= means == TWT_LINE_END_PARAGRAPH;
    }
    of->gap.is_paragraph_end |= mark == TWT_MARK_PARAGRAPH;
    of->lines++;
    of->is_line_empty = true;
}

static void meet_stop(reader *of, twt_mark mark, size_t next)
{
    twt_gap *gap = &of->gap;
    if (gap->is_line_end || gap->is_paragraph_end)
        return;
    if (gap->stop == TWT_MARK_OTHER) {
        gap->stop = mark;
        gap->is_stop_apart = !of->is_trailing;
    } else if (mark == TWT_MARK_STOP && gap->stop == TWT_MARK_STOP) {
        gap->stop = TWT_MARK_ELLIPSIS;
    } else if (mark > gap->stop) {
        gap->stop = mark;
    }
    gap->stop_end = next;
    gap->is_blank_after = false;
    of->is_after_stop = true;
}

static twt_mark mark_after(const reader *of, size_t at)
{
    while (at < of->end) {
        unsigned size;
        twt_mark mark = twt_mark_of(twt_utf8_decode(of->layout->text + at, &size));
        if (mark != TWT_MARK_NOTHING)
            return mark;
        at += size;
    }
    return at == of->layout->len ? TWT_MARK_BLANK : TWT_MARK_OTHER;
}

static twt_quotation_role meet_quote(reader *of, uint32_t code, size_t next, twt_quotation *quotation)
{
    twt_mark after = mark_after(of, next);
    twt_quotation_mark mark = {.code = code,
                               .is_after_space = !of->is_word_before &&
                                                 (is_blank(of->before) || of->before == TWT_MARK_OPEN ||
                                                  of->before == TWT_MARK_QUOTE_OPEN || of->before == TWT_MARK_OTHER),
                               .is_before_space = is_blank(after) || is_closing(after),
                               .is_before_word = next == of->end && of->end < of->layout->len,
                               .token = of->token};
    return twt_quotation_meet(quotation, mark);
}

static bool is_closer(reader *of, twt_mark mark, uint32_t code, size_t next, twt_quotation *quotation)
{
    if (mark < TWT_MARK_QUOTE_OPEN)
        return mark == TWT_MARK_CLOSE;
    twt_quotation_role role = meet_quote(of, code, next, quotation);
    of->gap.is_quote_opened |= role == TWT_QUOTATION_OPENS;
    return role == TWT_QUOTATION_CLOSES || (role == TWT_QUOTATION_NONE && mark == TWT_MARK_QUOTE_CLOSE);
}

static void meet_visible(reader *of, twt_mark mark, uint32_t code, size_t next, twt_quotation *quotation)
{
    if (is_stop(mark)) {
        meet_stop(of, mark, next);
        return;
    }
    if (is_closer(of, mark, code, next, quotation)) {
        if (of->is_after_stop) { /* it belongs to the sentence */
            of->gap.stop_end = next;
            of->gap.is_closed = true;
        }
        return;
    }
    if (mark == TWT_MARK_COMMA && of->is_after_stop)
        of->gap.stop = TWT_MARK_OTHER; /* "e.g., " and "?", " */
    of->is_after_stop = false;
    of->gap.is_blank_after = true;
}

static void meet(reader *of, twt_mark mark, uint32_t code, size_t at, size_t next, twt_quotation *quotation)
{
    if (is_blank(mark)) {
        if (of->is_trailing)
            of->gap.trail_end = at;
        of->is_trailing = false;
        of->is_after_stop = false;
        of->gap.is_blank_after = true;
        of->gap.lead_begin = next;
        bool is_half = mark == TWT_MARK_RETURN && next < of->layout->len && of->layout->text[next] == '\n';
        if (mark != TWT_MARK_BLANK && !is_half) {
            end_line(of, at, mark);
            if (of->gap.is_paragraph_end)
                twt_quotation_end(quotation, of->token);
        }
    } else {
        of->is_line_empty = false;
        meet_visible(of, mark, code, next, quotation);
    }
    of->before = mark;
    of->is_word_before = false;
}

twt_gap twt_gap_read(const twt_layout *layout, size_t begin, size_t end, size_t token, twt_quotation *quotation)
{
    reader of = {.layout = layout,
                 .end = end,
                 .token = token,
                 .before = TWT_MARK_BLANK,
                 .is_word_before = token > 0,
                 .is_trailing = true,
                 .gap = {.stop = TWT_MARK_OTHER, .stop_end = begin, .trail_end = end, .lead_begin = begin}};
    for (size_t at = begin, next; at < end; at = next) {
        unsigned size;
        uint32_t code = twt_utf8_decode(layout->text + at, &size);
        next = at + size;
        twt_mark mark = twt_mark_of(code);
        if (mark != TWT_MARK_NOTHING)
            meet(&of, mark, code, at, next, quotation);
    }
    return of.gap;
}

static bool ends_at_full_stop(const twt_gap *gap, const twt_token *left, const twt_token *right, const char *norm)
{
    if (!gap->is_blank_after)
        return !gap->is_stop_apart && (right->flags & (TWT_TOKEN_UPPER | TWT_TOKEN_SPACELESS));
    if (gap->is_closed && (right->flags & TWT_TOKEN_LOWER))
        return false;
    return !twt_is_abbreviated(left, right, norm);
}

bool twt_gap_ends_sentence(const twt_gap *gap, const twt_token *left, const twt_token *right, const char *norm)
{
    if (gap->is_line_end || gap->is_paragraph_end)
        return true;
    bool is_lower = right->flags & TWT_TOKEN_LOWER;
    switch (gap->stop) {
    case TWT_MARK_FINAL:
        return true;
    case TWT_MARK_CRY:
        return gap->is_blank_after ? !(gap->is_closed && is_lower)
                                   : (right->flags & (TWT_TOKEN_UPPER | TWT_TOKEN_SPACELESS)) != 0;
    case TWT_MARK_ELLIPSIS:
        return !is_lower && (gap->is_blank_after || (right->flags & TWT_TOKEN_UPPER));
    case TWT_MARK_STOP:
        return ends_at_full_stop(gap, left, right, norm);
    default:
        return false;
    }
}
