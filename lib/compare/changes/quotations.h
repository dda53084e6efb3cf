/* Quotations that both texts hold: kept word for word, or changed. */
#ifndef TWT_COMPARE_CHANGES_QUOTATIONS_H
#define TWT_COMPARE_CHANGES_QUOTATIONS_H

#include "compare/changes/quoted.h"
#include "compare/words/pair_words.h"

#define TWT_QUOTATION_TOKENS_MIN 4 /* shorter ones are scare quotes and titles */

typedef struct twt_quotation_result {
    const twt_quoted *quoted[2]; /* ascending; live until the next run */
    size_t counts[2];
    twt_range example[2]; /* in each text, a place where a quotation was changed; empty when none was */
    twt_range kept[2];    /* in each text, the longest quotation kept word for word; empty when there is none */
} twt_quotation_result;

/* Scratch and result of one thread. */
typedef struct twt_quotation_finder twt_quotation_finder;

TWT_MUST_USE twt_status twt_quotation_finder_new(twt_quotation_finder **out);
void twt_quotation_finder_free(twt_quotation_finder *finder); /* NULL is fine */

/* Finds the quotations of both texts, pairs them by the word pairs they share, and tells for each pair whether it was
 * kept word for word (cut shorter at either end still is) or changed inside; changed spelling is neither. Fills
 * measures->quotations, quotations_kept and quotations_changed. Symmetric. Time: linear in the tokens but for the
 * comparison inside a pair, which is bounded. Errors: TWT_ERROR_MEMORY; the finder stays usable. */
TWT_MUST_USE twt_status twt_quotation_finder_run(twt_quotation_finder *finder, const twt_pair_words *words,
                                                 twt_measures *measures, twt_quotation_result *out);

#endif
