/* Which reasons speak of what. */
#ifndef TWT_BASE_REASON_H
#define TWT_BASE_REASON_H

#include "twicetold/types.h"

/* Whether a reason says who came first: its value is points. */
static inline bool twt_reason_is_about_first(twt_reason_code code)
{
    return code >= TWT_REASON_FIRST_TIER && code <= TWT_REASON_FIRST_BELONGS;
}

#endif
