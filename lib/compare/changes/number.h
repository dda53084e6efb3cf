/* Whether a replaced block is a change of figures. */
#ifndef TWT_COMPARE_CHANGES_NUMBER_H
#define TWT_COMPARE_CHANGES_NUMBER_H

#include "compare/changes/side.h"

/* A figure of one side stands neither on the other side nor close by it, or the month of a date differs. */
bool twt_is_number_change(twt_side a, twt_side b);

/* The same figure with other separators or digits: 1,000 and 1 000. */
bool twt_is_number_spelling(twt_side a, twt_side b);

#endif
