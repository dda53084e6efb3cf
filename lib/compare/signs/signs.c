/* The shares were measured on machine rewrites against edited news (ALGORITHMS.md); the least counts keep a single
 * chance event from being a share. */
#include "compare/signs/signs.h"

#include <string.h>

#define ORDER_SHARE 0.9     /* of the seeds in the monotone chain */
#define ORDER_COVERAGE 0.45 /* of each text */
#define ORDER_SEEDS 3       /* fewer are in order by chance */
#define NAMES_SHARE 0.15
#define NAMES_LEAST 4 /* replaced; a name counts in both texts */
#define TOUCHED_SHARE 0.7
#define TOUCHED_SEEDS 3
#define KEPT_LEAST 2
/* Points that one text has the longer or the more varied words where they differ. Where order and other wording are all
 * the signs there are, 88 to 92 % of l2r's, mixset's and apt-eval's rewrites reach it, 33 % of what Reuters retold. */
#define WORDING_LEAST 0.05 /* they come in tenths */
#define STRONG_TOKENS 60   /* of each text: three sentences stand in one order by chance */

static double share(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

static bool is_in_order(const twt_measures *measures)
{
    return measures->seeds >= ORDER_SEEDS && share(measures->chain, measures->seeds) >= ORDER_SHARE &&
           share(measures->covered_tokens[0], measures->tokens[0]) >= ORDER_COVERAGE &&
           share(measures->covered_tokens[1], measures->tokens[1]) >= ORDER_COVERAGE;
}

static bool has_replaced_names(const twt_measures *measures)
{
    return measures->names_replaced >= NAMES_LEAST && share(measures->names_replaced, measures->names) >= NAMES_SHARE;
}

/* Sentences of a that are told in b with other words: the mirrored pair counts those of b, so both are asked. */
static double touched_share(const twt_measures *measures)
{
    double least = 1;
    for (int s = 0; s < 2; s++) {
        double touched = measures->seeded_sentences[s] >= measures->copied_sentences[s]
                             ? measures->seeded_sentences[s] - measures->copied_sentences[s]
                             : 0;
        double one = share(touched, measures->seeded_sentences[s]);
        least = one < least ? one : least;
    }
    return least;
}

static bool is_touched(const twt_measures *measures)
{
    return measures->seeds >= TOUCHED_SEEDS && touched_share(measures) >= TOUCHED_SHARE;
}

/* Sub-editors go through every sentence and leave what is quoted alone: then other wording is no strong sign by itself.
 */
static bool spares_quotations(const twt_measures *measures)
{
    return measures->quotations_kept >= KEPT_LEAST && measures->quotations_changed == 0;
}

static bool is_brief(const twt_measures *measures)
{
    return measures->tokens[0] < STRONG_TOKENS || measures->tokens[1] < STRONG_TOKENS;
}

static void add(twt_reason out[TWT_SIGN_REASONS], size_t *count, twt_reason_code code, double value,
                const twt_range example[2])
{
    twt_reason reason = {.code = code, .value = value};
    if (example != NULL) {
        reason.a = example[0];
        reason.b = example[1];
    }
    out[(*count)++] = reason;
}

twt_signs twt_signs_decide(const twt_measures *measures, const twt_sign_examples *examples,
                           const twt_quotation_result *quotations, double wording, twt_reason out[TWT_SIGN_REASONS],
                           size_t *count)
{
    bool in_order = is_in_order(measures), is_requoted = measures->quotations_changed > 0;
    uint32_t broken = measures->broken_sentences[0] + measures->broken_sentences[1];
    bool is_renamed = has_replaced_names(measures), is_reworded = is_touched(measures);
    int others = is_requoted + (broken > 0) + is_renamed + is_reworded;
    bool is_any_retelling = others == is_reworded && (wording < WORDING_LEAST || spares_quotations(measures));
    bool is_garbled = others > 0 && !is_brief(measures) && !is_any_retelling;
    twt_signs signs = in_order && is_garbled                   ? TWT_SIGNS_STRONG
                      : (in_order && others > 0) || others > 1 ? TWT_SIGNS_SOME
                                                               : TWT_SIGNS_NONE;
    *count = 0;
    if (signs != TWT_SIGNS_NONE) {
        if (in_order)
            add(out, count, TWT_REASON_SIGN_ORDER, share(measures->chain, measures->seeds), NULL);
        if (is_requoted)
            add(out, count, TWT_REASON_SIGN_QUOTATION, measures->quotations_changed, quotations->example);
        if (broken > 0)
            add(out, count, TWT_REASON_SIGN_BROKEN, broken, examples->broken);
        if (is_renamed)
            add(out, count, TWT_REASON_SIGN_NAMES, share(measures->names_replaced, measures->names), examples->names);
        if (is_reworded)
            add(out, count, TWT_REASON_SIGN_TOUCHED, touched_share(measures), NULL);
    }
    if (measures->quotations_kept > 0)
        add(out, count, TWT_REASON_QUOTATIONS_KEPT, measures->quotations_kept, quotations->kept);
    if (signs != TWT_SIGNS_NONE && (in_order || is_requoted))
        add(out, count, TWT_REASON_TRANSLATION_NOTE, 0, NULL);
    return signs;
}
