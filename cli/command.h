/* The commands of the line, and the exit statuses they share. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "options.h"

enum { EXIT_DONE = 0, EXIT_FAILED = 1, EXIT_USAGE = 2 };

/* compare of two files follows diff and grep instead. */
enum { EXIT_REUSE = 0, EXIT_NO_REUSE = 1, EXIT_TROUBLE = 2 };

int command_scan(cli_options *options);
int command_compare(cli_options *options);

#endif
