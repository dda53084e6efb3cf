/* What kind of change a replaced block is. */
#ifndef TWT_COMPARE_CHANGES_KIND_H
#define TWT_COMPARE_CHANGES_KIND_H

#include "compare/align/align.h"
#include "compare/changes/negation.h"
#include "compare/changes/numeral_places.h"
#include "compare/words/name_form.h"

typedef struct twt_known_likeness { /* of a word of the first text and one of the second */
    uint32_t other;                 /* token of the second; UINT32_MAX: of none */
    unsigned likeness;
} twt_known_likeness;

typedef struct twt_change_context { /* a pair of texts, and what was counted in it */
    const twt_pair_words *words;
    const twt_analysis *texts[2];
    twt_names names[2];
    twt_negation_pair negations;
    twt_numeral_places numerals[2];
    TWT_VEC(twt_known_likeness) known; /* by token of the first text: as asked for last */
    bool is_noisy;                     /* misread letters are common in this pair */
} twt_change_context;

/* The kind an editor should see first: a negation, a figure, a name, a quotation; else how the words differ. */
twt_change_kind twt_change_kind_of(twt_change_context *context, const twt_block *block);

/* How a single word replaced by a single word looks misread, mistyped or spelt another way: bits of word_form.h; 0 when
 * it does not, or as much like another form of the word. */
unsigned twt_change_misreading(const twt_change_context *context, const twt_block *block);

/* Letters of a script written without spaces, as many in place of as many, few. */
bool twt_change_is_glyphs(const twt_change_context *context, const twt_block *block);

#endif
