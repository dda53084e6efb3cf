/* One rewritten line on a terminal's standard error: stage, share, count, rate. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>

#include "twicetold/scan.h"

/* Nothing is shown before this, nor when standard error is no terminal. */
void progress_allow(void);

/* Cheap enough to be called for every document: draws at most ten times a second. One call at a time. */
void progress_show(twt_stage stage, uint64_t done, uint64_t total);

/* Erases the line, if there is one. */
void progress_hide(void);

/* The same from a signal handler. */
void progress_hide_in_handler(void);

#endif
