#include "options.h"

#include <limits.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "messages.h"
#include "spelling.h"
#include "twicetold/scan.h"

static const char *command_name(unsigned command)
{
    return command == COMMAND_SCAN ? "scan" : "compare";
}

static unsigned other_than(unsigned command)
{
    return command == COMMAND_SCAN ? COMMAND_COMPARE : COMMAND_SCAN;
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
    if (find(name, len, other_than(command))) {
        say_usage(command_name(command), "%s: an option of %s, not of %s", word, command_name(other_than(command)),
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
    if (!spec->argument) {
        *(bool *)((char *)out + spec->is_on) = true;
        return true;
    }
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
