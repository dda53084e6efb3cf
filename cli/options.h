/* One table of options: the parser, --help and the test of the man page all read it. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "twicetold/io.h"
#include "twicetold/sketch.h"

enum { COMMAND_SCAN = 1, COMMAND_COMPARE = 2 }; /* bits of option_spec.commands */

typedef enum color_choice { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER } color_choice;

typedef struct cli_patterns { /* globs in the order given; borrowed from argv */
    const char **items;
    size_t count;
} cli_patterns;

typedef struct cli_options {
    twt_format format;
    const char *output; /* NULL: standard output */
    color_choice color;
    unsigned width; /* 0: the terminal's */
    unsigned threads;
    uint64_t memory;        /* bytes; 0: no limit */
    const char *tmp_folder; /* NULL: the default */
    twt_kernel kernel;
    cli_patterns include, exclude, official, prefer;
    const char *metadata; /* NULL: none */
    const char *pairs;    /* NULL: two files */
    cli_patterns explained; /* scan: ids, two a pair */
    bool explains;          /* compare */
    bool tells_stats;
    bool follows_links, is_lossy, is_strict, is_quiet, hides_progress, wants_help;
    const char **operands;
    size_t operand_count;
} cli_options;

typedef struct option_spec {
    const char *name;          /* without its dashes */
    const char *argument;      /* what its values are called, a word each, or NULL for a switch */
    const char *default_value; /* in words, or NULL when there is none to name */
    const char *help;
    unsigned commands;
    /* Called for each value. NULL, or what it should have been. */
    const char *(*set)(cli_options *options, const char *value);
    size_t is_on; /* of a switch: where in cli_options it is noted */
} option_spec;

extern const option_spec option_specs[];
extern const size_t option_spec_count;

/* Fills *out with defaults and what argv says; argv[0] is the first word behind the command. False after a message:
 * wrong usage. Options are told by their whole names, before and behind operands; "--" ends them. */
bool options_parse(cli_options *out, unsigned command, int argc, char **argv);
void options_free(cli_options *options);

#endif
