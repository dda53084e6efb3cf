/* A writer into memory, and documents to write about. */
#ifndef TWT_TESTS_WRITER_SUPPORT_H
#define TWT_TESTS_WRITER_SUPPORT_H

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "io/write/glyph.h"
#include "support/failing_alloc.h"
#include "support/suite.h"
#include "twicetold/io.h"

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

/* Line ends are the only controls, and our colours, when there are any, the only escapes; no line ends in a blank. */
static inline void ck_assert_terminal_safe(const char *text, bool is_coloured)
{
    static const char *const colours[] = {"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[32m"};
    size_t len = strlen(text), colours_seen = 0;
    for (size_t at = 0; at < len;) {
        uint32_t code_point;
        size_t colour = is_coloured ? 0 : 5;
        while (colour < 5 && strncmp(text + at, colours[colour], strlen(colours[colour])) != 0)
            colour++;
        size_t step = colour < 5 ? strlen(colours[colour]) : twt_utf8_read(text + at, len - at, &code_point);
        if (colour == 5 && code_point != '\n' && twt_glyph_is_unsafe(code_point))
            ck_abort_msg("U+%04X at byte %zu of %s", (unsigned)code_point, at, text);
        if (text[at] == '\n' && at && text[at - 1] == ' ')
            ck_abort_msg("a line ends in a blank at byte %zu of %s", at, text);
        colours_seen += colour < 5;
        at += step;
    }
    ck_assert_int_eq(colours_seen > 0, is_coloured);
}

#endif
