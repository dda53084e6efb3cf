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

static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool begins_with(const char *bytes, const char *end, const char *word)
{
    for (; *word; bytes++, word++) {
        if (bytes == end || small(*bytes) != *word)
            return false;
    }
    return true;
}

/* Behind the first mark at or after p; NULL when there is none. */
static const char *after(const char *p, const char *end, const char *mark)
{
    for (; p < end; p++) {
        if (begins_with(p, end, mark))
            return p + strlen(mark);
    }
    return NULL;
}

bool twt_is_html(const char *bytes, size_t len)
{
    const char *end = bytes + len;
    const char *p = begins_with(bytes, end, "\xef\xbb\xbf") ? bytes + 3 : bytes;
    while (p && p < end) {
        if (*p == ' ' || (*p >= '\t' && *p <= '\r'))
            p++;
        else if (begins_with(p, end, "<!--"))
            p = after(p + 4, end, "-->");
        else if (begins_with(p, end, "<?xml"))
            p = after(p + 5, end, "?>");
        else
            return begins_with(p, end, "<!doctype html") || begins_with(p, end, "<html");
    }
    return false;
}
