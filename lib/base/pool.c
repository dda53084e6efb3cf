#include "base/pool.h"

#include <pthread.h>
#include <stdatomic.h>

#include "base/alloc.h"

typedef struct loop {
    size_t count, grain;
    twt_pool_task task;
    void *context;
    atomic_size_t next;
    atomic_bool is_stopped;
    pthread_mutex_t lock; /* guards the two below */
    twt_status status;
    size_t failed_at;
} loop;

typedef struct worker {
    loop *loop;
    size_t number;
    pthread_t thread;
} worker;

static void note_failure(loop *l, size_t begin, twt_status status)
{
    pthread_mutex_lock(&l->lock);
    if (l->status == TWT_OK || begin < l->failed_at) {
        l->status = status;
        l->failed_at = begin;
    }
    pthread_mutex_unlock(&l->lock);
    atomic_store(&l->is_stopped, true);
}

static void *work(void *argument)
{
    worker *w = argument;
    loop *l = w->loop;
    while (!atomic_load(&l->is_stopped)) {
        size_t begin = atomic_fetch_add(&l->next, l->grain);
        if (begin >= l->count)
            break;
        size_t end = l->count - begin < l->grain ? l->count : begin + l->grain;
        twt_status status = l->task(l->context, w->number, begin, end);
        if (status != TWT_OK)
            note_failure(l, begin, status);
    }
    return NULL;
}

twt_status twt_pool_run(size_t threads, size_t count, size_t grain, twt_pool_task task, void *context)
{
    if (threads == 0 || grain == 0)
        return TWT_ERROR_ARGUMENT;
    size_t pieces = count / grain + (count % grain != 0);
    if (threads > pieces)
        threads = pieces ? pieces : 1;
    worker *workers = twt_alloc_zeroed(threads, sizeof *workers);
    if (!workers)
        return TWT_ERROR_MEMORY;
    loop l = {.count = count, .grain = grain, .task = task, .context = context, .status = TWT_OK};
    pthread_mutex_init(&l.lock, NULL);
    size_t started = 1;
    for (; started < threads; started++) {
        workers[started] = (worker){.loop = &l, .number = started};
        if (pthread_create(&workers[started].thread, NULL, work, &workers[started]))
            break;
    }
    workers[0] = (worker){.loop = &l};
    work(&workers[0]);
    for (size_t i = 1; i < started; i++)
        pthread_join(workers[i].thread, NULL);
    pthread_mutex_destroy(&l.lock);
    twt_free(workers);
    return l.status;
}
