/* What each option is called and means, and how its values are read. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "options.h"
#include "twicetold/scan.h"

/* ---- values ---------------------------------------------------------------------------------------------- */

static const char *set_format(cli_options *options, const char *value)
{
    static const char *const names[] = {
        [TWT_FORMAT_TEXT] = "text", [TWT_FORMAT_JSONL] = "jsonl", [TWT_FORMAT_CSV] = "csv"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(value, names[i]) == 0) {
            options->format = (twt_format)i;
            return NULL;
        }
    }
    return "text, jsonl or csv";
}

static const char *set_color(cli_options *options, const char *value)
{
    static const char *const names[] = {[COLOR_AUTO] = "auto", [COLOR_ALWAYS] = "always", [COLOR_NEVER] = "never"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(value, names[i]) == 0) {
            options->color = (color_choice)i;
            return NULL;
        }
    }
    return "auto, always or never";
}

static const char *set_kernel(cli_options *options, const char *value)
{
    return twt_kernel_parse(value, &options->kernel) == TWT_OK ? NULL : "auto, scalar, avx2, avx512 or neon";
}

/* Decimal digits alone, from min to max. */
static bool parse_number(const char *value, unsigned long min, unsigned long max, unsigned *out)
{
    errno = 0;
    unsigned long number = strtoul(value, NULL, 10);
    if (!*value || value[strspn(value, "0123456789")] || errno || number < min || number > max)
        return false;
    *out = (unsigned)number;
    return true;
}

#define QUOTE_(x) #x
#define QUOTE(x) QUOTE_(x)

static const char *set_threads(cli_options *options, const char *value)
{
    return parse_number(value, 1, TWT_THREADS_MAX, &options->threads) ? NULL
                                                                      : "a number from 1 to " QUOTE(TWT_THREADS_MAX);
}

/* A number of bytes, K, M, G or T of 1024 each. */
static const char *set_memory(cli_options *options, const char *value)
{
    static const char *const expected = "a size from 1M on, such as 500M or 2G";
    static const char units[] = "KMGT";
    errno = 0;
    char *end;
    unsigned long long size = strtoull(value, &end, 10);
    const char *unit = *end ? strchr(units, *end) : NULL;
    if (value[0] < '0' || value[0] > '9' || errno || (*end && (!unit || end[1])))
        return expected;
    unsigned shift = unit ? 10 * (unsigned)(unit - units + 1) : 0;
    if (size > UINT64_MAX >> 20 >> shift || size << shift < 1 << 20)
        return expected;
    options->memory = size << shift;
    return NULL;
}

static const char *set_tmp(cli_options *options, const char *value)
{
    options->tmp_folder = value;
    return *value ? NULL : "a folder";
}

static const char *set_width(cli_options *options, const char *value)
{
    return parse_number(value, 40, 400, &options->width) ? NULL : "a number from 40 to 400";
}

static const char *set_output(cli_options *options, const char *value)
{
    options->output = value;
    return *value ? NULL : "a file";
}

static const char *set_metadata(cli_options *options, const char *value)
{
    options->metadata = value;
    return *value ? NULL : "a file";
}

static const char *set_pairs(cli_options *options, const char *value)
{
    options->pairs = value;
    return *value ? NULL : "a file";
}

/* The parser has seen to it that there is room. */
static const char *add_pattern(cli_patterns *patterns, const char *value)
{
    if (!*value)
        return "a pattern";
    patterns->items[patterns->count++] = value;
    return NULL;
}

static const char *add_include(cli_options *options, const char *value)
{
    return add_pattern(&options->include, value);
}

static const char *add_exclude(cli_options *options, const char *value)
{
    return add_pattern(&options->exclude, value);
}

static const char *add_official(cli_options *options, const char *value)
{
    return add_pattern(&options->official, value);
}

static const char *add_prefer(cli_options *options, const char *value)
{
    return add_pattern(&options->prefer, value);
}

static const char *add_explained(cli_options *options, const char *value)
{
    options->explained.items[options->explained.count++] = value;
    return *value ? NULL : "an id";
}

