/* Two looks, the second at the few candidates that their neighbours decide otherwise. In a look each piece of
 * candidates is verified by one worker into a list of its own; the lists are joined in the order of the candidates, so
 * the result does not depend on who did what. They are worked on along a route that keeps the pairs of one text
 * together, and texts read lately are kept, so that most are read once. */
#include "scan/verify.h"

#include <string.h>

#include "base/check.h"
#include "base/confidence.h"
#include "base/pool.h"
#include "scan/looks.h"
#include "scan/route.h"

enum { GRAIN_LEAST = 64, GRAIN_MOST = 1024, PIECES_A_THREAD = 32, MEMORY_PART = 16, MANY_PAIRS = 6 };

#define MANY_SHARED .4 /* Jaccard; so many words in a row are shared by no two reports of their own */

/* Whether less is reported than the two texts show by themselves. */
static bool is_less(const twt_examined *found)
{
    return found->step == TWT_STEP_REPORTED && (found->left || found->relation != found->comparison->verdict.relation);
}

/* Whether passages could make a claim of it. As long as order and likeness of the words show reuse, nobody looks for
 * them. */
static bool may_hold_passages(const twt_comparison *comparison)
{
    twt_check checks[TWT_CHECKS_MAX];
    twt_comparison told = *comparison;
    told.measures.told_tokens = UINT32_MAX;
    return twt_checks_rule_holds(checks, twt_comparison_checks(&told, checks), TWT_RULE_PARTIAL);
}

/* Whether it is no claim, and no less evidence of the collection would make one of it. */
static bool is_lost(const twt_examined *found)
{
    switch (found->step) {
    case TWT_STEP_VERIFY:
        return found->lacks > 0 || !may_hold_passages(found->comparison);
    case TWT_STEP_RECURRING:
        return found->masked_lacks > 0 || !may_hold_passages(found->left);
    default:
        return found->step == TWT_STEP_COMMON;
    }
}

static void note(twt_look *of, const twt_examined *found)
{
    *of = (twt_look){.order = found->order,
                     .lacks = found->lacks,
                     .masked_lacks = found->masked_lacks,
                     .doubt = found->doubt,
                     .step = (uint8_t)found->step,
                     .is_masked = found->is_masked,
                     .is_open = found->is_open,
                     .is_lost = is_lost(found),
                     .is_weakened = is_less(found)};
}

/* What a hub may vouch for. Rewritten in words of its own is nothing of it: that hangs on the texts around the pair. */
static twt_circle_kin kin_by(twt_relation relation, double jaccard)
{
    switch (relation) {
    case TWT_RELATION_REWRITTEN:
        return jaccard >= MANY_SHARED ? TWT_CIRCLE_VERSION : TWT_CIRCLE_OTHER;
    case TWT_RELATION_EXACT:
    case TWT_RELATION_NOISY:
    case TWT_RELATION_NEAR_DUPLICATE:
        return TWT_CIRCLE_VERSION;
    case TWT_RELATION_UPDATED:
        return TWT_CIRCLE_UPDATED;
    default:
        return TWT_CIRCLE_OTHER;
    }
}

static twt_status verify(const twt_verifier *v, twt_examiner *examiner, uint32_t place, twt_piece *p)
{
    twt_examined found;
    const twt_candidate_pair *candidate = &v->candidates[place];
    twt_status status = twt_examine(examiner, candidate, (double)v->looks[place].doubt, &found);
    if (status != TWT_OK)
        return status;
    note(&v->looks[place], &found);
    if (found.step != TWT_STEP_REPORTED)
        return TWT_OK;
    status = twt_examine_tell(examiner, &found);
    if (status == TWT_OK)
        status = twt_comparer_add_metadata(examiner->comparer, twt_store_look(v->store, candidate->a),
                                           twt_store_look(v->store, candidate->b), &found.comparison);
    if (status != TWT_OK)
        return status;
    const twt_measures *measures = &(found.left ? found.left : found.comparison)->measures;
    v->looks[place].points = (int32_t)twt_points_of_text(measures);
    v->looks[place].rarity = found.rarity;
    v->looks[place].kin = (uint8_t)kin_by(found.relation, found.comparison->verdict.jaccard);
    return is_less(&found) ? twt_piece_keep_less(p, candidate, &found) : twt_piece_keep(p, candidate, found.comparison);
}

static twt_status verify_piece(void *context, size_t number, size_t begin, size_t end)
{
    twt_verifier *v = context;
    twt_piece *p = &v->pieces[v->first_piece + begin / v->grain];
    for (size_t i = begin; i < end; i++) {
        uint32_t place = v->at[i];
        twt_status status = verify(v, &v->workers[number], place, p);
        if (status == TWT_OK && p->places.count < p->pairs.count && !twt_vec_push(&p->places, place))
            status = TWT_ERROR_MEMORY;
        if (status != TWT_OK)
            return status;
    }
    return twt_progress_add(v->progress, end - begin);
}

