/* Does what a MinHash tool does and no more: reads a corpus, sketches it, finds the pairs that the bands hold. Without
 * rare features, recurring paragraphs and verification, so that the peers can be held against the same work. Prints one
 * JSON line; with --pairs FILE writes the ids of the pairs.
 *
 *     bench_bands [--threads N] [--pairs FILE.tsv] CORPUS... */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/pool.h"
#include "corpus.h"
#include "twicetold/candidate.h"
#include "twicetold/scan.h"
#include "twicetold/sketch.h"
#include "twicetold/text.h"

enum { GRAIN = 8 };

typedef struct bench {
    corpus all;
    size_t threads;
    twt_profile profile;
    twt_sketcher *sketcher;
    twt_analyzer **analyzers; /* per thread */
    uint32_t *slots;          /* per document */
    uint64_t *ranks;          /* the same; 0 without words */
    twt_candidates *candidates;
} bench;

static twt_status sketch_documents(void *context, size_t worker, size_t begin, size_t end)
{
    bench *b = context;
    twt_status status = TWT_OK;
    for (size_t i = begin; i < end && status == TWT_OK; i++) {
        const twt_analysis *text;
        const twt_document *document = &b->all.documents[i];
        status = twt_analyzer_run(b->analyzers[worker], document->text, document->text_len, &text, NULL);
        if (status != TWT_OK)
            continue;
        b->ranks[i] = text->token_count ? text->content_hash[0] : 0;
        twt_sketcher_run(b->sketcher, text->shingles, text->shingle_count, b->slots + i * b->profile.slots);
    }
    return status;
}

static void open_workers(bench *b)
{
    twt_profile_init(&b->profile);
    must(twt_sketcher_new(&b->profile, TWT_KERNEL_AUTO, &b->sketcher), "sketcher");
    b->analyzers = must_have(calloc(b->threads, sizeof *b->analyzers));
    for (size_t i = 0; i < b->threads; i++) {
        must(twt_analyzer_new(&b->profile, &b->analyzers[i]), "analyzer");
        twt_analyzer_skip(b->analyzers[i], TWT_SKIP_SENTENCES | TWT_SKIP_SHINGLE_SET);
    }
    b->slots = must_have(calloc(b->all.count, b->profile.slots * sizeof *b->slots));
    b->ranks = must_have(calloc(b->all.count, sizeof *b->ranks));
}

static const twt_candidate_pair *find_pairs(bench *b, size_t *count)
{
    static const twt_features none;
    const twt_candidate_pair *pairs;
    twt_candidate_options options;
    twt_candidate_options_init(&options);
    must(twt_candidates_new(&options, &b->profile, b->all.count, &b->candidates), "candidates");
    for (uint32_t i = 0; i < b->all.count; i++)
        if (b->ranks[i])
            must(twt_candidates_add(b->candidates, i, b->ranks[i], b->slots + (size_t)i * b->profile.slots, &none),
                 "candidates");
    must(twt_candidates_find(b->candidates, b->threads, &pairs, count), "pairs");
    return pairs;
}

static void close_bench(bench *b)
{
    twt_candidates_free(b->candidates);
    twt_sketcher_free(b->sketcher);
    for (size_t i = 0; i < b->threads; i++)
        twt_analyzer_free(b->analyzers[i]);
    free(b->analyzers);
    free(b->slots);
    free(b->ranks);
    corpus_free(&b->all);
}

static void write_pairs(const bench *b, const char *path, const twt_candidate_pair *pairs, size_t count)
{
    FILE *file = fopen(path, "w");
    must(file ? TWT_OK : TWT_ERROR_IO, path);
    for (size_t i = 0; i < count; i++)
        fprintf(file, "%s\t%s\n", b->all.documents[pairs[i].a].id, b->all.documents[pairs[i].b].id);
    must(fclose(file) == 0 ? TWT_OK : TWT_ERROR_IO, path);
}

int main(int argc, char **argv)
{
    bench b = {.threads = 1};
    const char *pairs_path = NULL;
    int at = 1;
    for (; at + 1 < argc && strncmp(argv[at], "--", 2) == 0; at += 2) {
        if (strcmp(argv[at], "--threads") == 0)
            b.threads = strtoul(argv[at + 1], NULL, 10);
        else if (strcmp(argv[at], "--pairs") == 0)
            pairs_path = argv[at + 1];
    }
    if (at >= argc || !b.threads || b.threads > TWT_THREADS_MAX) {
        fprintf(stderr, "usage: bench_bands [--threads N] [--pairs FILE.tsv] CORPUS...\n");
        return 2;
    }
    twt_clock clock = twt_clock_now();
    b.all.threads = (unsigned)b.threads;
    for (; at < argc; at++)
        corpus_read(&b.all, argv[at]);
    open_workers(&b);
    must(twt_pool_run(b.threads, b.all.count, GRAIN, sketch_documents, &b), "sketch");
    size_t count;
    const twt_candidate_pair *pairs = find_pairs(&b, &count);
    twt_phase_cost cost = {0};
    twt_clock_lap(&clock, &cost);
    printf("{\"bench\":\"bands\",\"threads\":%zu,\"cpu_seconds\":%.3f,\"seconds\":%.3f,\"documents\":%zu,\"bytes\":%zu,"
           "\"pairs\":%zu,\"peak_mb\":%.1f}\n",
           b.threads, cost.cpu_seconds, cost.wall_seconds, b.all.count, b.all.bytes, count,
           (double)cost.peak_bytes / 1e6);
    if (pairs_path)
        write_pairs(&b, pairs_path, pairs, count);
    close_bench(&b);
    return EXIT_SUCCESS;
}
