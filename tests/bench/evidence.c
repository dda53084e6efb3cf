/* Compares pairs of a corpus and prints what was measured, a pair a line, for whoever weighs the evidence.
 *
 *     bench_evidence PAIRS.tsv CORPUS...
 *
 * PAIRS.tsv: two ids a line, then weight and share of the candidate stage, the evidence of the texts around them and
 * how many families there are, if they are known (else 0). Columns: see header; tokens are those of the shorter text.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/confidence.h"
#include "corpus.h"
#include "scan/rarity.h"
#include "twicetold/compare.h"
#include "twicetold/text.h"

enum { LINE_MAX_BYTES = 4096 };

typedef struct bench {
    corpus all;
    corpus_index *index;
    twt_analyzer *analyzers[2];
    twt_comparer *comparer;
    const twt_document *read[2]; /* what the analyzers hold */
    const twt_analysis *analyses[2];
} bench;

static void open_bench(bench *b)
{
    twt_profile profile;
    twt_profile_init(&profile);
    b->index = corpus_index_new(&b->all);
    for (int side = 0; side < 2; side++)
        must(twt_analyzer_new(&profile, &b->analyzers[side]), "analyzer");
    must(twt_comparer_new(&profile, &b->comparer), "comparer");
}

static void close_bench(bench *b)
{
    twt_comparer_free(b->comparer);
    for (int side = 0; side < 2; side++)
        twt_analyzer_free(b->analyzers[side]);
    corpus_index_free(b->index);
    corpus_free(&b->all);
}

static void take(bench *b, int side, const twt_document *document)
{
    if (b->read[side] == document)
        return;
    must(twt_analyzer_run(b->analyzers[side], document->text, document->text_len, &b->analyses[side], NULL),
         document->id);
    b->read[side] = document;
}

static const char header[] = "a\tb\trelation\tconfidence\ttokens\torder\tdense\ttold\twords\tcontained\tfacts"
                             "\tshared\tweight\tshare\taround\trarity\n";

static void print(const twt_comparison *c, const twt_candidate_pair *candidate, float around, size_t families)
{
    const twt_measures *m = &c->measures;
    uint32_t tokens = m->tokens[0] < m->tokens[1] ? m->tokens[0] : m->tokens[1];
    uint32_t shingles = m->shingles[0] < m->shingles[1] ? m->shingles[0] : m->shingles[1];
    printf("%s\t%.2f\t%u\t", twt_relation_name(c->verdict.relation), c->verdict.confidence, tokens);
    printf("%.4f\t%u\t%u\t%u\t%u\t%u\t%u\t%.2f\t%.4f\t%.4f\t%.4f\n", (double)m->order_evidence, m->dense_tokens,
           m->told_tokens, m->shared_words, shingles ? 100 * m->shared_shingles / shingles : 0, twt_facts_kept(m),
           twt_facts_shared(m), (double)candidate->weight, (double)candidate->share, (double)around,
           twt_rarity_of_words(candidate, m->shared_words, families));
}

static bool read_pair(bench *b, char *line)
{
    char *a = strtok(line, "\t\n"), *other = strtok(NULL, "\t\n"), *weight = strtok(NULL, "\t\n"),
         *share = strtok(NULL, "\t\n"), *around = strtok(NULL, "\t\n"), *families = strtok(NULL, "\t\n");
    const twt_document *first = a ? corpus_index_find(b->index, a) : NULL;
    const twt_document *second = other ? corpus_index_find(b->index, other) : NULL;
    if (!first || !second)
        return false;
    twt_candidate_pair candidate = {.weight = weight ? strtof(weight, NULL) : 0,
                                    .share = share ? strtof(share, NULL) : 0};
    const twt_comparison *comparison;
    take(b, 0, first);
    take(b, 1, second);
    must(twt_comparer_run(b->comparer, b->analyses[0], b->analyses[1], 0, &comparison), first->id);
    printf("%s\t%s\t", first->id, second->id);
    print(comparison, &candidate, around ? strtof(around, NULL) : 0, families ? strtoul(families, NULL, 10) : 0);
    return true;
}

int main(int argc, char **argv)
{
    bench b = {.comparer = NULL};
    FILE *pairs = argc > 2 ? fopen(argv[1], "r") : NULL;
    if (!pairs) {
        fprintf(stderr, "usage: bench_evidence PAIRS.tsv CORPUS...\n");
        return 2;
    }
    for (int i = 2; i < argc; i++)
        corpus_read(&b.all, argv[i]);
    open_bench(&b);
    fputs(header, stdout);
    char line[LINE_MAX_BYTES];
    size_t missed = 0;
    while (fgets(line, sizeof line, pairs))
        missed += !read_pair(&b, line);
    if (missed)
        fprintf(stderr, "bench: %zu pairs of documents that are not there\n", missed);
    fclose(pairs);
    close_bench(&b);
    return EXIT_SUCCESS;
}
