/* One line of JSONL, wherever it came from. Faults get byte and reason; which line of which file the caller knows. */
#ifndef TWT_IO_READ_LINE_H
#define TWT_IO_READ_LINE_H

#include "base/bytes.h"
#include "io/read/json.h"

/* Blanks a byte order mark. */
void twt_line_unmark(char *line, size_t len);

/* A value that must be there, hold more than white space, and be no longer than bytes_max. missing: the reason when it
 * is not there. */
TWT_MUST_USE twt_status twt_line_text(const twt_field *field, size_t bytes_max, const char *missing, twt_fault *fault);

/* The document in a line, which is changed; its strings live as long as line and json. An id left out stays NULL. */
TWT_MUST_USE twt_status twt_line_document(char *line, size_t len, size_t bytes_max, twt_json *json, twt_document *out,
                                          twt_fault *fault);

#endif
