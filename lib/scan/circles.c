#include "scan/circles.h"

#include <string.h>

#include "base/alloc.h"
#include "base/pair.h"

twt_status twt_circles_init(twt_circles *c, uint32_t *hubs, const uint32_t *first_copies, size_t document_count)
{
    *c = (twt_circles){.hubs = hubs,
                       .places = twt_alloc_array(document_count, sizeof *c->places),
                       .kin = twt_alloc_zeroed(document_count, sizeof *c->kin),
                       .kin_counts = twt_alloc_zeroed(document_count, sizeof *c->kin_counts),
                       .first_copies = first_copies,
                       .document_count = document_count};
    if (!c->places || !c->kin || !c->kin_counts) {
        twt_circles_free(c);
        return TWT_ERROR_MEMORY;
    }
    for (size_t d = 0; d < document_count; d++) {
        uint32_t first = first_copies[d];
        c->places[d] = TWT_NO_NUMBER;
        c->hubs[d] = first == TWT_NO_NUMBER ? TWT_NO_NUMBER : c->hubs[first]; /* which stands before it */
    }
    return TWT_OK;
}

void twt_circles_free(twt_circles *c)
{
    twt_free(c->hubs);
    twt_free(c->places);
    twt_free(c->kin);
    twt_free(c->kin_counts);
    *c = (twt_circles){0};
}

bool twt_circles_may_spare(const twt_circles *c, const twt_candidate_pair *pair)
{
    if (!c->hubs || pair->channels & TWT_CANDIDATE_IS_NEAR || c->hubs[pair->a] == TWT_NO_NUMBER)
        return false;
    return c->hubs[pair->a] == c->hubs[pair->b] && c->first_copies[pair->a] != c->first_copies[pair->b];
}

/* ---- leaders --------------------------------------------------------------------------------------------- */

static int order(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int64_t earliest(const twt_stored *stored)
{
    const twt_time *published = &stored->document.published;
    return published->precision ? published->seconds : INT64_MAX;
}

/* By what a document says of itself; the first terms of the canonical key. */
static bool stands_above(const twt_stored *a, const twt_stored *b)
{
    int terms[] = {order(a->is_preferred, b->is_preferred), order(a->document.tier, b->document.tier),
                   order(earliest(b), earliest(a))};
    size_t i = 0;
    while (i + 1 < sizeof terms / sizeof *terms && !terms[i])
        i++;
    return terms[i] > 0;
}

/* By hub: who stands above all others of its circle, or the first of his copies. */
static void find_leaders(const twt_circles *c, const twt_store *store, uint32_t *leaders)
{
    for (uint32_t d = 0; d < c->document_count; d++)
        leaders[d] = d;
    for (uint32_t d = 0; d < c->document_count; d++) {
        uint32_t hub = c->hubs[d];
        if (hub != TWT_NO_NUMBER && stands_above(&store->items[d], &store->items[leaders[hub]]))
            leaders[hub] = d;
    }
    for (uint32_t d = 0; d < c->document_count; d++)
        if (c->hubs[d] == d)
            leaders[d] = c->first_copies[leaders[d]];
}

/* Each of a circle meets the leader; the two may be a pair already. */
static bool add_leader(twt_candidate_list *out, size_t known, uint32_t a, uint32_t b)
{
    twt_candidate_pair pair = {.a = a < b ? a : b, .b = a < b ? b : a, .channels = TWT_CHANNEL_FAMILY};
    twt_candidate_pair *found = (twt_candidate_pair *)twt_pair_find(out->data, known, sizeof pair, pair.a, pair.b);
    if (!found && twt_vec_push(out, pair))
        found = &out->data[out->count - 1];
    if (found)
        found->channels |= TWT_CANDIDATE_IS_NEAR;
    return found;
}

twt_status twt_circles_add_leaders(const twt_circles *c, const twt_store *store, const twt_candidate_pair *pairs,
                                   size_t count, twt_candidate_list *out)
{
    uint32_t *leaders = twt_alloc_array(c->document_count, sizeof *leaders);
    bool is_good = leaders && twt_vec_reserve(out, count);
    if (is_good && count)
        memcpy(out->data, pairs, count * sizeof *pairs);
    out->count = is_good ? count : 0;
    if (is_good)
        find_leaders(c, store, leaders);
    for (uint32_t d = 0; is_good && d < c->document_count; d++) {
        uint32_t hub = c->hubs[d], leader = hub == TWT_NO_NUMBER ? hub : leaders[hub];
        if (leader != hub && leader != d && c->first_copies[d] == d)
            is_good = add_leader(out, count, leader, d);
    }
    twt_free(leaders);
    return is_good ? TWT_OK : TWT_ERROR_MEMORY;
}

/* ---- who vouches for whom -------------------------------------------------------------------------------- */

static bool is_of_hub(const twt_circles *c, uint32_t hub, uint32_t document)
{
    return c->hubs[document] == hub && c->hubs[hub] == hub && c->first_copies[document] == document && document != hub;
}

void twt_circles_place(twt_circles *c, const twt_candidate_pair *pairs, size_t count)
{
    for (uint32_t i = 0; c->hubs && i < count; i++) {
        if (is_of_hub(c, pairs[i].a, pairs[i].b))
            c->places[pairs[i].b] = i;
        else if (is_of_hub(c, pairs[i].b, pairs[i].a))
            c->places[pairs[i].a] = i;
    }
}

bool twt_circles_is_of_hub(const twt_circles *c, const twt_candidate_pair *pair, uint32_t place)
{
    return c->hubs && (c->places[pair->a] == place || c->places[pair->b] == place);
}

void twt_circles_note(twt_circles *c, const twt_candidate_pair *pair, uint32_t place, twt_circle_kin kin)
{
    uint32_t document = c->places[pair->a] == place ? pair->a : pair->b;
    c->kin[document] = (uint8_t)kin;
    for (; kin > TWT_CIRCLE_OTHER; kin--)
        c->kin_counts[c->hubs[document]][kin]++;
}

/* A form is filled in by many: what two of them share, each shares with the hub, unless they are nearer than that. */
static bool is_vouched(const twt_circles *c, const twt_candidate_pair *pair, uint32_t a, uint32_t b)
{
    const uint32_t *counts = c->kin_counts[c->hubs[a]];
    uint8_t least = c->kin[a] < c->kin[b] ? c->kin[a] : c->kin[b];
    if (least == TWT_CIRCLE_VERSION && counts[TWT_CIRCLE_VERSION] > TWT_VOUCHED_MIN)
        return true;
    bool is_nearer = pair->channels & TWT_CANDIDATE_IS_NEARER;
    return least >= TWT_CIRCLE_UPDATED && !is_nearer && counts[TWT_CIRCLE_UPDATED] > TWT_VOUCHED_FORMS_MIN;
}

bool twt_circles_spare(const twt_circles *c, const twt_candidate_pair *pair, uint32_t vouchers[2])
{
    if (!twt_circles_may_spare(c, pair))
        return false;
    uint32_t a = c->first_copies[pair->a], b = c->first_copies[pair->b];
    vouchers[0] = c->places[a];
    vouchers[1] = c->places[b];
    return is_vouched(c, pair, a, b);
}
