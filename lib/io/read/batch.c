#include "io/read/batch.h"

#include <fcntl.h>
#include <inttypes.h>
#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "io/read/blank.h"
#include "io/read/encoding.h"
#include "io/read/fault.h"
#include "io/read/line.h"

static const char too_long[] = "a line larger than the limit of a document";

enum {
    OUTCOMES = 4096,      /* held at once; lines of 64 bytes and more never come to it */
    BYTES_KEPT = 4 << 20, /* a larger buffer is not kept for the next filling */
};

/* ---- life ------------------------------------------------------------------------------------------------ */

twt_status twt_batch_init(twt_batch *batch, size_t bytes_max, bool is_lossy)
{
    *batch = (twt_batch){.bytes_max = bytes_max, .is_lossy = is_lossy};
    batch->outcomes = twt_alloc_zeroed(OUTCOMES, sizeof *batch->outcomes);
    return batch->outcomes ? TWT_OK : TWT_ERROR_MEMORY;
}

static void forget(twt_outcome *outcome)
{
    twt_json_clear(&outcome->json);
    twt_free(outcome->mended);
    *outcome = (twt_outcome){0};
}

static void forget_outcomes(twt_batch *batch)
{
    for (size_t i = 0; i < batch->outcome_count; i++)
        forget(&batch->outcomes[i]);
    batch->outcome_count = batch->taken = 0;
}

static void free_file(twt_batch_file *file)
{
    twt_bytes_free(&file->path);
    twt_bytes_free(&file->id);
    twt_source_free(&file->source);
    twt_text_file_free(&file->text);
}

void twt_batch_free(twt_batch *batch)
{
    forget_outcomes(batch);
    for (size_t i = 0; batch->files && i < TWT_BATCH_FILES; i++)
        free_file(&batch->files[i]);
    twt_free(batch->files);
    twt_free(batch->outcomes);
    twt_free(batch->lines.data);
    twt_bytes_free(&batch->path);
    twt_bytes_free(&batch->id);
    twt_bytes_free(&batch->path_behind);
    *batch = (twt_batch){0};
}

void twt_batch_clear(twt_batch *batch)
{
    forget_outcomes(batch);
    for (size_t i = 0; i < batch->file_count; i++) {
        twt_source *source = &batch->files[i].source;
        twt_source_close(source);
        if (source->cap > BYTES_KEPT / TWT_BATCH_FILES)
            twt_source_free(source);
    }
    if (batch->lines.cap > BYTES_KEPT) {
        twt_free(batch->lines.data);
        batch->lines = (twt_buffer){0};
    }
    batch->lines.len = batch->at = batch->file_count = batch->files_read = batch->bytes = 0;
    batch->line = batch->lines_before = batch->lines_lost = 0;
    batch->is_first = false;
    batch->status_behind = TWT_OK;
}

bool twt_batch_is_empty(const twt_batch *batch)
{
    return batch->lines.len == 0 && batch->file_count == 0 && batch->status_behind == TWT_OK;
}

/* ---- filling --------------------------------------------------------------------------------------------- */

static bool set_string(twt_bytes *bytes, const char *text)
{
    bytes->count = 0;
    return twt_bytes_append(bytes, text, strlen(text) + 1);
}

void twt_batch_fail(twt_batch *batch, twt_status status, const twt_fault *fault)
{
    batch->status_behind = status;
    batch->fault_behind = *fault;
    if (fault->path)
        batch->fault_behind.path = set_string(&batch->path_behind, fault->path) ? batch->path_behind.data : NULL;
}

twt_status twt_batch_add_lines(twt_batch *batch, twt_source *source, bool may_wait, const char *path, const char *id)
{
    twt_fault fault = {.path = path, .byte = TWT_NOWHERE};
    if (!set_string(&batch->path, path) || !set_string(&batch->id, id))
        return TWT_ERROR_MEMORY;
    twt_status status = twt_source_lines(source, may_wait, &batch->lines);
    batch->bytes = batch->lines.len;
    if (status == TWT_END || (status == TWT_OK && batch->lines.len == 0))
        return status;
    batch->is_first = source->line == 0;
    source->line = 1; /* it is the batches that count */
    if (status == TWT_OK)
        return status;
    if (status == TWT_ERROR_IO)
        fault.os_error = source->os_error;
    else
        fault.line = batch->lines_lost = 1;
    if (status == TWT_ERROR_TOO_LARGE)
        fault.reason = too_long;
    twt_batch_fail(batch, status, &fault);
    return TWT_OK;
}

twt_batch_file *twt_batch_add_file(twt_batch *batch, const char *path, const char *id)
{
    if (!batch->files)
        batch->files = twt_alloc_zeroed(TWT_BATCH_FILES, sizeof *batch->files);
    if (!batch->files)
        return NULL;
    twt_batch_file *file = &batch->files[batch->file_count];
    file->id.count = 0;
    if (!set_string(&file->path, path) || !twt_encoding_escape(id, strlen(id), &file->id))
        return NULL;
    file->follows = false;
    file->source.bytes_max = batch->bytes_max;
    batch->file_count++;
    return file;
}

/* ---- reading --------------------------------------------------------------------------------------------- */

