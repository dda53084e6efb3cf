/* An object a line, one after the other: for pairs and metadata. Documents come in batches (batch.h). */
#ifndef TWT_IO_READ_JSONL_H
#define TWT_IO_READ_JSONL_H

#include "base/bytes.h"
#include "io/read/json.h"
#include "io/read/source.h"

typedef struct twt_jsonl { /* zeroed: closed and valid */
    twt_source source;
    twt_json json;
    twt_bytes mended, id;
    bool is_lossy;
} twt_jsonl;

/* The next object's fields; empty lines are passed over. A fault gets line, byte and reason, but no path. TWT_END. */
TWT_MUST_USE twt_status twt_jsonl_object(twt_jsonl *jsonl, twt_field *fields, size_t count, twt_fault *fault);

/* Refuses what is no text by its first bytes. Once, before the first line. */
TWT_MUST_USE twt_status twt_jsonl_check(twt_source *source, const char *path, twt_fault *fault);

/* The id, or file:line when it was not given; TWT_ERROR_FORMAT when it is empty. */
TWT_MUST_USE twt_status twt_jsonl_id(twt_jsonl *jsonl, const twt_field *id, const char *file, const char **out,
                                     twt_fault *fault);

/* A field that must be there and hold more than white space. */
TWT_MUST_USE twt_status twt_jsonl_text(const twt_jsonl *jsonl, const twt_field *field, const char *missing,
                                       twt_fault *fault);

void twt_jsonl_close(twt_jsonl *jsonl);
void twt_jsonl_free(twt_jsonl *jsonl);

#endif