/* Texts that are in many pairs are asked for again and again: with twice the room half as many texts of Reuters are
 * read again. Of those in few pairs hardly one is. */
static size_t room_for_texts(const twt_scan_options *options, size_t pairs, size_t documents)
{
    size_t most = pairs / MANY_PAIRS < documents ? TWT_KEPT_TEXTS_BYTES : 2 * TWT_KEPT_TEXTS_BYTES;
    uint64_t part = options->memory / MEMORY_PART;
    return options->memory && part < most ? (size_t)part : most;
}

static twt_status open_workers(twt_verifier *v)
{
    v->workers = twt_alloc_zeroed(v->options->threads, sizeof *v->workers);
    twt_status status = v->workers ? TWT_OK : TWT_ERROR_MEMORY;
    for (size_t i = 0; status == TWT_OK && i < v->options->threads; i++) {
        status = twt_examiner_init(&v->workers[i], v->store, &v->options->profile, v->sieved);
        v->workers[i].texts.shelf = &v->shelf;
    }
    return status;
}

static void close_workers(twt_verifier *v)
{
    for (size_t i = 0; v->workers && i < v->options->threads; i++)
        twt_examiner_free(&v->workers[i]);
    twt_free(v->workers);
}

static void add_counts(const twt_verifier *v, twt_verify_counts *sum)
{
    for (size_t i = 0; v->workers && i < v->options->threads; i++)
        sum->texts += v->workers[i].texts.read;
    for (size_t i = 0; i < v->sieved->count; i++) {
        sum->ended_at[v->looks[i].step]++;
        sum->masked += v->looks[i].is_masked;
        sum->weakened += v->looks[i].is_weakened;
    }
}

/* Large, so that a worker keeps to its part of the route, but enough pieces for all. */
static size_t grain_for(size_t count, size_t threads)
{
    size_t grain = count / (threads * PIECES_A_THREAD);
    return grain < GRAIN_LEAST ? GRAIN_LEAST : grain > GRAIN_MOST ? GRAIN_MOST : grain;
}

twt_status twt_verifier_look_at(twt_verifier *v, const uint32_t *at, size_t count)
{
    if (!count)
        return TWT_OK;
    v->at = at;
    size_t grain = grain_for(count, v->options->threads), more = (count + grain - 1) / grain;
    twt_piece *pieces = twt_alloc_zeroed(v->piece_count + more, sizeof *pieces);
    if (!pieces)
        return TWT_ERROR_MEMORY;
    if (v->piece_count)
        memcpy(pieces, v->pieces, v->piece_count * sizeof *pieces);
    twt_free(v->pieces);
    v->pieces = pieces;
    v->first_piece = v->piece_count;
    v->piece_count += more;
    v->grain = grain;
    twt_progress_begin(v->progress, TWT_STAGE_COMPARE, count);
    return twt_pool_run(v->options->threads, count, grain, verify_piece, v);
}

static twt_status look_twice(twt_verifier *v)
{
    twt_status status = twt_look_first(v);
    if (status == TWT_OK && v->sieved->family_count >= TWT_NEIGHBOURS_LEAST)
        status = twt_look_again(v);
    if (status == TWT_OK)
        twt_look_settle_confidence(v);
    return status;
}

static twt_status open_verifier(twt_verifier *v)
{
    twt_status status = twt_shelf_init(&v->shelf, room_for_texts(v->options, v->sieved->count, v->store->count));
    v->looks = twt_alloc_zeroed(v->sieved->count, sizeof *v->looks);
    for (size_t i = 0; v->looks && i < v->sieved->count; i++)
        v->looks[i].doubt = (float)TWT_DOUBT_LEAST;
    if (status == TWT_OK)
        status = v->looks ? open_workers(v) : TWT_ERROR_MEMORY;
    if (status != TWT_OK)
        return status;
    return twt_route_find(v->candidates, v->sieved->count, v->store->count, v->sieved->first_copies, &v->route);
}

static void close_verifier(twt_verifier *v)
{
    close_workers(v);
    twt_shelf_free(&v->shelf);
    twt_free(v->route);
    twt_free(v->looks);
    twt_pieces_free(v->pieces, v->piece_count);
}

twt_status twt_verify_run(const twt_store *store, const twt_scan_options *options, twt_progress *progress,
                          twt_sieved *sieved, twt_verified *out)
{
    *out = (twt_verified){0};
    twt_verifier v = {
        .store = store, .options = options, .progress = progress, .candidates = sieved->pairs, .sieved = sieved};
    twt_status status = open_verifier(&v);
    if (status == TWT_OK)
        status = look_twice(&v);
    if (status == TWT_OK)
        status = twt_pieces_join(v.pieces, v.piece_count, sieved->count, out);
    if (status == TWT_OK)
        add_counts(&v, &out->counts);
    close_verifier(&v);
    if (status != TWT_OK)
        twt_verified_free(out);
    return status;
}
