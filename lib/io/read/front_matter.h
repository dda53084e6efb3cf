/* The YAML block between two lines of --- at the start of a text. */
#ifndef TWT_IO_READ_FRONT_MATTER_H
#define TWT_IO_READ_FRONT_MATTER_H

#include "base/bytes.h"
#include "twicetold/types.h"

/* Blanks the block and sets the metadata it gives, borrowed from strings. A block that is longer than 64 KiB, does not
 * parse or is no mapping is text and stays; so does a value that makes no sense, unread. TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_front_matter_take(char *text, size_t len, twt_bytes *strings, twt_document *document);

#endif
