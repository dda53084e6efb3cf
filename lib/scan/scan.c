/* The order of the stages: store -> sieve (text, sketch, candidate) -> verify (compare) -> cluster. */
#include "twicetold/scan.h"

#include <time.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "scan/account.h"
#include "scan/progress.h"
#include "scan/sieve.h"
#include "scan/store.h"
#include "scan/verify.h"
#include "twicetold/cluster.h"
#include "twicetold/text.h"

struct twt_scan {
    twt_scan_options options;
    twt_progress progress;
    twt_store store;
    twt_sieved sieved; /* after the run only when the scan is explainable */
    twt_verified verified;
    twt_account_room *account;  /* of the last explanation, or NULL */
    twt_clustering *clustering; /* NULL until run */
    struct timespec started;
    twt_clock clock; /* of the phase that runs */
    twt_stats stats;
    twt_summary summary;
    int tmp_error; /* errno of the candidates' file, or 0 */
};

void twt_scan_options_init(twt_scan_options *options)
{
    *options = (twt_scan_options){.size = sizeof *options, .kernel = TWT_KERNEL_AUTO, .threads = 1};
    twt_profile_init(&options->profile);
    twt_candidate_options_init(&options->candidate);
}

/* What a limit is for: an eighth for texts, a sixteenth for pages of those in the file, an eighth for features; the
 * rest is what grows with the number of documents (sketches, ids, pairs) and scratch. */
static void limit_memory(twt_scan *scan)
{
    const char *folder = scan->options.memory ? scan->options.tmp_folder : NULL;
    twt_store_init(&scan->store, folder, scan->options.memory);
    scan->options.candidate.tmp_folder = folder;
    scan->options.candidate.memory = scan->options.memory / 8;
}

twt_status twt_scan_new(const twt_scan_options *options, twt_scan **out)
{
    *out = NULL;
    bool has_folder = options->tmp_folder && *options->tmp_folder;
    if (options->size != sizeof *options || (options->memory && !has_folder) || options->threads == 0 ||
        options->threads > TWT_THREADS_MAX)
        return TWT_ERROR_ARGUMENT;
    twt_status status = twt_profile_check(&options->profile);
    if (status != TWT_OK)
        return status;
    twt_scan *scan = twt_alloc_zeroed(1, sizeof *scan);
    if (!scan)
        return TWT_ERROR_MEMORY;
    scan->options = *options;
    scan->progress.options = &scan->options;
    limit_memory(scan);
    pthread_mutex_init(&scan->progress.lock, NULL);
    clock_gettime(CLOCK_MONOTONIC, &scan->started);
    scan->clock = twt_clock_now();
    *out = scan;
    return TWT_OK;
}

void twt_scan_free(twt_scan *scan)
{
    if (!scan)
        return;
    pthread_mutex_destroy(&scan->progress.lock);
    twt_store_free(&scan->store);
    twt_sieved_free(&scan->sieved);
    twt_free(scan->account);
    twt_verified_free(&scan->verified);
    twt_clustering_free(scan->clustering);
    twt_free(scan);
}

twt_status twt_scan_add(twt_scan *scan, const twt_document *document, bool is_preferred, size_t *error_offset)
{
    if (scan->clustering)
        return TWT_ERROR_ARGUMENT;
    twt_status status = twt_text_check(document->text, document->text_len, error_offset);
    return status == TWT_OK ? twt_store_add(&scan->store, document, is_preferred) : status;
}

static twt_status cluster(twt_scan *scan, const uint32_t *tokens)
{
    size_t count = scan->store.count;
    twt_cluster_document *documents = twt_alloc_array(count, sizeof *documents);
    if (!documents)
        return TWT_ERROR_MEMORY;
    for (size_t i = 0; i < count; i++) {
        const twt_stored *stored = &scan->store.items[i];
        documents[i] = (twt_cluster_document){.id = stored->document.id,
                                              .tier = stored->document.tier,
                                              .published = stored->document.published,
                                              .tokens = tokens[i],
                                              .is_preferred = stored->is_preferred};
    }
    twt_progress_begin(&scan->progress, TWT_STAGE_CLUSTER, 0);
    twt_status status =
        twt_clustering_new(documents, count, scan->verified.pairs, scan->verified.count, &scan->clustering);
    twt_free(documents);
    return status;
}

static double seconds_since(const struct timespec *start)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - start->tv_sec) + (double)(now.tv_nsec - start->tv_nsec) / 1e9;
}

