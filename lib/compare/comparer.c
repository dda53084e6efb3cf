/* The parts in their order. Each pair is put in an order of its own (by content) before it is compared, and the result
 * mirrored back when that was not the caller's order: so (b, a) is the mirror image of (a, b) by construction. */
#include "twicetold/compare.h"

#include <string.h>

#include "base/alloc.h"
#include "base/confidence.h"
#include "compare/align.h"
#include "compare/evidence.h"
#include "compare/examples.h"
#include "compare/first.h"
#include "compare/measures.h"
#include "compare/mirror.h"
#include "compare/overlap.h"
#include "compare/passages.h"
#include "compare/relation.h"
#include "compare/sentence_seeds.h"
#include "compare/word_order.h"

enum { DOUBTFUL_SEEDS = 2 }; /* from here on a pair without plain reuse may hold a passage of it */

struct twt_comparer {
    twt_pair_words words;
    twt_seed_finder *seeds;
    twt_aligner *aligner;
    twt_passage_finder *passages;
    twt_measure_scratch measures;
    twt_word_order order;
    twt_evidence evidence;
    twt_mirror mirror;
    TWT_VEC(twt_reason) reasons;
    TWT_VEC(twt_reason) all_reasons; /* with those of the metadata */
    const twt_reason *own_reasons;   /* of the last run, without them */
    size_t own_reason_count;
    TWT_VEC(twt_seed) equal_seeds;
    twt_match equal_match;
    const twt_passage *found; /* of the last run, asked for or not */
    size_t passage_count;
    float collection_evidence; /* for the run */
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
    twt_pair_words_free(&comparer->words);
    twt_seed_finder_free(comparer->seeds);
    twt_aligner_free(comparer->aligner);
    twt_passage_finder_free(comparer->passages);
    twt_measures_free(&comparer->measures);
    twt_word_order_free(&comparer->order);
    twt_mirror_free(&comparer->mirror);
    twt_evidence_free(&comparer->evidence);
    twt_vec_free(&comparer->reasons);
    twt_vec_free(&comparer->all_reasons);
    twt_vec_free(&comparer->equal_seeds);
    twt_free(comparer);
}

/* ---- order of the sides ---------------------------------------------------------------------------------- */

static int order_of(const void *x, size_t x_len, const void *y, size_t y_len)
{
    if (x_len != y_len)
        return x_len < y_len ? -1 : 1;
    return x_len ? memcmp(x, y, x_len) : 0;
}

static bool is_equal_content(const twt_analysis *a, const twt_analysis *b)
{
    return a->token_count == b->token_count && a->content_hash[0] == b->content_hash[0] &&
           a->content_hash[1] == b->content_hash[1];
}

/* Whether b goes first. Texts of one content are ordered by their bytes; the same bytes need no order. */
static bool is_reversed(const twt_analysis *a, const twt_analysis *b)
{
    for (int i = 0; i < 2; i++)
        if (a->content_hash[i] != b->content_hash[i])
            return a->content_hash[i] > b->content_hash[i];
    return order_of(a->text, a->text_len, b->text, b->text_len) > 0;
}

/* ---- equal texts ----------------------------------------------------------------------------------------- */

/* Sentences of the same tokens on both sides. */
static twt_status pair_equal_sentences(twt_comparer *c, const twt_analysis *a, const twt_analysis *b)
{
    twt_vec_clear(&c->equal_seeds);
    for (size_t i = 0, j = 0; i < a->sentence_count && j < b->sentence_count;) {
        const twt_sentence *s = &a->sentences[i], *t = &b->sentences[j];
        twt_seed seed = {.a = (uint32_t)i, .b = (uint32_t)j, .cosine = 1, .dice = 1, .in_chain = true};
        if (s->token_begin == t->token_begin && s->token_end == t->token_end && !twt_vec_push(&c->equal_seeds, seed))
            return TWT_ERROR_MEMORY;
        i += s->token_end <= t->token_end;
        j += t->token_end <= s->token_end;
    }
    return TWT_OK;
}

