/* For hints: which known name did a mistyped one mean? */
#ifndef CLI_SPELLING_H
#define CLI_SPELLING_H

#include <stdbool.h>

/* Edits between two words (Levenshtein 1965), 0 when equal; a large number when one has over 31 bytes. */
unsigned spelling_distance(const char *a, const char *b);

/* True when name is near enough to known to be named in a hint, and nearer than *best (start with UINT_MAX). */
bool spelling_is_nearer(const char *name, const char *known, unsigned *best);

#endif
