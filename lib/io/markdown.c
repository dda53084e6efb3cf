#include "io/markdown.h"
twt_status twt_markdown_blank(char *text, size_t len)
{
    (void)text, (void)len;
    return TWT_OK;
}
