/* JSONL with two texts a line. */
#include <fcntl.h>
#include <string.h>

#include "base/vec.h"
#include "io/read/encoding.h"
#include "io/read/fault.h"
#include "io/read/jsonl.h"
#include "io/read/reader_options.h"

struct twt_pair_reader {
    char *path;
    twt_bytes file; /* the path as an id */
    twt_jsonl jsonl;
};

static twt_status open_source(twt_pair_reader *reader, twt_fault *fault)
{
    if (strcmp(reader->path, "-") == 0)
        twt_source_attach(&reader->jsonl.source, 0);
    else
        return twt_source_open(&reader->jsonl.source, AT_FDCWD, reader->path, true, reader->path, fault);
    return TWT_OK;
}

twt_status twt_pair_reader_open(const char *path, const twt_reader_options *options, twt_pair_reader **out,
                                twt_fault *fault)
{
    twt_reader_options taken;
    *out = NULL;
    twt_status status = twt_reader_options_take(options, &taken);
    if (status != TWT_OK)
        return twt_fail(fault, status, NULL, NULL);
    twt_pair_reader *reader = twt_alloc_zeroed(1, sizeof *reader);
    if (!reader)
        return twt_fail(fault, TWT_ERROR_MEMORY, NULL, NULL);
    reader->jsonl.source.bytes_max = taken.document_bytes_max;
    reader->jsonl.is_lossy = taken.is_lossy;
    reader->path = twt_copy_string(path, strlen(path));
    if (!reader->path || !twt_encoding_escape(path, strlen(path), &reader->file))
        status = twt_fail(fault, TWT_ERROR_MEMORY, NULL, NULL);
    if (status == TWT_OK)
        status = open_source(reader, fault);
    if (status == TWT_OK)
        status = twt_jsonl_check(&reader->jsonl.source, reader->path, fault);
    if (status == TWT_OK) {
        *out = reader;
        return TWT_OK;
    }
    if (fault && fault->path)
        fault->path = path; /* outlives the reader */
    twt_pair_reader_free(reader);
    return status;
}

void twt_pair_reader_free(twt_pair_reader *reader)
{
    if (!reader)
        return;
    twt_free(reader->path);
    twt_bytes_free(&reader->file);
    twt_jsonl_free(&reader->jsonl);
    twt_free(reader);
}

twt_status twt_pair_reader_next(twt_pair_reader *reader, const char **id, twt_document *a, twt_document *b,
                                twt_fault *fault)
{
    twt_jsonl *jsonl = &reader->jsonl;
    enum { ID, A, B, COUNT };
    twt_field fields[COUNT] = {{"id", "id is no string", NULL, 0, false},
                               {"a", "a is no string", NULL, 0, true},
                               {"b", "b is no string", NULL, 0, true}};
    twt_status status = twt_jsonl_object(jsonl, fields, COUNT, fault);
    if (status == TWT_END)
        return status;
    if (status == TWT_OK)
        status = twt_jsonl_text(jsonl, &fields[A], "a is missing", fault);
    if (status == TWT_OK)
        status = twt_jsonl_text(jsonl, &fields[B], "b is missing", fault);
    if (status == TWT_OK)
        status = twt_jsonl_id(jsonl, &fields[ID], reader->file.data, id, fault);
    if (fault)
        fault->path = reader->path;
    if (status != TWT_OK)
        return status;
    *a = (twt_document){.id = *id, .path = reader->path, .line = jsonl->source.line};
    *b = *a;
    a->text = fields[A].value;
    a->text_len = fields[A].len;
    b->text = fields[B].value;
    b->text_len = fields[B].len;
    return TWT_OK;
}
