/* One line of JSON: an object whose strings are wanted. */
#ifndef TWT_IO_READ_JSON_H
#define TWT_IO_READ_JSON_H

#include "io/read/fields.h"

typedef struct twt_json { /* zeroed: empty and valid */
    void *root;
} twt_json;

/* Fills the values of fields from the object in line; they live until json is parsed into again or cleared, and as long
 * as line, which is changed. A field that is null counts as not given. Fails with TWT_ERROR_FORMAT (malformed, no
 * object, a name twice, a wanted field that is no string), TWT_ERROR_UTF8 or TWT_ERROR_MEMORY; fault then gets byte and
 * reason. */
TWT_MUST_USE twt_status twt_json_parse(twt_json *json, char *line, size_t len, twt_field *fields, size_t count,
                                       twt_fault *fault);
/* The same by jansson alone; line is not changed. */
TWT_MUST_USE twt_status twt_json_load(twt_json *json, const char *line, size_t len, twt_field *fields, size_t count,
                                      twt_fault *fault);
void twt_json_clear(twt_json *json);

#endif
