/* Each piece of candidates is verified by one worker into a list of its own; the lists are joined in the order of the
 * candidates, so the result does not depend on who did what. Candidates come ascending by a, so a text is read again
 * only when a changes; texts seen as b lately are kept too. */
#include "scan/verify.h"

#include <string.h>

#include "base/pool.h"
#include "base/reason.h"
#include "base/vec.h"
#include "scan/rarity.h"
#include "twicetold/compare.h"
#include "twicetold/text.h"

enum { GRAIN = 64, KEPT_TEXTS = 32 };

typedef struct kept_text { /* an analysed text; document is UINT32_MAX when it holds none */
    twt_analyzer *analyzer;
    const twt_analysis *analysis;
    uint32_t document;
} kept_text;

typedef struct worker {
    twt_comparer *comparer;
    kept_text first;              /* a */
    kept_text others[KEPT_TEXTS]; /* b, placed by its number */
    twt_analyzer *masked[2];      /* a and b without what recurs */
    twt_bytes masked_texts[2];
} worker;

typedef struct piece { /* what came of GRAIN candidates */
    TWT_VEC(twt_pair) pairs;
    TWT_VEC(twt_reason) reasons; /* of the pairs, one after the other */
} piece;

typedef struct verifier {
    const twt_store *store;
    const twt_scan_options *options;
    twt_progress *progress;
    const twt_candidate_pair *candidates;
    const twt_recurring *recurring;
    worker *workers;
    piece *pieces;
} verifier;

static twt_status read_text(const verifier *v, kept_text *kept, uint32_t document)
{
    if (kept->document == document)
        return TWT_OK;
    const twt_document *from = &v->store->items[document].document;
    kept->document = UINT32_MAX;
    twt_status status = kept->analyzer ? TWT_OK : twt_analyzer_new(&v->options->profile, &kept->analyzer);
    if (status == TWT_OK)
        status = twt_analyzer_run(kept->analyzer, from->text, from->text_len, &kept->analysis, NULL);
    if (status == TWT_OK)
        kept->document = document;
    return status;
}

/* Of what is said of coverage: the stretch that both texts tell. */
static twt_reason common_wording(const twt_candidate_pair *candidate, const twt_comparison *comparison)
{
    twt_reason reason = {.code = TWT_REASON_COMMON_WORDING, .value = candidate->share};
    for (size_t i = 0; i < comparison->reason_count; i++) {
        const twt_reason *from = &comparison->reasons[i];
        if (from->code != TWT_REASON_CONTAINED && from->code != TWT_REASON_COVERED)
            continue;
        reason.a = from->a;
        reason.b = from->b;
    }
    return reason;
}

/* A version's claim that the collection does not bear out: a shared passage is left, and why. */
static twt_status keep_as_passage(piece *p, const twt_candidate_pair *candidate, const twt_comparison *comparison)
{
    twt_pair pair = {.a = candidate->a, .b = candidate->b, .verdict = comparison->verdict, .reason_count = 1};
    pair.verdict.relation = TWT_RELATION_PARTIAL;
    pair.verdict.machine_signs = TWT_SIGNS_NONE;
    twt_reason common = common_wording(candidate, comparison);
    if (!twt_vec_push(&p->reasons, common))
        return TWT_ERROR_MEMORY;
    for (size_t i = 0; i < comparison->reason_count; i++) {
        if (!twt_reason_is_about_first(comparison->reasons[i].code))
            continue;
        if (!twt_vec_push(&p->reasons, comparison->reasons[i]))
            return TWT_ERROR_MEMORY;
        pair.reason_count++;
    }
    return twt_vec_push(&p->pairs, pair) ? TWT_OK : TWT_ERROR_MEMORY;
}

static twt_status keep(piece *p, const twt_candidate_pair *candidate, const twt_comparison *comparison)
{
    twt_pair pair = {
        .a = candidate->a, .b = candidate->b, .verdict = comparison->verdict, .reason_count = comparison->reason_count};
    if (!twt_vec_reserve(&p->reasons, comparison->reason_count) || !twt_vec_push(&p->pairs, pair))
        return TWT_ERROR_MEMORY;
    for (size_t i = 0; i < comparison->reason_count; i++)
        p->reasons.data[p->reasons.count++] = comparison->reasons[i];
    return TWT_OK;
}

/* The weak claims: a passage of a source's furniture looks like one of these. */
static bool is_weak(twt_relation relation)
{
    return relation == TWT_RELATION_PARTIAL || relation == TWT_RELATION_EXCERPT;
}

static twt_status mask(const verifier *v, worker *w, int side, const twt_analysis **analysis, bool *is_masked)
{
    twt_status status;
    twt_bytes *text = &w->masked_texts[side];
    if (!twt_recurring_mask(v->recurring, *analysis, text, &status))
        return status;
    *is_masked = true;
    if (!w->masked[side])
        status = twt_analyzer_new(&v->options->profile, &w->masked[side]);
    return status == TWT_OK ? twt_analyzer_run(w->masked[side], text->data, text->count, analysis, NULL) : status;
}

