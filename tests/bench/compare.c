/* Times reading and comparing pairs of texts, one JSON line a case.
 *
 *     bench_compare PAIRS.jsonl                 {"id","a","b"} a line, one case
 *     bench_compare CORPUS.jsonl                each document with its neighbour, and with itself
 *     bench_compare CORPUS.jsonl PAIRS.tsv      id, id, kind a line: a case a kind */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "corpus.h"
#include "twicetold/compare.h"
#include "twicetold/io.h"
#include "twicetold/text.h"

enum { KINDS_MAX = 64, RELATIONS = TWT_RELATION_UNRELATED + 1 };

typedef struct bench_case {
    char name[64];
    size_t pairs, bytes, relations[RELATIONS];
    double text, compare;        /* CPU seconds */
    double prepare, prepared;    /* of both texts, and of comparing them then as a scan does at first */
    double passages_and_changes; /* of a second run that asks for both */
} bench_case;

typedef struct bench {
    twt_analyzer *analyzers[2];
    twt_preparer *preparer;
    twt_comparer *comparer;
    bench_case cases[KINDS_MAX];
    size_t case_count;
} bench;

static bench_case *case_of(bench *b, const char *name)
{
    for (size_t i = 0; i < b->case_count; i++)
        if (strcmp(b->cases[i].name, name) == 0)
            return &b->cases[i];
    if (b->case_count == KINDS_MAX)
        return &b->cases[KINDS_MAX - 1];
    snprintf(b->cases[b->case_count].name, sizeof b->cases->name, "%s", name);
    return &b->cases[b->case_count++];
}

static void run_prepared(bench *b, bench_case *c, const twt_analysis *const read[2], const char *id)
{
    twt_prepared *sides[2];
    const twt_comparison *comparison;
    double start = cpu_seconds();
    for (int side = 0; side < 2; side++)
        must(twt_preparer_run(b->preparer, read[side], false, &sides[side]), id);
    double after_preparing = cpu_seconds();
    must(twt_comparer_run_prepared(b->comparer, sides[0], sides[1], 0, TWT_WANT_RELATION, &comparison), id);
    c->prepared += cpu_seconds() - after_preparing;
    c->prepare += after_preparing - start;
    twt_prepared_free(sides[0]);
    twt_prepared_free(sides[1]);
}

static void run(bench *b, bench_case *c, const twt_document *x, const twt_document *y)
{
    const twt_document *sides[2] = {x, y};
    const twt_analysis *read[2];
    const twt_comparison *comparison;
    double start = cpu_seconds();
    for (int side = 0; side < 2; side++) {
        must(twt_analyzer_run(b->analyzers[side], sides[side]->text, sides[side]->text_len, &read[side], NULL),
             sides[side]->id);
        c->bytes += sides[side]->text_len;
    }
    double after_text = cpu_seconds();
    must(twt_comparer_run(b->comparer, read[0], read[1], 0, &comparison), x->id);
    double after_compare = cpu_seconds();
    c->pairs++;
    c->relations[comparison->verdict.relation]++;
    must(twt_comparer_run(b->comparer, read[0], read[1], TWT_WANT_PASSAGES | TWT_WANT_CHANGES, &comparison), x->id);
    c->text += after_text - start;
    c->compare += after_compare - after_text;
    c->passages_and_changes += cpu_seconds() - after_compare;
    run_prepared(b, c, read, x->id);
}

static void print_cases(const bench *b)
{
    for (const bench_case *c = b->cases; c < b->cases + b->case_count; c++) {
        printf("{\"bench\":\"compare\",\"case\":\"%s\",\"pairs\":%zu,\"bytes_per_text\":%.0f,"
               "\"pairs_per_cpu_second\":%.4g,\"with_passages_and_changes\":%.4g,\"with_reading\":%.4g,"
               "\"prepared\":%.4g,\"preparing\":%.4g,\"relations\":{",
               c->name, c->pairs, (double)c->bytes / 2 / (double)c->pairs, (double)c->pairs / (c->compare + 1e-9),
               (double)c->pairs / (c->passages_and_changes + 1e-9), (double)c->pairs / (c->compare + c->text + 1e-9),
               (double)c->pairs / (c->prepared + 1e-9), 2 * (double)c->pairs / (c->prepare + 1e-9));
        const char *comma = "";
        for (int r = 0; r < RELATIONS; r++)
            if (c->relations[r]) {
                printf("%s\"%s\":%zu", comma, twt_relation_name((twt_relation)r), c->relations[r]);
                comma = ",";
            }
        printf("}}\n");
    }
}

static bool run_pairs_file(bench *b, const char *path)
{
    twt_pair_reader *reader;
    const char *id;
    twt_document x, y;
    size_t count = 0;
    must(twt_pair_reader_open(path, NULL, &reader, NULL), path);
    for (twt_status status = TWT_OK; status != TWT_END;) {
        status = twt_pair_reader_next(reader, &id, &x, &y, NULL);
        if (status == TWT_OK) {
            run(b, case_of(b, "pairs"), &x, &y);
            count++;
        } else if (status != TWT_END && !count) {
            break; /* a corpus: no pair in its first line */
        }
    }
    twt_pair_reader_free(reader);
    return count > 0;
}

static void run_neighbours(bench *b, const corpus *all)
{
    for (size_t i = 0; i + 1 < all->count; i++)
        run(b, case_of(b, "neighbours"), &all->documents[i], &all->documents[i + 1]);
    for (size_t i = 0; i < all->count; i++)
        run(b, case_of(b, "itself"), &all->documents[i], &all->documents[i]);
}

static void run_labelled(bench *b, const corpus *all, const char *path)
{
    char line[4096];
    corpus_index *index = corpus_index_new(all);
    FILE *file = fopen(path, "r");
    must(file ? TWT_OK : TWT_ERROR_IO, path);
    while (fgets(line, sizeof line, file)) {
        char *rest = line, *x = strsep(&rest, "\t\n"), *y = strsep(&rest, "\t\n"), *kind = strsep(&rest, "\t\n");
        const twt_document *one = corpus_index_find(index, x), *other = y ? corpus_index_find(index, y) : NULL;
        if (one && other)
            run(b, case_of(b, kind && *kind ? kind : "pairs"), one, other);
    }
    fclose(file);
    corpus_index_free(index);
}

int main(int argc, char **argv)
{
    static bench b;
    corpus all = {0};
    twt_profile profile;
    if (argc < 2 || argc > 3) {
        fprintf(stderr, "usage: bench_compare PAIRS.jsonl | CORPUS.jsonl [PAIRS.tsv]\n");
        return 2;
    }
    twt_profile_init(&profile);
    for (int side = 0; side < 2; side++)
        must(twt_analyzer_new(&profile, &b.analyzers[side]), "analyzer");
    must(twt_preparer_new(&b.preparer), "preparer");
    must(twt_comparer_new(&profile, &b.comparer), "comparer");
    if (argc == 3 || !run_pairs_file(&b, argv[1]))
        corpus_read(&all, argv[1]);
    if (argc == 3)
        run_labelled(&b, &all, argv[2]);
    else if (all.count)
        run_neighbours(&b, &all);
    print_cases(&b);
    corpus_free(&all);
    twt_comparer_free(b.comparer);
    twt_preparer_free(b.preparer);
    twt_analyzer_free(b.analyzers[0]);
    twt_analyzer_free(b.analyzers[1]);
    return EXIT_SUCCESS;
}
