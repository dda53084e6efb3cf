/* compare --pairs. */
#ifndef CLI_PAIRS_H
#define CLI_PAIRS_H

#include "options.h"

int pairs_compare(const cli_options *options);

#endif