/* Whether a weak claim stands without what recurs in the documents of one source. */
static twt_status stands_masked(const verifier *v, worker *w, const twt_analysis *a, const twt_analysis *b,
                                const twt_comparison **comparison, bool *stands)
{
    bool is_masked = false;
    const twt_analysis *sides[2] = {a, b};
    *stands = true;
    twt_status status = mask(v, w, 0, &sides[0], &is_masked);
    if (status == TWT_OK)
        status = mask(v, w, 1, &sides[1], &is_masked);
    if (status != TWT_OK || !is_masked)
        return status;
    status = twt_comparer_run(w->comparer, sides[0], sides[1], 0, comparison);
    *stands = status == TWT_OK && twt_relation_is_reuse((*comparison)->verdict.relation);
    return *stands ? twt_comparer_run(w->comparer, a, b, 0, comparison) : status;
}

typedef struct examined {             /* of a candidate */
    const twt_comparison *comparison; /* of the texts, or of what masking left when that is no reuse */
    twt_rarity rarity;
    bool stands;
} examined;

/* Compares, and holds the verdict against what the collection knows. */
static twt_status examine(const verifier *v, worker *w, const twt_candidate_pair *candidate, examined *out)
{
    kept_text *other = &w->others[candidate->b % KEPT_TEXTS];
    *out = (examined){.rarity = TWT_RARITY_ENOUGH};
    twt_status status = read_text(v, &w->first, candidate->a);
    if (status == TWT_OK)
        status = read_text(v, other, candidate->b);
    if (status == TWT_OK)
        status = twt_comparer_run(w->comparer, w->first.analysis, other->analysis, 0, &out->comparison);
    if (status != TWT_OK || !twt_relation_is_reuse(out->comparison->verdict.relation))
        return status;
    out->rarity = twt_rarity_of(candidate, out->comparison);
    out->stands = out->rarity != TWT_RARITY_NONE;
    if (out->stands && is_weak(out->comparison->verdict.relation))
        status = stands_masked(v, w, w->first.analysis, other->analysis, &out->comparison, &out->stands);
    return status;
}

static twt_status verify(const verifier *v, worker *w, const twt_candidate_pair *candidate, piece *p)
{
    examined found;
    twt_status status = examine(v, w, candidate, &found);
    if (status != TWT_OK || !found.stands)
        return status;
    status = twt_comparer_add_metadata(w->comparer, &v->store->items[candidate->a].document,
                                       &v->store->items[candidate->b].document, &found.comparison);
    if (status != TWT_OK)
        return status;
    return found.rarity == TWT_RARITY_FORMULA ? keep_as_passage(p, candidate, found.comparison)
                                              : keep(p, candidate, found.comparison);
}

static twt_status verify_piece(void *context, size_t number, size_t begin, size_t end)
{
    verifier *v = context;
    piece *p = &v->pieces[begin / GRAIN];
    for (size_t i = begin; i < end; i++) {
        twt_status status = verify(v, &v->workers[number], &v->candidates[i], p);
        if (status != TWT_OK)
            return status;
    }
    return twt_progress_add(v->progress, end - begin);
}

static twt_status open_workers(verifier *v)
{
    v->workers = twt_alloc_zeroed(v->options->threads, sizeof *v->workers);
    if (!v->workers)
        return TWT_ERROR_MEMORY;
    for (size_t i = 0; i < v->options->threads; i++) {
        worker *w = &v->workers[i];
        w->first.document = UINT32_MAX;
        for (size_t k = 0; k < KEPT_TEXTS; k++)
            w->others[k].document = UINT32_MAX;
        twt_status status = twt_comparer_new(&v->options->profile, &w->comparer);
        if (status != TWT_OK)
            return status;
    }
    return TWT_OK;
}

static void close_workers(verifier *v)
{
    for (size_t i = 0; v->workers && i < v->options->threads; i++) {
        worker *w = &v->workers[i];
        twt_comparer_free(w->comparer);
        twt_analyzer_free(w->first.analyzer);
        for (int side = 0; side < 2; side++) {
            twt_analyzer_free(w->masked[side]);
            twt_bytes_free(&w->masked_texts[side]);
        }
        for (size_t k = 0; k < KEPT_TEXTS; k++)
            twt_analyzer_free(w->others[k].analyzer);
    }
    twt_free(v->workers);
}

