/* Where a passage begins and ends, to the token, and how much speaks for it. */
#ifndef TWT_COMPARE_PASSAGES_BORDERS_H
#define TWT_COMPARE_PASSAGES_BORDERS_H

#include "compare/passages/clusters.h"

typedef struct twt_fitted_word { /* of a word that the other side has, in one fit to a window */
    uint32_t fit;                /* that it is of */
    uint32_t taken;              /* already set against the other side */
    int32_t score;
    bool is_scored;
    double ratio;
} twt_fitted_word;

typedef struct twt_borders { /* scratch; zeroed: empty and valid */
    const twt_pair_words *words;
    const twt_analysis *texts[2];
    uint32_t fits;                   /* counts the fits to a window; that of no word is as high between them */
    TWT_VEC(uint32_t) totals[2];     /* of each word, in each text */
    TWT_VEC(uint32_t) inside[2];     /* of each word, in the stretch at hand; zero between calls */
    TWT_VEC(twt_fitted_word) fitted; /* by word */
    TWT_VEC(double) ratios;          /* of the tokens of a stretch whose words the other side has */
    TWT_VEC(int32_t) scores;         /* of the tokens of a window */
    TWT_VEC(uint32_t) shared;        /* those whose words the other side has, ascending */
    TWT_VEC(uint8_t) is_edge[2];     /* of each token position, whether a sentence begins or ends there */
} twt_borders;

/* For one pair of texts, both with words in them; words is borrowed by the calls that follow. */
TWT_MUST_USE twt_status twt_borders_begin(twt_borders *borders, const twt_pair_words *words);

/* Moves the ends of a stretch of tokens so that what tells more of the other side than of the texts at large lies
 * within. middle: a token of each side that surely belongs to it. evidence: for each side, the log of how much likelier
 * its words are as retold from the other side's stretch than as taken from the texts at large. */
TWT_MUST_USE twt_status twt_borders_fit(twt_borders *borders, const uint32_t middle[2], twt_stretch *tokens,
                                        double evidence[2]);

/* The same for the ends on one side alone, against the whole other text but, unless NULL, its stretch in without. The
 * other side of *tokens becomes the whole text. */
TWT_MUST_USE twt_status twt_borders_fit_to_text(twt_borders *borders, int side, const twt_stretch *without,
                                                twt_stretch *tokens, double *evidence);
void twt_borders_free(twt_borders *borders);

#endif
