/* The one place that holds the version; CMake reads it from here. */
#ifndef TWICETOLD_VERSION_H
#define TWICETOLD_VERSION_H

#include "twicetold/export.h"

#ifdef __cplusplus
extern "C" {
#endif

#define TWT_VERSION_MAJOR 0
#define TWT_VERSION_MINOR 1
#define TWT_VERSION_PATCH 0

/* The version of the library that runs, such as "0.1.0". Static, thread-safe. */
TWT_API const char *twt_version(void);

/* The version of the Unicode data behind the tokens, such as "14.0". Static, thread-safe. */
TWT_API const char *twt_unicode_version(void);

#ifdef __cplusplus
}
#endif

#endif
