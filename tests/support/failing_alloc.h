/* Makes the n-th allocation of the code under test fail. Tests are linked with --wrap for malloc, calloc and realloc.
 *
 *     for (size_t n = 1;; n++) {
 *         failing_alloc_arm(n);
 *         twt_status status = ...;
 *         if (!failing_alloc_disarm())
 *             break;                                n-th allocation never came: the sweep is done
 *         ck_assert_int_eq(status, TWT_ERROR_MEMORY);
 *     }
 */
#ifndef TWT_TESTS_FAILING_ALLOC_H
#define TWT_TESTS_FAILING_ALLOC_H

#include <stdbool.h>
#include <stddef.h>

/* The n-th allocation from now on (n from 1), and every one after it, fails. */
void failing_alloc_arm(size_t n);

/* Back to normal; whether an allocation was refused since arming. */
bool failing_alloc_disarm(void);

#endif
