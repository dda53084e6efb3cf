/* The ways in which the generator tells a text twice. */
#ifndef TWT_BENCH_EDITS_H
#define TWT_BENCH_EDITS_H

#include "vocabulary.h"

typedef enum edit_kind {
    EDIT_EXACT,    /* the same bytes */
    EDIT_EDITED,   /* 1 to 5 % of the words changed, half of the time cut too */
    EDIT_SPUN,     /* 25 to 50 % of the words replaced, order kept */
    EDIT_EXCERPT,  /* a third to two thirds, whole sentences */
    EDIT_TEMPLATE, /* every number another */
    EDIT_NOISY,    /* 1 to 8 % of the letters misread */
    EDIT_KINDS
} edit_kind;

const char *edit_name(edit_kind kind);

/* Whether a text has what the kind changes: a template needs eight numbers. */
bool edit_fits(edit_kind kind, const char *text, size_t len);

/* Adds the text, told again. The same state of rng gives the same bytes. */
void edit_run(edit_kind kind, const vocabulary *v, uint64_t *rng, const char *text, size_t len, buffer *out);

/* The first sentence beginning at or after from; len when there is none. */
size_t edit_sentence_begin(const char *text, size_t len, size_t from);

#endif
