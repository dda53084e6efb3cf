#include "io/read/encoding.h"

#include "base/utf8.h"

bool twt_encoding_mend(const char *text, size_t len, twt_bytes *out)
{
    for (;;) {
        size_t good = twt_utf8_check(text, len), bad;
        if (!twt_bytes_append(out, text, good))
            return false;
        if (good == len)
            return true;
        twt_utf8_sequence((const unsigned char *)text + good, len - good, &bad);
        if (!twt_bytes_append(out, "\xef\xbf\xbd", 3))
            return false;
        text += good + bad;
        len -= good + bad;
    }
}

bool twt_encoding_escape(const char *text, size_t len, twt_bytes *out)
{
    static const char digits[] = "0123456789abcdef";
    for (;;) {
        size_t good = twt_utf8_check(text, len);
        if (!twt_bytes_append(out, text, good))
            return false;
        if (good == len)
            return twt_bytes_append(out, "", 1);
        unsigned char byte = (unsigned char)text[good];
        const char escape[4] = {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
        if (!twt_bytes_append(out, escape, 4))
            return false;
        text += good + 1;
        len -= good + 1;
    }
}
