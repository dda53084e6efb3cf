/* Blanking changes bytes to blanks and nothing else: line ends stay, and so does valid UTF-8. Front matter comes first,
 * as in a file. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "io/read/front_matter.h"
#include "io/read/markdown.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool is_true)
{
    if (!is_true)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size ? size : 1);
    twt_bytes strings = {0};
    twt_document document = {0};
    check(text != NULL);
    if (size)
        memcpy(text, data, size);
    bool was_valid = twt_utf8_check(text, size) == size;
    check(twt_front_matter_take(text, size, &strings, &document) == TWT_OK);
    check(!document.title || twt_utf8_check(document.title, strlen(document.title)) == strlen(document.title));
    check(twt_markdown_blank(text, size) == TWT_OK);
    for (size_t i = 0; i < size; i++)
        check(text[i] == (char)data[i] || (text[i] == ' ' && data[i] != '\n' && data[i] != '\r'));
    check(!was_valid || twt_utf8_check(text, size) == size);
    twt_bytes_free(&strings);
    free(text);
    return 0;
}
