/* compare --pairs: each worker takes the next pair, explains it and waits for its turn to print, so that the output has
 * the order of the input for any number of threads. */
#include "pairs.h"

#include <inttypes.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "command.h"
#include "holding.h"
#include "intake.h"
#include "messages.h"
#include "report.h"
#include "twicetold/compare.h"

typedef struct pair_queue { /* what the workers share; reading is locked before printing, never the other way round */
    twt_pair_reader *reader;
    uint64_t taken; /* under reading */
    bool is_ended;  /* under reading: nothing more is taken */
    pthread_mutex_t reading, printing;
    pthread_cond_t turn;
    cli_report report; /* this and the rest under printing */
    cli_intake intake;
    uint64_t printed;
    twt_status status; /* the failure that ended the printing */
    atomic_bool has_failed;
} pair_queue;

typedef struct pair_worker {
    pair_queue *queue;
    twt_explainer *explainer;
    held_document a, b;
    pthread_t thread;
} pair_worker;

/* The caller holds the lock of the printing. */
static void fail(pair_queue *queue, twt_status status)
{
    queue->status = status;
    atomic_store(&queue->has_failed, true);
    pthread_cond_broadcast(&queue->turn);
}

/* ---- taking ---------------------------------------------------------------------------------------------- */

/* --strict ends the reading, not the printing of what was taken before. */
static void refuse(pair_queue *queue, const twt_fault *fault, twt_status status)
{
    pthread_mutex_lock(&queue->printing);
    queue->is_ended = !intake_refuse(&queue->intake, fault, status);
    pthread_mutex_unlock(&queue->printing);
}

static bool hold(pair_worker *worker, const twt_document *a, const twt_document *b)
{
    if (holding_copy(&worker->a, a) && holding_copy(&worker->b, b))
        return true;
    pthread_mutex_lock(&worker->queue->printing);
    fail(worker->queue, TWT_ERROR_MEMORY);
    pthread_mutex_unlock(&worker->queue->printing);
    return false;
}

static bool take_locked(pair_worker *worker)
{
    pair_queue *queue = worker->queue;
    while (!queue->is_ended && !atomic_load(&queue->has_failed)) {
        const char *id;
        twt_document a, b;
        twt_fault fault = {.byte = UINT64_MAX};
        twt_status status = twt_pair_reader_next(queue->reader, &id, &a, &b, &fault);
        if (status == TWT_OK)
            return hold(worker, &a, &b);
        if (status == TWT_END)
            queue->is_ended = true;
        else
            refuse(queue, &fault, status);
    }
    return false;
}

static bool take(pair_worker *worker, uint64_t *number)
{
    pair_queue *queue = worker->queue;
    pthread_mutex_lock(&queue->reading);
    bool is_taken = take_locked(worker);
    if (is_taken)
        *number = queue->taken++;
    pthread_mutex_unlock(&queue->reading);
    return is_taken;
}

/* ---- printing -------------------------------------------------------------------------------------------- */

static twt_status explain(pair_worker *worker, const twt_explanation **out)
{
    return twt_explainer_run(worker->explainer, &worker->a.document, &worker->b.document,
                             TWT_WANT_PASSAGES | TWT_WANT_CHANGES, out, NULL, NULL);
}

static void print_locked(pair_worker *worker, twt_status status, const twt_explanation *explanation)
{
    pair_queue *queue = worker->queue;
    if (status == TWT_OK)
        status = twt_writer_comparison(queue->report.writer, worker->a.document.id, &worker->a.document,
                                       &worker->b.document, explanation->a, explanation->b, explanation->comparison);
    if (status == TWT_OK && queue->intake.options->explains)
        status = report_checks(&queue->report, worker->a.document.id, &worker->a.document, &worker->b.document,
                               explanation->comparison);
    if (status != TWT_OK)
        fail(queue, status);
}

static void print_in_turn(pair_worker *worker, uint64_t number, twt_status status, const twt_explanation *explanation)
{
    pair_queue *queue = worker->queue;
    pthread_mutex_lock(&queue->printing);
    while (queue->printed != number && !atomic_load(&queue->has_failed))
        pthread_cond_wait(&queue->turn, &queue->printing);
    if (!atomic_load(&queue->has_failed))
        print_locked(worker, status, explanation);
    queue->printed++;
    pthread_cond_broadcast(&queue->turn);
    pthread_mutex_unlock(&queue->printing);
}

static void *work(void *context)
{
    pair_worker *worker = context;
    uint64_t number = 0;
    while (take(worker, &number)) {
        const twt_explanation *explanation = NULL;
        twt_status status = explain(worker, &explanation);
        print_in_turn(worker, number, status, explanation);
    }
    return NULL;
}

/* ---- the whole ------------------------------------------------------------------------------------------- */

static void end_worker(pair_worker *worker)
{
    twt_explainer_free(worker->explainer);
    holding_free(&worker->a);
    holding_free(&worker->b);
}

/* The caller is the first worker; helpers that the system refuses are done without. */
static twt_status work_together(pair_queue *queue, unsigned threads)
{
    pair_worker *workers = calloc(threads, sizeof *workers);
    twt_status status = TWT_ERROR_MEMORY;
    unsigned ready = 0;
    for (; workers && ready < threads; ready++) {
        workers[ready].queue = queue;
        status = twt_explainer_new(NULL, &workers[ready].explainer);
        if (status != TWT_OK)
            break;
        if (ready > 0 && pthread_create(&workers[ready].thread, NULL, work, &workers[ready]) != 0)
            break;
    }
    if (ready > 0)
        work(&workers[0]);
    for (unsigned i = 1; i < ready; i++)
        pthread_join(workers[i].thread, NULL);
    for (unsigned i = 0; workers && i < threads; i++)
        end_worker(&workers[i]);
    free(workers);
    return ready > 0 ? TWT_OK : status;
}

static bool print_all(pair_queue *queue, const cli_options *options)
{
    if (!report_open(&queue->report, options, NULL))
        return false;
    twt_status status = work_together(queue, options->threads);
    if (status == TWT_OK)
        status = queue->status;
    if (!report_close(&queue->report, status))
        return false;
    if (queue->intake.skipped)
        say_note("%" PRIu64 " pairs skipped", queue->intake.skipped);
    return !(options->is_strict && queue->intake.skipped);
}

static bool open_pairs(pair_queue *queue, const cli_options *options)
{
    twt_reader_options wanted;
    twt_fault fault = {.path = options->pairs, .byte = UINT64_MAX};
    twt_reader_options_init(&wanted);
    wanted.is_lossy = options->is_lossy;
    twt_status status = twt_pair_reader_open(options->pairs, &wanted, &queue->reader, &fault);
    if (status != TWT_OK)
        say_fault(&fault, status, NULL);
    return status == TWT_OK;
}

int pairs_compare(const cli_options *options)
{
    pair_queue queue = {.reading = PTHREAD_MUTEX_INITIALIZER, .printing = PTHREAD_MUTEX_INITIALIZER};
    pthread_cond_init(&queue.turn, NULL);
    bool is_done = output_check(options->output) && intake_open(&queue.intake, options) &&
                   open_pairs(&queue, options) && print_all(&queue, options);
    twt_pair_reader_free(queue.reader);
    intake_close(&queue.intake);
    pthread_cond_destroy(&queue.turn);
    return is_done ? EXIT_DONE : EXIT_FAILED;
}
