/* Whatever the lines hold: each is a document with valid text and id or an error in an ascending line, and the file
 * ends. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/utf8.h"
#include "io/json_scan.h"
#include "io/jsonl.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool is_true)
{
    if (!is_true)
        abort();
}

static size_t read_all(int fd, bool is_lossy)
{
    twt_jsonl jsonl = {.is_lossy = is_lossy};
    size_t documents = 0;
    uint64_t line = 0;
    jsonl.source.bytes_max = 100000;
    check(lseek(fd, 0, SEEK_SET) == 0);
    twt_source_attach(&jsonl.source, fd);
    for (;;) {
        twt_document document;
        twt_fault fault = {0};
        twt_status status = twt_jsonl_document(&jsonl, "in", "in", &document, &fault);
        if (status == TWT_END)
            break;
        check(jsonl.source.line > line);
        line = jsonl.source.line;
        if (status != TWT_OK) {
            check(status < 0 && fault.line == line && (!is_lossy || status != TWT_ERROR_UTF8));
            continue;
        }
        documents++;
        check(document.line == line && document.id[0] != '\0' && document.text_len > 0);
        check(document.text[document.text_len] == '\0');
        check(twt_utf8_check(document.text, document.text_len) == document.text_len);
        check(twt_utf8_check(document.id, strlen(document.id)) == strlen(document.id));
    }
    twt_jsonl_free(&jsonl);
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
    int fd = memfd_create("in", MFD_CLOEXEC);
    check(fd >= 0 && write(fd, data, size) == (ssize_t)size);
    check(read_all(fd, false) <= read_all(fd, true));
    close(fd);
    return 0;
}
