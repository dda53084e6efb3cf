/* How many words two texts share, and in how far these stand in the same order. */
#ifndef TWT_COMPARE_WORDS_WORD_ORDER_H
#define TWT_COMPARE_WORDS_WORD_ORDER_H

#include "compare/words/pair_words.h"

typedef struct twt_word_order { /* scratch; zeroed: empty and valid */
    TWT_VEC(struct twt_word_place) places;
    TWT_VEC(uint32_t) tails;
    TWT_VEC(twt_range) singles; /* words that stand once in each text: where in a, where in b */
} twt_word_order;

void twt_word_order_free(twt_word_order *order);

/* Fills words, shared_words, and the singles and phrases with those in order for the tokens of a pair in range_a and
 * range_b, and syllables, of the whole texts. Symmetric. n log n in the tokens. TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_word_order_measure(twt_word_order *order, const twt_pair_words *words, twt_range range_a,
                                               twt_range range_b, twt_measures *measures);

/* How far ordered_phrases is above that of singles in random order: the longest increasing subsequence of n random
 * values is 2 sqrt(n) - 1.77 n^(1/6) long, give or take 0.9 n^(1/6) (Baik, Deift, Johansson 1999). In units of n^(2/3),
 * for texts on one topic are a little in order, the more surely the longer they are, while a rewrite is so for the most
 * part. */
double twt_word_order_effect(const twt_measures *measures);

/* From 0, as many in order as chance has it, to 1, all of them. */
double twt_word_order_share(const twt_measures *measures);

/* Shared words over the geometric mean of both vocabularies (Ochiai 1957). */
double twt_word_order_likeness(const twt_measures *measures);

#endif