/* The reasons stay where the pieces put them; each piece's block is handed over. */
static twt_status join(piece *pieces, size_t count, twt_verified *out)
{
    size_t pairs = 0;
    for (size_t i = 0; i < count; i++)
        pairs += pieces[i].pairs.count;
    out->pairs = twt_alloc_array(pairs, sizeof *out->pairs);
    out->reasons = twt_alloc_array(count, sizeof *out->reasons);
    if (!out->pairs || !out->reasons)
        return TWT_ERROR_MEMORY;
    for (size_t i = 0; i < count; i++) {
        const twt_reason *reasons = pieces[i].reasons.data;
        for (size_t k = 0; k < pieces[i].pairs.count; k++) {
            twt_pair *pair = &out->pairs[out->count++];
            *pair = pieces[i].pairs.data[k];
            pair->reasons = reasons;
            reasons += pair->reason_count;
        }
        out->reasons[out->reason_blocks++] = pieces[i].reasons.data;
        memset(&pieces[i].reasons, 0, sizeof pieces[i].reasons);
    }
    return TWT_OK;
}

static void free_pieces(piece *pieces, size_t count)
{
    for (size_t i = 0; pieces && i < count; i++) {
        twt_vec_free(&pieces[i].pairs);
        twt_vec_free(&pieces[i].reasons);
    }
    twt_free(pieces);
}

twt_status twt_verify_run(const twt_store *store, const twt_scan_options *options, twt_progress *progress,
                          const twt_sieved *sieved, twt_verified *out)
{
    *out = (twt_verified){0};
    size_t count = sieved->count, piece_count = (count + GRAIN - 1) / GRAIN;
    verifier v = {.store = store,
                  .options = options,
                  .progress = progress,
                  .candidates = sieved->pairs,
                  .recurring = &sieved->recurring};
    v.pieces = twt_alloc_zeroed(piece_count, sizeof *v.pieces);
    twt_progress_begin(progress, TWT_STAGE_COMPARE, count);
    twt_status status = v.pieces ? open_workers(&v) : TWT_ERROR_MEMORY;
    if (status == TWT_OK)
        status = twt_pool_run(options->threads, count, GRAIN, verify_piece, &v);
    if (status == TWT_OK)
        status = join(v.pieces, piece_count, out);
    close_workers(&v);
    free_pieces(v.pieces, piece_count);
    if (status != TWT_OK)
        twt_verified_free(out);
    return status;
}

void twt_verified_free(twt_verified *verified)
{
    for (size_t i = 0; i < verified->reason_blocks; i++)
        twt_free(verified->reasons[i]);
    twt_free(verified->reasons);
    twt_free(verified->pairs);
    *verified = (twt_verified){0};
}

/* ---- one pair -------------------------------------------------------------------------------------------- */

const twt_pair *twt_verified_find(const twt_verified *verified, uint32_t a, uint32_t b)
{
    uint32_t first = a < b ? a : b, second = a < b ? b : a;
    size_t low = 0, high = verified->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const twt_pair *pair = &verified->pairs[middle];
        bool is_before = pair->a != first ? pair->a < first : pair->b < second;
        low = is_before ? middle + 1 : low;
        high = is_before ? high : middle;
    }
    bool is_found = low < verified->count && verified->pairs[low].a == first && verified->pairs[low].b == second;
    return is_found ? &verified->pairs[low] : NULL;
}

static uint32_t blanked_bytes(const twt_bytes *masked, const twt_document *document)
{
    uint32_t count = 0;
    for (size_t i = 0; i < masked->count; i++)
        count += masked->data[i] != document->text[i];
    return count;
}

/* Compares twice: what masking left is shown instead of the texts, once it was done. */
static twt_status examine_alone(const verifier *v, worker *w, const twt_candidate_pair *candidate, twt_examination *out)
{
    examined found;
    kept_text *other = &w->others[candidate->b % KEPT_TEXTS];
    twt_status status = examine(v, w, candidate, &found);
    if (status != TWT_OK)
        return status;
    out->masked = found.comparison->verdict.relation;
    out->rarity = found.rarity;
    out->stands = found.stands;
    for (int side = 0; side < 2; side++)
        out->masked_bytes[side] =
            blanked_bytes(&w->masked_texts[side], &v->store->items[side ? candidate->b : candidate->a].document);
    status = twt_comparer_run(w->comparer, w->first.analysis, other->analysis, 0, &found.comparison);
    if (status != TWT_OK)
        return status;
    out->verified = found.comparison->verdict.relation;
    out->check_count = twt_comparison_checks(found.comparison, out->checks);
    if (twt_relation_is_reuse(out->verified))
        out->check_count += twt_rarity_checks(candidate, found.comparison, out->checks + out->check_count);
    return TWT_OK;
}

twt_status twt_verify_examine(const twt_store *store, const twt_scan_options *options, const twt_recurring *recurring,
                              const twt_candidate_pair *candidate, twt_examination *out)
{
    twt_scan_options alone = *options;
    alone.threads = 1;
    verifier v = {.store = store, .options = &alone, .recurring = recurring};
    twt_status status = open_workers(&v);
    *out = (twt_examination){.check_count = 0};
    if (status == TWT_OK)
        status = examine_alone(&v, &v.workers[0], candidate, out);
    close_workers(&v);
    return status;
}
