/* Widens a changed name to the words of the name before it, so that the change can be read by itself. */
#ifndef TWT_COMPARE_CHANGES_NAME_WIDEN_H
#define TWT_COMPARE_CHANGES_NAME_WIDEN_H

#include "compare/changes/kind.h"

typedef struct twt_piece { /* a replaced block, classed */
    twt_block block;
    twt_change_kind kind;
} twt_piece;

/* Widens block, a name that comes next after pieces[0, *kept): over equal words before it, and over the end of the
 * piece before, which is then shortened or dropped. Words gained or lost alone are widened only to join what was
 * replaced before them: North and West, West and North. */
void twt_name_widen(twt_change_context *context, twt_piece *pieces, size_t *kept, twt_block *block);

#endif
