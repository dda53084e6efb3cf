/* One look at some candidates: each piece of them is verified by one worker into a list of its own; the lists are
 * joined in the order of the candidates, so the result does not depend on who did what. */
#include <string.h>

#include "base/check.h"
#include "base/confidence.h"
#include "base/pool.h"
#include "scan/looks.h"

enum { GRAIN_LEAST = 64, GRAIN_MOST = 1024, PIECES_A_THREAD = 32 };

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
    told.measures.told_tokens = told.measures.surely_told = UINT32_MAX;
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
