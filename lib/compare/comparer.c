/* The parts in their order. Each pair is put in an order of its own (by content) before it is compared, and the result
 * mirrored back when that was not the caller's order: so (b, a) is the mirror image of (a, b) by construction. */
#include "twicetold/compare.h"

#include <string.h>

#include "base/alloc.h"
#include "base/confidence.h"
#include "compare/align/align.h"
#include "compare/align/equal_texts.h"
#include "compare/changes/told_facts.h"
#include "compare/evidence/evidence.h"
#include "compare/evidence/examples.h"
#include "compare/first/first.h"
#include "compare/mirror.h"
#include "compare/passages/passages.h"
#include "compare/passages/sentence_seeds.h"
#include "compare/relation/measures.h"
#include "compare/relation/relation.h"
#include "compare/relation/rules.h"
#include "compare/words/overlap.h"
#include "compare/words/prepared.h"
#include "compare/words/word_kin.h"
#include "compare/words/word_order.h"

enum { DOUBTFUL_SEEDS = 2 }; /* from here on a pair without plain reuse may hold a passage of it */

typedef struct twt_run { /* a pair in the order in which it is compared, and what is known of it so far */
    const twt_analysis *a, *b;
    unsigned want;
    float collection_evidence;
    bool is_mirrored, is_equal, has_reuse, has_changes; /* has_changes: those were measured */
    twt_overlap overlap;
    twt_alignment alignment;
    const twt_passage *found; /* asked for or not */
    size_t passage_count;
    twt_ruling ruling;
    twt_comparison result; /* as compared */
} twt_run;

struct twt_comparer {
    twt_word_counter counters[2]; /* of texts that come unprepared */
    twt_pair_words words, forms;  /* forms: with the forms of a word as one */
    twt_word_kin kin;
    twt_sentence_index indexes[2]; /* of their sides, as far as needed */
    twt_seed_finder *seeds;
    twt_aligner *aligner;
    twt_passage_finder *passages;
    twt_measure_scratch measures;
    twt_word_order order;
    twt_evidence evidence;
    twt_told_facts told_facts;
    twt_mirror mirror;
    TWT_VEC(twt_reason) reasons;
    TWT_VEC(twt_reason) all_reasons; /* with those of the metadata */
    const twt_reason *own_reasons;   /* of the last run, without them */
    size_t own_reason_count;
    twt_equal_texts equal;
    twt_run at; /* the last one */
    twt_comparison result;
};

twt_status twt_comparer_new(const twt_profile *profile, twt_comparer **out)
{
    *out = NULL;
    twt_status status = twt_profile_check(profile);
    if (status != TWT_OK)
        return status;
    twt_comparer *c = twt_alloc_zeroed(1, sizeof *c);
    if (!c)
        return TWT_ERROR_MEMORY;
    status = twt_seed_finder_new(&c->seeds);
    if (status == TWT_OK)
        status = twt_aligner_new(&c->aligner);
    if (status == TWT_OK)
        status = twt_passage_finder_new(&c->passages);
    if (status == TWT_OK)
        status = twt_evidence_init(&c->evidence);
    if (status == TWT_OK)
        *out = c;
    else
        twt_comparer_free(c);
    return status;
}

void twt_comparer_free(twt_comparer *comparer)
{
    if (!comparer)
        return;
    twt_word_counter_free(&comparer->counters[0]);
    twt_word_counter_free(&comparer->counters[1]);
    twt_pair_words_free(&comparer->words);
    twt_pair_words_free(&comparer->forms);
    twt_word_kin_free(&comparer->kin);
    twt_sentence_index_free(&comparer->indexes[0]);
    twt_sentence_index_free(&comparer->indexes[1]);
    twt_seed_finder_free(comparer->seeds);
    twt_aligner_free(comparer->aligner);
    twt_passage_finder_free(comparer->passages);
    twt_measures_free(&comparer->measures);
    twt_word_order_free(&comparer->order);
    twt_mirror_free(&comparer->mirror);
    twt_evidence_free(&comparer->evidence);
    twt_told_facts_free(&comparer->told_facts);
    twt_vec_free(&comparer->reasons);
    twt_vec_free(&comparer->all_reasons);
    twt_equal_texts_free(&comparer->equal);
    twt_free(comparer);
}

/* ---- order of the sides ---------------------------------------------------------------------------------- */

static int order_of(const void *x, size_t x_len, const void *y, size_t y_len)
{
    if (x_len != y_len)
        return x_len < y_len ? -1 : 1;
    return x_len ? memcmp(x, y, x_len) : 0;
}

