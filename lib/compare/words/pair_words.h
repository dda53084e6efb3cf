/* The words of two texts under one numbering, and their sentences as sparse vectors over it.
 *
 * Weights are tf * ln((N + 1) / df) in fixed point, N and df counted over the sentences of both texts: sums are exact
 * whatever their order, so the same on every machine and for (b, a). */
#ifndef TWT_COMPARE_WORDS_PAIR_WORDS_H
#define TWT_COMPARE_WORDS_PAIR_WORDS_H

#include "compare/words/text_words.h"

enum {
    TWT_WEIGHT_ONE = 256, /* fixed point */
    TWT_WORTH_RARE = 4    /* of a word found once on each side */
};

typedef struct twt_pair_sentence { /* leaves out words that weigh nothing */
    uint64_t norm;                 /* square of the vector's length */
    uint32_t terms;                /* distinct words */
} twt_pair_sentence;

typedef struct twt_pair_words {   /* zeroed: empty and valid */
    const twt_analysis *texts[2]; /* first the side that is worked on as the first */
    twt_text_words own[2];        /* of each side, under numbers of its own */
    bool is_reversed;             /* that is b of the pair (a, b) */
    bool is_same;                 /* words and sentences are equal, so that the order cannot matter */
    bool is_weighed;
    bool is_limited; /* some words are beyond the work limit */
    uint64_t run;    /* counts the pairs */
    size_t count;    /* words of both sides together; those of the first side keep their numbers, the others follow */
    uint32_t shared; /* words that both have */
    const uint32_t *ids[2];        /* by token: its word */
    TWT_VEC(uint32_t) totals[2];   /* by word: tokens of each side */
    TWT_VEC(uint8_t) worth;        /* by word: what a match of it is worth in an alignment; 0: one side lacks it */
    TWT_VEC(uint32_t) to_second;   /* by word of the first side: its own number on the second, TWT_NO_WORD: none */
    TWT_VEC(uint32_t) from_second; /* by own number of the second side: the word */
    TWT_VEC(uint32_t) second_ids;
    /* from here on after twt_pair_words_weigh */
    TWT_VEC(uint32_t) weights; /* by word: ln((N + 1) / df), at least 1 */
    TWT_VEC(bool) is_beyond;   /* by word, when it is limited: leads to no pair of sentences */
    const twt_term *terms[2];
    TWT_VEC(twt_term) second_terms;
    TWT_VEC(twt_pair_sentence) sentences[2];
    TWT_VEC(uint64_t) costs; /* scratch */
    TWT_VEC(twt_keyed) ranks;
} twt_pair_words;

/* How many pairs of sentences the equal words of two texts may lead to: 2^22 + 64 a token. */
uint64_t twt_pair_limit(const twt_analysis *a, const twt_analysis *b);

/* Numbers the words of two texts together. The texts are borrowed until the next call. The sides are ordered by their
 * content, so that (b, a) is worked on as (a, b) is. Linear (n log n when hostile words share a slot). */
TWT_MUST_USE twt_status twt_pair_words_join(twt_pair_words *words, const twt_text_words *a, const twt_text_words *b);

/* The same pair, its words matched as words has them but not yet numbered: from_second may be changed. */
TWT_MUST_USE bool twt_pair_words_copy(const twt_pair_words *words, twt_pair_words *out);
void twt_pair_words_number(twt_pair_words *words);

/* Weighs the words and makes a vector of each sentence, unless that is done already. A word that stands in m sentences
 * of one and n of the other leads to m * n pairs of sentences; when all words together would lead to more than limit,
 * the costliest lead to none, as many as it takes; they weigh what they do where others lead to a pair. Linear but for a sort in that case. */
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

static inline const twt_text_words *twt_pair_own(const twt_pair_words *words, int text)
{
    return &words->own[twt_pair_side(words, text)];
}

static inline const uint32_t *twt_pair_ids(const twt_pair_words *words, int text)
{
    return words->ids[twt_pair_side(words, text)];
}

static inline const uint32_t *twt_pair_homes(const twt_pair_words *words, int text)
{
    return twt_pair_own(words, text)->homes;
}

static inline bool twt_pair_is_shared(const twt_pair_words *words, uint32_t word)
{
    return words->worth.data[word] != 0;
}

/* Tokens of both texts that are this word. */
static inline uint32_t twt_pair_frequency(const twt_pair_words *words, uint32_t word)
{
    return words->totals[0].data[word] + words->totals[1].data[word];
}

static inline uint32_t twt_term_weight(const twt_pair_words *words, twt_term term)
{
    return (term.tf < TWT_TF_MAX ? term.tf : TWT_TF_MAX) * words->weights.data[term.word];
}

#endif
