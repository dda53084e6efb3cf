/* What the workers of verification make: lists of verified pairs, one a piece of the candidates, joined in the order of
 * the candidates whoever made them. */
#ifndef TWT_SCAN_PIECES_H
#define TWT_SCAN_PIECES_H

#include "base/vec.h"
#include "scan/examine.h"
#include "scan/verify.h"

typedef struct twt_piece { /* what came of some candidates; zeroed: empty and valid */
    TWT_VEC(twt_pair) pairs;
    TWT_VEC(uint32_t) places;    /* of each pair: the candidate that it was */
    TWT_VEC(twt_reason) reasons; /* of the pairs, one after the other */
} twt_piece;

void twt_pieces_free(twt_piece *pieces, size_t count); /* NULL is fine */

/* A pair as it was found. TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_piece_keep(twt_piece *piece, const twt_candidate_pair *candidate,
                                       const twt_comparison *comparison);

/* A claim that the collection does not bear out: what is left of it, and why. TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_piece_keep_less(twt_piece *piece, const twt_candidate_pair *candidate,
                                            const twt_examined *found);

/* Takes back what came of the candidates that are marked. */
void twt_pieces_withdraw(twt_piece *pieces, size_t count, const bool *is_marked);

/* Hands the pairs and reasons over; out is zeroed. candidates: how many there were. TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_pieces_join(twt_piece *pieces, size_t count, size_t candidates, twt_verified *out);

#endif
