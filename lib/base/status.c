#include "twicetold/types.h"
#include "twicetold/version.h"

#define QUOTE_(x) #x
#define QUOTE(x) QUOTE_(x)

const char *twt_version(void)
{
    return QUOTE(TWT_VERSION_MAJOR) "." QUOTE(TWT_VERSION_MINOR) "." QUOTE(TWT_VERSION_PATCH);
}

const char *twt_status_text(twt_status status)
{
    switch (status) {
    case TWT_OK:
        return "done";
    case TWT_END:
        return "nothing more to read";
    case TWT_ERROR_MEMORY:
        return "out of memory";
    case TWT_ERROR_ARGUMENT:
        return "a value is out of range";
    case TWT_ERROR_UTF8:
        return "malformed UTF-8";
    case TWT_ERROR_TOO_LARGE:
        return "over the size limit";
    case TWT_ERROR_IO:
        return "the operating system refused";
    case TWT_ERROR_FORMAT:
        return "malformed input";
    case TWT_ERROR_BINARY:
        return "not a text";
    case TWT_ERROR_EMPTY:
        return "no word in it";
    case TWT_ERROR_DUPLICATE_ID:
        return "a document with this id was given before";
    case TWT_ERROR_CANCELLED:
        return "stopped on request";
    case TWT_ERROR_UNSUPPORTED:
        return "not supported on this machine or in this build";
    }
    return "unknown status";
}

const char *twt_relation_name(twt_relation relation)
{
    static const char *const names[] = {"exact",          "noisy",   "updated", "rewritten", "excerpt",
                                        "near_duplicate", "partial", "related", "unrelated"};
    return (unsigned)relation < sizeof names / sizeof *names ? names[relation] : "unknown";
}

bool twt_relation_is_reuse(twt_relation relation)
{
    return relation <= TWT_RELATION_PARTIAL;
}
