/* Reads a corpus and finds its candidate pairs as a scan does, and no more; prints what each step cost, one JSON line a
 * step. With --pairs FILE writes the pairs, so that the candidates' recall can be counted: ids, weight, share,
 * channels; with
 * --around too the evidence of the texts around, for which every pair is compared.
 *
 *     bench_candidate [--threads N] [--pairs FILE.tsv [--around]] CORPUS... */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "corpus.h"
#include "scan/neighbours.h"
#include "scan/sieve.h"
#include "twicetold/compare.h"
#include "twicetold/io.h"
#include "twicetold/text.h"

typedef struct bench {
    twt_scan_options options;
    twt_progress progress;
    twt_store store;
    twt_sieved sieved;
    twt_stats stats;
} bench;

static void open_bench(bench *b)
{
    twt_scan_options_init(&b->options);
    b->options.is_timed = true;
    b->progress.options = &b->options;
    twt_store_init(&b->store, NULL, 0);
}

static void close_bench(bench *b)
{
    twt_sieved_free(&b->sieved);
    twt_store_free(&b->store);
}

/* Documents that can't be read are left out. */
static void read_documents(bench *b, char *const *paths, size_t count)
{
    twt_reader_options options;
    twt_reader_options_init(&options);
    options.threads = b->options.threads;
    twt_reader *reader;
    must(twt_reader_new(&options, &reader), "reader");
    for (size_t i = 0; i < count; i++)
        must(twt_reader_add(reader, paths[i]), paths[i]);
    for (twt_status status = TWT_OK; status != TWT_END;) {
        twt_document document;
        status = twt_reader_next(reader, &document, NULL);
        if (status == TWT_OK && twt_text_check(document.text, document.text_len, NULL) == TWT_OK)
            must(twt_store_add(&b->store, &document, false), document.id);
    }
    twt_reader_free(reader);
}

static void run(bench *b, char *const *paths, size_t count)
{
    int tmp_error;
    twt_clock clock = twt_clock_now();
    read_documents(b, paths, count);
    twt_clock_lap(&clock, &b->stats.phases[TWT_PHASE_READ]);
    must(twt_sieve_run(&b->store, &b->options, &b->progress, &b->stats, &b->sieved, &tmp_error), "sieve");
}

static void print_steps(const bench *b)
{
    static const struct {
        twt_phase phase;
        const char *name;
    } steps[] = {{TWT_PHASE_READ, "read"},   {TWT_PHASE_ANALYSE, "analyse"}, {TWT_PHASE_POSTINGS, "postings"},
                 {TWT_PHASE_BANDS, "bands"}, {TWT_PHASE_RARE, "rare"},       {TWT_PHASE_MERGE, "merge"}};
    double wall = 0, cpu = 0;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        const twt_phase_cost *cost = &b->stats.phases[steps[i].phase];
        printf("{\"bench\":\"candidate\",\"step\":\"%s\",\"threads\":%u,\"cpu_seconds\":%.3f,\"seconds\":%.3f}\n",
               steps[i].name, b->options.threads, cost->cpu_seconds, cost->wall_seconds);
        wall += cost->wall_seconds;
        cpu += cost->cpu_seconds;
    }
    printf("{\"bench\":\"candidate\",\"step\":\"all\",\"threads\":%u,\"cpu_seconds\":%.3f,\"seconds\":%.3f,"
           "\"text_cpu_seconds\":%.3f,\"sketch_cpu_seconds\":%.3f,\"feature_cpu_seconds\":%.3f,\"documents\":%zu,"
           "\"bytes\":%zu,\"features\":%zu,\"pairs\":%zu,\"peak_mb\":%.1f}\n",
           b->options.threads, cpu, wall, b->stats.text_cpu_seconds, b->stats.sketch_cpu_seconds,
           b->stats.feature_cpu_seconds, b->store.count, (size_t)b->store.bytes, (size_t)b->stats.features,
           b->sieved.count, (double)b->stats.phases[TWT_PHASE_MERGE].peak_bytes / 1e6);
}

typedef struct reader { /* of one side */
    twt_analyzer *analyzer;
    const twt_analysis *analysis;
    uint32_t number;
} reader;

