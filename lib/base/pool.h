/* A parallel loop over element numbers. No state outlives the call. */
#ifndef TWT_BASE_POOL_H
#define TWT_BASE_POOL_H

#include "twicetold/types.h"

/* Does the elements [begin, end); worker is 0 to threads - 1, the same worker never runs twice at once. */
typedef twt_status (*twt_pool_task)(void *context, size_t worker, size_t begin, size_t end);

/* Runs task over [0, count) in pieces of at most grain, with up to threads threads, the caller's among them (threads that the
 * system refuses are done without). Pieces are handed out in ascending order. The first error stops the loop and is returned;
 * of several errors that of the lowest piece. */
TWT_MUST_USE twt_status twt_pool_run(size_t threads, size_t count, size_t grain, twt_pool_task task, void *context);

#endif
