/* The words of two texts under one numbering, and their sentences as sparse vectors over it.
 *
 * Weights are tf * ln((N + 1) / df) in fixed point, N and df counted over the sentences of both texts: sums are exact
 * whatever their order, so the same on every machine and for (b, a). */
#ifndef TWT_COMPARE_PAIR_WORDS_H
#define TWT_COMPARE_PAIR_WORDS_H

#include "base/sort.h"
#include "base/vec.h"
#include "twicetold/types.h"

enum {
    TWT_WEIGHT_ONE = 256, /* fixed point */
    TWT_WORTH_RARE = 4,   /* of a word found once on each side */
    TWT_TF_MAX = 255      /* a sentence's count of a word saturates here, so that squares stay within 64 bits */
};

typedef struct twt_pair_word {
    uint64_t hash;
    uint32_t totals[2]; /* tokens of each side */
    uint32_t df[2];     /* sentences of each side that hold it */
    uint32_t stamp, at;
} twt_pair_word;

typedef struct twt_term { /* a word of a sentence, once */
    uint32_t word, tf;
} twt_term;

typedef struct twt_pair_sentence { /* leaves out words that weigh nothing */
    uint64_t norm;                 /* square of the vector's length */
    uint32_t terms;                /* distinct words */
} twt_pair_sentence;

typedef struct twt_pair_words {   /* zeroed: empty and valid */
    const twt_analysis *texts[2]; /* first the side that is worked on as the first */
    bool is_reversed;             /* that is b of the pair (a, b) */
    bool is_same;                 /* words and sentences are equal, so that the order cannot matter */
    bool is_weighed;
    bool is_limited; /* some words weigh nothing */
    uint64_t run;    /* counts the pairs */
    TWT_VEC(twt_pair_word) words;
    uint32_t distinct[2], shared; /* words of each side, and of both */
    TWT_VEC(uint8_t) worth;       /* of each word: what a match of it is worth in an alignment; 0: one side lacks it */
    TWT_VEC(uint32_t) ids[2];     /* word number of each token */
    TWT_VEC(uint32_t) homes[2];   /* sentence of each token */
    /* from here on after twt_pair_words_weigh */
    TWT_VEC(uint32_t) weights; /* of each word: ln((N + 1) / df), at least 1; 0: beyond the work limit, passed over */
    TWT_VEC(twt_term) terms[2];
    TWT_VEC(uint32_t) first_term[2]; /* of each sentence, and one more */
    TWT_VEC(twt_pair_sentence) sentences[2];
    TWT_VEC(uint64_t) slots; /* scratch: upper half of a hash, word number plus one */
    TWT_VEC(uint64_t) costs;
    TWT_VEC(twt_keyed) ranks;
} twt_pair_words;

/* How many pairs of sentences the equal words of two texts may lead to: 2^22 + 64 a token. */
uint64_t twt_pair_limit(const twt_analysis *a, const twt_analysis *b);

/* Numbers the words of two texts and counts their tokens. The texts are borrowed until the next call. The sides are
 * ordered by their content, so that (b, a) is worked on as (a, b) is. Linear (n log n when hostile words share a
 * slot). */
TWT_MUST_USE twt_status twt_pair_words_number(twt_pair_words *words, const twt_analysis *a, const twt_analysis *b);

/* Weighs the words and makes a vector of each sentence, unless that is done already. A word that stands in m sentences
 * of one and n of the other leads to m * n pairs of sentences; when all words together would lead to more than limit,
 * the costliest weigh nothing, as many as it takes. Linear but for a sort in that case. */
TWT_MUST_USE twt_status twt_pair_words_weigh(twt_pair_words *words, uint64_t limit);
void twt_pair_words_free(twt_pair_words *words);

/* Text a (0) or b (1) of the pair, and the side that it is on. */
static inline int twt_pair_side(const twt_pair_words *words, int text)
{
    return words->is_reversed ? !text : text;
}

static inline const twt_analysis *twt_pair_text(const twt_pair_words *words, int text)
{
    return words->texts[twt_pair_side(words, text)];
}

static inline const uint32_t *twt_pair_ids(const twt_pair_words *words, int text)
{
    return words->ids[twt_pair_side(words, text)].data;
}

static inline const uint32_t *twt_pair_homes(const twt_pair_words *words, int text)
{
    return words->homes[twt_pair_side(words, text)].data;
}

/* Tokens of both texts that are this word. */
static inline uint32_t twt_pair_frequency(const twt_pair_words *words, uint32_t word)
{
    return words->words.data[word].totals[0] + words->words.data[word].totals[1];
}

static inline uint32_t twt_term_weight(const twt_pair_words *words, twt_term term)
{
    return (term.tf < TWT_TF_MAX ? term.tf : TWT_TF_MAX) * words->weights.data[term.word];
}

/* count elements of no particular value; false when memory is short. */
#define twt_vec_resize(vec, need) (twt_vec_clear(vec), twt_vec_reserve(vec, need) && (((vec)->count = (need)), true))

#endif
