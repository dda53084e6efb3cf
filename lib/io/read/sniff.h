/* Is it text at all? */
#ifndef TWT_IO_READ_SNIFF_H
#define TWT_IO_READ_SNIFF_H

#include <stdbool.h>
#include <stddef.h>

/* What the first bytes say it is instead: a phrase for the fault, or NULL. */
const char *twt_sniff(const char *bytes, size_t len);

/* True for a page of HTML: it begins, after an XML declaration and comments, with <!DOCTYPE html or <html. */
bool twt_is_html(const char *bytes, size_t len);

#endif
