/* What the first look found out about all texts may tip the scale of some pairs. */
#include <math.h>

#include "base/confidence.h"
#include "scan/looks.h"
#include "scan/members.h"

#define ROUNDING 1e-3 /* evidence is kept in floats */

static twt_status look_around(const twt_verifier *v)
{
    twt_sieved *sieved = v->sieved;
    size_t count = sieved->count;
    float *orders = twt_alloc_array(count, sizeof *orders), *doubts = twt_alloc_array(count, sizeof *doubts);
    twt_status status = orders && doubts ? TWT_OK : TWT_ERROR_MEMORY;
    for (size_t i = 0; status == TWT_OK && i < count; i++) {
        orders[i] = v->looks[i].order;
        doubts[i] = v->looks[i].doubt;
    }
    if (status == TWT_OK)
        status = twt_neighbours_build(&sieved->neighbours, sieved->pairs, orders, doubts, count, sieved->texts,
                                      v->store->count, sieved->family_count);
    twt_free(orders);
    twt_free(doubts);
    return status;
}

static bool tips(double lacks, double evidence)
{
    bool is_close = fabs(lacks) < ROUNDING || fabs(lacks - evidence) < ROUNDING;
    return evidence != 0 && (is_close || (lacks > 0) != (lacks > evidence));
}

static bool is_within(double lacks, const double reach[2])
{
    return lacks >= reach[0] - ROUNDING && lacks <= reach[1] + ROUNDING;
}

/* Whether anything that could stand around a pair would tip it: of most pairs nothing would. */
static bool is_in_the_balance(const twt_verifier *v, const twt_look *first)
{
    double reach[2];
    twt_neighbours_reach(&v->sieved->neighbours, (double)first->doubt, reach);
    return first->is_open || is_within((double)first->lacks, reach) ||
           (first->is_masked && is_within((double)first->masked_lacks, reach));
}

/* Whether what stands around a pair may change what is said of it, with what recurs or without. */
static bool is_tipped(const twt_verifier *v, uint32_t place)
{
    const twt_look *first = &v->looks[place];
    if (!is_in_the_balance(v, first))
        return false;
    double evidence = twt_neighbours_evidence(&v->sieved->neighbours, &v->candidates[place], (double)first->doubt);
    return tips((double)first->lacks, evidence) || (first->is_masked && tips((double)first->masked_lacks, evidence)) ||
           (first->is_open && evidence < ROUNDING);
}

/* Of what is lost already nothing is to be seen where those around speak against it. */
static bool is_worth_a_look(const twt_verifier *v, uint32_t place)
{
    const twt_look *first = &v->looks[place];
    return !first->is_lost ||
           twt_neighbours_evidence(&v->sieved->neighbours, &v->candidates[place], (double)first->doubt) > 0;
}

/* Whether a pair that spared this one is looked at again. */
static bool lost_voucher(const twt_verifier *v, uint32_t place, const bool *is_chosen)
{
    uint32_t by[2], spokesman = twt_members_spokesman(v->sieved, place);
    if (spokesman != TWT_NO_NUMBER && is_chosen[spokesman])
        return true;
    return twt_circles_spare(&v->sieved->circles, &v->candidates[place], by) && (is_chosen[by[0]] || is_chosen[by[1]]);
}

/* Leaves these on the route, in its order, and takes back what was said of them. */
static twt_status choose_again(twt_verifier *v, size_t *count)
{
    bool *is_chosen = twt_alloc_zeroed(v->sieved->count, sizeof *is_chosen);
    if (!is_chosen)
        return TWT_ERROR_MEMORY;
    *count = 0;
    for (size_t i = 0; i < v->sieved->count; i++) {
        uint32_t place = v->route[i];
        if (i < v->looked ? !is_tipped(v, place) : !lost_voucher(v, place, is_chosen))
            continue;
        is_chosen[place] = true;
        if (i >= v->looked || is_worth_a_look(v, place))
            v->route[(*count)++] = place;
    }
    twt_pieces_withdraw(v->pieces, v->piece_count, is_chosen);
    twt_free(is_chosen);
    return TWT_OK;
}

void twt_look_settle_confidence(const twt_verifier *v)
{
    for (size_t i = 0; i < v->piece_count; i++)
        for (size_t k = 0; k < v->pieces[i].places.count; k++) {
            uint32_t place = v->pieces[i].places.data[k];
            if (place == TWT_NO_NUMBER)
                continue;
            twt_verdict *verdict = &v->pieces[i].pairs.data[k].verdict;
            float around = (float)twt_neighbours_evidence(&v->sieved->neighbours, &v->candidates[place], 0);
            const twt_look *last = &v->looks[place];
            verdict->confidence =
                twt_confidence_of(verdict->relation, twt_chance_of_found(last->points, around, last->rarity));
        }
}

twt_status twt_look_again(twt_verifier *v)
{
    size_t count = 0;
    twt_status status = look_around(v);
    if (status == TWT_OK)
        status = choose_again(v, &count);
    return status == TWT_OK ? twt_verifier_look_at(v, v->route, count) : status;
}
