/* One text's part of a replaced block. */
#ifndef TWT_COMPARE_CHANGES_SIDE_H
#define TWT_COMPARE_CHANGES_SIDE_H

#include "compare/changes/numeral_places.h"
#include "twicetold/types.h"

typedef struct twt_side { /* the tokens [begin, end) of a text */
    const twt_analysis *text;
    uint32_t begin, end;
    twt_numeral_places *numerals;
    bool has_words; /* of numerals, days or months */
} twt_side;

/* numerals: of the text; borrowed. */
twt_side twt_side_of(twt_numeral_places *numerals, uint32_t begin, uint32_t end);

bool twt_side_is_empty(twt_side of);

/* The tokens around a side, at most reach on each end, within the sentence. */
twt_side twt_side_around(twt_side of, uint32_t reach);

#endif
