#include "scan/pieces.h"

#include <math.h>
#include <string.h>

#include "base/pair.h"
#include "base/reason.h"

void twt_pieces_free(twt_piece *pieces, size_t count)
{
    for (size_t i = 0; pieces && i < count; i++) {
        twt_vec_free(&pieces[i].pairs);
        twt_vec_free(&pieces[i].places);
        twt_vec_free(&pieces[i].reasons);
    }
    twt_free(pieces);
}

void twt_pieces_withdraw(twt_piece *pieces, size_t count, const bool *is_marked)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < pieces[i].places.count; k++)
            if (is_marked[pieces[i].places.data[k]])
                pieces[i].places.data[k] = TWT_NO_NUMBER;
}

/* ---- keeping -------------------------------------------------------------------------------------------- */

/* How much of both texts recurs. */
static double recurring_share(const twt_examined *found)
{
    const uint32_t *all = found->comparison->measures.words, *left = found->left->measures.words;
    return 1 - fmax((double)left[0] / all[0], (double)left[1] / all[1]);
}

/* Why less is claimed than the texts show, with what is said of coverage: the stretch that both texts tell. */
static twt_reason less_because(const twt_candidate_pair *candidate, const twt_examined *found)
{
    twt_reason reason = {.code = TWT_REASON_COMMON_WORDING, .value = candidate->share};
    if (found->left)
        reason = (twt_reason){.code = TWT_REASON_RECURRING, .value = recurring_share(found)};
    for (size_t i = 0; i < found->comparison->reason_count; i++) {
        const twt_reason *from = &found->comparison->reasons[i];
        if (from->code != TWT_REASON_CONTAINED && from->code != TWT_REASON_COVERED)
            continue;
        reason.a = from->a;
        reason.b = from->b;
    }
    return reason;
}

twt_status twt_piece_keep_less(twt_piece *p, const twt_candidate_pair *candidate, const twt_examined *found)
{
    const twt_comparison *comparison = found->comparison;
    twt_pair pair = {.a = candidate->a, .b = candidate->b, .verdict = comparison->verdict, .reason_count = 1};
    pair.verdict.relation = found->relation;
    pair.verdict.machine_signs = TWT_SIGNS_NONE;
    twt_reason because = less_because(candidate, found);
    if (!twt_vec_push(&p->reasons, because))
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

twt_status twt_piece_keep(twt_piece *p, const twt_candidate_pair *candidate, const twt_comparison *comparison)
{
    twt_pair pair = {
        .a = candidate->a, .b = candidate->b, .verdict = comparison->verdict, .reason_count = comparison->reason_count};
    if (!twt_vec_reserve(&p->reasons, comparison->reason_count) || !twt_vec_push(&p->pairs, pair))
        return TWT_ERROR_MEMORY;
    for (size_t i = 0; i < comparison->reason_count; i++)
        p->reasons.data[p->reasons.count++] = comparison->reasons[i];
    return TWT_OK;
}

/* ---- joining --------------------------------------------------------------------------------------------- */

/* By candidate: how many pairs were kept of those before it. NULL when memory is short. */
static uint32_t *ranks_of(const twt_piece *pieces, size_t count, size_t candidates)
{
    uint32_t *ranks = twt_alloc_zeroed(candidates + 1, sizeof *ranks);
    for (size_t i = 0; ranks && i < count; i++)
        for (size_t k = 0; k < pieces[i].places.count; k++)
            if (pieces[i].places.data[k] != TWT_NO_NUMBER)
                ranks[pieces[i].places.data[k] + 1] = 1;
    for (size_t i = 0; ranks && i < candidates; i++)
        ranks[i + 1] += ranks[i];
    return ranks;
}

/* The reasons stay where the pieces put them; each piece's block is handed over. */
static void hand_over(twt_piece *p, const uint32_t *ranks, twt_verified *out)
{
    const twt_reason *reasons = p->reasons.data;
    for (size_t k = 0; k < p->pairs.count; k++) {
        if (p->places.data[k] != TWT_NO_NUMBER) {
            twt_pair *pair = &out->pairs[ranks[p->places.data[k]]];
            *pair = p->pairs.data[k];
            pair->reasons = reasons;
        }
        reasons += p->pairs.data[k].reason_count;
    }
    out->reasons[out->reason_blocks++] = p->reasons.data;
    memset(&p->reasons, 0, sizeof p->reasons);
}

twt_status twt_pieces_join(twt_piece *pieces, size_t count, size_t candidates, twt_verified *out)
{
    uint32_t *ranks = ranks_of(pieces, count, candidates);
    out->count = ranks ? ranks[candidates] : 0;
    out->pairs = twt_alloc_array(out->count, sizeof *out->pairs);
    out->reasons = twt_alloc_array(count, sizeof *out->reasons);
    bool is_ready = ranks && out->pairs && out->reasons;
    for (size_t i = 0; is_ready && i < count; i++)
        hand_over(&pieces[i], ranks, out);
    twt_free(ranks);
    return is_ready ? TWT_OK : TWT_ERROR_MEMORY;
}

void twt_verified_free(twt_verified *verified)
{
    for (size_t i = 0; i < verified->reason_blocks; i++)
        twt_free(verified->reasons[i]);
    twt_free(verified->reasons);
    twt_free(verified->pairs);
    *verified = (twt_verified){0};
}

const twt_pair *twt_verified_find(const twt_verified *verified, uint32_t a, uint32_t b)
{
    return twt_pair_find(verified->pairs, verified->count, sizeof *verified->pairs, a < b ? a : b, a < b ? b : a);
}
