/* Words for people, on standard error. Control characters in names are shown as \x1b, so that a file's name can't play
 * with the terminal. */
#ifndef CLI_MESSAGES_H
#define CLI_MESSAGES_H

#include "twicetold/types.h"

#if defined(__GNUC__)
#define CLI_PRINTF(at) __attribute__((format(printf, at, at + 1)))
#else
#define CLI_PRINTF(at)
#endif

/* From now on no notes. Errors are never quiet. */
void messages_be_quiet(void);

/* "twicetold: " and a line. */
void say_error(const char *format, ...) CLI_PRINTF(1);

/* "twicetold: note: " and a line, unless quiet. */
void say_note(const char *format, ...) CLI_PRINTF(1);

/* An error and where help is; command may be NULL. */
void say_usage(const char *command, const char *format, ...) CLI_PRINTF(2);

/* "twicetold: PATH:LINE: byte N: reason; ending" as far as it is known; ending may be NULL. */
void say_fault(const twt_fault *fault, twt_status status, const char *ending);

#endif
