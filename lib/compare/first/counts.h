/* What the words and marks of two texts say of who came first, counted: the wording that differs, details that only one
 * of them has, carelessness that the other mended, and where a shared passage belongs. No list of words; whatever is
 * counted is counted in both texts alike. */
#ifndef TWT_COMPARE_FIRST_COUNTS_H
#define TWT_COMPARE_FIRST_COUNTS_H

#include "base/vec.h"
#include "compare/align/align.h"
#include "compare/align/token_map.h"
#include "compare/words/pair_words.h"

typedef struct twt_first_counts { /* [0] is a, [1] is b; zeroed: nothing was counted */
    uint32_t tokens[2];
    /* words without a match between two neighbouring matches */
    uint32_t differing[2];
    uint32_t once[2];                /* of these words, those that stand once in the stretch that both texts tell, */
    uint32_t fresh[2];               /* and those that the other text has nowhere */
    uint64_t letters[2], squares[2]; /* of the fresh words: code points, and the sum of their squares */
    uint32_t figures[2], names[2];   /* of these, distinct, what the other text has nowhere */
    uint32_t brackets[2];            /* opened beside these words */
    uint32_t capitals;               /* words inside sentences that both texts begin with a capital */
    uint32_t recased;                /* and those that one of them does not */
    uint32_t mended[2];              /* places beside matched words that the other text has put right */
    /* facts: distinct figures, and figures and names together, of each text alone and of both */
    uint32_t own_figures[2], shared_figures;
    uint32_t own_facts[2], shared_facts;
    uint32_t own_told_figures[2]; /* of each text alone, in sentences that the other text tells */
    /* sentences that the other text does not tell */
    uint32_t rest_tokens[2], rest_words[2]; /* all tokens, and distinct words of four letters or more */
    uint32_t rest_shared;                   /* words of both rests */
    uint32_t recurring[2];                  /* words told in both texts that stand near them in one rest alone */
    /* examples, empty when there is none */
    twt_range wording[2];   /* the first stretch that differs */
    twt_range longer[2][2]; /* wording whose fresh words are longest in the other text, for each text: in a and in b */
    twt_range repeated[2][2]; /* the first that repeats a word in this text and none in the other, in a and in b */
    twt_range detail[2];      /* the first figure, else name or bracket, of each text alone */
    twt_range mending[2][2];  /* the first place mended of each text, in a and in b */
    twt_range recurrence[2];  /* the longest word that recurs, in the rest of its text */
} twt_first_counts;

/* Scratch of one thread; zeroed: empty and valid. */
typedef struct twt_first_counter {
    TWT_VEC(uint16_t) words[2];    /* what is known of each word, by its number */
    TWT_VEC(uint8_t) sentences[2]; /* whether each is told in the other text, or others stand in its place */
} twt_first_counter;

void twt_first_counter_free(twt_first_counter *counter);

typedef struct twt_told_pair { /* two texts and what is known of them */
    const twt_analysis *texts[2];
    const twt_alignment *alignment;
    const twt_token_map *map;
    const twt_seed *seeds;
    size_t seed_count;
    const twt_pair_words *words;
    const twt_measures *measures;
    twt_relation relation;
} twt_told_pair;

/* Counts what the weights ask for; the rest of *out is 0. Linear. TWT_ERROR_MEMORY: *out is zeroed. */
TWT_MUST_USE twt_status twt_first_counter_run(twt_first_counter *counter, const twt_told_pair *pair,
                                              twt_first_counts *out);

/* ---- its parts ------------------------------------------------------------------------------------------- */

enum {                      /* bits of twt_first_counter.words; none: the text has not the word */
       TWT_KNOWN_ONCE = 1,  /* in the stretch that both texts tell, */
       TWT_KNOWN_OFTEN = 2, /* and more than once */
       TWT_KNOWN_TOLD = 4,  /* in a sentence that the other text tells */
       TWT_KNOWN_REST = 8,  /* in one that it does not */
       TWT_KNOWN_LONG = 16, /* of four letters or more, or one of a script without blanks */
       TWT_KNOWN_LOST = 32, /* counted as a detail */
       TWT_KNOWN_FIGURE = 64,
       TWT_KNOWN_NAME = 128,
       TWT_KNOWN_NEAR = 256,    /* in one that it does not, near one that it does */
       TWT_KNOWN_ANSWERED = 512 /* in one that stands where the other text has others about as long */
};

/* Whether the weights look at the wording that differs and at what was mended, and at the place of a shared passage, by
 * what is known of words, figures and names. */
bool twt_first_asks_wording(const twt_told_pair *pair, const twt_first_counts *counts);
bool twt_first_asks_place(const twt_told_pair *pair, const twt_first_counts *counts);

/* Code points of a word, normalised. */
uint32_t twt_first_letters(const twt_analysis *text, const twt_token *token);

/* Fills the counts of the wording that differs. */
void twt_first_count_wording(twt_first_counter *counter, const twt_told_pair *pair, twt_first_counts *out);

/* Fills recurring and recurrence; the rest and the sentences are known. */
void twt_first_count_place(twt_first_counter *counter, const twt_told_pair *pair, twt_first_counts *out);

/* Fills capitals, recased, mended and mending. */
void twt_first_count_mending(const twt_told_pair *pair, twt_first_counts *out);

#endif
