/* Whatever the lines hold: each is a document with valid text and id or an error in an ascending line, the file ends,
 * and batches say of it what reading line by line does. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/utf8.h"
#include "io/read/batch.h"
#include "io/read/blank.h"
#include "io/read/encoding.h"
#include "io/read/json_scan.h"
#include "io/read/line.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool is_true)
{
    if (!is_true)
        abort();
}

enum { BYTES_MAX = 100000 };

/* Line by line, without a batch. */
typedef struct plain {
    twt_source source;
    twt_json json;
    twt_bytes mended;
    bool is_lossy;
} plain;

static twt_status read_plain(plain *p, twt_document *document, twt_fault *fault)
{
    char *line;
    size_t len;
    for (;;) {
        twt_status status = twt_source_line(&p->source, &line, &len);
        if (status != TWT_OK)
            return status;
        if (p->source.line == 1)
            twt_line_unmark(line, len);
        if (p->is_lossy && twt_utf8_check(line, len) < len) {
            p->mended.count = 0;
            check(twt_encoding_mend(line, len, &p->mended));
            line = p->mended.data;
            len = p->mended.count;
        }
        if (!twt_is_all_space(line, len))
            return twt_line_document(line, len, BYTES_MAX, &p->json, document, fault);
    }
}

static void check_document(const twt_document *document)
{
    check(document->id[0] != '\0' && document->text_len > 0);
    check(document->text[document->text_len] == '\0');
    check(twt_utf8_check(document->text, document->text_len) == document->text_len);
    check(twt_utf8_check(document->id, strlen(document->id)) == strlen(document->id));
}

static twt_status take(twt_batch *batch, twt_source *source, twt_bytes *id, twt_document *document, twt_fault *fault)
{
    for (;;) {
        twt_status status = twt_batch_take(batch, id, document, fault);
        if (status != TWT_END)
            return status;
        uint64_t lines = twt_batch_lines(batch);
        twt_batch_clear(batch);
        if (twt_batch_add_lines(batch, source, true, "in", "in") == TWT_END)
            return TWT_END;
        batch->lines_before = lines;
    }
}

static size_t read_all(int fd, int plain_fd, bool is_lossy)
{
    plain p = {.is_lossy = is_lossy, .source = {.bytes_max = BYTES_MAX}};
    twt_source source = {.bytes_max = BYTES_MAX};
    twt_batch batch;
    twt_bytes id = {0};
    size_t documents = 0;
    twt_status status;
    check(lseek(fd, 0, SEEK_SET) == 0 && lseek(plain_fd, 0, SEEK_SET) == 0);
    check(twt_batch_init(&batch, BYTES_MAX, is_lossy) == TWT_OK);
    twt_source_attach(&source, fd);
    twt_source_attach(&p.source, plain_fd);
    do {
        twt_document document, expected;
        twt_fault fault = {0}, expected_fault = {.byte = UINT64_MAX};
        status = take(&batch, &source, &id, &document, &fault);
        check(status == read_plain(&p, &expected, &expected_fault));
        if (status == TWT_OK) {
            documents++;
            check_document(&document);
            check(document.line == p.source.line && document.text_len == expected.text_len);
            check(memcmp(document.text, expected.text, expected.text_len) == 0);
            check(!expected.id || strcmp(document.id, expected.id) == 0);
        } else if (status != TWT_END) {
            check(status < 0 && fault.line == p.source.line && (!is_lossy || status != TWT_ERROR_UTF8));
            check(fault.byte == expected_fault.byte);
        }
    } while (status != TWT_END);
    twt_batch_free(&batch);
    twt_source_free(&source);
    twt_source_free(&p.source);
    twt_json_clear(&p.json);
    twt_bytes_free(&p.mended);
    twt_bytes_free(&id);
    return documents;
}

static void compare_lanes(const uint8_t *data, size_t size)
{
    twt_field fast[TWT_FIELDS], slow[TWT_FIELDS];
    twt_json json = {0};
    twt_fault fault;
    char *line = malloc(size + 1);
    check(line != NULL);
    if (size)
        memcpy(line, data, size);
    twt_fields_init(fast);
    twt_fields_init(slow);
    if (twt_json_scan(line, size, fast, TWT_FIELDS)) {
        check(twt_json_load(&json, (const char *)data, size, slow, TWT_FIELDS, &fault) == TWT_OK);
        for (size_t i = 0; i < TWT_FIELDS; i++) {
            check(!fast[i].value == !slow[i].value);
            check(!fast[i].value || strcmp(fast[i].value, slow[i].value) == 0);
        }
    } else {
        check(!size || memcmp(line, data, size) == 0);
    }
    twt_json_clear(&json);
    free(line);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    compare_lanes(data, size);
    int fds[2];
    for (int i = 0; i < 2; i++) {
        fds[i] = memfd_create("in", MFD_CLOEXEC);
        check(fds[i] >= 0 && write(fds[i], data, size) == (ssize_t)size);
    }
    check(read_all(fds[0], fds[1], false) <= read_all(fds[0], fds[1], true));
    close(fds[0]);
    close(fds[1]);
    return 0;
}
