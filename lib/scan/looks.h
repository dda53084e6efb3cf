/* The looks of verification at its candidates, and what they share. */
#ifndef TWT_SCAN_LOOKS_H
#define TWT_SCAN_LOOKS_H

#include "scan/examine.h"
#include "scan/pieces.h"
#include "scan/verify.h"

typedef struct twt_look {                    /* what came of a candidate */
    float order, lacks, masked_lacks, doubt; /* as in twt_examined */
    int32_t points;                          /* of one that is reported: twt_points_of_text */
    float rarity;                            /* and twt_rarity_of_words */
    uint8_t step, kin;                       /* kin: twt_circle_kin of the two */
    bool is_masked, is_open, is_weakened;
    bool is_lost; /* no claim, whatever speaks against it */
} twt_look;

typedef struct twt_verifier {
    const twt_store *store;
    const twt_scan_options *options;
    twt_progress *progress;
    const twt_candidate_pair *candidates;
    uint32_t *route; /* the order in which candidates are worked on */
    size_t looked;   /* so many of them at the first look; the others were spared */
    twt_sieved *sieved;
    twt_shelf shelf; /* the workers' */
    twt_examiner *workers;
    twt_look *looks; /* per candidate: the last one */
    twt_piece *pieces;
    size_t piece_count;
    const uint32_t *at;        /* of the route: where the look at hand begins */
    size_t first_piece, grain; /* of the look at hand; candidates of a piece */
} twt_verifier;

/* Looks at count candidates of the route. TWT_ERROR_MEMORY, TWT_ERROR_CANCELLED. */
TWT_MUST_USE twt_status twt_verifier_look_at(twt_verifier *v, const uint32_t *at, size_t count);

/* Looks at each candidate by itself, but for those that others speak for; these are spared. Errors as above. */
TWT_MUST_USE twt_status twt_look_first(twt_verifier *v);

/* Fills sieved->neighbours, and looks again at the few candidates that they decide otherwise. Errors as above. */
TWT_MUST_USE twt_status twt_look_again(twt_verifier *v);

/* Fills in the confidence of all reported pairs, which depends on the texts around a pair whether they decide it or
 * not. */
void twt_look_settle_confidence(const twt_verifier *v);

#endif
