/* What the claims about evidence share: two texts, read, and aligned by a plain table (quadratic; the stage's own
 * aligner has tests of its own). */
#ifndef TWT_TESTS_COMPARE_TOLD_H
#define TWT_TESTS_COMPARE_TOLD_H

#include "compare/align/align.h"
#include "compare/changes/changes.h"
#include "compare/words/name_form.h"
#include "twicetold/text.h"

typedef struct told {
    twt_analyzer *readers[2];
    const twt_analysis *a, *b;
    twt_alignment alignment;
    twt_match *matches;
    twt_block *blocks;
} told;

/* Reads and aligns; the texts must outlive it. Fails the test when that fails. */
void told_open(told *pair, const char *a, const char *b);
void told_close(told *pair);

/* The changes of two texts as lines "kind: a -> b". Free it. */
char *told_changes(const char *a, const char *b);

const char *told_kind_name(twt_change_kind kind);

/* How both texts use capital letters. */
static inline void told_names(const told *pair, twt_names names[2])
{
    twt_names_init(&names[0], pair->a);
    twt_names_init(&names[1], pair->b);
}

#endif
