/* The figures and numerals of one side of a replaced block, whatever they are written with. */
#ifndef TWT_COMPARE_CHANGES_VALUES_H
#define TWT_COMPARE_CHANGES_VALUES_H

#include "compare/changes/side.h"
#include "compare/words/numeral.h"

typedef struct twt_values { /* those that overlap a side, in order */
    twt_side of;
    uint32_t at; /* the next token to look at */
} twt_values;

twt_values twt_values_of(twt_side of);

/* A figure has no words: every language reads it. False: there are no more. */
bool twt_values_next(twt_values *values, twt_numeral *out);

/* Whether two of one value: 32, thirty-two; 2m is 2 million too, but no thousand. */
bool twt_value_equal(twt_side of, const twt_numeral *a, twt_side other, const twt_numeral *b);

#endif
