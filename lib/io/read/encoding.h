/* What becomes of bytes that are no UTF-8. */
#ifndef TWT_IO_READ_ENCODING_H
#define TWT_IO_READ_ENCODING_H

#include "base/bytes.h"

/* Appends text with U+FFFD for each maximal malformed piece. False when memory is short. */
bool twt_encoding_mend(const char *text, size_t len, twt_bytes *out);

/* Appends text and a NUL, malformed bytes as \xNN: file names are bytes, ids are UTF-8. False when memory is short. */
bool twt_encoding_escape(const char *text, size_t len, twt_bytes *out);

#endif