static void sum_up(twt_scan *scan)
{
    size_t clusters, links;
    twt_stats *stats = &scan->stats;
    const twt_cluster *found = twt_clustering_clusters(scan->clustering, &clusters);
    twt_clustering_links(scan->clustering, &links);
    stats->threads = scan->options.threads;
    stats->documents = scan->store.count;
    stats->bytes = scan->store.bytes;
    stats->verify = scan->verified.counts;
    stats->spilled_bytes += atomic_load(&scan->store.texts.spill.written);
    stats->clusters = clusters;
    stats->links = links;
    scan->summary = (twt_summary){.documents = stats->documents,
                                  .bytes = stats->bytes,
                                  .candidates = stats->candidates,
                                  .pairs = scan->verified.count,
                                  .clusters = clusters,
                                  .links = links,
                                  .seconds = seconds_since(&scan->started)};
    for (size_t i = 0; i < clusters; i++) {
        scan->summary.clustered_documents += found[i].member_count;
        if (found[i].member_count > stats->largest_cluster)
            stats->largest_cluster = found[i].member_count;
    }
}

static void end_phase(twt_scan *scan, twt_phase phase)
{
    twt_clock_lap(&scan->clock, &scan->stats.phases[phase]);
}

twt_status twt_scan_run(twt_scan *scan)
{
    if (scan->clustering)
        return TWT_ERROR_ARGUMENT;
    twt_sieved *sieved = &scan->sieved;
    end_phase(scan, TWT_PHASE_READ);
    twt_status status =
        twt_sieve_run(&scan->store, &scan->options, &scan->progress, &scan->stats, sieved, &scan->tmp_error);
    scan->clock = twt_clock_now(); /* the sieve has told of itself */
    if (status == TWT_OK)
        status = twt_verify_run(&scan->store, &scan->options, &scan->progress, sieved, &scan->verified);
    end_phase(scan, TWT_PHASE_VERIFY);
    if (status == TWT_OK)
        status = cluster(scan, sieved->tokens);
    end_phase(scan, TWT_PHASE_CLUSTER);
    if (status == TWT_OK)
        sum_up(scan);
    else
        twt_verified_free(&scan->verified);
    if (status != TWT_OK || !scan->options.is_explainable)
        twt_sieved_free(sieved);
    return status;
}

void twt_scan_fault(const twt_scan *scan, twt_fault *out)
{
    int os_error = scan->store.texts.spill.os_error ? scan->store.texts.spill.os_error : scan->tmp_error;
    *out = (twt_fault){.byte = UINT64_MAX, .os_error = os_error};
    if (os_error) {
        out->path = scan->options.tmp_folder;
        out->reason = "temporary file";
    }
}

size_t twt_scan_document_count(const twt_scan *scan)
{
    return scan->store.count;
}

const twt_document *twt_scan_document(const twt_scan *scan, uint32_t number)
{
    return twt_store_look(&scan->store, number);
}

bool twt_scan_find(const twt_scan *scan, const char *id, uint32_t *number)
{
    return twt_store_find(&scan->store, id, number);
}

const twt_pair *twt_scan_pairs(const twt_scan *scan, size_t *count)
{
    *count = scan->verified.count;
    return scan->verified.pairs;
}

const twt_cluster *twt_scan_clusters(const twt_scan *scan, size_t *count)
{
    *count = 0;
    return scan->clustering ? twt_clustering_clusters(scan->clustering, count) : NULL;
}

const twt_link *twt_scan_links(const twt_scan *scan, size_t *count)
{
    *count = 0;
    return scan->clustering ? twt_clustering_links(scan->clustering, count) : NULL;
}

void twt_scan_summary(const twt_scan *scan, twt_summary *out)
{
    *out = scan->summary;
}

void twt_scan_stats(const twt_scan *scan, twt_stats *out)
{
    *out = scan->stats;
}

twt_status twt_scan_explain(twt_scan *scan, uint32_t a, uint32_t b, const twt_account **out)
{
    *out = NULL;
    if (!scan->clustering || !scan->options.is_explainable || a == b || a >= scan->store.count ||
        b >= scan->store.count)
        return TWT_ERROR_ARGUMENT;
    if (!scan->account)
        scan->account = twt_alloc_zeroed(1, sizeof *scan->account);
    if (!scan->account)
        return TWT_ERROR_MEMORY;
    twt_scanned scanned = {&scan->store,    &scan->options,   &scan->sieved,
                           &scan->verified, scan->clustering, &scan->progress};
    twt_status status = twt_account_fill(&scanned, a < b ? a : b, a < b ? b : a, scan->account);
    if (status == TWT_OK)
        *out = &scan->account->account;
    return status;
}
