#include "io/read/text_file.h"

#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "io/read/blank.h"
#include "io/read/encoding.h"
#include "io/read/fault.h"
#include "io/read/front_matter.h"
#include "io/read/markdown.h"
#include "io/read/sniff.h"

static const char byte_order_mark[] = "\xef\xbb\xbf";

static twt_status refuse_utf8(const char *text, size_t at, const char *path, twt_fault *fault)
{
    uint64_t line = 1;
    size_t begin = 0;
    for (const char *end; (end = memchr(text + begin, '\n', at - begin)); line++)
        begin = (size_t)(end + 1 - text);
    return twt_fail_at(fault, TWT_ERROR_UTF8, path, line, at - begin, "malformed UTF-8");
}

static twt_status refuse_source(const twt_source *source, twt_status status, const char *path, twt_fault *fault)
{
    if (status == TWT_ERROR_IO)
        return twt_fail_os(fault, path, source->os_error);
    return twt_fail(fault, status, path, status == TWT_ERROR_TOO_LARGE ? "larger than the limit of a document" : NULL);
}

/* *text may move to the mended copy. */
static twt_status make_utf8(twt_text_file *file, char **text, size_t *len, bool is_lossy, const char *path,
                            twt_fault *fault)
{
    const char *reason = twt_sniff(*text, *len);
    if (reason)
        return twt_fail(fault, TWT_ERROR_BINARY, path, reason);
    const char *zero = memchr(*text, '\0', *len);
    if (zero)
        return twt_fail_at(fault, TWT_ERROR_BINARY, path, 0, (uint64_t)(zero - *text), "a NUL byte");
    if (*len >= 3 && memcmp(*text, byte_order_mark, 3) == 0)
        twt_blank(*text, 0, 3);
    size_t good = twt_utf8_check(*text, *len);
    if (good == *len)
        return TWT_OK;
    if (!is_lossy)
        return refuse_utf8(*text, good, path, fault);
    file->mended.count = 0;
    if (!twt_encoding_mend(*text, *len, &file->mended))
        return twt_fail(fault, TWT_ERROR_MEMORY, path, NULL);
    *text = file->mended.data;
    *len = file->mended.count;
    return TWT_OK;
}

twt_status twt_text_file_read(twt_text_file *file, twt_source *source, int holds, bool is_lossy, const char *path,
                              twt_document *document, twt_fault *fault)
{
    char *text;
    size_t len;
    if (twt_source_is_too_large(source))
        return refuse_source(source, TWT_ERROR_TOO_LARGE, path, fault);
    twt_status status = twt_source_all(source, &text, &len);
    if (status != TWT_OK)
        return refuse_source(source, status, path, fault);
    if (len == 0)
        return twt_fail(fault, TWT_ERROR_EMPTY, path, NULL);
    status = make_utf8(file, &text, &len, is_lossy, path, fault);
    if (status != TWT_OK)
        return status;
    if (!(holds & TWT_TEXT_MARKDOWN) && twt_is_html(text, len))
        return twt_fail(fault, TWT_ERROR_BINARY, path, "an HTML page; extract its text first");
    if (len > source->bytes_max) /* mending lengthens */
        return refuse_source(source, TWT_ERROR_TOO_LARGE, path, fault);
    if (holds & TWT_TEXT_FRONT_MATTER)
        status = twt_front_matter_take(text, len, &file->strings, document);
    if (status == TWT_OK && (holds & TWT_TEXT_MARKDOWN))
        status = twt_markdown_blank(text, len);
    if (status != TWT_OK)
        return twt_fail(fault, status, path, NULL);
    if (twt_is_all_space(text, len))
        return twt_fail(fault, TWT_ERROR_EMPTY, path, NULL);
    document->text = text;
    document->text_len = len;
    return TWT_OK;
}

void twt_text_file_free(twt_text_file *file)
{
    twt_bytes_free(&file->mended);
    twt_bytes_free(&file->strings);
}
