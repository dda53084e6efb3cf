/* How many words two texts share, and in how far these stand in the same order. */
#ifndef TWT_COMPARE_WORD_ORDER_H
#define TWT_COMPARE_WORD_ORDER_H

#include "compare/pair_words.h"

typedef struct twt_word_order { /* scratch; zeroed: empty and valid */
    TWT_VEC(struct twt_word_place) places;
    TWT_VEC(uint32_t) tails;
} twt_word_order;

void twt_word_order_free(twt_word_order *order);

/* Fills words, shared_words, single_words and ordered_words for the tokens of a pair in range_a and range_b. Symmetric.
 * n log n in the tokens. TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_word_order_measure(twt_word_order *order, const twt_pair_words *words, twt_range range_a,
                                               twt_range range_b, twt_measures *measures);

/* By how many standard deviations ordered_words is above that of singles in random order. The longest increasing
 * subsequence of n random values is 2 sqrt(n) - 1.77 n^(1/6) long, give or take 0.9 n^(1/6) (Baik, Deift, Johansson
 * 1999). */
double twt_word_order_surprise(const twt_measures *measures);

/* From 0, as many in order as chance has it, to 1, all of them. */
double twt_word_order_share(const twt_measures *measures);

/* Shared words over the geometric mean of both vocabularies (Ochiai 1957). */
double twt_word_order_likeness(const twt_measures *measures);

#endif
