/* Two documents of any bytes through every writer: the JSON must be read back, the text must not command a terminal. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "io/write/glyph.h"
#include "twicetold/compare.h"
#include "twicetold/io.h"
#include "twicetold/scan.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct sink {
    char *bytes;
    size_t len;
} sink;

static twt_status take(void *context, const char *bytes, size_t len)
{
    sink *into = context;
    char *grown = realloc(into->bytes, into->len + len);
    if (!grown)
        abort();
    memcpy(grown + into->len, bytes, len);
    into->bytes = grown;
    into->len += len;
    return TWT_OK;
}

static void check(const sink *written, twt_format format)
{
    if (format == TWT_FORMAT_JSONL) {
        json_t *record = json_loadb(written->bytes, written->len, 0, NULL);
        if (!record)
            abort();
        json_decref(record);
    }
    for (size_t at = 0; at < written->len;) {
        uint32_t code_point;
        size_t step = twt_utf8_read(written->bytes + at, written->len - at, &code_point);
        bool is_white = code_point == '\n' || (format == TWT_FORMAT_CSV && (code_point == '\r' || code_point == '\t'));
        if ((code_point == 0xFFFD && step == 1) || (twt_glyph_is_unsafe(code_point) && !is_white))
            abort();
        at += step;
    }
}

/* The input: how wide the terminal is, then id, title, text a and text b, each up to a NUL. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    char *parts[4], *copy = malloc(size + 4);
    if (!copy)
        return 0;
    memcpy(copy, data, size);
    memset(copy + size, 0, 4);
    parts[0] = copy + 1;
    for (size_t i = 1; i < 4; i++) {
        char *end = parts[i - 1] + strlen(parts[i - 1]);
        parts[i] = end < copy + size ? end + 1 : end;
    }
    twt_document a = {
        .id = *parts[0] ? parts[0] : "a", .title = parts[1], .text = parts[2], .text_len = strlen(parts[2])};
    twt_document b = {.id = "b", .source = parts[1], .text = parts[3], .text_len = strlen(parts[3])};
    static twt_explainer *explainer;
    const twt_explanation *found;
    if (!explainer && twt_explainer_new(NULL, &explainer) != TWT_OK)
        abort();
    bool is_text =
        twt_explainer_run(explainer, &a, &b, TWT_WANT_PASSAGES | TWT_WANT_CHANGES, &found, NULL, NULL) == TWT_OK;
    for (int format = TWT_FORMAT_TEXT; is_text && format <= TWT_FORMAT_CSV; format++) {
        sink written = {0};
        twt_writer_options options;
        twt_writer_options_init(&options);
        options.format = (twt_format)format;
        options.width = 40 + data[0];
        options.write = take;
        options.context = &written;
        twt_writer *writer;
        if (twt_writer_new(&options, &writer) != TWT_OK ||
            twt_writer_comparison(writer, parts[0], &a, &b, found->a, found->b, found->comparison) != TWT_OK ||
            twt_writer_flush(writer) != TWT_OK)
            abort();
        check(&written, (twt_format)format);
        written.len = 0;
        twt_check checks[TWT_CHECKS_MAX];
        size_t count = twt_comparison_checks(found->comparison, checks);
        if (format != TWT_FORMAT_CSV &&
            (twt_writer_checks(writer, parts[0], &a, &b, found->comparison->verdict.relation, checks, count) !=
                 TWT_OK ||
             twt_writer_flush(writer) != TWT_OK))
            abort();
        if (format != TWT_FORMAT_CSV)
            check(&written, (twt_format)format);
        twt_writer_free(writer);
        free(written.bytes);
    }
    free(copy);
    return 0;
}
