/* Reads the documents of each path given (JSONL, files, folders), then measures what one core makes of them; one JSON
 * line a case. Processor time, the best of some passes, so that a busy machine does little harm. */
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "twicetold/twicetold.h"

enum { PASSES = 5 };

typedef struct corpus { /* texts one after the other in bytes; text i ends at ends[i] */
    char *bytes;
    size_t *ends;
    size_t len, cap, count, ends_cap;
} corpus;

typedef twt_status (*reader)(twt_analyzer *analyzer, const char *text, size_t len, const twt_analysis **out,
                             size_t *error_offset);

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void *grown(void *data, size_t *cap, size_t need, size_t size)
{
    if (need <= *cap)
        return data;
    *cap = need + need / 2 + 1024;
    data = realloc(data, *cap * size);
    if (!data) {
        fputs("out of memory\n", stderr);
        exit(EXIT_FAILURE);
    }
    return data;
}

static void append(corpus *to, const char *text, size_t len)
{
    to->bytes = grown(to->bytes, &to->cap, to->len + len, 1);
    to->ends = grown(to->ends, &to->ends_cap, to->count + 1, sizeof *to->ends);
    if (len > 0)
        memcpy(to->bytes + to->len, text, len);
    to->len += len;
    to->ends[to->count++] = to->len;
}

/* Documents that can't be read are left out. */
static bool load(corpus *to, const char *path)
{
    twt_reader_options options;
    twt_reader_options_init(&options);
    twt_reader *documents;
    if (twt_reader_new(&options, &documents) != TWT_OK)
        return false;
    twt_document document;
    twt_fault fault;
    twt_status status = twt_reader_add(documents, path);
    while (status != TWT_END && status != TWT_ERROR_MEMORY) {
        status = twt_reader_next(documents, &document, &fault);
        if (status == TWT_OK)
            append(to, document.text, document.text_len);
    }
    twt_reader_free(documents);
    return to->len > 0;
}

typedef struct pass {
    size_t tokens;
    uint64_t check;
    double seconds;
} pass;

static pass run_once(const corpus *of, twt_analyzer *analyzer, reader read, const twt_sketcher *sketcher)
{
    static uint32_t slots[TWT_SLOTS_MAX];
    pass done = {.tokens = 0};
    double begin = now();
    for (size_t i = 0, at = 0; i < of->count; at = of->ends[i++]) {
        const twt_analysis *analysis;
        if (read(analyzer, of->bytes + at, of->ends[i] - at, &analysis, NULL) != TWT_OK)
            continue;
        done.tokens += analysis->token_count;
        done.check += analysis->content_hash[0] + analysis->sentence_count;
        if (sketcher) {
            twt_sketcher_run(sketcher, analysis->shingles, analysis->shingle_count, slots);
            done.check += slots[0];
        }
    }
    done.seconds = now() - begin;
    return done;
}

static void run_case(const char *path, const corpus *of, const char *name, reader read, int passes, bool has_sketch,
                     unsigned skipped)
{
    twt_profile profile;
    twt_profile_init(&profile);
    twt_analyzer *analyzer;
    twt_sketcher *sketcher = NULL;
    if (twt_analyzer_new(&profile, &analyzer) != TWT_OK)
        return;
    if (has_sketch && twt_sketcher_new(&profile, TWT_KERNEL_AUTO, &sketcher) != TWT_OK)
        has_sketch = false;
    twt_analyzer_skip(analyzer, skipped);
    pass best = run_once(of, analyzer, read, sketcher);
    for (int i = 1; i < passes; i++) {
        pass next = run_once(of, analyzer, read, sketcher);
        if (next.seconds < best.seconds)
            best = next;
    }
    const char *file = strrchr(path, '/');
    printf("{\"bench\":\"text\",\"corpus\":\"%s\",\"case\":\"%s\",\"documents\":%zu,\"bytes\":%zu,\"tokens\":%zu,"
           "\"mb_per_second\":%.1f,\"ns_per_token\":%.2f,\"check\":%" PRIu64 "}\n",
           file ? file + 1 : path, name, of->count, of->len, best.tokens, (double)of->len * 1e-6 / best.seconds,
           best.seconds * 1e9 / (double)best.tokens, best.check);
    fflush(stdout);
    twt_sketcher_free(sketcher);
    twt_analyzer_free(analyzer);
}

int main(int count, char **paths)
{
    if (count < 2) {
        fputs("usage: bench_text PATH...\n", stderr);
        return 2;
    }
    for (int i = 1; i < count; i++) {
        corpus all = {.bytes = NULL};
        if (!load(&all, paths[i])) {
            fprintf(stderr, "%s: nothing to read\n", paths[i]);
            return EXIT_FAILURE;
        }
        run_case(paths[i], &all, "analyze", twt_analyzer_run, PASSES, false, 0);
        run_case(paths[i], &all, "analyze+sketch", twt_analyzer_run, PASSES, true, 0);
        run_case(paths[i], &all, "scan", twt_analyzer_run, PASSES, true, TWT_SKIP_SENTENCE_ENDS | TWT_SKIP_SHINGLE_SET);
        run_case(paths[i], &all, "skip+sketch", twt_analyzer_run, PASSES, true,
                 TWT_SKIP_SENTENCES | TWT_SKIP_SHINGLE_SET);
        run_case(paths[i], &all, "definition", twt_analyzer_run_plain, 1, false, 0);
        free(all.bytes);
        free(all.ends);
    }
    return EXIT_SUCCESS;
}
