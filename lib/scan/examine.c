#include "scan/examine.h"

#include <math.h>
#include <string.h>

#define PAGES_ALIKE .48   /* Jaccard of whole texts; of five-word sequences it is rarely more */
#define VERSIONS_ALIKE .5 /* the same without furniture */

twt_status twt_examiner_init(twt_examiner *examiner, const twt_store *store, const twt_profile *profile,
                             const twt_sieved *sieved)
{
    *examiner = (twt_examiner){.store = store, .profile = profile, .sieved = sieved};
    return twt_comparer_new(profile, &examiner->comparer);
}

void twt_examiner_free(twt_examiner *examiner)
{
    twt_comparer_free(examiner->comparer);
    twt_comparer_free(examiner->masked_comparer);
    twt_kept_texts_free(&examiner->texts);
}

static twt_status read_sides(twt_examiner *e, const twt_candidate_pair *candidate)
{
    e->masked[0] = e->masked[1] = NULL;
    twt_status status = twt_kept_texts_get(&e->texts, e->profile, e->store, candidate->a, &e->sides[0]);
    if (status == TWT_OK)
        status = twt_kept_texts_get(&e->texts, e->profile, e->store, candidate->b, &e->sides[1]);
    return status;
}

/* Of one text; the others are links between texts. */
static bool is_version(twt_relation relation)
{
    return relation == TWT_RELATION_NOISY || relation == TWT_RELATION_REWRITTEN ||
           relation == TWT_RELATION_NEAR_DUPLICATE;
}

static twt_status mask_sides(twt_examiner *e, const twt_candidate_pair *candidate)
{
    const twt_recurring *recurring = &e->sieved->recurring;
    twt_status status =
        twt_kept_texts_get_masked(&e->texts, e->profile, e->store, recurring, candidate->a, &e->masked[0]);
    if (status == TWT_OK)
        status = twt_kept_texts_get_masked(&e->texts, e->profile, e->store, recurring, candidate->b, &e->masked[1]);
    return status;
}

/* Whether the claim may change with other evidence than it was made with. */
static bool depends(const twt_comparison *comparison, double evidence)
{
    double lacks = twt_comparison_lacks(comparison), made = (double)comparison->measures.collection_evidence;
    return (lacks > 0) != (made + lacks > evidence);
}

/* The texts show how much they can be doubted when they are compared, in full once they are thought to be versions; so
 * the least doubt is tried first. */
static twt_status compare_sides(twt_examiner *e, const twt_candidate_pair *candidate, double least_doubt, bool is_exact,
                                unsigned want, twt_examined *out)
{
    twt_hearing hearing = twt_neighbours_hear(&e->sieved->neighbours, candidate);
    double most = twt_hearing_evidence(hearing, least_doubt);
    twt_status status = twt_comparer_run_prepared(e->comparer, e->sides[0], e->sides[1], most, want, &out->comparison);
    if (status != TWT_OK)
        return status;
    const twt_measures *measures = &out->comparison->measures;
    double doubt = fmax(twt_neighbours_doubt(measures), least_doubt);
    out->evidence = twt_hearing_evidence(hearing, doubt);
    out->order = measures->order_evidence;
    out->lacks = (float)(most + twt_comparison_lacks(out->comparison));
    out->doubt = (float)doubt;
    if (out->evidence == most || !(is_exact || depends(out->comparison, out->evidence)))
        return TWT_OK;
    return twt_comparer_weigh(e->comparer, out->evidence, &out->comparison);
}

/* Whole pages are then told as such, though it is their furniture. */
static bool are_alike_pages(const twt_comparison *whole)
{
    return whole->verdict.jaccard >= PAGES_ALIKE;
}

/* What stays without furniture decides: a version of one text is one without it, or alike by half then. */
static void settle(twt_examined *out, const twt_comparison *masked)
{
    twt_relation left = masked->verdict.relation;
    if (!twt_relation_is_reuse(left)) {
        out->left = masked;
        out->rarity = 0;
        if (is_version(out->relation))
            out->relation = TWT_RELATION_PARTIAL;
        if (!are_alike_pages(out->comparison))
            out->step = TWT_STEP_RECURRING;
    } else if (is_version(out->relation) && !is_version(left) && masked->verdict.jaccard < VERSIONS_ALIKE) {
        out->left = masked;
        out->relation = left;
    }
}

/* Compares what masking leaves; *masked stays NULL when there is nothing to mask. */
static twt_status run_masked(twt_examiner *e, const twt_candidate_pair *candidate, unsigned want, twt_examined *out,
                             const twt_comparison **masked)
{
    twt_status status = mask_sides(e, candidate);
    out->is_masked = e->masked[0] || e->masked[1];
    if (status != TWT_OK || !out->is_masked)
        return status;
    if (!e->masked_comparer)
        status = twt_comparer_new(e->profile, &e->masked_comparer);
    if (status == TWT_OK)
        status = twt_comparer_run_prepared(e->masked_comparer, e->masked[0] ? e->masked[0] : e->sides[0],
                                           e->masked[1] ? e->masked[1] : e->sides[1], out->evidence, want, masked);
    if (status == TWT_OK)
        out->masked_lacks = (float)(out->evidence + twt_comparison_lacks(*masked));
    return status;
}

