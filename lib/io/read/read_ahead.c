#include "io/read/read_ahead.h"

#include "base/alloc.h"

enum {
    THREADS_MAX = 8,            /* handing over is one thread's work: four parse as fast as one can take */
    BATCHES_A_THREAD = 4,       /* waiting, at work or read */
    BYTES_AHEAD_MAX = 16 << 20, /* after which no batch is filled while another waits */
};

static twt_batch *batch_at(const twt_read_ahead *ahead, size_t place)
{
    return &ahead->batches[(ahead->first + place) % ahead->cap];
}

static enum twt_batch_state *state_at(const twt_read_ahead *ahead, size_t place)
{
    return &ahead->states[(ahead->first + place) % ahead->cap];
}

/* The earliest batch that no one has begun is begun by us; NULL when there is none. The lock is held. */
static twt_batch *begin_one(twt_read_ahead *ahead, enum twt_batch_state **state)
{
    for (size_t i = 0; i < ahead->count; i++) {
        *state = state_at(ahead, i);
        if (**state == TWT_BATCH_FILLED) {
            **state = TWT_BATCH_AT_WORK;
            return batch_at(ahead, i);
        }
    }
    return NULL;
}

/* The lock is held, and let go meanwhile. */
static void read_one(twt_read_ahead *ahead, twt_batch *batch, enum twt_batch_state *state)
{
    pthread_mutex_unlock(&ahead->lock);
    twt_batch_read(batch);
    pthread_mutex_lock(&ahead->lock);
    *state = TWT_BATCH_READ;
}

static void *work(void *argument)
{
    twt_read_ahead *ahead = argument;
    enum twt_batch_state *state;
    pthread_mutex_lock(&ahead->lock);
    while (!ahead->is_stopping) {
        twt_batch *batch = begin_one(ahead, &state);
        if (!batch) {
            pthread_cond_wait(&ahead->has_work, &ahead->lock);
            continue;
        }
        read_one(ahead, batch, state);
        pthread_cond_signal(&ahead->has_result);
    }
    pthread_mutex_unlock(&ahead->lock);
    return NULL;
}

twt_status twt_read_ahead_open(twt_read_ahead *ahead, size_t threads, size_t bytes_max, bool is_lossy)
{
    *ahead = (twt_read_ahead){.threads = (threads < THREADS_MAX ? threads : THREADS_MAX) - 1};
    pthread_mutex_init(&ahead->lock, NULL);
    pthread_cond_init(&ahead->has_work, NULL);
    pthread_cond_init(&ahead->has_result, NULL);
    ahead->cap = ahead->threads ? BATCHES_A_THREAD * (ahead->threads + 1) : 1;
    ahead->batches = twt_alloc_zeroed(ahead->cap, sizeof *ahead->batches);
    ahead->states = twt_alloc_zeroed(ahead->cap, sizeof *ahead->states);
    ahead->workers = twt_alloc_zeroed(ahead->threads, sizeof *ahead->workers);
    twt_status status = ahead->batches && ahead->states && ahead->workers ? TWT_OK : TWT_ERROR_MEMORY;
    for (size_t i = 0; status == TWT_OK && i < ahead->cap; i++)
        status = twt_batch_init(&ahead->batches[i], bytes_max, is_lossy);
    return status;
}

void twt_read_ahead_close(twt_read_ahead *ahead)
{
    if (ahead->cap == 0)
        return;
    pthread_mutex_lock(&ahead->lock);
    ahead->is_stopping = true;
    pthread_cond_broadcast(&ahead->has_work);
    pthread_mutex_unlock(&ahead->lock);
    for (size_t i = 0; i < ahead->started; i++)
        pthread_join(ahead->workers[i], NULL);
    for (size_t i = 0; ahead->batches && i < ahead->cap; i++)
        twt_batch_free(&ahead->batches[i]);
    twt_free(ahead->batches);
    twt_free(ahead->states);
    twt_free(ahead->workers);
    pthread_cond_destroy(&ahead->has_work);
    pthread_cond_destroy(&ahead->has_result);
    pthread_mutex_destroy(&ahead->lock);
    *ahead = (twt_read_ahead){0};
}

twt_batch *twt_read_ahead_room(twt_read_ahead *ahead)
{
    if (ahead->count == ahead->cap || (ahead->count > 0 && ahead->bytes >= BYTES_AHEAD_MAX))
        return NULL;
    twt_batch *batch = batch_at(ahead, ahead->count);
    twt_batch_clear(batch);
    return batch;
}

static void start_threads(twt_read_ahead *ahead)
{
    while (ahead->started < ahead->threads) {
        if (pthread_create(&ahead->workers[ahead->started], NULL, work, ahead))
            ahead->threads = ahead->started;
        else
            ahead->started++;
    }
}

void twt_read_ahead_push(twt_read_ahead *ahead)
{
    ahead->bytes += batch_at(ahead, ahead->count)->bytes;
    pthread_mutex_lock(&ahead->lock);
    *state_at(ahead, ahead->count) = TWT_BATCH_FILLED;
    ahead->count++;
    pthread_cond_signal(&ahead->has_work);
    pthread_mutex_unlock(&ahead->lock);
    if (ahead->count > 1)
        start_threads(ahead);
}

twt_batch *twt_read_ahead_first(twt_read_ahead *ahead)
{
    enum twt_batch_state *state;
    if (ahead->count == 0)
        return NULL;
    pthread_mutex_lock(&ahead->lock);
    while (*state_at(ahead, 0) != TWT_BATCH_READ) {
        twt_batch *batch = begin_one(ahead, &state);
        if (batch)
            read_one(ahead, batch, state);
        else
            pthread_cond_wait(&ahead->has_result, &ahead->lock);
    }
    pthread_mutex_unlock(&ahead->lock);
    return batch_at(ahead, 0);
}

void twt_read_ahead_pop(twt_read_ahead *ahead)
{
    ahead->bytes -= batch_at(ahead, 0)->bytes;
    pthread_mutex_lock(&ahead->lock);
    ahead->first = (ahead->first + 1) % ahead->cap;
    ahead->count--;
    pthread_mutex_unlock(&ahead->lock);
}
