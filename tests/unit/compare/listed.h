/* The changes that a comparison lists. */
#ifndef TWT_TESTS_COMPARE_LISTED_H
#define TWT_TESTS_COMPARE_LISTED_H

#include <string.h>

#include "base/alloc.h"
#include "base/bytes.h"
#include "opened.h"

static const char *const kinds_named[TWT_CHANGE_KINDS] = {"number",   "name",       "quotation", "negation",
                                                          "spelling", "inflection", "function",  "word"};

/* Those of some kinds (bits) as lines "kind: a -> b". Free it. */
static inline char *changes_of(const char *a, const char *b, unsigned kinds)
{
    pair p;
    const twt_analysis *read[2];
    const twt_comparison *comparison;
    const char *texts[2] = {a, b};
    twt_bytes lines = {0};
    open_pair(&p);
    for (int s = 0; s < 2; s++)
        ck_assert_int_eq(twt_analyzer_run(p.analyzers[s], texts[s], strlen(texts[s]), &read[s], NULL), TWT_OK);
    ck_assert_int_eq(twt_comparer_run(p.comparer, read[0], read[1], TWT_WANT_CHANGES, &comparison), TWT_OK);
    for (size_t i = 0; i < comparison->change_count; i++) {
        const twt_change *change = &comparison->changes[i];
        if (kinds >> change->kind & 1)
            ck_assert(twt_bytes_append_format(&lines, "%s: %.*s -> %.*s\n", kinds_named[change->kind],
                                              (int)(change->a.end - change->a.begin), a + change->a.begin,
                                              (int)(change->b.end - change->b.begin), b + change->b.begin));
    }
    ck_assert(twt_bytes_append(&lines, "", 1));
    close_pair(&p);
    return lines.data;
}

static inline void expect(const char *a, const char *b, unsigned kinds, const char *wanted)
{
    char *lines = changes_of(a, b, kinds);
    ck_assert_str_eq(lines, wanted);
    twt_free(lines);
}

#endif
