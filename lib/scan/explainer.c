/* Two documents: text -> compare, metadata last. Who compares one text with many gives it on the same side each time:
 * what a side read last is kept and not read again. */
#include <string.h>

#include "base/alloc.h"
#include "base/bytes.h"
#include "base/vec.h"
#include "twicetold/compare.h"
#include "twicetold/scan.h"
#include "twicetold/text.h"

typedef struct explained_side {
    twt_analyzer *analyzer;
    twt_preparer *preparer;
    twt_bytes text;               /* as read last, and a byte more */
    const twt_prepared *prepared; /* of that text; NULL: of none */
} explained_side;

struct twt_explainer {
    explained_side sides[2];
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
    twt_status status = twt_comparer_new(profile, &explainer->comparer);
    for (int side = 0; side < 2 && status == TWT_OK; side++) {
        status = twt_analyzer_new(profile, &explainer->sides[side].analyzer);
        if (status == TWT_OK)
            status = twt_preparer_new(&explainer->sides[side].preparer);
    }
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
    for (int side = 0; side < 2; side++) {
        twt_analyzer_free(explainer->sides[side].analyzer);
        twt_preparer_free(explainer->sides[side].preparer);
        twt_bytes_free(&explainer->sides[side].text);
    }
    twt_comparer_free(explainer->comparer);
    twt_free(explainer);
}

/* Keeps a byte more than the text, so that an empty text has an address. */
static bool keep_text(explained_side *side, const twt_document *document)
{
    twt_vec_clear(&side->text);
    return twt_bytes_append(&side->text, document->text, document->text_len) && twt_bytes_append(&side->text, "", 1);
}

static bool holds(const explained_side *side, const twt_document *document)
{
    size_t len = document->text_len;
    return side->prepared && side->text.count == len + 1 &&
           (len == 0 || memcmp(side->text.data, document->text, len) == 0);
}

static twt_status read_side(explained_side *side, const twt_document *document, size_t *error_offset)
{
    const twt_analysis *analysis;
    if (holds(side, document))
        return TWT_OK;
    side->prepared = NULL;
    twt_status status = twt_analyzer_run(side->analyzer, document->text, document->text_len, &analysis, error_offset);
    if (status == TWT_OK && !keep_text(side, document))
        status = TWT_ERROR_MEMORY;
    if (status != TWT_OK)
        return status;
    twt_analysis kept = *analysis;
    kept.text = side->text.data;
    return twt_preparer_borrow(side->preparer, &kept, &side->prepared);
}

twt_status twt_explainer_run(twt_explainer *explainer, const twt_document *a, const twt_document *b, unsigned want,
                             const twt_explanation **out, int *fault_side, size_t *error_offset)
{
    const twt_document *documents[2] = {a, b};
    explained_side *sides = explainer->sides;
    for (int side = 0; side < 2; side++) {
        twt_status status = read_side(&sides[side], documents[side], error_offset);
        if (fault_side)
            *fault_side = side;
        if (status != TWT_OK)
            return status;
    }
    twt_explanation *explanation = &explainer->explanation;
    twt_status status = twt_comparer_run_prepared(explainer->comparer, sides[0].prepared, sides[1].prepared, 0, want,
                                                  &explanation->comparison);
    if (status == TWT_OK)
        status = twt_comparer_add_metadata(explainer->comparer, a, b, &explanation->comparison);
    if (status != TWT_OK)
        return status;
    explanation->a = twt_prepared_analysis(sides[0].prepared);
    explanation->b = twt_prepared_analysis(sides[1].prepared);
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
