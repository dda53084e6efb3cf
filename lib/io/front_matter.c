#include "io/front_matter.h"
twt_status twt_front_matter_take(char *text, size_t len, twt_bytes *strings, twt_document *document)
{
    (void)text, (void)len, (void)strings, (void)document;
    return TWT_OK;
}
