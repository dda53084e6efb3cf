/* Is it text at all? */
#ifndef TWT_IO_READ_SNIFF_H
#define TWT_IO_READ_SNIFF_H

#include <stddef.h>

/* What the first bytes say it is instead: a phrase for the fault, or NULL. */
const char *twt_sniff(const char *bytes, size_t len);

#endif
