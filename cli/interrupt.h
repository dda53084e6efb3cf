/* Ctrl-C and its kin. A signal ends the program at once, with the temporary output file removed, and so that the shell
 * sees which signal it was; while interrupts are deferred the first one only raises a flag, for the library to stop in
 * order. */
#ifndef CLI_INTERRUPT_H
#define CLI_INTERRUPT_H

#include <stdbool.h>

/* SIGINT, SIGTERM, SIGHUP and SIGPIPE; those that the caller has set to be ignored stay so (nohup). */
void interrupt_install(void);

/* From here to interrupt_resume the first signal is only noted. */
void interrupt_defer(void);

/* Ends the program if a signal was noted. */
void interrupt_resume(void);

/* From any thread. */
bool interrupt_is_noted(void);

/* Signals that come between wait until interrupt_unblock. */
void interrupt_block(void);
void interrupt_unblock(void);

/* The file to remove when a signal ends the program; NULL when there is none any more. False when its name is too long.
 */
bool interrupt_set_temporary(const char *path);

#endif
