/* Hubs are found one after the other among the documents that hang together by plausible pairs: of those in no circle
 * yet, the few that look best are held against a sample, the best of these against all of the set, sketch by sketch,
 * and he has a circle when enough are near. Each document goes to the nearest of the hubs. Few are tried a set, so that
 * time is linear. */
#include "candidate/circles.h"

#include "base/alloc.h"
#include "base/slots.h"
#include "base/sort.h"
#include "candidate/bands.h"
#include "candidate/families.h"
#include "candidate/rare_pairs.h"
#include "candidate/sets.h"

/* What the buckets show of a document depends on his rank in them, so the best by the sum and by the mean are asked. */
enum { TRIES_MAX = 8, ASKED_EACH = 4, ASKED_MAX = 2 * ASKED_EACH, SAMPLE = 256, PARTNERS_MIN = 8 };

/* Estimated Jaccard similarity of a hub and what hangs together with its circle. Of 5,000 copies with OCR noise a third
 * is under .25 to the clean text, as far as .11. */
#define REACH .1

typedef struct circles {
    const twt_sketches *sketches;
    size_t near_min, reach_min; /* equal slots */
    uint32_t *parents;          /* of the sets of documents that hang together */
    uint32_t *strengths;        /* by position: equal slots with all its partners */
    uint32_t *partners;         /* the same: how many */
    uint32_t *equal;            /* the same: slots equal to its hub's */
    bool *is_tried;
    uint32_t *hub_of;
    twt_keyed *sorted; /* value: positions, by set */
} circles;

static void circles_free(circles *c)
{
    twt_free(c->parents);
    twt_free(c->strengths);
    twt_free(c->partners);
    twt_free(c->is_tried);
    twt_free(c->sorted);
}

static const uint32_t *slots_at(const circles *c, uint32_t position)
{
    return c->sketches->slots + c->sketches->order[position] * c->sketches->slot_count;
}

static void join_plausible(circles *c, const twt_u64s *band_pairs)
{
    for (uint32_t p = 0; p < c->sketches->count; p++) {
        c->parents[p] = p;
        c->hub_of[p] = TWT_NO_HUB;
    }
    for (size_t i = 0; i < band_pairs->count; i++) {
        uint64_t pair = band_pairs->data[i];
        uint32_t p = twt_band_pair_earlier(pair), q = twt_band_pair_later(pair), equal = twt_band_pair_equal(pair);
        twt_sets_join(c->parents, p, q);
        c->strengths[p] += equal;
        c->strengths[q] += equal;
        c->partners[p]++;
        c->partners[q]++;
    }
}

static bool sort_by_set(circles *c)
{
    size_t count = c->sketches->count;
    twt_keyed *scratch = twt_alloc_array(count, sizeof *scratch);
    if (!scratch)
        return false;
    for (uint32_t p = 0; p < count; p++)
        c->sorted[p] = (twt_keyed){twt_sets_root(c->parents, p), p};
    twt_sort_keyed(c->sorted, scratch, count);
    twt_free(scratch);
    return true;
}

static uint32_t equal_slots(const circles *c, uint32_t p, uint32_t q)
{
    return (uint32_t)twt_slots_equal(slots_at(c, p), slots_at(c, q), c->sketches->slot_count);
}

static bool is_near_hub(const circles *c, uint32_t position)
{
    return c->equal[position] >= c->near_min;
}

/* ---- choosing a hub -------------------------------------------------------------------------------------- */

static double sum_of(const circles *c, uint32_t position)
{
    return c->strengths[position];
}

static double mean_of(const circles *c, uint32_t position)
{
    return c->partners[position] < PARTNERS_MIN ? 0 : (double)c->strengths[position] / c->partners[position];
}

typedef struct asked {
    uint32_t positions[ASKED_MAX];
    size_t count;
} asked;

/* Adds the best few of a set that may still become hubs; ties fall to who stands first. */
static void ask_best(const circles *c, const twt_keyed *set, size_t count, double (*worth)(const circles *, uint32_t),
                     asked *out)
{
    uint32_t *best = out->positions + out->count;
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t p = (uint32_t)set[i].value;
        if (is_near_hub(c, p) || c->is_tried[p])
            continue;
        size_t at = kept < ASKED_EACH ? kept++ : ASKED_EACH;
        for (; at > 0 && worth(c, best[at - 1]) < worth(c, p); at--)
            if (at < ASKED_EACH)
                best[at] = best[at - 1];
        if (at < ASKED_EACH)
            best[at] = p;
    }
    out->count += kept;
}

static uint64_t sum_in_sample(const circles *c, const twt_keyed *set, size_t count, uint32_t position)
{
    uint64_t sum = 0;
    size_t step = count / SAMPLE + 1;
    for (size_t i = 0; i < count; i += step) {
        uint32_t p = (uint32_t)set[i].value, equal = is_near_hub(c, p) ? 0 : equal_slots(c, position, p);
        sum += equal >= c->near_min ? equal : 0;
    }
    return sum;
}

