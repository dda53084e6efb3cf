/* The words in which the text writer speaks of verdicts, times and sources. */
#include "io/write/text_words.h"

#include <string.h>

const char *twt_text_name(const twt_compared *compared, unsigned side)
{
    const char *ids[2] = {compared->documents[0]->id, compared->documents[1]->id};
    return strcmp(ids[0], ids[1]) ? ids[side] : side ? "b" : "a";
}

const char *twt_relation_words(twt_relation relation)
{
    static const char *const words[] = {"exact copy",  "noisy copy",     "updated copy", "rewritten copy", "excerpt",
                                        "edited copy", "shared passage", "same topic",   "unrelated"};
    return words[relation];
}

static const struct {
    const char *directed, *together;
} verbs[] = {
    {"is an exact copy of", "have the same words"},
    {"is a noisy copy (misread or mistyped letters) of", "are one text, with misread or mistyped letters"},
    {"is an update (new figures or dates) of", "are one text with different figures or dates"},
    {"is a rewritten copy of", "are rewritten versions of one text"},
    {"is an excerpt of", "share most of one of them"},
    {"is an edited copy of", "are edited versions of one text"},
    {"takes a passage from", "share a passage"},
    {NULL, "are on the same topic, but nothing shows that one was taken from the other"},
    {NULL, "share no text"},
};

const char *twt_link_words(twt_relation relation)
{
    return relation == TWT_RELATION_PARTIAL ? "shares a passage with" : verbs[relation].directed;
}

static void add_sentence(twt_cell *cell, const char *subject, const char *verb, const char *object)
{
    twt_cell_add_id(cell, subject, TWT_STYLE_BOLD);
    twt_cell_add_string(cell, " ", TWT_STYLE_PLAIN);
    twt_cell_add_string(cell, verb, TWT_STYLE_PLAIN);
    twt_cell_add_string(cell, " ", TWT_STYLE_PLAIN);
    twt_cell_add_id(cell, object, TWT_STYLE_BOLD);
}

/* The better covered side is the excerpt, whichever came first. */
static void add_excerpt(twt_cell *cell, const twt_verdict *verdict, const char *name_a, const char *name_b)
{
    bool is_a = verdict->coverage[0] > verdict->coverage[1];
    bool has_grown = verdict->first == (is_a ? TWT_FIRST_A : TWT_FIRST_B);
    const char *part = is_a ? name_a : name_b, *whole = is_a ? name_b : name_a;
    if (has_grown)
        add_sentence(cell, whole, "takes in most of", part);
    else
        add_sentence(cell, part, "is an excerpt of", whole);
}

void twt_add_verdict(twt_cell *cell, const twt_verdict *verdict, const char *name_a, const char *name_b)
{
    const char *directed = verbs[verdict->relation].directed;
    bool is_excerpt = verdict->relation == TWT_RELATION_EXCERPT && verdict->coverage[0] != verdict->coverage[1];
    if (is_excerpt) {
        add_excerpt(cell, verdict, name_a, name_b);
    } else if (directed && verdict->first != TWT_FIRST_UNKNOWN) {
        bool is_a = verdict->first == TWT_FIRST_B;
        add_sentence(cell, is_a ? name_a : name_b, directed, is_a ? name_b : name_a);
    } else {
        add_sentence(cell, name_a, "and", name_b);
        twt_cell_add_string(cell, " ", TWT_STYLE_PLAIN);
        twt_cell_add_string(cell, verbs[verdict->relation].together, TWT_STYLE_PLAIN);
    }
}

void twt_add_confidence(twt_cell *cell, double confidence)
{
    twt_cell_add_fixed(cell, 100 * confidence, 0);
    twt_cell_add_string(cell, " %", TWT_STYLE_PLAIN);
}

void twt_add_count(twt_cell *cell, uint64_t count, const char *singular, const char *plural)
{
    twt_cell_add_number(cell, count);
    twt_cell_add_string(cell, " ", TWT_STYLE_PLAIN);
    twt_cell_add_string(cell, count == 1 ? singular : plural, TWT_STYLE_PLAIN);
}

static void add_digits(twt_cell *cell, uint64_t number, unsigned at_least, const char *before)
{
    char digits[TWT_NUMBER_MAX];
    twt_cell_add_string(cell, before, TWT_STYLE_PLAIN);
    size_t len = twt_format_number(digits, number);
    for (size_t i = len; i < at_least; i++)
        twt_cell_add_string(cell, "0", TWT_STYLE_PLAIN);
    twt_cell_add(cell, digits, len, TWT_STYLE_PLAIN);
}

static bool is_leap(int64_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

void twt_add_time(twt_cell *cell, twt_time time)
{
    static const uint8_t month_days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    enum { DAY = 86400, CYCLE_DAYS = 146097 }; /* a cycle: 400 years */
    /* Years 0 to 9999, the ones that a date of four digits can name. */
    if (time.precision == TWT_PRECISION_NONE || time.seconds < -62167219200 || time.seconds >= 253402300800)
        return;
    int64_t since = time.seconds + 62167219200; /* from the first day of the year 0 */
    int64_t days = since / DAY, minutes = since % DAY / 60;
    int64_t year = days / CYCLE_DAYS * 400;
    days %= CYCLE_DAYS;
    for (; days >= 365 + is_leap(year); year++)
        days -= 365 + is_leap(year);
    unsigned month = 0;
    for (; days >= month_days[month] + (month == 1 && is_leap(year)); month++)
        days -= month_days[month] + (month == 1 && is_leap(year));
    add_digits(cell, (uint64_t)year, 4, "");
    add_digits(cell, month + 1, 2, "-");
    add_digits(cell, (uint64_t)days + 1, 2, "-");
    if (time.precision == TWT_PRECISION_TIME) {
        add_digits(cell, (uint64_t)minutes / 60, 2, " ");
        add_digits(cell, (uint64_t)minutes % 60, 2, ":");
        twt_cell_add_string(cell, "Z", TWT_STYLE_PLAIN);
    }
}

void twt_add_source(twt_cell *cell, const twt_document *document)
{
    static const char *const tiers[] = {"", "other", "outlet", "agency", "official"};
    const char *tier = tiers[document->tier];
    if (document->source)
        twt_cell_add_string(cell, document->source, TWT_STYLE_PLAIN);
    if (document->source && *tier)
        twt_cell_add_string(cell, " (", TWT_STYLE_PLAIN);
    twt_cell_add_string(cell, tier, TWT_STYLE_PLAIN);
    if (document->source && *tier)
        twt_cell_add_string(cell, ")", TWT_STYLE_PLAIN);
}

void twt_add_bytes(twt_cell *cell, uint64_t bytes)
{
    static const char *const units[] = {"kB", "MB", "GB", "TB", "PB", "EB"};
    if (bytes < 1000) {
        twt_add_count(cell, bytes, "byte", "bytes");
        return;
    }
    size_t unit = 0;
    double number = (double)bytes / 1000;
    for (; number >= 999.95 && unit + 1 < sizeof units / sizeof *units; unit++)
        number /= 1000;
    twt_cell_add_fixed(cell, number, 1);
    twt_cell_add_string(cell, " ", TWT_STYLE_PLAIN);
    twt_cell_add_string(cell, units[unit], TWT_STYLE_PLAIN);
}
