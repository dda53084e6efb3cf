/* Filling a fault in one line. */
#ifndef TWT_IO_READ_FAULT_H
#define TWT_IO_READ_FAULT_H

#include "twicetold/types.h"

#define TWT_NOWHERE UINT64_MAX /* twt_fault.byte when it is unknown */

/* All return status; fault may be NULL. */
static inline twt_status twt_fail_at(twt_fault *fault, twt_status status, const char *path, uint64_t line,
                                     uint64_t byte, const char *reason)
{
    if (fault)
        *fault = (twt_fault){.path = path, .line = line, .byte = byte, .reason = reason};
    return status;
}

static inline twt_status twt_fail(twt_fault *fault, twt_status status, const char *path, const char *reason)
{
    return twt_fail_at(fault, status, path, 0, TWT_NOWHERE, reason);
}

static inline twt_status twt_fail_os(twt_fault *fault, const char *path, int os_error)
{
    if (fault)
        *fault = (twt_fault){.path = path, .byte = TWT_NOWHERE, .os_error = os_error};
    return TWT_ERROR_IO;
}

#endif
