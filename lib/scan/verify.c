/* Each piece of candidates is verified by one worker into a list of its own; the lists are joined in the order of the
 * candidates, so the result does not depend on who did what. They are worked on along a route that keeps the pairs of
 * one text together, and texts read lately are kept, so that most are read once. */
#include "scan/verify.h"

#include "base/confidence.h"
#include "base/pool.h"
#include "base/reason.h"
#include "scan/examine.h"
#include "scan/pieces.h"
#include "scan/route.h"

enum { GRAIN_LEAST = 64, GRAIN_MOST = 1024, PIECES_A_THREAD = 32, MEMORY_PART = 16 };

typedef struct verifier {
    const twt_store *store;
    const twt_scan_options *options;
    twt_progress *progress;
    const twt_candidate_pair *candidates;
    uint32_t *route; /* the order in which candidates are worked on */
    const twt_sieved *sieved;
    twt_examiner *workers;
    twt_piece *pieces;
    size_t grain; /* candidates of a piece */
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

/* Of a pair that was found, not chosen. */
static double confidence_of(const twt_verdict *verdict, const twt_candidate_pair *candidate,
                            const twt_comparison *comparison)
{
    return twt_confidence_of(verdict->relation, twt_chance_of_found(&comparison->measures, candidate));
}

/* A version's claim that the collection does not bear out: a shared passage is left, and why. */
static twt_status keep_as_passage(twt_piece *p, const twt_candidate_pair *candidate, const twt_comparison *comparison)
{
    twt_pair pair = {.a = candidate->a, .b = candidate->b, .verdict = comparison->verdict, .reason_count = 1};
    pair.verdict.relation = TWT_RELATION_PARTIAL;
    pair.verdict.confidence = confidence_of(&pair.verdict, candidate, comparison);
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

static twt_status keep(twt_piece *p, const twt_candidate_pair *candidate, const twt_comparison *comparison)
{
    twt_pair pair = {
        .a = candidate->a, .b = candidate->b, .verdict = comparison->verdict, .reason_count = comparison->reason_count};
    pair.verdict.confidence = confidence_of(&pair.verdict, candidate, comparison);
    if (!twt_vec_reserve(&p->reasons, comparison->reason_count) || !twt_vec_push(&p->pairs, pair))
        return TWT_ERROR_MEMORY;
    for (size_t i = 0; i < comparison->reason_count; i++)
        p->reasons.data[p->reasons.count++] = comparison->reasons[i];
    return TWT_OK;
}

static twt_status verify(const verifier *v, twt_examiner *examiner, const twt_candidate_pair *candidate, twt_piece *p)
{
    twt_examined found;
    twt_status status = twt_examine(examiner, candidate, &found);
    if (status != TWT_OK || found.step != TWT_STEP_REPORTED)
        return status;
    status = twt_comparer_tell(examiner->comparer, &found.comparison);
    if (status == TWT_OK)
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
    twt_piece *p = &v->pieces[begin / v->grain];
    for (size_t i = begin; i < end; i++) {
        uint32_t place = v->route[i];
        twt_status status = verify(v, &v->workers[number], &v->candidates[place], p);
        if (status == TWT_OK && p->places.count < p->pairs.count && !twt_vec_push(&p->places, place))
            status = TWT_ERROR_MEMORY;
        if (status != TWT_OK)
            return status;
    }
    return twt_progress_add(v->progress, end - begin);
}

/* Of a worker. */
static size_t room_for_texts(const twt_scan_options *options)
{
    uint64_t part = options->memory / MEMORY_PART / options->threads;
    return options->memory && part < TWT_KEPT_TEXTS_BYTES ? (size_t)part + 1 : TWT_KEPT_TEXTS_BYTES;
}

static twt_status open_workers(verifier *v)
{
    v->workers = twt_alloc_zeroed(v->options->threads, sizeof *v->workers);
    twt_status status = v->workers ? TWT_OK : TWT_ERROR_MEMORY;
    for (size_t i = 0; status == TWT_OK && i < v->options->threads; i++) {
        status = twt_examiner_init(&v->workers[i], v->store, &v->options->profile, v->sieved);
        v->workers[i].texts.room = room_for_texts(v->options);
    }
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

/* Large, so that a worker keeps to its part of the route, but enough pieces for all. */
static size_t grain_for(size_t count, size_t threads)
{
    size_t grain = count / (threads * PIECES_A_THREAD);
    return grain < GRAIN_LEAST ? GRAIN_LEAST : grain > GRAIN_MOST ? GRAIN_MOST : grain;
}

twt_status twt_verify_run(const twt_store *store, const twt_scan_options *options, twt_progress *progress,
                          const twt_sieved *sieved, twt_verified *out)
{
    *out = (twt_verified){0};
    size_t count = sieved->count, grain = grain_for(count, options->threads), pieces = (count + grain - 1) / grain;
    verifier v = {.store = store,
                  .options = options,
                  .progress = progress,
                  .candidates = sieved->pairs,
                  .sieved = sieved,
                  .grain = grain};
    v.pieces = twt_alloc_zeroed(pieces, sizeof *v.pieces);
    twt_progress_begin(progress, TWT_STAGE_COMPARE, count);
    twt_status status = v.pieces ? open_workers(&v) : TWT_ERROR_MEMORY;
    if (status == TWT_OK)
        status = twt_route_find(v.candidates, count, store->count, &v.route);
    if (status == TWT_OK)
        status = twt_pool_run(options->threads, count, grain, verify_piece, &v);
    if (status == TWT_OK)
        status = twt_pieces_join(v.pieces, pieces, count, out);
    add_counts(&v, &out->counts);
    close_workers(&v);
    twt_free(v.route);
    twt_pieces_free(v.pieces, pieces);
    if (status != TWT_OK)
        twt_verified_free(out);
    return status;
}