static void read_file(const twt_batch *batch, twt_batch_file *file, twt_outcome *outcome)
{
    twt_document document = {.id = file->id.data, .path = file->path.data};
    twt_fault fault = {.path = file->path.data, .byte = TWT_NOWHERE};
    twt_status status = TWT_OK;
    if (!file->source.is_open)
        status = twt_source_open(&file->source, AT_FDCWD, file->path.data, file->follows, file->path.data, &fault);
    if (status == TWT_OK)
        status = twt_text_file_read(&file->text, &file->source, file->holds, batch->is_lossy, file->path.data,
                                    &document, &fault);
    twt_source_close(&file->source);
    outcome->status = status;
    if (status == TWT_OK)
        outcome->as.document = document;
    else
        outcome->as.fault = fault;
}

/* The line at batch->at, without its end; the batch moves behind it. */
static char *next_line(twt_batch *batch, size_t *len)
{
    char *line = batch->lines.data + batch->at, *end = memchr(line, '\n', batch->lines.len - batch->at);
    *len = end ? (size_t)(end - line) : batch->lines.len - batch->at;
    batch->at += *len + (end != NULL);
    batch->line++;
    return line;
}

static twt_status mend(twt_outcome *outcome, char **line, size_t *len)
{
    twt_bytes mended = {0};
    if (!twt_encoding_mend(*line, *len, &mended)) {
        twt_bytes_free(&mended);
        return TWT_ERROR_MEMORY;
    }
    *line = outcome->mended = mended.data;
    *len = mended.count;
    return TWT_OK;
}

static twt_status read_line(const twt_batch *batch, char *line, size_t len, twt_outcome *outcome, twt_document *out,
                            twt_fault *fault)
{
    if (len > batch->bytes_max)
        return twt_fail(fault, TWT_ERROR_TOO_LARGE, NULL, too_long);
    len -= len > 0 && line[len - 1] == '\r';
    if (batch->line == 1 && batch->is_first)
        twt_line_unmark(line, len);
    if (batch->is_lossy && twt_utf8_check(line, len) < len && mend(outcome, &line, &len) != TWT_OK)
        return twt_fail(fault, TWT_ERROR_MEMORY, NULL, NULL);
    if (twt_is_all_space(line, len))
        return TWT_END;
    return twt_line_document(line, len, batch->bytes_max, &outcome->json, out, fault);
}

static void read_lines(twt_batch *batch)
{
    while (batch->at < batch->lines.len && batch->outcome_count < OUTCOMES) {
        size_t len;
        char *line = next_line(batch, &len);
        twt_outcome *outcome = &batch->outcomes[batch->outcome_count];
        twt_document document;
        twt_fault fault = {.byte = TWT_NOWHERE};
        outcome->status = read_line(batch, line, len, outcome, &document, &fault);
        if (outcome->status == TWT_END) {
            forget(outcome);
            continue;
        }
        batch->outcome_count++;
        document.path = fault.path = batch->path.data;
        document.line = fault.line = batch->line;
        if (outcome->status == TWT_OK)
            outcome->as.document = document;
        else
            outcome->as.fault = fault;
    }
}

void twt_batch_read(twt_batch *batch)
{
    forget_outcomes(batch);
    for (; batch->files_read < batch->file_count; batch->files_read++)
        read_file(batch, &batch->files[batch->files_read], &batch->outcomes[batch->outcome_count++]);
    read_lines(batch);
}

/* ---- taking ---------------------------------------------------------------------------------------------- */

static bool is_read(const twt_batch *batch)
{
    return batch->at == batch->lines.len && batch->files_read == batch->file_count;
}

static twt_status take_document(const twt_batch *batch, const twt_document *document, twt_bytes *id, twt_document *out,
                                twt_fault *fault)
{
    *out = *document;
    out->line += batch->lines_before;
    if (out->id)
        return TWT_OK;
    id->count = 0;
    if (!twt_bytes_append_format(id, "%s:%" PRIu64, batch->id.data, out->line))
        return twt_fail_at(fault, TWT_ERROR_MEMORY, out->path, out->line, TWT_NOWHERE, NULL);
    out->id = id->data;
    return TWT_OK;
}

static twt_status take_fault(const twt_batch *batch, twt_status status, const twt_fault *from, uint64_t lines,
                             twt_fault *fault)
{
    if (fault) {
        *fault = *from;
        fault->line += from->line ? batch->lines_before + lines : 0;
    }
    return status;
}

twt_status twt_batch_take(twt_batch *batch, twt_bytes *id, twt_document *out, twt_fault *fault)
{
    while (batch->taken == batch->outcome_count && !is_read(batch))
        twt_batch_read(batch);
    if (batch->taken < batch->outcome_count) {
        const twt_outcome *outcome = &batch->outcomes[batch->taken++];
        return outcome->status == TWT_OK ? take_document(batch, &outcome->as.document, id, out, fault)
                                         : take_fault(batch, outcome->status, &outcome->as.fault, 0, fault);
    }
    twt_status status = batch->status_behind;
    batch->status_behind = TWT_END;
    return status == TWT_OK || status == TWT_END ? TWT_END
                                                 : take_fault(batch, status, &batch->fault_behind, batch->line, fault);
}

uint64_t twt_batch_lines(const twt_batch *batch)
{
    return batch->lines_before + batch->line + batch->lines_lost;
}
