/* Is it UTF-8, and if not, where? */
#ifndef TWT_IO_ENCODING_H
#define TWT_IO_ENCODING_H

#include "base/bytes.h"

/* Offset of the first byte that is not part of a well-formed sequence (Unicode table 3-7); len when there is none. */
size_t twt_encoding_check(const char *text, size_t len);

/* Appends text with U+FFFD for each maximal malformed piece. False when memory is short. */
bool twt_encoding_mend(const char *text, size_t len, twt_bytes *out);

/* Appends text and a NUL, malformed bytes as \xNN: file names are bytes, ids are UTF-8. False when memory is short. */
bool twt_encoding_escape(const char *text, size_t len, twt_bytes *out);

#endif
