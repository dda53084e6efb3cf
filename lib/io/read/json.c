/* What is out of the ordinary is jansson's: it is strict (UTF-8, surrogates, one value, depth at most 2048) and says
 * where a fault lies.
 */
#include "io/read/json.h"

#include <jansson.h>
#include <string.h>

#include "base/utf8.h"
#include "io/read/fault.h"
#include "io/read/json_scan.h"

static const char nul_in_string[] = "\\u0000 in a JSON string";

static const char *reason_of(const json_error_t *error)
{
    switch (json_error_code(error)) {
    case json_error_stack_overflow:
        return "JSON nested too deep";
    case json_error_premature_end_of_input:
        return "JSON cut short";
    case json_error_end_of_input_expected:
        return "more behind the JSON object";
    case json_error_null_byte_in_key:
        return nul_in_string;
    case json_error_duplicate_key:
        return "a name twice in a JSON object";
    case json_error_numeric_overflow:
        return "a JSON number out of range";
    default:
        break;
    }
    if (strncmp(error->text, "invalid Unicode", 15) == 0)
        return "a lone surrogate in a JSON string";
    return strncmp(error->text, "'[' or '{'", 10) == 0 ? "no JSON object" : "malformed JSON";
}

/* The byte that the error speaks of: jansson counts what it has read. */
static uint64_t byte_of(const json_error_t *error, size_t len)
{
    size_t read = error->position > 0 ? (size_t)error->position : 0;
    bool is_past = json_error_code(error) == json_error_premature_end_of_input;
    return read > len ? len : read > 0 && !is_past ? read - 1 : read;
}

static twt_status refuse(const json_error_t *error, const char *line, size_t len, twt_fault *fault)
{
    if (json_error_code(error) == json_error_out_of_memory)
        return twt_fail(fault, TWT_ERROR_MEMORY, NULL, NULL);
    if (json_error_code(error) == json_error_invalid_utf8)
        return twt_fail_at(fault, TWT_ERROR_UTF8, NULL, 0, twt_utf8_check(line, len), "malformed UTF-8");
    return twt_fail_at(fault, TWT_ERROR_FORMAT, NULL, 0, byte_of(error, len), reason_of(error));
}

twt_status twt_json_load(twt_json *json, const char *line, size_t len, twt_field *fields, size_t count,
                         twt_fault *fault)
{
    twt_json_clear(json);
    json_error_t error;
    json_t *root = json_loadb(line, len, JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL | JSON_ALLOW_NUL, &error);
    if (!root)
        return refuse(&error, line, len, fault);
    json->root = root;
    if (!json_is_object(root))
        return twt_fail_at(fault, TWT_ERROR_FORMAT, NULL, 0, 0, "no JSON object");
    for (size_t i = 0; i < count; i++) {
        const json_t *value = json_object_get(root, fields[i].name);
        fields[i].value = NULL;
        if (!value || json_is_null(value))
            continue;
        if (!json_is_string(value))
            return twt_fail(fault, TWT_ERROR_FORMAT, NULL, fields[i].wrong_type);
        fields[i].value = json_string_value(value);
        fields[i].len = json_string_length(value);
        if (!fields[i].takes_nul && memchr(fields[i].value, '\0', fields[i].len))
            return twt_fail(fault, TWT_ERROR_FORMAT, NULL, nul_in_string);
    }
    return TWT_OK;
}

twt_status twt_json_parse(twt_json *json, char *line, size_t len, twt_field *fields, size_t count, twt_fault *fault)
{
    twt_json_clear(json);
    return twt_json_scan(line, len, fields, count) ? TWT_OK : twt_json_load(json, line, len, fields, count, fault);
}

void twt_json_clear(twt_json *json)
{
    json_decref(json->root);
    json->root = NULL;
}
