/* Times each step from texts to candidate pairs over a corpus, one JSON line a step; with --pairs FILE writes the
 * pairs, exact copies expanded as a scan does, so that the candidates' recall can be counted: ids, weight, share,
 * channels; with --around too the evidence of the texts around, for which every pair is compared.
 *
 *     bench_candidate [--threads N] [--pairs FILE.tsv [--around]] CORPUS... */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "corpus.h"
#include "scan/copies.h"
#include "scan/neighbours.h"
#include "twicetold/candidate.h"
#include "twicetold/compare.h"
#include "twicetold/sketch.h"
#include "twicetold/text.h"

enum { STEP_TEXT, STEP_SKETCH, STEP_ADD, STEP_FIND, STEPS };

typedef struct bench {
    corpus all;
    twt_profile profile;
    twt_analyzer *analyzer;
    twt_sketcher *sketcher;
    twt_candidates *candidates;
    twt_candidate_intake *intake;
    twt_copies copies;
    size_t shingles, features, added;
    double cpu[STEPS], wall[STEPS];
} bench;

static void open_bench(bench *b)
{
    twt_candidate_options options;
    twt_candidate_options_init(&options);
    options.keeps_families = true;
    twt_profile_init(&b->profile);
    must(twt_analyzer_new(&b->profile, &b->analyzer), "analyzer");
    must(twt_sketcher_new(&b->profile, TWT_KERNEL_AUTO, &b->sketcher), "sketcher");
    must(twt_candidates_new(&options, &b->profile, b->all.count, &b->candidates), "candidates");
    must(twt_candidate_intake_new(b->candidates, &b->intake), "intake");
    must(twt_copies_init(&b->copies, b->all.count), "copies");
}

static void close_bench(bench *b)
{
    twt_copies_free(&b->copies);
    twt_candidate_intake_free(b->intake);
    twt_candidates_free(b->candidates);
    twt_sketcher_free(b->sketcher);
    twt_analyzer_free(b->analyzer);
    corpus_free(&b->all);
}

/* Books the time since *cpu and *wall on a step. */
static void book(bench *b, int step, double *cpu, double *wall)
{
    double cpu_now = cpu_seconds(), wall_now = wall_seconds();
    b->cpu[step] += cpu_now - *cpu;
    b->wall[step] += wall_now - *wall;
    *cpu = cpu_now;
    *wall = wall_now;
}

static void take(bench *b, uint32_t number)
{
    uint32_t slots[TWT_SLOTS_MAX];
    const twt_document *document = &b->all.documents[number];
    const twt_analysis *analysis;
    size_t features;
    double cpu = cpu_seconds(), wall = wall_seconds();
    must(twt_analyzer_run(b->analyzer, document->text, document->text_len, &analysis, NULL), document->id);
    book(b, STEP_TEXT, &cpu, &wall);
    if (!analysis->token_count || !twt_copies_note(&b->copies, number, analysis->content_hash))
        return;
    twt_sketcher_run(b->sketcher, analysis->shingle_set, analysis->shingle_set_count, slots);
    book(b, STEP_SKETCH, &cpu, &wall);
    must(twt_candidate_intake_add(b->intake, number, analysis->content_hash[0], slots, analysis, &features),
         document->id);
    book(b, STEP_ADD, &cpu, &wall);
    b->shingles += analysis->shingle_set_count;
    b->features += features;
    b->added++;
}

static size_t find(bench *b, size_t threads, twt_candidate_pair **pairs)
{
    const twt_candidate_pair *found;
    size_t count;
    double cpu = cpu_seconds(), wall = wall_seconds();
    must(twt_candidate_intake_end(b->intake), "intake");
    must(twt_candidates_find(b->candidates, threads, &found, &count), "find");
    twt_copies_group(&b->copies);
    must(twt_copies_expand(&b->copies, found, count, pairs, &count), "copies");
    book(b, STEP_FIND, &cpu, &wall);
    return count;
}

static void print_steps(const bench *b, size_t threads, size_t pairs)
{
    static const char *const names[STEPS] = {"text", "sketch", "add", "find"};
    for (int step = 0; step < STEPS; step++)
        printf("{\"bench\":\"candidate\",\"step\":\"%s\",\"threads\":%zu,\"cpu_seconds\":%.3f,\"seconds\":%.3f,"
               "\"mb_per_cpu_second\":%.1f}\n",
               names[step], step == STEP_FIND ? threads : 1, b->cpu[step], b->wall[step],
               (double)b->all.bytes / 1e6 / (b->cpu[step] + 1e-9));
    printf(
        "{\"bench\":\"candidate\",\"step\":\"all\",\"documents\":%zu,\"distinct\":%zu,\"bytes\":%zu,\"shingles\":%zu,"
        "\"features\":%zu,\"pairs\":%zu}\n",
        b->all.count, b->added, b->all.bytes, b->shingles, b->features, pairs);
}

