/* A file that opens answers for any id; one that does not says why. Read as CSV and as JSONL, by its first byte. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "twicetold/io.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool is_true)
{
    if (!is_true)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[64];
    twt_metadata *metadata;
    twt_fault fault = {0};
    int fd = memfd_create("in", MFD_CLOEXEC);
    check(fd >= 0 && write(fd, data, size) == (ssize_t)size);
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    twt_status status = twt_metadata_open(path, &metadata, &fault);
    check(status == TWT_OK ? metadata != NULL : status < 0 && !metadata && fault.path);
    if (status == TWT_OK) {
        twt_document document = {.id = "a"};
        bool is_there = twt_metadata_apply(metadata, &document);
        check(is_there || (!document.title && !document.source && !document.url));
    }
    twt_metadata_free(metadata);
    close(fd);
    return 0;
}
