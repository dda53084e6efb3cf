/* The common line of JSON, fast. */
#ifndef TWT_IO_READ_JSON_SCAN_H
#define TWT_IO_READ_JSON_SCAN_H

#include "io/read/fields.h"

/* Takes an object whose values are all strings, well-formed and with no name twice, and does to fields what
 * twt_json_parse does; strings are decoded in place. False, with line and fields unchanged, for any other line. */
bool twt_json_scan(char *line, size_t len, twt_field *fields, size_t count);

#endif
