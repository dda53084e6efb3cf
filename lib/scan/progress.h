/* What the caller of a scan hears and says while it runs. */
#ifndef TWT_SCAN_PROGRESS_H
#define TWT_SCAN_PROGRESS_H

#include <pthread.h>

#include "twicetold/scan.h"

typedef struct twt_progress {
    const twt_scan_options *options;
    pthread_mutex_t lock; /* one call at a time */
    twt_stage stage;
    uint64_t done, total;
} twt_progress;

static inline void twt_progress_begin(twt_progress *progress, twt_stage stage, uint64_t total)
{
    progress->stage = stage;
    progress->done = 0;
    progress->total = total;
    if (progress->options->progress)
        progress->options->progress(progress->options->context, stage, 0, total);
}

/* Adds to what is done; TWT_ERROR_CANCELLED when the caller wants to stop. From any thread. */
static inline twt_status twt_progress_add(twt_progress *progress, uint64_t done)
{
    const twt_scan_options *options = progress->options;
    if (options->progress) {
        pthread_mutex_lock(&progress->lock);
        progress->done += done;
        options->progress(options->context, progress->stage, progress->done, progress->total);
        pthread_mutex_unlock(&progress->lock);
    }
    return options->is_cancelled && options->is_cancelled(options->context) ? TWT_ERROR_CANCELLED : TWT_OK;
}

#endif
