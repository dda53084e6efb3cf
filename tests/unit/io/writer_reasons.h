/* Stand-ins until the sentences of reasons land. */
#include "twicetold/types.h"
#include <stdio.h>
__attribute__((weak)) const char *twt_reason_text(const twt_reason *reason, const char *a, const char *b, char *buffer)
{
    snprintf(buffer, TWT_REASON_TEXT_MAX, "reason %d, %.2f: \"%.*s\" and \"%.*s\"", (int)reason->code, reason->value,
             a ? (int)(reason->a.end - reason->a.begin) : 0, a ? a + reason->a.begin : "",
             b ? (int)(reason->b.end - reason->b.begin) : 0, b ? b + reason->b.begin : "");
    return buffer;
}
