/* Signs that a machine rewrote a text. They accuse nobody: people rewrite too, and each sign is told with its count. */
#ifndef TWT_COMPARE_SIGNS_SIGNS_H
#define TWT_COMPARE_SIGNS_SIGNS_H

#include "compare/align/align.h"
#include "compare/align/token_map.h"
#include "compare/changes/quotations.h"
#include "compare/words/name_form.h"
#include "twicetold/types.h"

/* ---- what is counted ------------------------------------------------------------------------------------- */

typedef struct twt_sign_examples {
    twt_range broken[2]; /* the first broken sentence of each text, around the stray stop; empty when there is none */
    twt_range names[2];  /* the name replaced that shows it best, in each text */
} twt_sign_examples;

/* Scratch of one thread; zeroed: empty and valid. */
typedef struct twt_sign_counter {
    TWT_VEC(uint8_t) is_renamed[2]; /* by token */
} twt_sign_counter;

void twt_sign_counter_free(twt_sign_counter *counter);

/* Counts names: fills measures->names and names_replaced (of both texts together) and examples->names. changes are
 * those of the pair and blocks their tokens (changes.h). A name is a maximal run of capitalised words in a stretch that
 * both texts tell; it is replaced when it lies in a change to another name. Linear. Errors: TWT_ERROR_MEMORY; the
 * counter stays usable. */
TWT_MUST_USE twt_status twt_sign_counter_names(twt_sign_counter *counter, const twt_names names[2],
                                               const twt_token_map *map, const twt_change *changes,
                                               const twt_block *blocks, size_t change_count, twt_measures *measures,
                                               twt_sign_examples *examples);

/* Counts broken sentences: fills measures->broken_sentences and examples->broken. A sentence is broken by a full stop
 * before a lower-case word where the other text runs on. Linear. */
void twt_signs_count_broken(const twt_analysis *a, const twt_analysis *b, const twt_token_map *map,
                            twt_measures *measures, twt_sign_examples *examples);

/* ---- what is said ---------------------------------------------------------------------------------------- */

enum { TWT_SIGN_REASONS = 7 };

/* The signs of a pair whose relation is rewritten, as reasons in the order of twt_reason_code. Strong: sentence by
 * sentence in the same order, and one of the others; some: two of any; none: no reasons but quotations kept. Other
 * wording alone makes it strong only where the words are of a model's kind and quotations were not left alone.
 * wording: twt_first_wording. */
twt_signs twt_signs_decide(const twt_measures *measures, const twt_sign_examples *examples,
                           const twt_quotation_result *quotations, double wording, twt_reason out[TWT_SIGN_REASONS],
                           size_t *count);

#endif
