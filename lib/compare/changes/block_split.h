/* Divides a replaced block of several words into the replacements that explain it best: figures beside figures, a word
 * beside its misspelling or another form of it, names beside names; the rest stays together. */
#ifndef TWT_COMPARE_CHANGES_BLOCK_SPLIT_H
#define TWT_COMPARE_CHANGES_BLOCK_SPLIT_H

#include "compare/align/align.h"
#include "compare/changes/negation.h"
#include "compare/changes/numeral_places.h"
#include "compare/words/word_form.h"

#define TWT_SPLIT_TOKENS 24                      /* a side's tokens in a block that can be split */
#define TWT_SPLIT_MAX (2 * TWT_SPLIT_TOKENS + 1) /* pieces of one block */
#define TWT_SPLIT_WORK ((uint64_t)2 << 20)       /* pairs of words looked at in one pair of texts */

typedef struct twt_splitter { /* scratch; zeroed is valid; work_left is set by the caller for each pair of texts */
    const twt_analysis *texts[2];
    twt_negation_pair *negations;
    bool is_noisy; /* misread letters are common in this pair */
    uint64_t work_left;
    twt_word words[2][TWT_SPLIT_TOKENS];
    twt_numeral_places *numerals;        /* of both texts */
    bool negates[2][TWT_SPLIT_TOKENS];   /* by word */
    uint8_t values[2][TWT_SPLIT_TOKENS]; /* 0: none; else figures and counts, days, months */
    uint32_t score[TWT_SPLIT_TOKENS + 1][TWT_SPLIT_TOKENS + 1];
    uint8_t step[TWT_SPLIT_TOKENS + 1][TWT_SPLIT_TOKENS + 1];
} twt_splitter;

/* Writes the pieces in order; equal words between them are left out. A block that is too large or came when the work
 * was used up stays whole. Returns how many. */
size_t twt_splitter_run(twt_splitter *splitter, const twt_block *block, twt_block out[TWT_SPLIT_MAX]);

/* Likeness (word_form.h) of the joined words of one side to those of the other; of as many words on both sides, else
 * only whether they are the same letters: inspec tion, inspection. */
unsigned twt_joined_likeness(const twt_analysis *a, const twt_analysis *b, const twt_block *block);

/* Whether both sides are the same letters, divided otherwise: "itsaid thatthe board" for "it said that the board". Of
 * figures side by side nothing is said: 1 15 is not 11 5. */
bool twt_is_divided_otherwise(const twt_analysis *a, const twt_analysis *b, const twt_block *block);

#endif
