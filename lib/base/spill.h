/* Memory with a limit, in chunks of one size, and a file for what is beyond it.
 *
 * The file is made when the limit is first met, in a folder of the caller's, and has no name there (or loses it at
 * once), so that nothing of it is left however the program ends. Thread-safe but for init and free. */
#ifndef TWT_BASE_SPILL_H
#define TWT_BASE_SPILL_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/slabs.h"
#include "twicetold/types.h"

enum { TWT_CHUNK_BYTES = 1 << 14 };

typedef struct twt_spill {
    const char *folder; /* borrowed; NULL: there is no limit */
    uint64_t held_max;  /* bytes in memory */
    atomic_uint_fast64_t held, written;
    pthread_mutex_t lock;       /* guards the two below */
    int fd;                     /* -1: no file yet */
    int os_error;               /* errno of the first failure, or 0 */
    pthread_mutex_t chunk_lock; /* guards the two below */
    twt_slabs slabs;
    void *given; /* the last chunk given back, in which stands the one before it */
} twt_spill;

void twt_spill_init(twt_spill *spill, const char *folder, uint64_t held_max);
void twt_spill_free(twt_spill *spill);

/* A chunk of memory, whatever the limit says; NULL when memory is short. All are given back when the spill is freed, so
 * that one that is not needed any more may be given to others at once. */
void *twt_spill_take_chunk(twt_spill *spill);
void twt_spill_give_chunk(twt_spill *spill, void *chunk);

/* Counts bytes as memory in use; false when it is used up and they belong in the file. */
bool twt_spill_hold(twt_spill *spill, size_t bytes);
void twt_spill_release(twt_spill *spill, size_t bytes);

/* Makes len bytes at the end of the file the caller's, with room on the disk; at a page's beginning when all writers
 * keep to whole pages. */
TWT_MUST_USE twt_status twt_spill_reserve(twt_spill *spill, size_t len, uint64_t *offset);

/* Puts bytes at the end of the file. TWT_ERROR_IO: os_error says why. */
TWT_MUST_USE twt_status twt_spill_write(twt_spill *spill, const void *bytes, size_t len, uint64_t *offset);
TWT_MUST_USE twt_status twt_spill_read(twt_spill *spill, uint64_t offset, void *bytes, size_t len);

#endif
