#include "io/read/jsonl.h"

#include <inttypes.h>

#include "base/utf8.h"
#include "io/read/blank.h"
#include "io/read/encoding.h"
#include "io/read/fault.h"
#include "io/read/line.h"
#include "io/read/sniff.h"

#define FIRST_BYTES 16 /* the longest signature */

static twt_status fail_in_line(const twt_jsonl *jsonl, twt_status status, const char *reason, twt_fault *fault)
{
    return twt_fail_at(fault, status, NULL, jsonl->source.line, TWT_NOWHERE, reason);
}

static twt_status next_line(twt_jsonl *jsonl, char **line, size_t *len, twt_fault *fault)
{
    twt_status status = twt_source_line(&jsonl->source, line, len);
    if (status == TWT_ERROR_IO)
        return twt_fail_os(fault, NULL, jsonl->source.os_error);
    if (status == TWT_ERROR_TOO_LARGE)
        return fail_in_line(jsonl, status, "a line larger than the limit of a document", fault);
    if (status != TWT_OK)
        return status == TWT_END ? status : fail_in_line(jsonl, status, NULL, fault);
    if (jsonl->source.line == 1)
        twt_line_unmark(*line, *len);
    if (!jsonl->is_lossy || twt_utf8_check(*line, *len) == *len)
        return TWT_OK;
    jsonl->mended.count = 0;
    if (!twt_encoding_mend(*line, *len, &jsonl->mended))
        return fail_in_line(jsonl, TWT_ERROR_MEMORY, NULL, fault);
    *line = jsonl->mended.data;
    *len = jsonl->mended.count;
    return TWT_OK;
}

twt_status twt_jsonl_object(twt_jsonl *jsonl, twt_field *fields, size_t count, twt_fault *fault)
{
    char *line;
    size_t len;
    do {
        twt_status status = next_line(jsonl, &line, &len, fault);
        if (status != TWT_OK)
            return status;
    } while (twt_is_all_space(line, len));
    twt_status status = twt_json_parse(&jsonl->json, line, len, fields, count, fault);
    if (status != TWT_OK && fault)
        fault->line = jsonl->source.line;
    return status;
}

twt_status twt_jsonl_check(twt_source *source, const char *path, twt_fault *fault)
{
    const char *bytes;
    size_t len;
    twt_status status = twt_source_peek(source, FIRST_BYTES, &bytes, &len);
    if (status == TWT_ERROR_IO)
        return twt_fail_os(fault, path, source->os_error);
    if (status != TWT_OK)
        return twt_fail(fault, status, path, NULL);
    const char *reason = twt_sniff(bytes, len);
    return reason ? twt_fail(fault, TWT_ERROR_BINARY, path, reason) : TWT_OK;
}

twt_status twt_jsonl_id(twt_jsonl *jsonl, const twt_field *id, const char *file, const char **out, twt_fault *fault)
{
    *out = id->value;
    if (id->value)
        return id->len > 0 ? TWT_OK : fail_in_line(jsonl, TWT_ERROR_FORMAT, "id is empty", fault);
    jsonl->id.count = 0;
    if (!twt_bytes_append_format(&jsonl->id, "%s:%" PRIu64, file, jsonl->source.line))
        return fail_in_line(jsonl, TWT_ERROR_MEMORY, NULL, fault);
    *out = jsonl->id.data;
    return TWT_OK;
}

twt_status twt_jsonl_text(const twt_jsonl *jsonl, const twt_field *field, const char *missing, twt_fault *fault)
{
    twt_status status = twt_line_text(field, jsonl->source.bytes_max, missing, fault);
    if (status != TWT_OK && fault)
        fault->line = jsonl->source.line;
    return status;
}

void twt_jsonl_close(twt_jsonl *jsonl)
{
    twt_source_close(&jsonl->source);
    twt_json_clear(&jsonl->json);
}

void twt_jsonl_free(twt_jsonl *jsonl)
{
    twt_jsonl_close(jsonl);
    twt_source_free(&jsonl->source);
    twt_bytes_free(&jsonl->mended);
    twt_bytes_free(&jsonl->id);
}