/* Whether b goes first. Texts of one content are ordered by their bytes; the same bytes need no order. */
static bool is_reversed(const twt_analysis *a, const twt_analysis *b)
{
    for (int i = 0; i < 2; i++)
        if (a->content_hash[i] != b->content_hash[i])
            return a->content_hash[i] > b->content_hash[i];
    return order_of(a->text, a->text_len, b->text, b->text_len) > 0;
}

/* ---- the measures ---------------------------------------------------------------------------------------- */

static twt_status align(twt_comparer *c)
{
    twt_run *at = &c->at;
    twt_comparison *r = &at->result;
    twt_status status;
    if (at->is_equal) {
        status = twt_equal_texts_align(&c->equal, at->a, at->b, &at->alignment);
        r->seeds = c->equal.seeds.data;
        r->seed_count = c->equal.seeds.count;
    } else {
        status = twt_seed_finder_run(c->seeds, &c->forms, &c->indexes[1], &r->seeds, &r->seed_count);
        if (status == TWT_OK)
            status = twt_aligner_run(c->aligner, &c->words, r->seeds, r->seed_count, &at->alignment);
    }
    r->matches = at->alignment.matches;
    r->match_count = at->alignment.match_count;
    return status;
}

/* The tokens that begin in a range of bytes. */
static twt_range tokens_in(const twt_analysis *text, twt_range bytes)
{
    size_t low[2];
    for (int end = 0; end < 2; end++) {
        size_t high = text->token_count, edge = end ? bytes.end : bytes.begin;
        low[end] = 0;
        while (low[end] < high) {
            size_t middle = low[end] + (high - low[end]) / 2;
            if (text->tokens[middle].begin < edge)
                low[end] = middle + 1;
            else
                high = middle;
        }
    }
    return (twt_range){(uint32_t)low[0], (uint32_t)low[1]};
}

/* Looks at each passage as if it were a text of its own: one reworded page in a book says nothing about the book. */
static twt_status count_told(twt_comparer *c)
{
    twt_run *at = &c->at;
    twt_measures *m = &at->result.measures;
    for (size_t i = 0; i < at->passage_count; i++) {
        twt_range in_a = tokens_in(at->a, at->found[i].a), in_b = tokens_in(at->b, at->found[i].b);
        twt_measures stretch = {0};
        twt_status status = twt_word_order_measure(&c->order, &c->forms, in_a, in_b, &stretch);
        if (status != TWT_OK)
            return status;
        uint32_t a_count = in_a.end - in_a.begin, b_count = in_b.end - in_b.begin;
        if (twt_relation_is_told(&stretch))
            m->told_tokens += a_count < b_count ? a_count : b_count;
    }
    return TWT_OK;
}

static twt_status find_passages(twt_comparer *c)
{
    const twt_comparison *r = &c->at.result;
    return twt_passage_finder_run(c->passages, &c->words, c->indexes, r->seeds, r->seed_count, r->matches,
                                  r->match_count, &c->at.found, &c->at.passage_count);
}

/* Whether there is reuse; in doubt the passages are looked at one by one. */
static twt_status look_for_reuse(twt_comparer *c)
{
    twt_run *at = &c->at;
    twt_measures *m = &at->result.measures;
    twt_range whole_a = {0, (uint32_t)at->a->token_count}, whole_b = {0, (uint32_t)at->b->token_count};
    twt_status status = twt_word_order_measure(&c->order, &c->forms, whole_a, whole_b, m);
    m->order_evidence = (float)twt_relation_evidence(m);
    m->collection_evidence = at->collection_evidence;
    bool is_sure = twt_relation_has_reuse(m), is_doubtful = !is_sure && m->seeds >= DOUBTFUL_SEEDS;
    if (status == TWT_OK && (is_doubtful || at->want & TWT_WANT_PASSAGES))
        status = find_passages(c);
    if (status == TWT_OK && is_doubtful)
        status = count_told(c);
    at->has_reuse = is_sure || twt_relation_has_reuse(m);
    return status;
}

/* Who wants no more than a claim does without what can't change it. */
static bool wants_changes(const twt_run *at)
{
    bool is_settled = at->is_equal || twt_relation_is_claimed(&at->result.measures);
    return !(at->want & TWT_WANT_CLAIM && is_settled);
}

static twt_status measure_changes(twt_comparer *c)
{
    twt_run *at = &c->at;
    if (at->has_changes || !(at->has_reuse || at->is_equal))
        return TWT_OK;
    at->has_changes = true;
    return twt_evidence_measure(&c->evidence, &c->words, &at->alignment, &at->result.measures);
}

