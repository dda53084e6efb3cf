/* Makes a large corpus out of a given one: originals, and copies of every kind of some of them. The same seed and input
 * give the same bytes. Memory does not grow with the number of documents.
 *
 * The given texts are cut into sections; when all sections are told, they are told anew in the words of another world
 * (vocabulary.h). Seven of ten originals have no copy, the others one to five; one of 5000 is run by sixty outlets.
 * Documents wait in a window, so that a copy does not follow its original.
 *
 *     bench_generate [--seed N] [--words N] [--one KIND] [--truth FILE.tsv] COUNT CORPUS...   > made.jsonl
 *
 * --words: of a section (330; 0: whole texts). --one: one original and COUNT - 1 copies of one kind (exact, edited,
 * spun, excerpt, template, noisy). --truth: copy, original and kind of each copy. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/rng.h"
#include "corpus.h"
#include "edits.h"

enum { WINDOW = 4096, OUTLETS = 60, COPIES_MAX = 5 };

typedef struct section {
    uint32_t document, number; /* number: its place in the document, from 0 */
    size_t begin, end;
} section;

typedef struct generator {
    corpus all;
    vocabulary *words;
    section *sections;
    size_t section_count, section_cap, section_words;
    uint64_t rng;
    size_t count, made; /* documents wanted and made */
    int one;            /* the kind of every copy, or -1 */
    FILE *truth;
    buffer waiting[WINDOW]; /* lines */
    buffer original;        /* the text at hand */
} generator;

static void add_section(generator *g, uint32_t document, uint32_t number, size_t begin, size_t end)
{
    if (g->section_count == g->section_cap) {
        g->section_cap = 2 * g->section_cap + 1024;
        g->sections = must_have(realloc(g->sections, g->section_cap * sizeof *g->sections));
    }
    g->sections[g->section_count++] = (section){document, number, begin, end};
}

/* Cuts at the first sentence end after each section_words words; a short rest stays with the section before it. */
static void cut_document(generator *g, uint32_t number)
{
    const twt_document *d = &g->all.documents[number];
    size_t begin = 0, words = 0, end = d->text_len;
    uint32_t sections = 0;
    word w = {.end = 0};
    while (word_next(d->text, d->text_len, w.end, &w)) {
        if (!g->section_words || ++words < g->section_words)
            continue;
        end = edit_sentence_begin(d->text, d->text_len, w.end);
        bool is_last = d->text_len - end < (end - begin) / 2;
        end = is_last ? d->text_len : end;
        add_section(g, number, sections++, begin, end);
        w.end = begin = end;
        words = 0;
    }
    if (!sections && words + !g->section_words * d->text_len >= 40)
        add_section(g, number, 0, 0, d->text_len);
    else if (sections && begin < d->text_len && words >= 40)
        add_section(g, number, sections, begin, d->text_len);
}

static void shuffle_sections(generator *g)
{
    for (size_t i = g->section_count; i > 1; i--) {
        size_t j = twt_rng_next(&g->rng) % i;
        section held = g->sections[i - 1];
        g->sections[i - 1] = g->sections[j];
        g->sections[j] = held;
    }
}

static void add_json(buffer *out, const char *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        char c = bytes[i], escape[8];
        if (c == '"' || c == '\\') {
            escape[0] = '\\';
            escape[1] = c;
            buffer_add(out, escape, 2);
        } else if ((unsigned char)c < 0x20) {
            buffer_add(out, escape, (size_t)snprintf(escape, sizeof escape, "\\u%04x", (unsigned)c));
        } else {
            buffer_add(out, &c, 1);
        }
    }
}

static void print_waiting(buffer *line)
{
    if (line->len && fwrite(line->bytes, 1, line->len, stdout) != line->len)
        must(TWT_ERROR_IO, "standard output");
    line->len = 0;
}

/* Puts a document into the window; the one that stood there is printed. */
static void emit(generator *g, const char *id, const char *text, size_t len)
{
    buffer *line = &g->waiting[twt_rng_next(&g->rng) % WINDOW];
    print_waiting(line);
    buffer_add(line, "{\"id\":\"", 7);
    add_json(line, id, strlen(id));
    buffer_add(line, "\",\"text\":\"", 10);
    add_json(line, text, len);
    buffer_add(line, "\"}\n", 3);
    g->made++;
}

static void tell_original(generator *g, size_t story, char *id, size_t id_size)
{
    const section *s = &g->sections[story % g->section_count];
    const twt_document *d = &g->all.documents[s->document];
    uint64_t world = story / g->section_count;
    word w = {.end = s->begin};
    size_t done = s->begin;
    g->original.len = 0;
    while (word_next(d->text, s->end, done, &w)) {
        buffer_add(&g->original, d->text + done, w.begin - done);
        vocabulary_rename(g->words, world, d->text + w.begin, w.end - w.begin, w.is_number, &g->original);
        done = w.end;
    }
    buffer_add(&g->original, d->text + done, s->end - done);
    snprintf(id, id_size, "%s.%u.%zu", d->id, (unsigned)s->number, story / g->section_count);
    emit(g, id, g->original.bytes, g->original.len);
}

