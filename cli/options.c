#include "options.h"

#include <errno.h>
#include <limits.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "messages.h"
#include "spelling.h"
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

static const char *set_explain(cli_options *options, const char *value)
{
    (void)value;
    options->explains = true;
    return NULL;
}

static const char *set_stats(cli_options *options, const char *value)
{
    (void)value;
    options->tells_stats = true;
    return NULL;
}

static const char *set_follow(cli_options *options, const char *value)
{
    (void)value;
    options->follows_links = true;
    return NULL;
}

static const char *set_lossy(cli_options *options, const char *value)
{
    (void)value;
    options->is_lossy = true;
    return NULL;
}

static const char *set_strict(cli_options *options, const char *value)
{
    (void)value;
    options->is_strict = true;
    return NULL;
}

static const char *set_quiet(cli_options *options, const char *value)
{
    (void)value;
    options->is_quiet = true;
    return NULL;
}

static const char *set_no_progress(cli_options *options, const char *value)
{
    (void)value;
    options->hides_progress = true;
    return NULL;
}

static const char *set_help(cli_options *options, const char *value)
{
    (void)value;
    options->wants_help = true;
    return NULL;
}

/* ---- the table ------------------------------------------------------------------------------------------- */

#define BOTH (COMMAND_SCAN | COMMAND_COMPARE)

const option_spec option_specs[] = {
    {"format", "FORMAT", "text", "what is printed: text (for people), jsonl or csv", BOTH, set_format},
    {"output", "FILE", "standard output", "where it is printed; the file appears when it is whole, or not at all", BOTH,
     set_output},
    {"pairs", "FILE", NULL, "compare the pairs of a JSONL file, {\"id\",\"a\",\"b\"} a line; - is standard input",
     COMMAND_COMPARE, set_pairs},
    {"explain", "ID ID", "none",
     "instead of the results, print all that these two documents were held against, reported "
     "or not (text or jsonl); may be repeated",
     COMMAND_SCAN, add_explained},
    {"explain", NULL, "off", "print every measure beside its limit, rule by rule (text or jsonl)", COMMAND_COMPARE,
     set_explain},
    {"stats", NULL, "off",
     "tell time, memory and counts of each stage on standard error: a record with --format jsonl, "
     "else text",
     COMMAND_SCAN, set_stats},
    {"include", "GLOB", "every file", "in folders, read only files that match; may be repeated", COMMAND_SCAN,
     add_include},
    {"exclude", "GLOB", "none", "in folders, leave out files that match; may be repeated", COMMAND_SCAN, add_exclude},
    {"follow", NULL, "off", "follow symbolic links inside folders", COMMAND_SCAN, set_follow},
    {"lossy", NULL, "off", "mend malformed UTF-8 with U+FFFD instead of skipping the document", BOTH, set_lossy},
    {"strict", NULL, "off", "stop with status 1 at the first document that cannot be read", BOTH, set_strict},
    {"meta", "FILE", "none", "join title, published, source, url and tier by id from a JSONL or CSV file", BOTH,
     set_metadata},
    {"official", "GLOB", "none", "documents whose id matches are official; may be repeated", BOTH, add_official},
    {"prefer", "GLOB", "none", "documents whose id matches are canonical before all others; may be repeated",
     COMMAND_SCAN, add_prefer},
    {"threads", "N", "all CPUs", "worker threads, 1 to " QUOTE(TWT_THREADS_MAX) "; the output does not depend on it",
     BOTH, set_threads},
    {"memory", "SIZE", "no limit",
     "memory to do with, such as 2G; what is beyond it goes to files in --tmp; the output does not depend on it",
     COMMAND_SCAN, set_memory},
    {"tmp", "DIR", "TMPDIR, else /var/tmp", "the folder for them; they have no name and never outlive the run",
     COMMAND_SCAN, set_tmp},
    {"kernel", "NAME", "auto", "sketch code: auto, scalar, avx2, avx512 or neon; the output does not depend on it",
     COMMAND_SCAN, set_kernel},
    {"color", "WHEN", "auto", "colour the text form: auto (on a terminal, unless NO_COLOR is set), always or never",
     BOTH, set_color},
    {"width", "COLUMNS", "the terminal's, else 100", "columns of the text form, 40 to 400", BOTH, set_width},
    {"quiet", NULL, "off", "no progress and no notes; errors and skipped documents are still told", BOTH, set_quiet},
    {"no-progress", NULL, "off", "no progress line", COMMAND_SCAN, set_no_progress},
    {"help", NULL, NULL, "print this and exit", BOTH, set_help},
};
const size_t option_spec_count = sizeof option_specs / sizeof *option_specs;

