/* What two texts without a common wording have in common: what they are about. */
#ifndef TWT_COMPARE_WORDS_TOPIC_H
#define TWT_COMPARE_WORDS_TOPIC_H

#include "compare/words/pair_words.h"

/* Fills topic_letters and shared_topic_letters: of each distinct word the letters by which it is longer than the mean
 * word of the pair, of a name all of them, of a figure its bytes. Of a word that both texts have the lesser of what it
 * counts in each. Symmetric, linear in the distinct words. */
void twt_topic_count(const twt_pair_words *words, twt_measures *measures);

/* shared_topic_letters over the geometric mean of topic_letters. */
double twt_topic_share(const twt_measures *measures);

/* That share less what texts of this size share by chance. */
double twt_topic_beyond_chance(const twt_measures *measures);

#endif