static twt_status measure(twt_comparer *c, const twt_text_words *a, const twt_text_words *b)
{
    twt_run *at = &c->at;
    twt_comparison *r = &at->result;
    twt_status status = twt_pair_words_join(&c->words, a, b);
    if (status == TWT_OK)
        status = twt_word_kin_join(&c->kin, &c->words, &c->forms);
    if (status == TWT_OK)
        status = align(c);
    if (status == TWT_OK)
        status = twt_measures_count(&c->measures, &c->words, &at->overlap, r->seeds, r->seed_count, &at->alignment,
                                    &r->measures);
    if (status == TWT_OK)
        status = look_for_reuse(c);
    if (status == TWT_OK && wants_changes(at))
        status = measure_changes(c);
    return status;
}

/* ---- the verdict ----------------------------------------------------------------------------------------- */

static double share(uint32_t part, uint32_t whole)
{
    return whole ? (double)part / whole : 0;
}

static twt_verdict verdict_of(const twt_run *at)
{
    const twt_measures *m = &at->result.measures;
    twt_relation relation = at->ruling.relation;
    return (twt_verdict){
        .relation = relation,
        .confidence = twt_confidence_of(relation, twt_chance_of_chosen(m)),
        .jaccard = at->overlap.jaccard,
        .containment = {at->overlap.containment[0], at->overlap.containment[1]},
        .coverage = {share(m->covered_tokens[0], m->tokens[0]), share(m->covered_tokens[1], m->tokens[1])}};
}

static void decide(twt_run *at)
{
    at->ruling = twt_relation_decide(&at->result.measures, at->is_equal);
    at->result.verdict = verdict_of(at);
}

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

/* Those of the alignment, and the facts altered in sentences that it does not reach. */
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

/* What the relation does not depend on. */
static twt_status tell(twt_comparer *c)
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

/* ---- the run --------------------------------------------------------------------------------------------- */

/* Shows the result to the caller, in his order. */
static twt_status hand_out(twt_comparer *c, const twt_comparison **out)
{
    c->result = c->at.result;
    twt_status status = c->at.is_mirrored ? twt_mirror_comparison(&c->mirror, &c->result) : TWT_OK;
    c->own_reasons = c->result.reasons;
    c->own_reason_count = c->result.reason_count;
    *out = status == TWT_OK ? &c->result : NULL;
    return status;
}

twt_status twt_comparer_run(twt_comparer *comparer, const twt_analysis *a, const twt_analysis *b, unsigned want,
                            const twt_comparison **out)
{
    return twt_comparer_run_within(comparer, a, b, 0, want, out);
}

static twt_status run(twt_comparer *comparer, const twt_text_words *a, const twt_text_words *b,
                      double collection_evidence, unsigned want, const twt_comparison **out)
{
    bool is_mirrored = is_reversed(a->text, b->text);
    const twt_text_words *first = is_mirrored ? b : a, *second = is_mirrored ? a : b;
    *out = NULL;
    comparer->at = (twt_run){.a = first->text,
                             .b = second->text,
                             .want = want,
                             .collection_evidence = (float)collection_evidence,
                             .is_mirrored = is_mirrored,
                             .is_equal = twt_is_equal_content(first->text, second->text)};
    comparer->at.overlap = twt_overlap_of(comparer->at.a, comparer->at.b);
    twt_status status = measure(comparer, first, second);
    if (status != TWT_OK)
        return status;
    decide(&comparer->at);
    if (!(want & (TWT_WANT_RELATION | TWT_WANT_CLAIM)))
        status = tell(comparer);
    return status == TWT_OK ? hand_out(comparer, out) : status;
}

twt_status twt_comparer_run_within(twt_comparer *comparer, const twt_analysis *a, const twt_analysis *b,
                                   double collection_evidence, unsigned want, const twt_comparison **out)
{
    twt_text_words words[2];
    *out = NULL;
    twt_status status = twt_word_counter_run(&comparer->counters[0], a, &words[0]);
    if (status == TWT_OK)
        status = twt_word_counter_run(&comparer->counters[1], b, &words[1]);
    return status == TWT_OK ? run(comparer, &words[0], &words[1], collection_evidence, want, out) : status;
}

twt_status twt_comparer_run_prepared(twt_comparer *comparer, const twt_prepared *a, const twt_prepared *b,
                                     double collection_evidence, unsigned want, const twt_comparison **out)
{
    return run(comparer, &a->words, &b->words, collection_evidence, want, out);
}

twt_status twt_comparer_settle(twt_comparer *comparer, const twt_comparison **out)
{
    *out = NULL;
    twt_status status = measure_changes(comparer);
    if (status != TWT_OK)
        return status;
    decide(&comparer->at);
    return hand_out(comparer, out);
}

twt_status twt_comparer_tell(twt_comparer *comparer, const twt_comparison **out)
{
    *out = NULL;
    twt_status status = tell(comparer);
    return status == TWT_OK ? hand_out(comparer, out) : status;
}

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
