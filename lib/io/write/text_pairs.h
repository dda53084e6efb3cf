/* The verified pairs of a scan, held until the clusters are known. */
#ifndef TWT_IO_WRITE_TEXT_PAIRS_H
#define TWT_IO_WRITE_TEXT_PAIRS_H

#include "io/write/text_state.h"

void twt_text_hold_pair(twt_writer *writer, const twt_pair *pair);

/* The pair of two documents, or NULL. */
twt_held_pair *twt_text_find_pair(twt_text_state *state, uint32_t one, uint32_t other);

/* Puts the pairs that no cluster told; whether there were any. */
bool twt_text_put_pairs(twt_writer *writer);

#endif
