/* Batches in the order of input, read by some threads ahead of the one that takes them. */
#ifndef TWT_IO_READ_READ_AHEAD_H
#define TWT_IO_READ_READ_AHEAD_H

#include <pthread.h>

#include "io/read/batch.h"

typedef struct twt_read_ahead { /* zeroed: closed and valid */
    twt_batch *batches;         /* a ring */
    enum twt_batch_state { TWT_BATCH_FILLED, TWT_BATCH_AT_WORK, TWT_BATCH_READ } * states;
    size_t cap, first, count;
    size_t bytes;            /* of the batches in the ring, about */
    size_t threads, started; /* wanted and running, the caller's not among them */
    pthread_t *workers;
    pthread_mutex_t lock; /* guards states, first, count, is_stopping */
    pthread_cond_t has_work, has_result;
    bool is_stopping;
} twt_read_ahead;

/* threads: from 1, the caller's among them; the others begin to run with the second batch that waits. Those that the
 * system refuses are done without. */
TWT_MUST_USE twt_status twt_read_ahead_open(twt_read_ahead *ahead, size_t threads, size_t bytes_max, bool is_lossy);
void twt_read_ahead_close(twt_read_ahead *ahead);

/* An empty batch to be filled; NULL when enough waits. */
twt_batch *twt_read_ahead_room(twt_read_ahead *ahead);

/* Hands the batch filled last over to be read. */
void twt_read_ahead_push(twt_read_ahead *ahead);

/* The earliest batch, read, by the caller if no other thread has begun; NULL when there is none. It stays the earliest
 * until it is popped. */
twt_batch *twt_read_ahead_first(twt_read_ahead *ahead);
void twt_read_ahead_pop(twt_read_ahead *ahead);

#endif
