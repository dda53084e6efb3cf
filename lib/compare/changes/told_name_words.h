/* Words of names beside each other: two forms of one name, an abbreviation, or another name. */
#ifndef TWT_COMPARE_CHANGES_TOLD_NAME_WORDS_H
#define TWT_COMPARE_CHANGES_TOLD_NAME_WORDS_H

#include "compare/words/word_form.h"

typedef struct twt_name_difference { /* between two words, in letters */
    size_t before, after;            /* that they have in common at the beginning, and at the end of what is left */
    size_t rest[2];                  /* of each behind the beginning */
} twt_name_difference;

/* The tokens of a name, one at least, as one word, without an ending behind an apostrophe: O'Hara's is O'Hara. */
twt_word twt_name_word_of(const twt_analysis *text, twt_range tokens);

twt_name_difference twt_name_words_compare(const twt_word *a, const twt_word *b);

/* Two forms of one name, or one and its abbreviation: they differ at the end alone. */
bool twt_name_words_may_be_forms(const twt_word *a, const twt_word *b);

/* Of two such: whether only the ending speaks for it, a letter more or others in their place. */
bool twt_name_words_differ_in_ending(const twt_word *a, const twt_word *b);

/* Whether one has the other's first letter and its letters in their order, and is no longer than an abbreviation: US,
 * United States. */
bool twt_name_words_abbreviate(const twt_word *a, const twt_word *b);

/* Edits in a third of the letters. */
bool twt_name_words_are_alike(const twt_word *a, const twt_word *b);

#endif
