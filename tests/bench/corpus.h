/* Documents read into memory, for the stage programs; a failure ends the program with a message. */
#ifndef TWT_BENCH_CORPUS_H
#define TWT_BENCH_CORPUS_H

#include "twicetold/types.h"

typedef struct corpus {
    twt_document *documents; /* id and text alone */
    size_t count, cap;
    size_t bytes;     /* of all texts */
    unsigned threads; /* to read with; 0: one */
} corpus;

/* Adds the documents of a file or folder. */
void corpus_read(corpus *all, const char *path);
void corpus_free(corpus *all);

/* The document of an id, or NULL. Cost: log of the documents, after one sort. The corpus must not grow any more. */
typedef struct corpus_index corpus_index;
corpus_index *corpus_index_new(const corpus *all);
void corpus_index_free(corpus_index *index);
const twt_document *corpus_index_find(const corpus_index *index, const char *id);

/* Prints what went wrong and ends the program, unless it is TWT_OK. */
void must(twt_status status, const char *what);
void *must_have(void *block);

#endif