static const twt_analysis *read_side(const bench *b, reader *of, uint32_t number)
{
    const twt_document *document = &b->store.items[number].document;
    if (of->analysis && of->number == number)
        return of->analysis;
    must(twt_analyzer_run(of->analyzer, document->text, document->text_len, &of->analysis, NULL), document->id);
    of->number = number;
    return of->analysis;
}

/* Order evidence of each pair, as the first look of a scan finds it, and how much it is doubted. */
static float *orders_of(const bench *b, float *doubts)
{
    const twt_candidate_pair *pairs = b->sieved.pairs;
    size_t count = b->sieved.count;
    reader sides[2] = {{0}, {0}};
    twt_comparer *comparer;
    float *orders = malloc((count + 1) * sizeof *orders);
    must(orders ? TWT_OK : TWT_ERROR_MEMORY, "orders");
    must(twt_comparer_new(&b->options.profile, &comparer), "comparer");
    for (int side = 0; side < 2; side++)
        must(twt_analyzer_new(&b->options.profile, &sides[side].analyzer), "analyzer");
    for (size_t i = 0; i < count; i++) {
        const twt_comparison *comparison;
        const twt_analysis *a = read_side(b, &sides[0], pairs[i].a), *other = read_side(b, &sides[1], pairs[i].b);
        must(twt_comparer_run(comparer, a, other, TWT_WANT_RELATION, &comparison), "compare");
        orders[i] = comparison->measures.order_evidence;
        doubts[i] = (float)twt_neighbours_doubt(&comparison->measures);
    }
    for (int side = 0; side < 2; side++)
        twt_analyzer_free(sides[side].analyzer);
    twt_comparer_free(comparer);
    return orders;
}

static void look_around(bench *b)
{
    twt_sieved *sieved = &b->sieved;
    float *doubts = malloc((sieved->count + 1) * sizeof *doubts);
    must(doubts ? TWT_OK : TWT_ERROR_MEMORY, "doubts");
    float *orders = orders_of(b, doubts);
    must(twt_neighbours_build(&sieved->neighbours, sieved->pairs, orders, doubts, sieved->count, sieved->texts,
                              b->store.count, sieved->family_count),
         "neighbours");
    free(orders);
    free(doubts);
}

static void write_pairs(const bench *b, const char *path)
{
    FILE *file = fopen(path, "w");
    must(file ? TWT_OK : TWT_ERROR_IO, path);
    for (size_t i = 0; i < b->sieved.count; i++) {
        const twt_candidate_pair *pair = &b->sieved.pairs[i];
        fprintf(file, "%s\t%s\t%.2f\t%.4f\t%u\t%.4f\t%zu\n", b->store.items[pair->a].document.id,
                b->store.items[pair->b].document.id, (double)pair->weight, (double)pair->share,
                (unsigned)pair->channels, twt_neighbours_evidence(&b->sieved.neighbours, pair, 0),
                b->sieved.family_count);
    }
    must(fclose(file) == 0 ? TWT_OK : TWT_ERROR_IO, path);
}

int main(int argc, char **argv)
{
    static bench b;
    const char *pairs_path = NULL;
    bool with_around = false;
    int at = 1;
    open_bench(&b);
    for (; at < argc && strncmp(argv[at], "--", 2) == 0; at++) {
        if (strcmp(argv[at], "--threads") == 0 && at + 1 < argc)
            b.options.threads = (uint32_t)strtoul(argv[++at], NULL, 10);
        else if (strcmp(argv[at], "--around") == 0)
            with_around = true;
        else if (strcmp(argv[at], "--pairs") == 0 && at + 1 < argc)
            pairs_path = argv[++at];
    }
    if (at == argc || !b.options.threads) {
        fprintf(stderr, "usage: bench_candidate [--threads N] [--pairs FILE.tsv [--around]] CORPUS...\n");
        return 2;
    }
    run(&b, argv + at, (size_t)(argc - at));
    print_steps(&b);
    if (pairs_path && with_around)
        look_around(&b);
    if (pairs_path)
        write_pairs(&b, pairs_path);
    close_bench(&b);
    return EXIT_SUCCESS;
}