/* TWT_NO_HUB when nobody is left. */
static uint32_t choose_hub(const circles *c, const twt_keyed *set, size_t count)
{
    asked them = {.count = 0};
    uint32_t best = TWT_NO_HUB;
    uint64_t most = 0;
    ask_best(c, set, count, sum_of, &them);
    ask_best(c, set, count, mean_of, &them);
    for (size_t i = 0; i < them.count; i++) {
        uint64_t sum = sum_in_sample(c, set, count, them.positions[i]);
        if (best != TWT_NO_HUB && sum <= most)
            continue;
        best = them.positions[i];
        most = sum;
    }
    return best;
}

/* ---- circles --------------------------------------------------------------------------------------------- */

/* How many of a set are near one of it and near no other hub. */
static size_t count_near(const circles *c, const twt_keyed *set, size_t count, uint32_t hub)
{
    size_t near = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t p = (uint32_t)set[i].value;
        near += !is_near_hub(c, p) && equal_slots(c, hub, p) >= c->near_min;
    }
    return near;
}

static void gather(circles *c, const twt_keyed *set, size_t count, uint32_t hub)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t p = (uint32_t)set[i].value, equal = equal_slots(c, hub, p);
        if (equal < c->reach_min || equal <= c->equal[p])
            continue;
        c->hub_of[p] = hub;
        c->equal[p] = equal;
    }
    c->hub_of[hub] = hub;
    c->equal[hub] = (uint32_t)c->sketches->slot_count;
}

static void find_in_set(circles *c, const twt_keyed *set, size_t count)
{
    for (size_t tries = 0; tries < TRIES_MAX; tries++) {
        uint32_t hub = choose_hub(c, set, count);
        if (hub == TWT_NO_HUB)
            return;
        c->is_tried[hub] = true;
        if (count_near(c, set, count, hub) > TWT_CIRCLE_MIN)
            gather(c, set, count, hub);
    }
}

static void find_in_sets(circles *c)
{
    size_t count = c->sketches->count;
    for (size_t begin = 0, end; begin < count; begin = end) {
        for (end = begin + 1; end < count && c->sorted[end].key == c->sorted[begin].key;)
            end++;
        if (end - begin > TWT_CIRCLE_MIN)
            find_in_set(c, c->sorted + begin, end - begin);
    }
}

void twt_hubs_free(twt_hubs *hubs)
{
    twt_free(hubs->hub_of);
    twt_free(hubs->equal);
    *hubs = (twt_hubs){0};
}

twt_status twt_circles_find(const twt_sketches *sketches, const twt_u64s *band_pairs, twt_hubs *hubs)
{
    size_t count = sketches->count;
    circles c = {.sketches = sketches,
                 .near_min = (size_t)(TWT_PLAUSIBLE_JACCARD * (double)sketches->slot_count + .999),
                 .reach_min = (size_t)(REACH * (double)sketches->slot_count + .999),
                 .parents = twt_alloc_array(count, sizeof *c.parents),
                 .strengths = twt_alloc_zeroed(count, sizeof *c.strengths),
                 .partners = twt_alloc_zeroed(count, sizeof *c.partners),
                 .equal = twt_alloc_zeroed(count, sizeof *c.equal),
                 .is_tried = twt_alloc_zeroed(count, sizeof *c.is_tried),
                 .hub_of = twt_alloc_array(count, sizeof *c.hub_of),
                 .sorted = twt_alloc_array(count, sizeof *c.sorted)};
    bool is_good = c.parents && c.strengths && c.partners && c.equal && c.is_tried && c.hub_of && c.sorted;
    if (is_good) {
        join_plausible(&c, band_pairs);
        is_good = sort_by_set(&c);
    }
    if (is_good)
        find_in_sets(&c);
    circles_free(&c);
    *hubs = (twt_hubs){c.hub_of, c.equal};
    return is_good ? TWT_OK : TWT_ERROR_MEMORY;
}

/* ---- adoption -------------------------------------------------------------------------------------------- */

typedef struct offer { /* of a hub */
    uint32_t hub;
    float share;
} offer;

static uint32_t circle_of(const uint32_t *hub_of, const twt_families *families, uint32_t family)
{
    return hub_of[families->members[families->begins[family]]];
}

static void make_offer(offer *to, uint32_t hub, float share)
{
    if (hub != TWT_NO_HUB && (to->hub == TWT_NO_HUB || share > to->share))
        *to = (offer){hub, share};
}

twt_status twt_circles_adopt(uint32_t *hub_of, const twt_families *families, const twt_rare_pairs *rare_pairs)
{
    offer *offers = twt_alloc_array(families->count, sizeof *offers);
    if (!offers)
        return TWT_ERROR_MEMORY;
    for (size_t f = 0; f < families->count; f++)
        offers[f].hub = TWT_NO_HUB;
    for (size_t i = 0; i < rare_pairs->count; i++) {
        const twt_rare_pair *pair = &rare_pairs->data[i];
        make_offer(&offers[pair->a], circle_of(hub_of, families, pair->b), pair->share);
        make_offer(&offers[pair->b], circle_of(hub_of, families, pair->a), pair->share);
    }
    for (size_t f = 0; f < families->count; f++)
        for (uint32_t i = families->begins[f]; i < families->begins[f + 1]; i++)
            if (hub_of[families->members[i]] == TWT_NO_HUB)
                hub_of[families->members[i]] = offers[f].hub;
    twt_free(offers);
    return TWT_OK;
}
