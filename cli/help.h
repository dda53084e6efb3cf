/* What --help prints. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

/* To standard output. */
void help_print(void);
void help_print_command(unsigned command);

#endif
