/* Where a passage begins and ends, to the token. */
#ifndef TWT_COMPARE_PASSAGE_BORDERS_H
#define TWT_COMPARE_PASSAGE_BORDERS_H

#include "compare/passage_clusters.h"

typedef struct twt_borders {          /* scratch; zeroed: empty and valid */
    TWT_VEC(uint32_t) totals;         /* of each word, in both texts */
    TWT_VEC(uint32_t) inside[2];      /* of each word, in the stretch at hand */
    TWT_VEC(uint32_t) taken;          /* of each word, those already set against the other side */
    TWT_VEC(int32_t) scores;          /* of the tokens of a window */
    TWT_VEC(uint8_t) edges[2];        /* of each token position, whether a sentence begins or ends there */
    TWT_VEC(uint32_t) sentence_of[2]; /* of each token */
} twt_borders;

/* For one pair of texts; words and texts are borrowed by the calls that follow. */
TWT_MUST_USE twt_status twt_borders_begin(twt_borders *borders, const twt_pair_words *words,
                                          const twt_analysis *const texts[2]);

/* Moves the ends of a stretch of tokens so that what tells more of the other side than of the texts at large lies
 * within. middle: a token of each side that surely belongs to it. Allocates at most for a window. */
TWT_MUST_USE twt_status twt_borders_fit(twt_borders *borders, const twt_pair_words *words,
                                        const twt_analysis *const texts[2], const uint32_t middle[2],
                                        twt_stretch *tokens);
void twt_borders_free(twt_borders *borders);

#endif
