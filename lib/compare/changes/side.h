/* One text's part of a replaced block. */
#ifndef TWT_COMPARE_CHANGES_SIDE_H
#define TWT_COMPARE_CHANGES_SIDE_H

#include "compare/words/numeral_words.h"
#include "twicetold/types.h"

typedef struct twt_side { /* the tokens [begin, end) of a text */
    const twt_analysis *text;
    uint32_t begin, end;
    const twt_numeral_words *numerals; /* NULL: figures alone are read */
    bool has_words;                    /* of numerals, days or months */
} twt_side;

twt_side twt_side_of(const twt_analysis *text, uint32_t begin, uint32_t end, const twt_numeral_words *numerals);

bool twt_side_is_empty(twt_side of);

/* The tokens around a side, at most reach on each end, within the sentence. */
twt_side twt_side_around(twt_side of, uint32_t reach);

#endif
