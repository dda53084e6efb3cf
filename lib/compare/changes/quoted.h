/* A quotation of one text, beside those of the other. */
#ifndef TWT_COMPARE_CHANGES_QUOTED_H
#define TWT_COMPARE_CHANGES_QUOTED_H

#include "base/vec.h"

typedef struct twt_quoted {
    uint32_t begin, end; /* its tokens */
    uint32_t partner;    /* element position of the same quotation in the other text, or TWT_QUOTED_ALONE */
    bool is_changed;     /* the partner has other words in it */
    uint32_t common;     /* of a changed one: words, in order, that both have */
} twt_quoted;

typedef TWT_VEC(twt_quoted) twt_quoted_list;

#define TWT_QUOTED_ALONE UINT32_MAX

static inline uint32_t twt_quoted_length(const twt_quoted *quoted)
{
    return quoted->end - quoted->begin;
}

#endif