/* Who stands for each document, as the scan has it. */
static uint32_t *texts_of(const bench *b)
{
    uint32_t *texts = malloc((b->all.count + 1) * sizeof *texts);
    must(texts ? TWT_OK : TWT_ERROR_MEMORY, "texts");
    for (size_t d = 0; d < b->all.count; d++) {
        uint32_t first = b->copies.first_of[d];
        texts[d] = first == TWT_NO_GROUP ? UINT32_MAX : twt_candidates_representative(b->candidates, first);
    }
    return texts;
}

typedef struct reader { /* of one side */
    twt_analyzer *analyzer;
    const twt_analysis *analysis;
    uint32_t number;
} reader;

static const twt_analysis *read_side(const bench *b, reader *of, uint32_t number)
{
    const twt_document *document = &b->all.documents[number];
    if (of->analysis && of->number == number)
        return of->analysis;
    must(twt_analyzer_run(of->analyzer, document->text, document->text_len, &of->analysis, NULL), document->id);
    of->number = number;
    return of->analysis;
}

/* Order evidence of each pair, as the first look of a scan finds it. */
static float *orders_of(const bench *b, const twt_candidate_pair *pairs, size_t count)
{
    reader sides[2] = {{0}, {0}};
    twt_comparer *comparer;
    float *orders = malloc((count + 1) * sizeof *orders);
    must(orders ? TWT_OK : TWT_ERROR_MEMORY, "orders");
    must(twt_comparer_new(&b->profile, &comparer), "comparer");
    for (int side = 0; side < 2; side++)
        must(twt_analyzer_new(&b->profile, &sides[side].analyzer), "analyzer");
    for (size_t i = 0; i < count; i++) {
        const twt_comparison *comparison;
        const twt_analysis *a = read_side(b, &sides[0], pairs[i].a), *other = read_side(b, &sides[1], pairs[i].b);
        must(twt_comparer_run(comparer, a, other, TWT_WANT_RELATION, &comparison), "compare");
        orders[i] = comparison->measures.order_evidence;
    }
    for (int side = 0; side < 2; side++)
        twt_analyzer_free(sides[side].analyzer);
    twt_comparer_free(comparer);
    return orders;
}

static void look_around(const bench *b, const twt_candidate_pair *pairs, size_t count, const uint32_t *texts,
                        twt_neighbours *out)
{
    float *orders = orders_of(b, pairs, count);
    must(twt_neighbours_build(out, pairs, orders, count, texts, b->all.count,
                              twt_candidates_family_count(b->candidates)),
         "neighbours");
    free(orders);
}

static void write_pairs(const bench *b, const char *path, bool with_around, const twt_candidate_pair *pairs,
                        size_t count)
{
    FILE *file = fopen(path, "w");
    uint32_t *texts = texts_of(b);
    twt_neighbours neighbours = {0};
    must(file ? TWT_OK : TWT_ERROR_IO, path);
    if (with_around)
        look_around(b, pairs, count, texts, &neighbours);
    for (size_t i = 0; i < count; i++)
        fprintf(file, "%s\t%s\t%.2f\t%.4f\t%u\t%.4f\n", b->all.documents[pairs[i].a].id,
                b->all.documents[pairs[i].b].id, (double)pairs[i].weight, (double)pairs[i].share,
                (unsigned)pairs[i].channels, twt_neighbours_evidence(&neighbours, &pairs[i], 0));
    twt_neighbours_free(&neighbours);
    free(texts);
    must(fclose(file) == 0 ? TWT_OK : TWT_ERROR_IO, path);
}

int main(int argc, char **argv)
{
    bench b = {.added = 0};
    size_t threads = 1;
    const char *pairs_path = NULL;
    bool with_around = false;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--threads") == 0 && i + 1 < argc)
            threads = strtoul(argv[++i], NULL, 10);
        else if (strcmp(argv[i], "--around") == 0)
            with_around = true;
        else if (strcmp(argv[i], "--pairs") == 0 && i + 1 < argc)
            pairs_path = argv[++i];
        else
            corpus_read(&b.all, argv[i]);
    }
    if (!b.all.count || !threads) {
        fprintf(stderr, "usage: bench_candidate [--threads N] [--pairs FILE.tsv [--around]] CORPUS...\n");
        return 2;
    }
    open_bench(&b);
    for (uint32_t i = 0; i < b.all.count; i++)
        take(&b, i);
    twt_candidate_pair *pairs;
    size_t count = find(&b, threads, &pairs);
    print_steps(&b, threads, count);
    if (pairs_path)
        write_pairs(&b, pairs_path, with_around, pairs, count);
    free(pairs);
    close_bench(&b);
    return EXIT_SUCCESS;
}