/* Whether a claim stands without what recurs in the documents of one source or of many. */
static twt_status compare_masked(twt_examiner *e, const twt_candidate_pair *candidate, twt_examined *out)
{
    const twt_comparison *masked = e->masked_claim;
    twt_status status = TWT_OK;
    unsigned want = is_version(out->relation) ? TWT_WANT_RELATION : TWT_WANT_CLAIM;
    if (!masked)
        status = run_masked(e, candidate, want, out, &masked);
    else if (want == TWT_WANT_RELATION)
        status = twt_comparer_settle(e->masked_comparer, &masked);
    if (status == TWT_OK && masked)
        settle(out, masked);
    return status;
}

/* ---- of what the collection says nothing ------------------------------------------------------------------ */

/* Whether the relation, once it is known, may be one that is too common for any claim. */
static bool may_be_common(const twt_examiner *e, const twt_candidate_pair *candidate, const twt_comparison *comparison)
{
    twt_comparison updated = *comparison;
    updated.verdict.relation = TWT_RELATION_UPDATED;
    return twt_rarity_of(candidate, &updated, e->sieved->family_count, 0) == TWT_RARITY_NONE;
}

/* The pages of one site share their furniture by the thousand, many in one family. That it is all they share is known
 * before it is known how they differ, which costs half as much again: then *out is as it would be after that, but for
 * the doubt and the kind of reuse, which nobody asks for. */
static twt_status find_furniture(twt_examiner *e, const twt_candidate_pair *candidate, twt_examined *out)
{
    if (!e->sieved->recurring.masked_count || are_alike_pages(out->comparison) ||
        may_be_common(e, candidate, out->comparison))
        return TWT_OK;
    twt_status status = run_masked(e, candidate, TWT_WANT_CLAIM, out, &e->masked_claim);
    if (status == TWT_OK && e->masked_claim && !twt_relation_is_reuse(e->masked_claim->verdict.relation))
        settle(out, e->masked_claim);
    return status;
}

/* What was left out when only a claim was asked for. */
static twt_status complete(twt_examiner *e, double least_doubt, twt_examined *out)
{
    twt_status status = twt_comparer_settle(e->comparer, &out->comparison);
    if (status != TWT_OK)
        return status;
    out->relation = out->comparison->verdict.relation;
    out->doubt = (float)fmax(twt_neighbours_doubt(&out->comparison->measures), least_doubt);
    return TWT_OK;
}

/* ---- the examination -------------------------------------------------------------------------------------- */

/* Whether the texts around the pair will be heard, but are not yet. */
static bool is_first_look(const twt_examiner *e, const twt_candidate_pair *candidate)
{
    const twt_sieved *sieved = e->sieved;
    return !sieved->neighbours.begins && sieved->family_count >= TWT_NEIGHBOURS_LEAST &&
           twt_neighbours_may_know(sieved->texts, e->store->count, candidate);
}

/* How rare what they share is, whoever speaks for the pair as long as nobody was heard. */
static twt_rarity weigh_rarity(const twt_examiner *e, const twt_candidate_pair *candidate, twt_examined *out)
{
    size_t families = e->sieved->family_count;
    twt_rarity rarity = twt_rarity_of(candidate, out->comparison, families, out->evidence);
    out->rarity = (float)twt_rarity_of_words(candidate, out->comparison->measures.shared_words, families);
    out->is_open = rarity == TWT_RARITY_FORMULA && is_first_look(e, candidate);
    return out->is_open ? TWT_RARITY_ENOUGH : rarity;
}

/* Holds a claim of the texts against what the collection knows. */
static twt_status hold_against_collection(twt_examiner *e, const twt_candidate_pair *candidate, twt_examined *out)
{
    twt_rarity rarity = weigh_rarity(e, candidate, out);
    out->step = rarity == TWT_RARITY_NONE ? TWT_STEP_COMMON : TWT_STEP_REPORTED;
    if (rarity == TWT_RARITY_FORMULA)
        out->relation = TWT_RELATION_PARTIAL;
    bool asks_masked = out->step == TWT_STEP_REPORTED && out->relation != TWT_RELATION_EXACT;
    return asks_masked ? compare_masked(e, candidate, out) : TWT_OK;
}