static edit_kind choose_kind(generator *g, bool is_widely_run)
{
    if (g->one >= 0)
        return (edit_kind)g->one;
    edit_kind kind = (edit_kind)(twt_rng_next(&g->rng) % (is_widely_run ? EDIT_EDITED + 1 : EDIT_KINDS));
    return edit_fits(kind, g->original.bytes, g->original.len) ? kind : EDIT_EDITED;
}

static void tell_copies(generator *g, const char *original, size_t copies, bool is_widely_run)
{
    buffer text = {.len = 0};
    for (size_t n = 0; n < copies && g->made < g->count; n++) {
        char id[600];
        edit_kind kind = choose_kind(g, is_widely_run);
        text.len = 0;
        edit_run(kind, g->words, &g->rng, g->original.bytes, g->original.len, &text);
        snprintf(id, sizeof id, "%s.%s%zu", original, edit_name(kind), n);
        emit(g, id, text.bytes, text.len);
        if (g->truth)
            fprintf(g->truth, "%s\t%s\t%s\n", id, original, edit_name(kind));
    }
    free(text.bytes);
}

static size_t draw_copies(generator *g, bool *is_widely_run)
{
    uint64_t draw = twt_rng_next(&g->rng) % 5000;
    *is_widely_run = draw == 0;
    return *is_widely_run ? OUTLETS : draw < 3500 ? 0 : 1 + twt_rng_next(&g->rng) % COPIES_MAX;
}

static size_t first_story(const generator *g)
{
    size_t story = 0;
    for (; g->one >= 0 && story + 1 < g->section_count; story++) {
        const section *s = &g->sections[story];
        if (edit_fits((edit_kind)g->one, g->all.documents[s->document].text + s->begin, s->end - s->begin))
            break;
    }
    return story;
}

static void generate(generator *g)
{
    char id[512];
    for (size_t story = first_story(g); g->made < g->count; story++) {
        bool is_widely_run = false;
        tell_original(g, story, id, sizeof id);
        size_t copies = g->one >= 0 ? g->count : draw_copies(g, &is_widely_run);
        tell_copies(g, id, copies, is_widely_run);
    }
    for (size_t i = 0; i < WINDOW; i++)
        print_waiting(&g->waiting[i]);
    must(fflush(stdout) == 0 ? TWT_OK : TWT_ERROR_IO, "standard output");
}

static void prepare(generator *g)
{
    g->words = vocabulary_new();
    for (size_t i = 0; i < g->all.count; i++) {
        vocabulary_count(g->words, g->all.documents[i].text, g->all.documents[i].text_len);
        cut_document(g, (uint32_t)i);
    }
    vocabulary_rank(g->words);
    must(g->section_count ? TWT_OK : TWT_ERROR_EMPTY, "corpus");
    shuffle_sections(g);
}

static void close_generator(generator *g)
{
    for (size_t i = 0; i < WINDOW; i++)
        free(g->waiting[i].bytes);
    free(g->original.bytes);
    free(g->sections);
    vocabulary_free(g->words);
    corpus_free(&g->all);
    if (g->truth)
        must(fclose(g->truth) == 0 ? TWT_OK : TWT_ERROR_IO, "truth");
}

static int kind_of(const char *name)
{
    for (int kind = 0; kind < EDIT_KINDS; kind++)
        if (strcmp(name, edit_name((edit_kind)kind)) == 0)
            return kind;
    must(TWT_ERROR_ARGUMENT, name);
    return -1;
}

static bool take_option(generator *g, const char *name, const char *value)
{
    if (strcmp(name, "--seed") == 0)
        g->rng = strtoull(value, NULL, 10);
    else if (strcmp(name, "--words") == 0)
        g->section_words = strtoull(value, NULL, 10);
    else if (strcmp(name, "--one") == 0)
        g->one = kind_of(value);
    else if (strcmp(name, "--truth") == 0)
        must((g->truth = fopen(value, "w")) ? TWT_OK : TWT_ERROR_IO, value);
    else
        return false;
    return true;
}

int main(int argc, char **argv)
{
    static generator g = {.section_words = 330, .rng = 1, .one = -1};
    int at = 1;
    while (at + 1 < argc && take_option(&g, argv[at], argv[at + 1]))
        at += 2;
    if (at < argc)
        g.count = strtoull(argv[at++], NULL, 10);
    if (!g.count || at >= argc) {
        fprintf(stderr,
                "usage: bench_generate [--seed N] [--words N] [--one KIND] [--truth FILE.tsv] COUNT CORPUS...\n");
        return 2;
    }
    for (; at < argc; at++)
        corpus_read(&g.all, argv[at]);
    prepare(&g);
    generate(&g);
    close_generator(&g);
    return EXIT_SUCCESS;
}
