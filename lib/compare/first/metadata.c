/* What tier, time and credit say of who came first. */
#include <string.h>

#include "base/utf8.h"
#include "compare/first/first.h"

#define TIER_POINTS 3.0
#define TIME_POINTS 2.5
#define DATE_POINTS 1.0
#define CREDIT_POINTS 2.0

#define APART_SECONDS 600 /* clocks of two publishers differ, and feeds round */
#define DAY_SECONDS 86400
#define SOURCE_BYTES_MIN 3 /* shorter names stand in texts by chance */
#define SOURCE_BYTES_MAX 256
#define EXAMPLE_BYTES 40 /* put around the words that credit */

static void add(twt_reason *out, size_t *count, twt_reason_code code, double points, bool is_for_a)
{
    out[(*count)++] = (twt_reason){.code = code, .value = is_for_a ? points : -points};
}

/* ---- tier and time --------------------------------------------------------------------------------------- */

/* An unknown source may be of any tier, but an office or an agency is known by name. */
static bool outranks(twt_tier higher, twt_tier lower)
{
    return higher > lower && (lower != TWT_TIER_UNKNOWN || higher >= TWT_TIER_AGENCY);
}

static void weigh_tier(const twt_document *a, const twt_document *b, twt_reason *out, size_t *count)
{
    if (outranks(a->tier, b->tier) || outranks(b->tier, a->tier))
        add(out, count, TWT_REASON_FIRST_TIER, TIER_POINTS, outranks(a->tier, b->tier));
}

static int64_t day_of(int64_t seconds)
{
    return seconds / DAY_SECONDS - (seconds % DAY_SECONDS < 0);
}

static void weigh_time(const twt_time *a, const twt_time *b, twt_reason *out, size_t *count)
{
    if (a->precision == TWT_PRECISION_NONE || b->precision == TWT_PRECISION_NONE)
        return;
    if (a->precision == TWT_PRECISION_TIME && b->precision == TWT_PRECISION_TIME) {
        bool is_a = a->seconds < b->seconds;
        uint64_t apart =
            is_a ? (uint64_t)b->seconds - (uint64_t)a->seconds : (uint64_t)a->seconds - (uint64_t)b->seconds;
        if (apart >= APART_SECONDS)
            add(out, count, TWT_REASON_FIRST_TIME, TIME_POINTS, is_a);
        return;
    }
    int64_t day_a = day_of(a->seconds), day_b = day_of(b->seconds);
    if (day_a != day_b)
        add(out, count, TWT_REASON_FIRST_DATE, DATE_POINTS, day_a < day_b);
}

/* ---- credit ---------------------------------------------------------------------------------------------- */

/* Whether the character at the byte is a letter or digit of a script with blanks between words: ASCII, or of U+00C0 to
 * U+07FF. */
static bool is_word_at(const char *text, size_t len, size_t at)
{
    while (at > 0 && at < len && twt_utf8_is_inside(text[at]))
        at--;
    if (at >= len)
        return false;
    unsigned char lead = (unsigned char)text[at];
    return (lead >= '0' && lead <= '9') || (lead >= 'A' && lead <= 'Z') || (lead >= 'a' && lead <= 'z') ||
           (lead >= 0xC3 && lead <= 0xDF);
}

/* A word does not go on beyond the name's first and last letter. */
static bool is_bounded(const char *text, size_t len, size_t begin, size_t end)
{
    bool goes_before = begin > 0 && is_word_at(text, len, begin) && is_word_at(text, len, begin - 1);
    return !goes_before && !(is_word_at(text, len, end - 1) && is_word_at(text, len, end));
}

/* The first place where the name stands as a word of its own; an empty range when there is none. */
static twt_range find_name(const char *text, size_t len, const char *name)
{
    size_t name_len = strlen(name);
    if (name_len < SOURCE_BYTES_MIN || name_len > SOURCE_BYTES_MAX)
        return (twt_range){0, 0};
    for (size_t at = 0; len - at >= name_len;) {
        const char *found = memchr(text + at, name[0], len - at - name_len + 1);
        if (found == NULL)
            break;
        at = (size_t)(found - text);
        if (memcmp(found, name, name_len) == 0 && is_bounded(text, len, at, at + name_len))
            return (twt_range){(uint32_t)at, (uint32_t)(at + name_len)};
        at++;
    }
    return (twt_range){0, 0};
}

static bool is_boundary(const char *text, size_t len, size_t at)
{
    return at >= len || !twt_utf8_is_inside(text[at]);
}

/* The name with the words around it. */
static twt_range widen(const char *text, size_t len, twt_range name)
{
    size_t begin = name.begin > EXAMPLE_BYTES ? name.begin - EXAMPLE_BYTES : 0;
    size_t end = len - name.end > EXAMPLE_BYTES ? name.end + EXAMPLE_BYTES : len;
    while (begin < name.begin && begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n')
        begin++;
    while (end > name.end && end < len && text[end] != ' ' && text[end] != '\n')
        end--;
    while (!is_boundary(text, len, begin))
        begin++;
    while (!is_boundary(text, len, end))
        end++;
    return (twt_range){(uint32_t)begin, (uint32_t)end};
}

/* The words of one text that name the other's source; empty when both have the same source. */
static twt_range credit_of(const twt_document *by, const twt_document *to)
{
    if (to->source == NULL || by->text == NULL || (by->source != NULL && strcmp(by->source, to->source) == 0))
        return (twt_range){0, 0};
    twt_range name = find_name(by->text, by->text_len, to->source);
    return name.begin < name.end ? widen(by->text, by->text_len, name) : name;
}

static void weigh_credit(const twt_document *a, const twt_document *b, twt_reason *out, size_t *count)
{
    twt_range in_a = credit_of(a, b), in_b = credit_of(b, a);
    bool a_credits = in_a.begin < in_a.end, b_credits = in_b.begin < in_b.end;
    if (a_credits == b_credits)
        return;
    add(out, count, TWT_REASON_FIRST_CREDIT, CREDIT_POINTS, b_credits);
    out[*count - 1].a = in_a;
    out[*count - 1].b = in_b;
}

size_t twt_first_from_metadata(const twt_document *a, const twt_document *b, twt_reason out[TWT_FIRST_METADATA_REASONS])
{
    size_t count = 0;
    weigh_tier(a, b, out, &count);
    weigh_time(&a->published, &b->published, out, &count);
    weigh_credit(a, b, out, &count);
    return count;
}
