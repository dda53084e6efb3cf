#include "io/read/line.h"

#include <string.h>

#include "io/read/blank.h"
#include "io/read/fault.h"

void twt_line_unmark(char *line, size_t len)
{
    if (len >= 3 && memcmp(line, "\xef\xbb\xbf", 3) == 0)
        twt_blank(line, 0, 3);
}

twt_status twt_line_text(const twt_field *field, size_t bytes_max, const char *missing, twt_fault *fault)
{
    if (!field->value)
        return twt_fail(fault, TWT_ERROR_FORMAT, NULL, missing);
    if (field->len > bytes_max) /* mending lengthens */
        return twt_fail(fault, TWT_ERROR_TOO_LARGE, NULL, "larger than the limit of a document");
    if (twt_is_all_space(field->value, field->len))
        return twt_fail(fault, TWT_ERROR_EMPTY, NULL, NULL);
    return TWT_OK;
}

twt_status twt_line_document(char *line, size_t len, size_t bytes_max, twt_json *json, twt_document *out,
                             twt_fault *fault)
{
    twt_field fields[TWT_FIELDS];
    const char *reason = NULL;
    twt_fields_init(fields);
    twt_status status = twt_json_parse(json, line, len, fields, TWT_FIELDS, fault);
    if (status == TWT_OK)
        status = twt_line_text(&fields[TWT_FIELD_TEXT], bytes_max, "text is missing", fault);
    if (status != TWT_OK)
        return status;
    const twt_field *id = &fields[TWT_FIELD_ID];
    if (id->value && id->len == 0)
        return twt_fail(fault, TWT_ERROR_FORMAT, NULL, "id is empty");
    *out = (twt_document){.id = id->value};
    status = twt_fields_apply(fields, out, &reason);
    if (status != TWT_OK)
        return twt_fail(fault, status, NULL, reason);
    out->text = fields[TWT_FIELD_TEXT].value;
    out->text_len = fields[TWT_FIELD_TEXT].len;
    return TWT_OK;
}
