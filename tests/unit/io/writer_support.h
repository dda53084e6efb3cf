/* A writer into memory, and documents to write about. */
#ifndef TWT_TESTS_WRITER_SUPPORT_H
#define TWT_TESTS_WRITER_SUPPORT_H

#include <stdio.h>
#include <string.h>

#include "support/failing_alloc.h"
#include "support/suite.h"
#include "twicetold/io.h"
#include "writer_reasons.h"

typedef struct sink {
    char bytes[1 << 20];
    size_t len, calls, fails_at; /* the call that fails, from 1; 0: none */
    const twt_document *documents;
    size_t document_count;
} sink;

static sink sunk; /* reset by new_writer; too large for the stack */

static inline twt_status sink_write(void *context, const char *bytes, size_t len)
{
    sink *into = context;
    if (++into->calls == into->fails_at || len > sizeof into->bytes - 1 - into->len)
        return TWT_ERROR_IO;
    memcpy(into->bytes + into->len, bytes, len);
    into->len += len;
    into->bytes[into->len] = '\0';
    return TWT_OK;
}

static inline const twt_document *sink_document(void *context, uint32_t number)
{
    const sink *from = context;
    return number < from->document_count ? &from->documents[number] : NULL;
}

static inline twt_document document_of(const char *id, const char *text)
{
    return (twt_document){.id = id, .text = text, .text_len = strlen(text)};
}

static inline twt_status open_writer(twt_format format, const twt_document *documents, size_t count, twt_writer **out)
{
    sunk.bytes[sunk.len = sunk.calls = sunk.fails_at = 0] = '\0';
    sunk.documents = documents;
    sunk.document_count = count;
    twt_writer_options options;
    twt_writer_options_init(&options);
    options.format = format;
    options.write = sink_write;
    options.document = sink_document;
    options.context = &sunk;
    return twt_writer_new(&options, out);
}

static inline twt_writer *new_writer(twt_format format, const twt_document *documents, size_t count)
{
    twt_writer *writer;
    ck_assert_int_eq(open_writer(format, documents, count, &writer), TWT_OK);
    return writer;
}

/* Flushes, frees and gives what was written. */
static inline const char *written(twt_writer *writer)
{
    ck_assert_int_eq(twt_writer_flush(writer), TWT_OK);
    twt_writer_free(writer);
    return sunk.bytes;
}

/* The sentence of a reason, for expectations that don't depend on its wording. */
static inline const char *sentence_of(const twt_reason *reason, const twt_document *a, const twt_document *b)
{
    static char buffers[4][TWT_REASON_TEXT_MAX];
    static unsigned next;
    return twt_reason_text(reason, a ? a->text : NULL, b ? b->text : NULL, buffers[next++ % 4]);
}

#endif
