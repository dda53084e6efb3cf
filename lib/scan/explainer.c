/* Two documents: text -> compare, metadata last. */
#include "base/alloc.h"
#include "twicetold/compare.h"
#include "twicetold/scan.h"
#include "twicetold/text.h"

struct twt_explainer {
    twt_analyzer *analyzers[2];
    twt_comparer *comparer;
    twt_explanation explanation;
};

twt_status twt_explainer_new(const twt_profile *profile, twt_explainer **out)
{
    twt_profile defaults;
    twt_profile_init(&defaults);
    if (!profile)
        profile = &defaults;
    *out = NULL;
    twt_explainer *explainer = twt_alloc_zeroed(1, sizeof *explainer);
    if (!explainer)
        return TWT_ERROR_MEMORY;
    twt_status status = twt_analyzer_new(profile, &explainer->analyzers[0]);
    if (status == TWT_OK)
        status = twt_analyzer_new(profile, &explainer->analyzers[1]);
    if (status == TWT_OK)
        status = twt_comparer_new(profile, &explainer->comparer);
    if (status == TWT_OK)
        *out = explainer;
    else
        twt_explainer_free(explainer);
    return status;
}

void twt_explainer_free(twt_explainer *explainer)
{
    if (!explainer)
        return;
    twt_analyzer_free(explainer->analyzers[0]);
    twt_analyzer_free(explainer->analyzers[1]);
    twt_comparer_free(explainer->comparer);
    twt_free(explainer);
}

twt_status twt_explainer_run(twt_explainer *explainer, const twt_document *a, const twt_document *b, unsigned want,
                             const twt_explanation **out, int *fault_side, size_t *error_offset)
{
    const twt_document *documents[2] = {a, b};
    const twt_analysis *analyses[2];
    for (int side = 0; side < 2; side++) {
        twt_status status = twt_analyzer_run(explainer->analyzers[side], documents[side]->text,
                                             documents[side]->text_len, &analyses[side], error_offset);
        if (fault_side)
            *fault_side = side;
        if (status != TWT_OK)
            return status;
    }
    twt_explanation *explanation = &explainer->explanation;
    twt_status status = twt_comparer_run(explainer->comparer, analyses[0], analyses[1], want, &explanation->comparison);
    if (status == TWT_OK)
        status = twt_comparer_add_metadata(explainer->comparer, a, b, &explanation->comparison);
    if (status != TWT_OK)
        return status;
    explanation->a = analyses[0];
    explanation->b = analyses[1];
    *out = explanation;
    return TWT_OK;
}

twt_status twt_compare_texts(const char *a, size_t a_len, const char *b, size_t b_len, twt_verdict *out)
{
    twt_explainer *explainer;
    twt_status status = twt_explainer_new(NULL, &explainer);
    if (status != TWT_OK)
        return status;
    twt_document first = {.id = "a", .text = a, .text_len = a_len};
    twt_document second = {.id = "b", .text = b, .text_len = b_len};
    const twt_explanation *explanation;
    status = twt_explainer_run(explainer, &first, &second, 0, &explanation, NULL, NULL);
    if (status == TWT_OK)
        *out = explanation->comparison->verdict;
    twt_explainer_free(explainer);
    return status;
}