/* ---- the table ------------------------------------------------------------------------------------------- */

#define BOTH (COMMAND_SCAN | COMMAND_COMPARE)
#define SWITCH(field) offsetof(cli_options, field)

const option_spec option_specs[] = {
    {"format", "FORMAT", "text", "what is printed: text (for people), jsonl or csv", BOTH, .set = set_format},
    {"output", "FILE", "standard output", "where it is printed; the file appears when it is whole, or not at all", BOTH,
     .set = set_output},
    {"pairs", "FILE", NULL, "compare the pairs of a JSONL file, {\"id\",\"a\",\"b\"} a line; - is standard input",
     COMMAND_COMPARE, .set = set_pairs},
    {"explain", "ID ID", "none",
     "instead of the results, print all that these two documents were held against, reported "
     "or not (text or jsonl); may be repeated",
     COMMAND_SCAN, .set = add_explained},
    {"explain", NULL, "off", "print every measure beside its limit, rule by rule (text or jsonl)", COMMAND_COMPARE,
     .is_on = SWITCH(explains)},
    {"stats", NULL, "off",
     "tell time, memory and counts of each stage on standard error: a record with --format jsonl, "
     "else text",
     COMMAND_SCAN, .is_on = SWITCH(tells_stats)},
    {"include", "GLOB", "every file", "in folders, read only files that match; may be repeated", COMMAND_SCAN,
     .set = add_include},
    {"exclude", "GLOB", "none", "in folders, leave out files that match; may be repeated", COMMAND_SCAN,
     .set = add_exclude},
    {"follow", NULL, "off", "follow symbolic links inside folders", COMMAND_SCAN, .is_on = SWITCH(follows_links)},
    {"lossy", NULL, "off", "mend malformed UTF-8 with U+FFFD instead of skipping the document", BOTH,
     .is_on = SWITCH(is_lossy)},
    {"strict", NULL, "off", "stop with status 1 at the first document that cannot be read", BOTH,
     .is_on = SWITCH(is_strict)},
    {"meta", "FILE", "none", "join title, published, source, url and tier by id from a JSONL or CSV file", BOTH,
     .set = set_metadata},
    {"official", "GLOB", "none", "documents whose id matches are official; may be repeated", BOTH, .set = add_official},
    {"prefer", "GLOB", "none", "documents whose id matches are canonical before all others; may be repeated",
     COMMAND_SCAN, .set = add_prefer},
    {"threads", "N", "all CPUs", "worker threads, 1 to " QUOTE(TWT_THREADS_MAX) "; the output does not depend on it",
     BOTH, .set = set_threads},
    {"memory", "SIZE", "no limit",
     "memory to do with, such as 2G; what is beyond it goes to files in --tmp; the output does not depend on it",
     COMMAND_SCAN, .set = set_memory},
    {"tmp", "DIR", "TMPDIR, else /var/tmp", "the folder for them; they have no name and never outlive the run",
     COMMAND_SCAN, .set = set_tmp},
    {"kernel", "NAME", "auto", "sketch code: auto, scalar, avx2, avx512 or neon; the output does not depend on it",
     COMMAND_SCAN, .set = set_kernel},
    {"color", "WHEN", "auto", "colour the text form: auto (on a terminal, unless NO_COLOR is set), always or never",
     BOTH, .set = set_color},
    {"width", "COLUMNS", "the terminal's, else 100", "columns of the text form, 40 to 400", BOTH, .set = set_width},
    {"quiet", NULL, "off", "no progress and no notes; errors and skipped documents are still told", BOTH,
     .is_on = SWITCH(is_quiet)},
    {"no-progress", NULL, "off", "no progress line", COMMAND_SCAN, .is_on = SWITCH(hides_progress)},
    {"help", NULL, NULL, "print this and exit", BOTH, .is_on = SWITCH(wants_help)},
};
const size_t option_spec_count = sizeof option_specs / sizeof *option_specs;