static twt_status examine(twt_examiner *e, const twt_candidate_pair *candidate, double least_doubt, twt_examined *out)
{
    bool is_alone = !twt_neighbours_may_know(e->sieved->texts, e->store->count, candidate);
    *out = (twt_examined){.step = TWT_STEP_VERIFY};
    e->masked_claim = NULL;
    twt_status status = read_sides(e, candidate);
    if (status == TWT_OK)
        status = compare_sides(e, candidate, least_doubt, false, is_alone ? TWT_WANT_CLAIM : TWT_WANT_RELATION, out);
    if (status != TWT_OK)
        return status;
    out->relation = out->comparison->verdict.relation;
    if (!twt_relation_is_reuse(out->relation)) {
        out->step = twt_rarity_took_away(out->comparison) ? TWT_STEP_COMMON : TWT_STEP_VERIFY;
        return TWT_OK;
    }
    if (is_alone) {
        status = find_furniture(e, candidate, out);
        if (status == TWT_OK && out->step != TWT_STEP_RECURRING)
            status = complete(e, least_doubt, out);
    }
    if (status == TWT_OK && out->step != TWT_STEP_RECURRING)
        status = hold_against_collection(e, candidate, out);
    return status;
}

twt_status twt_examine_tell(twt_examiner *e, twt_examined *examined)
{
    if (examined->is_again)
        return TWT_OK;
    twt_status status = twt_comparer_tell(e->comparer, &examined->comparison);
    if (status == TWT_OK && examined->left)
        status = twt_comparer_tell(e->masked_comparer, &examined->left);
    e->has_last = e->is_told = status == TWT_OK;
    return status;
}

static bool are_same_bytes(const twt_examiner *e, uint32_t x, uint32_t y)
{
    const twt_document *a = &e->store->items[x].document, *b = &e->store->items[y].document;
    if (x == y)
        return true;
    return a->text_len == b->text_len &&
           memcmp(twt_store_look(e->store, x)->text, twt_store_look(e->store, y)->text, a->text_len) == 0;
}

/* Of many copies of two texts each pair says the same. */
static bool is_again(const twt_examiner *e, const twt_candidate_pair *candidate, double least_doubt)
{
    const twt_candidate_pair *last = &e->last;
    return e->has_last && e->last_doubt == least_doubt && e->last_neighbours == e->sieved->neighbours.begins &&
           last->share == candidate->share && last->weight == candidate->weight &&
           are_same_bytes(e, last->a, candidate->a) && are_same_bytes(e, last->b, candidate->b);
}

twt_status twt_examine(twt_examiner *e, const twt_candidate_pair *candidate, double least_doubt, twt_examined *out)
{
    if (is_again(e, candidate, least_doubt)) {
        *out = e->last_found;
        out->is_again = e->is_told;
        return TWT_OK;
    }
    e->has_last = e->is_told = false;
    twt_status status = examine(e, candidate, least_doubt, out);
    if (status != TWT_OK)
        return status;
    e->has_last = true;
    e->last = *candidate;
    e->last_doubt = least_doubt;
    e->last_neighbours = e->sieved->neighbours.begins;
    e->last_found = *out;
    return TWT_OK;
}

/* ---- for an explanation ---------------------------------------------------------------------------------- */

static uint32_t blanked_bytes(const twt_prepared *masked, const twt_document *document)
{
    uint32_t count = 0;
    for (size_t i = 0; masked && i < document->text_len; i++)
        count += twt_prepared_analysis(masked)->text[i] != document->text[i];
    return count;
}

/* Compares twice: what masking left is shown instead of the texts, once it was done. */
twt_status twt_examine_closely(twt_examiner *e, const twt_candidate_pair *candidate, twt_examination *out)
{
    twt_examined found;
    twt_status status = twt_examine(e, candidate, TWT_DOUBT_LEAST, &found);
    if (status != TWT_OK)
        return status;
    *out = (twt_examination){.step = found.step};
    if (found.left && !twt_relation_is_reuse(found.left->verdict.relation))
        status = twt_comparer_tell(e->masked_comparer, &found.left);
    if (status != TWT_OK)
        return status;
    out->masked = (found.left ? found.left : found.comparison)->verdict.relation;
    for (int side = 0; side < 2; side++)
        out->masked_bytes[side] =
            blanked_bytes(e->masked[side], twt_store_look(e->store, side ? candidate->b : candidate->a));
    status = compare_sides(e, candidate, TWT_DOUBT_LEAST, true, TWT_WANT_RELATION, &found);
    e->has_last = false;
    if (status == TWT_OK)
        status = twt_comparer_tell(e->comparer, &found.comparison);
    if (status != TWT_OK)
        return status;
    out->verified = found.comparison->verdict.relation;
    out->check_count = twt_comparison_checks(found.comparison, out->checks);
    if (twt_relation_is_reuse(out->verified))
        out->check_count += twt_rarity_checks(candidate, found.comparison, e->sieved->family_count, found.evidence,
                                              out->checks + out->check_count);
    return TWT_OK;
}
