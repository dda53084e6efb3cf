/* The words of two texts under one numbering, and their sentences as sparse vectors over it.
 *
 * Weights are tf * ln((N + 1) / df) in fixed point, N and df counted over the sentences of both texts: sums are exact
 * whatever their order, so the same on every machine and for (b, a). */
#ifndef TWT_COMPARE_PAIR_WORDS_H
#define TWT_COMPARE_PAIR_WORDS_H

#include "base/vec.h"
#include "twicetold/types.h"

enum {
    TWT_WEIGHT_ONE = 256, /* fixed point */
    TWT_TF_MAX = 255      /* a sentence's count of a word saturates here, so that squares stay within 64 bits */
};

typedef struct twt_word {
    uint64_t hash;
    uint32_t df[2];  /* sentences of each side that hold it */
    uint32_t weight; /* ln((N + 1) / df), at least 1; 0: beyond the work limit, to be passed over */
    uint32_t stamp, at;
} twt_word;

typedef struct twt_term { /* a word of a sentence, once */
    uint32_t word, tf;
} twt_term;

typedef struct twt_pair_sentence { /* leaves out words that weigh nothing */
    uint64_t norm;                 /* square of the vector's length */
    uint32_t terms;                /* distinct words */
} twt_pair_sentence;

typedef struct twt_pair_words { /* zeroed: empty and valid */
    TWT_VEC(twt_word) words;
    TWT_VEC(uint32_t) ids[2]; /* word number of each token */
    TWT_VEC(twt_term) terms[2];
    TWT_VEC(uint32_t) first_term[2]; /* of each sentence, and one more */
    TWT_VEC(twt_pair_sentence) sentences[2];
    bool is_limited;         /* some words weigh nothing */
    TWT_VEC(uint64_t) slots; /* upper half of a hash, word number plus one */
    TWT_VEC(uint64_t) costs;
} twt_pair_words;

/* How many pairs of sentences the equal words of two texts may lead to: 2^22 + 64 a token. */
uint64_t twt_pair_limit(const twt_analysis *a, const twt_analysis *b);

/* Numbers, counts and weighs the words of two texts. A word that stands in m sentences of one and n of the other leads
 * to m * n pairs of sentences; when all words together would lead to more than limit, the costliest weigh nothing, as
 * many as it takes. Linear but for a sort in that case. */
TWT_MUST_USE twt_status twt_pair_words_fill(twt_pair_words *words, const twt_analysis *const texts[2], uint64_t limit);
void twt_pair_words_free(twt_pair_words *words);

/* Orders the sides of a pair by their content, so that (b, a) is worked on as (a, b) is: whether b should stand first.
 * *is_same: words and sentences are equal, so that the order cannot matter. */
bool twt_pair_is_reversed(const twt_analysis *a, const twt_analysis *b, bool *is_same);

static inline uint32_t twt_term_weight(const twt_pair_words *words, twt_term term)
{
    return (term.tf < TWT_TF_MAX ? term.tf : TWT_TF_MAX) * words->words.data[term.word].weight;
}

/* count elements of no particular value; false when memory is short. */
#define twt_vec_resize(vec, need) (twt_vec_clear(vec), twt_vec_reserve(vec, need) && (((vec)->count = (need)), true))

#endif
