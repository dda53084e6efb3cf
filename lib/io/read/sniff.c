#include "io/read/sniff.h"

#include <string.h>

typedef struct signature {
    const char *bytes;
    size_t len;
    const char *reason;
} signature;

#define SIGNATURE(bytes, reason)                                                                                       \
    {                                                                                                                  \
        bytes, sizeof(bytes) - 1, reason                                                                               \
    }

static const signature signatures[] = {
    SIGNATURE("\xff\xfe\0\0", "UTF-32 text; convert it to UTF-8"),
    SIGNATURE("\0\0\xfe\xff", "UTF-32 text; convert it to UTF-8"),
    SIGNATURE("\xff\xfe", "UTF-16 text; convert it to UTF-8"),
    SIGNATURE("\xfe\xff", "UTF-16 text; convert it to UTF-8"),
    SIGNATURE("%PDF-", "a PDF file; extract its text first"),
    SIGNATURE("PK\3\4", "a ZIP archive or office document; extract its text first"),
    SIGNATURE("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document; extract its text first"),
    SIGNATURE("\x1f\x8b", "compressed data; decompress it first"),
    SIGNATURE("\3757zXZ\0", "compressed data; decompress it first"),
    SIGNATURE("\x28\xb5\x2f\xfd", "compressed data; decompress it first"),
    SIGNATURE("7z\xbc\xaf\x27\x1c", "an archive; unpack it first"),
    SIGNATURE("Rar!\x1a\7", "an archive; unpack it first"),
    SIGNATURE("SQLite format 3\0", "a database"),
    SIGNATURE("\177ELF", "a program"),
    SIGNATURE("\x89PNG", "an image"),
    SIGNATURE("\xff\xd8\xff", "an image"),
    SIGNATURE("GIF87a", "an image"),
    SIGNATURE("GIF89a", "an image"),
};

const char *twt_sniff(const char *bytes, size_t len)
{
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++) {
        const signature *s = &signatures[i];
        if (len >= s->len && memcmp(bytes, s->bytes, s->len) == 0)
            return s->reason;
    }
    return NULL;
}
