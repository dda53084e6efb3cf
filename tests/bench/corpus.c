#include "corpus.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "twicetold/io.h"

struct corpus_index {
    const twt_document **by_id;
    size_t count;
};

void must(twt_status status, const char *what)
{
    if (status == TWT_OK)
        return;
    fprintf(stderr, "bench: %s: %s\n", what, twt_status_text(status));
    exit(EXIT_FAILURE);
}

void *must_have(void *block)
{
    must(block ? TWT_OK : TWT_ERROR_MEMORY, "memory");
    return block;
}

static char *copy(const char *bytes, size_t len)
{
    char *made = must_have(malloc(len + 1));
    memcpy(made, bytes, len);
    made[len] = '\0';
    return made;
}

static void add(corpus *all, const twt_document *document)
{
    if (all->count == all->cap) {
        all->cap = all->cap ? 2 * all->cap : 1024;
        all->documents = must_have(realloc(all->documents, all->cap * sizeof *all->documents));
    }
    all->documents[all->count++] = (twt_document){.id = copy(document->id, strlen(document->id)),
                                                  .text = copy(document->text, document->text_len),
                                                  .text_len = document->text_len};
    all->bytes += document->text_len;
}

void corpus_read(corpus *all, const char *path)
{
    twt_reader_options options;
    twt_reader_options_init(&options);
    options.threads = all->threads ? all->threads : 1;
    twt_reader *reader;
    must(twt_reader_new(&options, &reader), path);
    must(twt_reader_add(reader, path), path);
    size_t skipped = 0;
    for (twt_status status = TWT_OK; status != TWT_END;) {
        twt_document document;
        status = twt_reader_next(reader, &document, NULL);
        if (status == TWT_OK)
            add(all, &document);
        else if (status != TWT_END)
            skipped++;
    }
    twt_reader_free(reader);
    if (skipped || !all->count)
        fprintf(stderr, "bench: %s: %zu documents, %zu skipped\n", path, all->count, skipped);
    if (!all->count)
        exit(EXIT_FAILURE);
}

void corpus_free(corpus *all)
{
    for (size_t i = 0; i < all->count; i++) {
        free((void *)all->documents[i].id);
        free((void *)all->documents[i].text);
    }
    free(all->documents);
    *all = (corpus){0};
}

static int by_id(const void *x, const void *y)
{
    const twt_document *const *a = x, *const *b = y;
    return strcmp((*a)->id, (*b)->id);
}

corpus_index *corpus_index_new(const corpus *all)
{
    corpus_index *index = must_have(malloc(sizeof *index));
    index->count = all->count;
    index->by_id = must_have(malloc((all->count + 1) * sizeof *index->by_id));
    for (size_t i = 0; i < all->count; i++)
        index->by_id[i] = &all->documents[i];
    qsort(index->by_id, index->count, sizeof *index->by_id, by_id);
    return index;
}

void corpus_index_free(corpus_index *index)
{
    free(index->by_id);
    free(index);
}

const twt_document *corpus_index_find(const corpus_index *index, const char *id)
{
    const twt_document key = {.id = id}, *wanted = &key;
    const twt_document **found = bsearch(&wanted, index->by_id, index->count, sizeof *index->by_id, by_id);
    return found ? *found : NULL;
}
