/* Where the results go: standard output, or a file that appears whole or not at all. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdbool.h>

#include "twicetold/types.h"

typedef struct cli_output {
    int fd;           /* -1: not open */
    char *target;     /* the file that is made, links followed; NULL for standard output and for devices */
    char *temporary;  /* it has this name until it is whole */
    const char *name; /* for messages */
    int error;        /* errno of the first write that failed */
} cli_output;

/* Says before hours of work whether path (NULL or "-": standard output) can be written; a message when not. */
bool output_check(const char *path);

/* A message when it can't be opened. */
bool output_open(cli_output *output, const char *path);

/* For twt_writer_options.write; the context is the output. */
TWT_MUST_USE twt_status output_write(void *context, const char *bytes, size_t len);

/* Hands all bytes to the system and gives the file its name. False after a message; a reader that has gone away (closed
 * pipe) is no error to speak of: false without one. */
bool output_finish(cli_output *output);

/* Leaves nothing behind. May follow output_finish. */
void output_discard(cli_output *output);

#endif
