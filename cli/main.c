/* twicetold: the table of commands. The library does the work; here are words, files and signals. */
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "help.h"
#include "interrupt.h"
#include "messages.h"
#include "spelling.h"
#include "twicetold/profile.h"
#include "twicetold/version.h"

static const struct {
    const char *name;
    unsigned bit;
    int (*run)(cli_options *options);
} commands[] = {
    {"scan", COMMAND_SCAN, command_scan},
    {"compare", COMMAND_COMPARE, command_compare},
};

enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

/* COMMAND_COUNT after a message. */
static size_t find_command(const char *name)
{
    const char *nearest = NULL;
    unsigned best = UINT_MAX;
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(name, commands[i].name) == 0)
            return i;
        if (spelling_is_nearer(name, commands[i].name, &best))
            nearest = commands[i].name;
    }
    const char *kind = name[0] == '-' ? "option" : "command";
    if (nearest)
        say_usage(NULL, "%s: unknown %s (did you mean %s?)", name, kind, nearest);
    else
        say_usage(NULL, "%s: unknown %s", name, kind);
    return COMMAND_COUNT;
}

/* What was printed to standard output did get there. */
static int end_printing(void)
{
    if (fflush(stdout) == 0 && !ferror(stdout) && close(STDOUT_FILENO) == 0)
        return EXIT_DONE;
    say_error("standard output: cannot be written");
    return EXIT_FAILED;
}

static int print_version(void)
{
    twt_profile profile;
    twt_sketcher *sketcher;
    twt_profile_init(&profile);
    if (twt_sketcher_new(&profile, TWT_KERNEL_AUTO, &sketcher) != TWT_OK) {
        say_error("out of memory");
        return EXIT_FAILED;
    }
    printf("twicetold %s\n", twt_version());
    printf("sketch    %" PRIu32 " slots over shingles of %" PRIu32 " tokens, profile %016" PRIx64 "\n", profile.slots,
           profile.shingle_tokens, twt_profile_id(&profile));
    printf("unicode   %s\n", twt_unicode_version());
    printf("kernel    %s\n", twt_kernel_name(twt_sketcher_kernel(sketcher)));
    twt_sketcher_free(sketcher);
    return end_printing();
}

static int print_help(int argc, char **argv)
{
    if (argc == 0) {
        help_print();
        return end_printing();
    }
    size_t command = find_command(argv[0]);
    if (command == COMMAND_COUNT)
        return EXIT_USAGE;
    help_print_command(commands[command].bit);
    return end_printing();
}

static int run_command(size_t command, int argc, char **argv)
{
    cli_options options;
    int status = EXIT_USAGE;
    if (options_parse(&options, commands[command].bit, argc, argv)) {
        if (options.is_quiet)
            messages_be_quiet();
        status = options.wants_help ? print_help(1, (char *[]){(char *)commands[command].name})
                                    : commands[command].run(&options);
    }
    options_free(&options);
    return status;
}

/* A file that is opened later may not become standard output by chance: a closed one gives way to one that refuses. */
static void reserve_standard_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0)
            exit(EXIT_FAILED);
    }
}

int main(int argc, char **argv)
{
    reserve_standard_streams();
    interrupt_install();
    if (argc < 2) {
        say_usage(NULL, "a command is needed: scan or compare");
        return EXIT_USAGE;
    }
    if (strcmp(argv[1], "--version") == 0)
        return print_version();
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
        return print_help(0, NULL);
    if (strcmp(argv[1], "help") == 0)
        return print_help(argc - 2, argv + 2);
    size_t command = find_command(argv[1]);
    return command == COMMAND_COUNT ? EXIT_USAGE : run_command(command, argc - 2, argv + 2);
}
