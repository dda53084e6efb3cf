/* A comparer and an analyzer for each side, opened and closed together. */
#ifndef TWT_TESTS_COMPARE_OPENED_H
#define TWT_TESTS_COMPARE_OPENED_H

#include "support/suite.h"
#include "twicetold/compare.h"
#include "twicetold/text.h"

typedef struct pair {
    twt_analyzer *analyzers[2];
    twt_comparer *comparer;
} pair;

static inline void open_pair(pair *p)
{
    twt_profile profile;
    twt_profile_init(&profile);
    ck_assert_int_eq(twt_analyzer_new(&profile, &p->analyzers[0]), TWT_OK);
    ck_assert_int_eq(twt_analyzer_new(&profile, &p->analyzers[1]), TWT_OK);
    ck_assert_int_eq(twt_comparer_new(&profile, &p->comparer), TWT_OK);
}

static inline void close_pair(pair *p)
{
    twt_analyzer_free(p->analyzers[0]);
    twt_analyzer_free(p->analyzers[1]);
    twt_comparer_free(p->comparer);
}

#endif
