/* Visibility of public functions and the must-use mark. */
#ifndef TWICETOLD_EXPORT_H
#define TWICETOLD_EXPORT_H

#if defined(_WIN32)
#define TWT_API
#elif defined(__GNUC__)
#define TWT_API __attribute__((visibility("default")))
#else
#define TWT_API
#endif

#if defined(__GNUC__)
#define TWT_MUST_USE __attribute__((warn_unused_result))
#else
#define TWT_MUST_USE
#endif

#endif
