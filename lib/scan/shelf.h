/* Texts prepared lately, of all workers: what one has read the others need not. The one asked for longest ago goes
 * first (least recently used), but for those that somebody holds. */
#ifndef TWT_SCAN_SHELF_H
#define TWT_SCAN_SHELF_H

#include <pthread.h>
#include <stdatomic.h>

#include "twicetold/compare.h"

typedef struct twt_kept_text twt_kept_text;

struct twt_kept_text {
    twt_prepared *prepared;
    atomic_uchar note; /* of who holds it; 0 at first */
    /* the shelf's: */
    uint32_t key, holders;
    twt_kept_text *newer, *older, *next; /* next: in its slot, or of those that go */
};

typedef struct twt_shelf { /* shared by threads; each call but init and free may be made by any of them */
    pthread_mutex_t lock;
    size_t room, bytes;
    twt_kept_text *newest, *oldest;
    twt_kept_text **slots;
} twt_shelf;

/* Fills *shelf; to be freed also when it fails. TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_shelf_init(twt_shelf *shelf, size_t room);
void twt_shelf_free(twt_shelf *shelf);

/* The text of a key, held until it is released; NULL when it is not there. */
twt_kept_text *twt_shelf_take(twt_shelf *shelf, uint32_t key);

/* Puts a text there, which is taken over, and takes it; when another has come first under its key, that one. Others
 * make room for it. TWT_ERROR_MEMORY: the text is freed. */
TWT_MUST_USE twt_status twt_shelf_put(twt_shelf *shelf, uint32_t key, twt_prepared *prepared, twt_kept_text **out);

void twt_shelf_release(twt_shelf *shelf, twt_kept_text *text);

#endif
