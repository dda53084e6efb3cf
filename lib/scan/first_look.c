/* The first look, in three turns, so that what is known of hubs and of the representatives of families spares pairs
 * that come after. */
#include <math.h>
#include <string.h>

#include "scan/looks.h"
#include "scan/members.h"

/* Puts those of a part of the route that are to wait behind the others, in order; returns where they begin. */
static size_t put_last(twt_verifier *v, size_t begin, size_t end, uint32_t *scratch,
                       bool (*waits)(twt_verifier *, uint32_t))
{
    size_t kept = begin, waiting = 0;
    for (size_t i = begin; i < end; i++) {
        uint32_t place = v->route[i];
        if (waits(v, place))
            scratch[waiting++] = place;
        else
            v->route[kept++] = place;
    }
    memcpy(v->route + kept, scratch, waiting * sizeof *scratch);
    return kept;
}

static bool is_of_no_hub(twt_verifier *v, uint32_t place)
{
    return !twt_circles_is_of_hub(&v->sieved->circles, &v->candidates[place], place);
}

static void note_kin(twt_verifier *v, size_t of_hubs)
{
    for (size_t i = 0; i < of_hubs; i++)
        twt_circles_note(&v->sieved->circles, &v->candidates[v->route[i]], v->route[i], v->looks[v->route[i]].kin);
}

static void spare(twt_verifier *v, uint32_t place, float order)
{
    v->looks[place].step = TWT_STEP_CANDIDATE;
    v->looks[place].order = order;
}

/* Whether a hub vouches for the candidate, which is then spared. */
static bool is_vouched(twt_verifier *v, uint32_t place)
{
    uint32_t by[2];
    if (!twt_circles_spare(&v->sieved->circles, &v->candidates[place], by))
        return false;
    spare(v, place, fminf(v->looks[by[0]].order, v->looks[by[1]].order));
    return true;
}

static bool has_spokesman(twt_verifier *v, uint32_t place)
{
    return twt_members_spokesman(v->sieved, place) != TWT_NO_NUMBER;
}

/* By representatives that were looked at and show no reuse; spares it. */
static bool is_spoken_against(twt_verifier *v, uint32_t place)
{
    const twt_look *of = &v->looks[twt_members_spokesman(v->sieved, place)];
    if (of->step == TWT_STEP_REPORTED || of->step == TWT_STEP_CANDIDATE)
        return false;
    spare(v, place, of->order);
    return true;
}

/* The turns: hubs with their circles; what these don't vouch for; members whose representatives don't speak against it.
 */
static twt_status look_in_turn(twt_verifier *v, uint32_t *scratch)
{
    size_t of_hubs = put_last(v, 0, v->sieved->count, scratch, is_of_no_hub);
    twt_status status = twt_verifier_look_at(v, v->route, of_hubs);
    if (status != TWT_OK)
        return status;
    note_kin(v, of_hubs);
    size_t vouched = put_last(v, of_hubs, v->sieved->count, scratch, is_vouched);
    size_t of_members = put_last(v, of_hubs, vouched, scratch, has_spokesman);
    status = twt_verifier_look_at(v, v->route + of_hubs, of_members - of_hubs);
    if (status != TWT_OK)
        return status;
    v->looked = put_last(v, of_members, vouched, scratch, is_spoken_against);
    return twt_verifier_look_at(v, v->route + of_members, v->looked - of_members);
}

twt_status twt_look_first(twt_verifier *v)
{
    uint32_t *scratch = twt_alloc_array(v->sieved->count, sizeof *scratch);
    if (!scratch)
        return TWT_ERROR_MEMORY;
    twt_circles_place(&v->sieved->circles, v->candidates, v->sieved->count);
    twt_status status = look_in_turn(v, scratch);
    twt_free(scratch);
    return status;
}