static twt_status align_equal(twt_comparer *c, const twt_analysis *a, const twt_analysis *b, twt_alignment *alignment)
{
    c->equal_match = (twt_match){.count = (uint32_t)a->token_count};
    *alignment = (twt_alignment){.matches = &c->equal_match, .match_count = a->token_count > 0};
    twt_status status = pair_equal_sentences(c, a, b);
    c->result.seeds = c->equal_seeds.data;
    c->result.seed_count = c->equal_seeds.count;
    return status;
}

/* ---- the run --------------------------------------------------------------------------------------------- */

static twt_status align_different(twt_comparer *c, twt_alignment *alignment)
{
    twt_status status = twt_seed_finder_run(c->seeds, &c->words, &c->result.seeds, &c->result.seed_count);
    if (status != TWT_OK)
        return status;
    return twt_aligner_run(c->aligner, &c->words, c->result.seeds, c->result.seed_count, alignment);
}

static double share(uint32_t part, uint32_t whole)
{
    return whole ? (double)part / whole : 0;
}

static twt_status add_reason(twt_comparer *c, const twt_reason *reason)
{
    return twt_vec_push(&c->reasons, *reason) ? TWT_OK : TWT_ERROR_MEMORY;
}

static twt_status judge(twt_comparer *c, const twt_overlap *overlap, bool is_equal)
{
    const twt_measures *m = &c->result.measures;
    twt_ruling ruling = twt_relation_decide(m, is_equal);
    twt_verdict *verdict = &c->result.verdict;
    *verdict = (twt_verdict){
        .relation = ruling.relation,
        .confidence = twt_confidence_of(ruling.relation, twt_chance_of_chosen(m)),
        .jaccard = overlap->jaccard,
        .containment = {overlap->containment[0], overlap->containment[1]},
        .coverage = {share(m->covered_tokens[0], m->tokens[0]), share(m->covered_tokens[1], m->tokens[1])}};
    twt_status status = TWT_OK;
    for (size_t i = 0; i < ruling.reason_count && status == TWT_OK; i++)
        status = add_reason(c, &ruling.reasons[i]);
    twt_reason evidence[TWT_EVIDENCE_REASONS];
    size_t count = twt_evidence_explain(&c->evidence, m, verdict, evidence);
    for (size_t i = 0; i < count && status == TWT_OK; i++)
        status = add_reason(c, &evidence[i]);
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
static twt_status count_told(twt_comparer *c, const twt_analysis *a, const twt_analysis *b)
{
    twt_measures *m = &c->result.measures;
    for (size_t i = 0; i < c->passage_count; i++) {
        twt_range in_a = tokens_in(a, c->found[i].a), in_b = tokens_in(b, c->found[i].b);
        twt_measures stretch = {0};
        twt_status status = twt_word_order_measure(&c->order, &c->words, in_a, in_b, &stretch);
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
    const twt_comparison *r = &c->result;
    return twt_passage_finder_run(c->passages, &c->words, r->seeds, r->seed_count, r->matches, r->match_count,
                                  &c->found, &c->passage_count);
}

/* Whether there is reuse; in doubt the passages are looked at one by one. */
static twt_status look_for_reuse(twt_comparer *c, const twt_analysis *a, const twt_analysis *b, unsigned want,
                                 bool *has_reuse)
{
    twt_measures *m = &c->result.measures;
    twt_range whole_a = {0, (uint32_t)a->token_count}, whole_b = {0, (uint32_t)b->token_count};
    twt_status status = twt_word_order_measure(&c->order, &c->words, whole_a, whole_b, m);
    m->order_evidence = (float)twt_relation_evidence(m);
    m->collection_evidence = c->collection_evidence;
    bool is_sure = twt_relation_has_reuse(m), is_doubtful = !is_sure && m->seeds >= DOUBTFUL_SEEDS;
    if (status == TWT_OK && (is_doubtful || want & TWT_WANT_PASSAGES))
        status = find_passages(c);
    if (status == TWT_OK && is_doubtful)
        status = count_told(c, a, b);
    *has_reuse = is_sure || twt_relation_has_reuse(m);
    return status;
}

static twt_status measure(twt_comparer *c, const twt_analysis *a, const twt_analysis *b, unsigned want, bool is_equal,
                          const twt_overlap *overlap)
{
    twt_comparison *r = &c->result;
    twt_alignment alignment;
    bool has_reuse = false;
    twt_status status = twt_pair_words_number(&c->words, a, b);
    if (status == TWT_OK)
        status = is_equal ? align_equal(c, a, b, &alignment) : align_different(c, &alignment);
    if (status != TWT_OK)
        return status;
    r->matches = alignment.matches;
    r->match_count = alignment.match_count;
    status = twt_measures_count(&c->measures, &c->words, overlap, r->seeds, r->seed_count, &alignment, &r->measures);
    if (status == TWT_OK)
        status = look_for_reuse(c, a, b, want, &has_reuse);
    if (status != TWT_OK || !(has_reuse || is_equal))
        return status;
    status = twt_evidence_measure(&c->evidence, &c->words, r->seeds, r->seed_count, &alignment, &r->measures);
    if (status == TWT_OK && want & TWT_WANT_CHANGES) {
        r->changes = c->evidence.changes;
        r->change_count = c->evidence.change_count;
    }
    return status;
}

/* Gives each reason the bytes that it speaks of. */
static void fill_examples(twt_comparer *c, const twt_analysis *a, const twt_analysis *b)
{
    const twt_comparison *r = &c->result;
    bool is_reuse = twt_relation_is_reuse(r->verdict.relation);
    twt_example_facts facts = {.texts = {a, b},
                               .seeds = r->seeds,
                               .seed_count = r->seed_count,
                               .matches = r->matches,
                               .match_count = r->match_count,
                               .changes = is_reuse ? c->evidence.changes : NULL,
                               .change_count = is_reuse ? c->evidence.change_count : 0};
    for (size_t i = 0; i < c->reasons.count; i++)
        twt_example_fill(&c->reasons.data[i], &facts);
}

static twt_status compare_ordered(twt_comparer *c, const twt_analysis *a, const twt_analysis *b, unsigned want)
{
    bool is_equal = a->token_count && is_equal_content(a, b);
    twt_overlap overlap = twt_overlap_of(a, b);
    twt_comparison *r = &c->result;
    twt_status status = measure(c, a, b, want, is_equal, &overlap);
    if (status == TWT_OK)
        status = judge(c, &overlap, is_equal);
    if (status == TWT_OK)
        fill_examples(c, a, b);
    if (want & TWT_WANT_PASSAGES) {
        r->passages = c->found;
        r->passage_count = c->passage_count;
    }
    r->reasons = c->reasons.data;
    r->reason_count = c->reasons.count;
    return status;
}

twt_status twt_comparer_run(twt_comparer *comparer, const twt_analysis *a, const twt_analysis *b, unsigned want,
                            const twt_comparison **out)
{
    return twt_comparer_run_within(comparer, a, b, 0, want, out);
}

twt_status twt_comparer_run_within(twt_comparer *comparer, const twt_analysis *a, const twt_analysis *b,
                                   double collection_evidence, unsigned want, const twt_comparison **out)
{
    comparer->collection_evidence = (float)collection_evidence;
    bool is_mirrored = is_reversed(a, b);
    *out = NULL;
    comparer->result = (twt_comparison){0};
    comparer->found = NULL;
    comparer->passage_count = 0;
    twt_vec_clear(&comparer->reasons);
    twt_status status = is_mirrored ? compare_ordered(comparer, b, a, want) : compare_ordered(comparer, a, b, want);
    if (status == TWT_OK && is_mirrored)
        status = twt_mirror_comparison(&comparer->mirror, &comparer->result);
    if (status == TWT_OK)
        *out = &comparer->result;
    comparer->own_reasons = comparer->result.reasons;
    comparer->own_reason_count = comparer->result.reason_count;
    return status;
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
