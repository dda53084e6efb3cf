/* What the finders of altered facts share: a pair of texts whose sentences were grouped by what they say, and what is
 * told in each group. */
#ifndef TWT_COMPARE_CHANGES_TOLD_H
#define TWT_COMPARE_CHANGES_TOLD_H

#include "base/keyed.h"
#include "compare/align/align.h"
#include "compare/passages/answers.h"
#include "compare/words/numeral_words.h"

enum {                     /* how the texts have a word */
       TWT_TOLD_NAMED = 1, /* with a capital, and not in a row of capitals */
       TWT_TOLD_SMALL = 2  /* in small letters in text a; shifted by one: in text b */
};

typedef struct twt_told {                /* zeroed: empty and valid; words, forms and numerals are borrowed */
    const twt_pair_words *words, *forms; /* forms: weighed, with the forms of a word as one */
    const twt_numeral_words *numerals;   /* set by the caller, once; NULL: figures alone are read */
    const twt_analysis *texts[2];
    twt_answers answers;
    TWT_VEC(uint64_t) members[2]; /* group and form of each token of a group, ascending */
    TWT_VEC(uint8_t) cases;       /* by word: bits */
    TWT_VEC(uint64_t) scratch;
} twt_told;

typedef struct twt_told_change { /* half open tokens; one side may be empty */
    twt_change_kind kind;
    bool yields; /* to changes of its kind inside it: most of it is as it was */
    twt_block at;
} twt_told_change;

typedef TWT_VEC(twt_told_change) twt_told_changes;

/* Groups the sentences of a pair with words on both sides. index: filled here. n log n. TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_told_begin(twt_told *told, const twt_pair_words *words, const twt_pair_words *forms,
                                       twt_sentence_index *index);
void twt_told_free(twt_told *told);

/* Of a token. TWT_NO_ANSWER: its sentence was not told in the other text. */
static inline uint32_t twt_told_group(const twt_told *told, int side, uint32_t token)
{
    return told->answers.groups[side].data[twt_pair_homes(told->words, side)[token]];
}

/* Whether the word at a token, in any form, stands in the sentences of the other text that answer its own. */
bool twt_told_has_word(const twt_told *told, int side, uint32_t token);

/* Whether a token is a day of the week or a month. */
bool twt_told_is_date(const twt_told *told, int side, uint32_t token);

/* Whether the word at a token belongs to a name. In a row of capitals: where it
 * is one outside such rows. */
bool twt_told_is_name(const twt_told *told, int side, uint32_t token);

/* Whether the word at a token, without figures, is in a sentence that is answered, and nowhere in the other text. */
bool twt_told_is_lone(const twt_told *told, int side, uint32_t token);

/* Whether the text has the word at a token in small letters, too. */
bool twt_told_is_common(const twt_told *told, int side, uint32_t token);

/* Whether capitals mark nouns in one of the texts. */
bool twt_told_marks_nouns(const twt_told *told);

/* What the words around two stretches of tokens have in common, three on each end: the sum of their weights. */
uint32_t twt_told_context(const twt_told *told, twt_range a, twt_range b);

#endif
