/* Stops that abbreviate. */
#ifndef TWT_TEXT_ABBREVIATION_H
#define TWT_TEXT_ABBREVIATION_H

#include <stdbool.h>

#include "twicetold/types.h"

/* Whether a full stop and a blank between two tokens belong to the left one: an initial, an ordinal number or one of a
 * few words that are hardly ever written out. norm is what norm_begin counts from. */
bool twt_is_abbreviated(const twt_token *left, const twt_token *right, const char *norm);

#endif