/* ---- the parser ------------------------------------------------------------------------------------------ */

static const char *command_name(unsigned command)
{
    return command == COMMAND_SCAN ? "scan" : "compare";
}

static const option_spec *find(const char *name, size_t len, unsigned commands)
{
    for (size_t i = 0; i < option_spec_count; i++) {
        const option_spec *spec = &option_specs[i];
        if ((spec->commands & commands) && strlen(spec->name) == len && memcmp(spec->name, name, len) == 0)
            return spec;
    }
    return NULL;
}

static void say_unknown(const char *word, const char *name, size_t len, unsigned command)
{
    char own[32] = "";
    const char *nearest = NULL;
    unsigned best = UINT_MAX;
    if (find(name, len, BOTH & ~command)) {
        say_usage(command_name(command), "%s: an option of %s, not of %s", word, command_name(BOTH & ~command),
                  command_name(command));
        return;
    }
    if (len < sizeof own)
        memcpy(own, name, len);
    for (size_t i = 0; i < option_spec_count && *own; i++) {
        if ((option_specs[i].commands & command) && spelling_is_nearer(own, option_specs[i].name, &best))
            nearest = option_specs[i].name;
    }
    if (nearest)
        say_usage(command_name(command), "%s: unknown option (did you mean --%s?)", word, nearest);
    else
        say_usage(command_name(command), "%s: unknown option", word);
}

static unsigned value_count(const option_spec *spec)
{
    unsigned count = 1;
    for (const char *at = spec->argument; *at; at++)
        count += *at == ' ';
    return count;
}

static bool set(cli_options *out, unsigned command, const option_spec *spec, const char *value)
{
    const char *expected = spec->set(out, value);
    if (expected)
        say_usage(command_name(command), "--%s: '%s' is not %s", spec->name, value, expected);
    return !expected;
}

/* Takes the option at argv[*at] and moves *at to its last word. */
static bool take_option(cli_options *out, unsigned command, int argc, char **argv, int *at)
{
    const char *word = argv[*at];
    const char *name = word[1] == '-' ? word + 2 : word + 1;
    size_t len = strcspn(name, "=");
    const char *value = name[len] ? name + len + 1 : NULL;
    const option_spec *spec = word[1] == '-' ? find(name, len, command) : NULL;
    if (strcmp(word, "-h") == 0)
        spec = find("help", 4, command);
    if (!spec) {
        say_unknown(word, name, len, command);
        return false;
    }
    if (!spec->argument && value) {
        say_usage(command_name(command), "--%s takes no value", spec->name);
        return false;
    }
    if (!spec->argument)
        return !spec->set(out, NULL);
    for (unsigned left = value_count(spec); left > 0; left--, value = NULL) {
        if (!value && *at + 1 >= argc) {
            say_usage(command_name(command), "--%s needs %s: %s", spec->name,
                      value_count(spec) > 1 ? "two values" : "a value", spec->argument);
            return false;
        }
        if (!set(out, command, spec, value ? value : argv[++*at]))
            return false;
    }
    return true;
}

/* All CPUs that this process may use. */
static unsigned cpu_count(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
#if defined(__linux__)
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) == 0)
        count = CPU_COUNT(&set);
#endif
    return count < 1 ? 1 : count > TWT_THREADS_MAX ? TWT_THREADS_MAX : (unsigned)count;
}

/* No list is longer than argv. */
static bool init(cli_options *out, int argc)
{
    size_t room = (size_t)argc + 1;
    memset(out, 0, sizeof *out);
    out->format = TWT_FORMAT_TEXT;
    out->threads = cpu_count();
    out->kernel = TWT_KERNEL_AUTO;
    out->operands = calloc(6 * room, sizeof *out->operands);
    if (!out->operands)
        return false;
    out->include.items = out->operands + room;
    out->exclude.items = out->operands + 2 * room;
    out->official.items = out->operands + 3 * room;
    out->prefer.items = out->operands + 4 * room;
    out->explained.items = out->operands + 5 * room;
    return true;
}

bool options_parse(cli_options *out, unsigned command, int argc, char **argv)
{
    bool are_over = false;
    if (!init(out, argc)) {
        say_error("out of memory");
        return false;
    }
    for (int at = 0; at < argc; at++) {
        const char *word = argv[at];
        if (are_over || word[0] != '-' || !word[1])
            out->operands[out->operand_count++] = word;
        else if (strcmp(word, "--") == 0)
            are_over = true;
        else if (!take_option(out, command, argc, argv, &at))
            return false;
    }
    return true;
}

void options_free(cli_options *options)
{
    free(options->operands);
    options->operands = NULL;
}
