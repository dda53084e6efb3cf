/* Each piece of candidates is verified by one worker into a list of its own; the lists are joined in the order of the
 * candidates, so the result does not depend on who did what. */
#include "scan/verify.h"

#include <string.h>

#include "base/pool.h"
#include "base/reason.h"
#include "base/vec.h"
#include "scan/examine.h"

enum { GRAIN = 64 };

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
    twt_examiner *workers;
    piece *pieces;
} verifier;

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

static twt_status verify(const verifier *v, twt_examiner *examiner, const twt_candidate_pair *candidate, piece *p)
{
    twt_examined found;
    twt_status status = twt_examine(examiner, candidate, &found);
    if (status != TWT_OK || found.step != TWT_STEP_REPORTED)
        return status;
    status = twt_comparer_add_metadata(examiner->comparer, twt_store_look(v->store, candidate->a),
                                       twt_store_look(v->store, candidate->b), &found.comparison);
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
    twt_status status = v->workers ? TWT_OK : TWT_ERROR_MEMORY;
    for (size_t i = 0; status == TWT_OK && i < v->options->threads; i++)
        status = twt_examiner_init(&v->workers[i], v->store, &v->options->profile, v->recurring);
    return status;
}

static void close_workers(verifier *v)
{
    for (size_t i = 0; v->workers && i < v->options->threads; i++)
        twt_examiner_free(&v->workers[i]);
    twt_free(v->workers);
}

static void add_counts(const verifier *v, twt_verify_counts *sum)
{
    for (size_t i = 0; v->workers && i < v->options->threads; i++) {
        const twt_verify_counts *counts = &v->workers[i].counts;
        sum->texts += counts->texts;
        sum->masked += counts->masked;
        sum->weakened += counts->weakened;
        for (size_t step = 0; step <= TWT_STEP_REPORTED; step++)
            sum->ended_at[step] += counts->ended_at[step];
    }
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
    add_counts(&v, &out->counts);
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
