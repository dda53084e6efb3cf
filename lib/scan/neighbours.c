#include "scan/neighbours.h"

#include <math.h>

#include "base/alloc.h"

/* Farther neighbours are neither rivals nor third versions of note; and a text that thousands share something with must
 * not be looked through for each of them. */
enum { NEAREST = 16, UNKNOWING_FAMILIES = 64 };

#define SHARE_NEUTRAL .1 /* where rarity neither adds nor takes away */
#define SHARE_LEAST .003
#define NOTABLE .02 /* the least share of a rival or a third text that is told from none */
#define PARTS 4     /* times the share: farther from each other, two texts are parts of the third, no versions */
#define RARITY_WEIGHT 2.
#define STANDING_WEIGHT 2.5
#define EVIDENCE_MOST 3. /* the texts around a pair tip the scale, they don't fill it */
#define KNOWING_FAMILIES 1000.

/* Up to 64 families every pair is a candidate and hardly a word is rare. */
static double trust_in(size_t family_count)
{
    double known = log((double)(family_count > 0 ? family_count : 1) / UNKNOWING_FAMILIES);
    return fmin(fmax(known / log(KNOWING_FAMILIES / UNKNOWING_FAMILIES), 0), 1);
}

/* Whether both stand for a family and the rare features know of them. */
static bool is_of_texts(const twt_neighbours *n, const twt_candidate_pair *pair)
{
    return pair->weight > 0 && n->texts[pair->a] == pair->a && n->texts[pair->b] == pair->b;
}

static void put(twt_neighbours *n, uint32_t *ends, uint32_t text, uint32_t other, float share)
{
    n->all[ends[text]++] = (twt_neighbour){other, share};
}

/* Pairs ascend, so those of a text come to it in ascending order: first where it is b, then where it is a. */
static void lay_out(twt_neighbours *n, const twt_candidate_pair *pairs, size_t count, uint32_t *ends)
{
    for (size_t i = 0; i < count; i++)
        if (is_of_texts(n, &pairs[i])) {
            ends[pairs[i].a]++;
            ends[pairs[i].b]++;
        }
    for (size_t d = 0; d < n->document_count; d++) {
        n->begins[d + 1] = n->begins[d] + ends[d];
        ends[d] = n->begins[d];
    }
    for (size_t i = 0; i < count; i++)
        if (is_of_texts(n, &pairs[i])) {
            put(n, ends, pairs[i].a, pairs[i].b, pairs[i].share);
            put(n, ends, pairs[i].b, pairs[i].a, pairs[i].share);
        }
}

static size_t nearest_count(const twt_neighbours *n, uint32_t text)
{
    size_t count = n->begins[text + 1] - n->begins[text];
    return count < NEAREST ? count : NEAREST;
}

/* By insertion into the few that are kept. */
static void pick_nearest(twt_neighbours *n, uint32_t text)
{
    twt_neighbour *kept = n->nearest + n->begins[text];
    size_t count = 0;
    for (uint32_t i = n->begins[text]; i < n->begins[text + 1]; i++) {
        size_t at = count < NEAREST ? count++ : NEAREST;
        for (; at > 0 && kept[at - 1].share < n->all[i].share; at--)
            if (at < NEAREST)
                kept[at] = kept[at - 1];
        if (at < NEAREST)
            kept[at] = n->all[i];
    }
}

twt_status twt_neighbours_build(twt_neighbours *n, const twt_candidate_pair *pairs, size_t count, const uint32_t *texts,
                                size_t document_count, size_t family_count)
{
    *n = (twt_neighbours){.texts = texts, .document_count = document_count, .trust = trust_in(family_count)};
    size_t known = 0;
    for (size_t i = 0; i < count; i++)
        known += is_of_texts(n, &pairs[i]);
    uint32_t *ends = twt_alloc_zeroed(document_count, sizeof *ends);
    n->begins = twt_alloc_zeroed(document_count + 1, sizeof *n->begins);
    n->all = twt_alloc_array(2 * known, sizeof *n->all);
    n->nearest = twt_alloc_array(2 * known, sizeof *n->nearest);
    bool is_done = ends && n->begins && n->all && n->nearest && known <= UINT32_MAX / 2;
    if (is_done)
        lay_out(n, pairs, count, ends);
    for (uint32_t d = 0; is_done && d < document_count; d++)
        pick_nearest(n, d);
    twt_free(ends);
    if (!is_done)
        twt_neighbours_free(n);
    return is_done ? TWT_OK : TWT_ERROR_MEMORY;
}

void twt_neighbours_free(twt_neighbours *n)
{
    twt_free(n->begins);
    twt_free(n->all);
    twt_free(n->nearest);
    *n = (twt_neighbours){0};
}

static double share_of(const twt_neighbours *n, uint32_t text, uint32_t other)
{
    uint32_t low = n->begins[text], high = n->begins[text + 1];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (n->all[middle].text < other)
            low = middle + 1;
        else
            high = middle;
    }
    return low < n->begins[text + 1] && n->all[low].text == other ? n->all[low].share : 0;
}

/* The best third text among those nearest to one side, and that side's best rival. */
static twt_standing stand_beside(const twt_neighbours *n, uint32_t text, uint32_t partner)
{
    twt_standing standing = {0};
    const twt_neighbour *nearest = n->nearest + n->begins[text];
    for (size_t i = 0, count = nearest_count(n, text); i < count; i++) {
        if (nearest[i].text == partner)
            continue;
        double own = nearest[i].share, others = share_of(n, nearest[i].text, partner);
        standing.third = fmax(standing.third, fmin(own, others));
        standing.rival = fmax(standing.rival, own - others);
    }
    return standing;
}

twt_standing twt_neighbours_stand(const twt_neighbours *n, uint32_t a, uint32_t b)
{
    twt_standing of_a = stand_beside(n, a, b), of_b = stand_beside(n, b, a);
    return (twt_standing){.third = fmax(of_a.third, of_b.third), .rival = fmin(of_a.rival, of_b.rival)};
}

double twt_neighbours_evidence(const twt_neighbours *n, const twt_candidate_pair *candidate)
{
    uint32_t a = n->texts[candidate->a], b = n->texts[candidate->b];
    bool took_part = a < n->document_count && b < n->document_count;
    if (n->trust <= 0 || candidate->weight <= 0 || !took_part || a == b)
        return 0;
    twt_standing standing = twt_neighbours_stand(n, a, b);
    double rarity = log(fmax(candidate->share, SHARE_LEAST) / SHARE_NEUTRAL);
    double third = fmin(standing.third, PARTS * (double)candidate->share);
    double apart = log(fmax(third, NOTABLE) / fmax(standing.rival, NOTABLE));
    return n->trust * fmin(fmax(RARITY_WEIGHT * rarity + STANDING_WEIGHT * apart, -EVIDENCE_MOST), EVIDENCE_MOST);
}
