/* Reasons, examples and changes of a pair whose relation is known. A pair without reuse has nothing to measure, but
 * gets a reason all the same. */
#include "compare/telling.h"

#include "compare/evidence/examples.h"
#include "compare/first/first.h"
#include "compare/relation/rules.h"

/* ---- reasons --------------------------------------------------------------------------------------------- */

static twt_status add_reason(twt_comparer *c, const twt_reason *reason)
{
    return twt_vec_push(&c->reasons, *reason) ? TWT_OK : TWT_ERROR_MEMORY;
}

static twt_status add_reasons(twt_comparer *c)
{
    const twt_measures *m = &c->at.result.measures;
    const twt_ruling *ruling = &c->at.ruling;
    twt_status status = TWT_OK;
    twt_vec_clear(&c->reasons);
    for (size_t i = 0; i < ruling->reason_count && status == TWT_OK; i++)
        status = add_reason(c, &ruling->reasons[i]);
    twt_reason evidence[TWT_EVIDENCE_REASONS];
    size_t count = twt_evidence_explain(&c->evidence, m, &c->at.result.verdict, evidence);
    for (size_t i = 0; i < count && status == TWT_OK; i++)
        status = add_reason(c, &evidence[i]);
    return status;
}

/* Counts the words of the whole texts anew, if a reason speaks of them: passages may have been looked at since. */
static twt_status find_singles(twt_comparer *c)
{
    const twt_reason *reasons = c->reasons.data;
    size_t i = 0;
    while (i < c->reasons.count && reasons[i].code != TWT_REASON_SAME_ORDER)
        i++;
    twt_vec_clear(&c->order.singles);
    if (i == c->reasons.count)
        return TWT_OK;
    twt_measures again;
    twt_range whole_a = {0, (uint32_t)c->at.a->token_count}, whole_b = {0, (uint32_t)c->at.b->token_count};
    return twt_word_order_measure(&c->order, &c->forms, whole_a, whole_b, &again);
}

/* Gives each reason the bytes that it speaks of. */
static void fill_examples(twt_comparer *c)
{
    const twt_comparison *r = &c->at.result;
    bool is_reuse = twt_relation_is_reuse(r->verdict.relation);
    twt_example_facts facts = {.texts = {c->at.a, c->at.b},
                               .seeds = r->seeds,
                               .seed_count = r->seed_count,
                               .matches = r->matches,
                               .match_count = r->match_count,
                               .changes = is_reuse ? c->evidence.changes : NULL,
                               .change_count = is_reuse ? c->evidence.change_count : 0,
                               .singles = c->order.singles.data,
                               .single_count = c->order.singles.count};
    for (size_t i = 0; i < c->reasons.count; i++)
        twt_example_fill(&c->reasons.data[i], &facts);
}

/* Whether one text may retell the other beyond the passages that the alignment reaches: what stands around an excerpt
 * or a passage is another text, unless the order of the words says so. */
static bool is_retold(const twt_comparison *r)
{
    bool is_part = r->verdict.relation == TWT_RELATION_EXCERPT || r->verdict.relation == TWT_RELATION_PARTIAL;
    return !is_part || r->measures.order_evidence >= TWT_REUSED;
}

/* Lists the changes of the alignment, and the facts altered in sentences that it does not reach. */
static twt_status list_changes(twt_comparer *c)
{
    twt_comparison *r = &c->at.result;
    twt_change_list told = {c->evidence.changes, twt_change_finder_blocks(c->evidence.finder),
                            c->evidence.change_count},
                    all = told;
    if (!c->at.is_equal && is_retold(r)) {
        twt_status status = twt_told_facts_run(&c->told_facts, &c->words, &c->forms, &c->indexes[1],
                                               &c->evidence.quotations, &told, &all);
        if (status != TWT_OK)
            return status;
    }
    r->changes = all.changes;
    r->change_count = all.count;
    return TWT_OK;
}

twt_status twt_telling_run(twt_comparer *c)
{
    twt_run *at = &c->at;
    twt_comparison *r = &at->result;
    bool is_measured = at->has_reuse || at->is_equal;
    twt_status status = is_measured ? twt_evidence_detail(&c->evidence, &c->words, r->seeds, r->seed_count,
                                                          &at->alignment, r->verdict.relation, &r->measures)
                                    : TWT_OK;
    if (status == TWT_OK)
        status = add_reasons(c);
    if (status == TWT_OK)
        status = find_singles(c);
    if (status != TWT_OK)
        return status;
    fill_examples(c);
    if (is_measured && at->want & TWT_WANT_CHANGES)
        status = list_changes(c);
    if (at->want & TWT_WANT_PASSAGES) {
        r->passages = at->found;
        r->passage_count = at->passage_count;
    }
    r->reasons = c->reasons.data;
    r->reason_count = c->reasons.count;
    return status;
}

/* ---- metadata -------------------------------------------------------------------------------------------- */

/* The reasons of the last run that come before (or after) those of the metadata. */
static bool copy_reasons(twt_comparer *c, const twt_reason *reasons, size_t count, bool is_before)
{
    for (size_t i = 0; i < count; i++)
        if ((reasons[i].code < TWT_REASON_FIRST_TIER) == is_before && !twt_vec_push(&c->all_reasons, reasons[i]))
            return false;
    return true;
}

twt_status twt_comparer_add_metadata(twt_comparer *comparer, const twt_document *a, const twt_document *b,
                                     const twt_comparison **out)
{
    twt_comparison *r = &comparer->result;
    twt_reason told[TWT_FIRST_METADATA_REASONS];
    *out = r;
    if (!twt_relation_is_reuse(r->verdict.relation))
        return TWT_OK;
    size_t count = twt_first_from_metadata(a, b, told);
    const twt_reason *reasons = comparer->own_reasons;
    twt_vec_clear(&comparer->all_reasons);
    bool is_done = copy_reasons(comparer, reasons, comparer->own_reason_count, true);
    for (size_t i = 0; i < count && is_done; i++)
        is_done = twt_vec_push(&comparer->all_reasons, told[i]);
    if (!is_done || !copy_reasons(comparer, reasons, comparer->own_reason_count, false))
        return TWT_ERROR_MEMORY;
    r->reasons = comparer->all_reasons.data;
    r->reason_count = comparer->all_reasons.count;
    twt_first_decide(r->reasons, r->reason_count, &r->verdict.first, &r->verdict.first_confidence);
    return TWT_OK;
}
