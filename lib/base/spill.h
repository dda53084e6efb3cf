/* Memory with a limit, and a file for what is beyond it.
 *
 * The file is made when the limit is first met, in a folder of the caller's, and has no name there (or loses it at
 * once), so that nothing of it is left however the program ends. Thread-safe but for init and free. */
#ifndef TWT_BASE_SPILL_H
#define TWT_BASE_SPILL_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "twicetold/types.h"

typedef struct twt_spill {
    const char *folder; /* borrowed; NULL: there is no limit */
    uint64_t held_max;  /* bytes in memory */
    atomic_uint_fast64_t held, written;
    pthread_mutex_t lock; /* guards the two below */
    int fd;               /* -1: no file yet */
    int os_error;         /* errno of the first failure, or 0 */
} twt_spill;

void twt_spill_init(twt_spill *spill, const char *folder, uint64_t held_max);
void twt_spill_free(twt_spill *spill);

/* Takes bytes of the memory; false when it is used up and they belong in the file. */
bool twt_spill_hold(twt_spill *spill, size_t bytes);
void twt_spill_release(twt_spill *spill, size_t bytes);

/* Makes len bytes at the end of the file the caller's, with room on the disk; at a page's beginning when all writers keep
 * to whole pages. */
TWT_MUST_USE twt_status twt_spill_reserve(twt_spill *spill, size_t len, uint64_t *offset);

/* Puts bytes at the end of the file. TWT_ERROR_IO: os_error says why. */
TWT_MUST_USE twt_status twt_spill_write(twt_spill *spill, const void *bytes, size_t len, uint64_t *offset);
TWT_MUST_USE twt_status twt_spill_read(twt_spill *spill, uint64_t offset, void *bytes, size_t len);

#endif
