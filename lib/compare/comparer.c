/* The parts in their order. Each pair is put in an order of its own (by content) before it is compared, and the result
 * mirrored back when that was not the caller's order: so (b, a) is the mirror image of (a, b) by construction. */
#include "twicetold/compare.h"

#include <string.h>

#include "base/alloc.h"
#include "base/confidence.h"
#include "compare/telling.h"
#include "compare/words/prepared.h"
#include "compare/words/topic.h"

enum { DOUBTFUL_SEEDS = 1 }; /* from here on a pair without plain reuse may hold a passage of it */

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
    if (status != TWT_OK) {
        twt_comparer_free(c);
        return status;
    }
    c->told_facts.told.numerals = twt_change_finder_numerals(c->evidence.finder);
    *out = c;
    return TWT_OK;
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
        uint32_t count = a_count < b_count ? a_count : b_count;
        m->told_tokens += twt_relation_is_told(&stretch) ? count : 0;
        m->surely_told += twt_relation_is_surely_told(&stretch) ? count : 0;
    }
    return TWT_OK;
}

static twt_status find_passages(twt_comparer *c)
{
    const twt_comparison *r = &c->at.result;
    c->at.has_passages = true;
    return twt_passage_finder_run(c->passages, &c->words, c->indexes, r->seeds, r->seed_count, r->matches,
                                  r->match_count, &c->at.found, &c->at.passage_count);
}

/* Whether there is reuse with the evidence at hand; in doubt the passages are looked at one by one. */
static twt_status look_for_reuse(twt_comparer *c)
{
    twt_run *at = &c->at;
    twt_measures *m = &at->result.measures;
    twt_status status = TWT_OK;
    m->collection_evidence = at->collection_evidence;
    bool is_sure = twt_relation_has_reuse(m), is_doubtful = !is_sure && m->seeds >= DOUBTFUL_SEEDS;
    if ((is_doubtful || at->want & TWT_WANT_PASSAGES) && !at->has_passages)
        status = find_passages(c);
    if (status == TWT_OK && is_doubtful)
        status = count_told(c);
    at->has_reuse = is_sure || (m->told_tokens && twt_relation_has_reuse(m));
    return status;
}

/* Measures what does not hang on the evidence of a collection. */
static twt_status measure_order(twt_comparer *c)
{
    twt_run *at = &c->at;
    twt_measures *m = &at->result.measures;
    twt_range whole_a = {0, (uint32_t)at->a->token_count}, whole_b = {0, (uint32_t)at->b->token_count};
    twt_status status = twt_word_order_measure(&c->order, &c->forms, whole_a, whole_b, m);
    m->order_evidence = (float)twt_relation_evidence(m);
    at->counted = *m;
    return status;
}

/* Whether changes are to be measured: not where a claim alone is wanted and they can't alter it. */
static bool wants_changes(const twt_run *at)
{
    return !(at->want & TWT_WANT_CLAIM && (at->is_equal || twt_relation_is_claimed(&at->result.measures)));
}

static twt_status measure_changes(twt_comparer *c)
{
    twt_run *at = &c->at;
    if (at->has_changes || !(at->has_reuse || at->is_equal))
        return TWT_OK;
    at->has_changes = true;
    return twt_evidence_measure(&c->evidence, &c->words, &at->alignment, &at->result.measures);
}

/* Measures what hangs on what the texts were found to share. */
static twt_status weigh(twt_comparer *c)
{
    twt_status status = look_for_reuse(c);
    return status == TWT_OK && wants_changes(&c->at) ? measure_changes(c) : status;
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
        status = measure_order(c);
    return status == TWT_OK ? weigh(c) : status;
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

/* What texts are about is asked only where they share no wording. */
static twt_status tell(twt_comparer *c)
{
    if (!twt_relation_is_reuse(c->at.ruling.relation)) {
        twt_topic_count(&c->words, &c->at.result.measures);
        decide(&c->at);
    }
    return twt_telling_run(c);
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

twt_status twt_comparer_weigh(twt_comparer *comparer, double collection_evidence, const twt_comparison **out)
{
    twt_run *at = &comparer->at;
    *out = NULL;
    at->collection_evidence = (float)collection_evidence;
    at->has_changes = false;
    at->result.measures = at->counted;
    twt_status status = weigh(comparer);
    if (status != TWT_OK)
        return status;
    decide(at);
    return hand_out(comparer, out);
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
