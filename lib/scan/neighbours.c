#include "scan/neighbours.h"

#include <math.h>
#include <string.h>

#include "base/alloc.h"

/* Farther neighbours are neither rivals nor third versions of note; and a text that thousands share something with must
 * not be looked through for each of them. */
enum { NEAREST = 16 };

#define SHARE_NEUTRAL .1 /* where rarity neither adds nor takes away */
#define SHARE_LEAST .003
/* The twelfth of the texts near to one that are no versions of it is near for no reason of its own. With the eighth,
 * l2r's recall is .952 for .956, with none .959. */
#define USUAL 12
#define NOTABLE .02 /* the least share of a rival that is told from none */
#define PARTS 4     /* times the share: farther from each other, two texts are parts of the third, no versions */
/* Order evidence: who has so much with a text is a version of it, no rival that has come by another way; and between
 * these a third text adds what it shows of both. Versions have 15 (the median), reports on one event 7, and 1 % of
 * these 12. */
#define VERSION 12.
#define VERSION_OF_BOTH 13. /* with each side: two families are one */
#define THIRD_LEAST 8.
#define THIRD_MOST 16.
/* Slopes of a logistic regression, rounded; they differ by a tenth between the halves. */
#define RARITY_WEIGHT 2.
#define RIVAL_WEIGHT 2.
#define STRANGER_WEIGHT 2.
/* Two families that tell of one thing: each text has versions that are none of the other, 1 at least in 51 % of l2r's
 * and mixset's pairs near the limit that share no source, 2 in 36 %; of the others in 12 and 2 %. */
#define OWN_WEIGHT 2.
#define OWN_MOST 2.
#define BASE 2.5 /* of a pair of neutral share whom nobody stands near */
/* So much may be said against a pair until it counts for less as a third version. Of 51 pairs of l2r told wrongly (26
 * of mixset) 2 leave 15 (25), 3 leave 13 (23), 5 leave 30 (19), as many copies found. */
#define CREDIT 3.
#define EVIDENCE_MOST 6. /* what two texts show by themselves can't be outvoted altogether */
#define KNOWING_FAMILIES 1000.
/* Likeness counts a quarter of what it does in twt_measures.order_evidence, .4 as before. */
#define LIKENESS_DOUBT 15.
#define LIKENESS_NEUTRAL (-TWT_DOUBT_LEAST / LIKENESS_DOUBT)
/* Of replaced blocks, those that are figures or names: of reports on one event .33 (the median), of versions 0. */
#define SLOTS_DOUBT 10.

/* Of so few families every pair is a candidate and hardly a word is rare. */
static double trust_in(size_t family_count)
{
    const double unknowing = TWT_NEIGHBOURS_LEAST - 1;
    double known = log((double)(family_count > 0 ? family_count : 1) / unknowing);
    return fmin(fmax(known / log(KNOWING_FAMILIES / unknowing), 0), 1);
}

/* Whether both stand for a family and the rare features know of them. */
static bool is_of_texts(const twt_neighbours *n, const twt_candidate_pair *pair)
{
    return pair->weight > 0 && n->texts[pair->a] == pair->a && n->texts[pair->b] == pair->b;
}

static void put(twt_neighbours *n, uint32_t *ends, uint32_t text, twt_neighbour neighbour)
{
    n->all[ends[text]++] = neighbour;
}

static void find_begins(twt_neighbours *n, const twt_candidate_pair *pairs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_of_texts(n, &pairs[i])) {
            n->begins[pairs[i].a + 1]++;
            n->begins[pairs[i].b + 1]++;
        }
    for (size_t d = 0; d < n->document_count; d++)
        n->begins[d + 1] += n->begins[d];
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

/* Pairs ascend, so those of a text come to it in ascending order: first where it is b, then where it is a. */
static void lay_out(twt_neighbours *n, const twt_candidate_pair *pairs, const float *orders, size_t count,
                    uint32_t *ends)
{
    memcpy(ends, n->begins, n->document_count * sizeof *ends);
    for (size_t i = 0; i < count; i++)
        if (is_of_texts(n, &pairs[i])) {
            put(n, ends, pairs[i].a, (twt_neighbour){pairs[i].b, pairs[i].share, orders[i]});
            put(n, ends, pairs[i].b, (twt_neighbour){pairs[i].a, pairs[i].share, orders[i]});
        }
    for (uint32_t d = 0; d < n->document_count; d++)
        pick_nearest(n, d);
}

void twt_neighbours_free(twt_neighbours *n)
{
    twt_free(n->begins);
    twt_free(n->all);
    twt_free(n->nearest);
    *n = (twt_neighbours){0};
}

/* What two texts have in common; nothing when they are no candidates. */
static twt_neighbour find(const twt_neighbours *n, uint32_t text, uint32_t other)
{
    uint32_t low = n->begins[text], high = n->begins[text + 1];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (n->all[middle].text < other)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_there = low < n->begins[text + 1] && n->all[low].text == other;
    return is_there ? n->all[low] : (twt_neighbour){.text = other};
}

/* The best third text among those nearest to one side, that side's best rivals and own versions, and how near others
 * stand to it. */
static twt_standing stand_beside(const twt_neighbours *n, uint32_t text, uint32_t partner, double share)
{
    twt_standing standing = {0};
    size_t strangers = 0;
    const twt_neighbour *nearest = n->nearest + n->begins[text];
    for (size_t i = 0, count = nearest_count(n, text); i < count; i++) {
        if (nearest[i].text == partner)
            continue;
        twt_neighbour others = find(n, nearest[i].text, partner);
        double nearer = (double)nearest[i].share - (double)others.share;
        standing.rival = fmax(standing.rival, nearer);
        if ((double)nearest[i].order >= VERSION) {
            standing.own += (double)others.order < VERSION;
        } else {
            standing.stranger = fmax(standing.stranger, nearer);
            standing.usual = ++strangers == USUAL ? (double)nearest[i].share : standing.usual;
        }
        if (fmin((double)nearest[i].share, (double)others.share) <= PARTS * share)
            standing.third = fmax(standing.third, fmin((double)nearest[i].order, (double)others.order));
    }
    return standing;
}

twt_standing twt_neighbours_stand(const twt_neighbours *n, uint32_t a, uint32_t b, double share)
{
    twt_standing of_a = stand_beside(n, a, b, share), of_b = stand_beside(n, b, a, share);
    double third = fmax(of_a.third, of_b.third);
    return (twt_standing){.third = third,
                          .rival = fmin(of_a.rival, of_b.rival),
                          .stranger = fmin(of_a.stranger, of_b.stranger),
                          .own = third < VERSION_OF_BOTH ? fmin(of_a.own, of_b.own) : 0,
                          .usual = fmin(of_a.usual, of_b.usual)};
}

static double speak(const twt_standing *standing, double share)
{
    double third = fmin(fmax(standing->third, THIRD_LEAST), THIRD_MOST) - THIRD_LEAST;
    double beyond = fmax(share - standing->usual, SHARE_LEAST);
    return BASE + RARITY_WEIGHT * log(beyond / SHARE_NEUTRAL) + third -
           RIVAL_WEIGHT * log(fmax(standing->rival / NOTABLE, 1)) -
           STRANGER_WEIGHT * log(fmax(standing->stranger / NOTABLE, 1)) - OWN_WEIGHT * fmin(standing->own, OWN_MOST);
}

/* Within the bounds. */
static double hold(double sum)
{
    return fmin(fmax(sum, -EVIDENCE_MOST), EVIDENCE_MOST);
}

bool twt_neighbours_may_know(const uint32_t *texts, size_t document_count, const twt_candidate_pair *candidate)
{
    if (candidate->weight <= 0)
        return false;
    uint32_t a = texts[candidate->a], b = texts[candidate->b];
    return a < document_count && b < document_count && a != b;
}

bool twt_neighbours_know(const twt_neighbours *n, const twt_candidate_pair *candidate)
{
    return n->trust > 0 && twt_neighbours_may_know(n->texts, n->document_count, candidate);
}

twt_hearing twt_neighbours_hear(const twt_neighbours *n, const twt_candidate_pair *candidate)
{
    if (!twt_neighbours_know(n, candidate))
        return (twt_hearing){0};
    double share = (double)candidate->share;
    twt_standing standing = twt_neighbours_stand(n, n->texts[candidate->a], n->texts[candidate->b], share);
    return (twt_hearing){.trust = n->trust, .sum = hold(speak(&standing, share))};
}

double twt_hearing_evidence(twt_hearing hearing, double doubt)
{
    return hearing.trust > 0 ? hearing.trust * (hearing.sum - doubt) : 0;
}

double twt_neighbours_evidence(const twt_neighbours *n, const twt_candidate_pair *candidate, double doubt)
{
    return twt_hearing_evidence(twt_neighbours_hear(n, candidate), doubt);
}

void twt_neighbours_reach(const twt_neighbours *n, double doubt, double reach[2])
{
    reach[0] = fmin(n->trust * (-EVIDENCE_MOST - doubt), 0);
    reach[1] = fmax(n->trust * (EVIDENCE_MOST - doubt), 0);
}

/* Order evidence that a pair may give as a witness for others: less what its own neighbours say against it. */
static float worth_of(const twt_neighbours *n, const twt_candidate_pair *pair, float order, float doubt)
{
    twt_standing standing = twt_neighbours_stand(n, pair->a, pair->b, (double)pair->share);
    standing.third = 0; /* it speaks for itself */
    twt_hearing hearing = {.trust = n->trust, .sum = hold(speak(&standing, (double)pair->share))};
    return order + (float)fmin(CREDIT + twt_hearing_evidence(hearing, (double)doubt), 0);
}

/* Puts their worth as witnesses in the place of the order evidence of all pairs that may count as versions. */
static twt_status hear_witnesses(twt_neighbours *n, const twt_candidate_pair *pairs, const float *orders,
                                 const float *doubts, size_t count, uint32_t *ends)
{
    float *worth = twt_alloc_array(count, sizeof *worth);
    if (!worth)
        return TWT_ERROR_MEMORY;
    for (size_t i = 0; i < count; i++) {
        bool may_speak = (double)orders[i] > THIRD_LEAST && is_of_texts(n, &pairs[i]);
        worth[i] = may_speak ? worth_of(n, &pairs[i], orders[i], doubts[i]) : orders[i];
    }
    lay_out(n, pairs, worth, count, ends);
    twt_free(worth);
    return TWT_OK;
}

static size_t count_of_texts(const twt_neighbours *n, const twt_candidate_pair *pairs, size_t count)
{
    size_t known = 0;
    for (size_t i = 0; i < count; i++)
        known += is_of_texts(n, &pairs[i]);
    return known;
}

twt_status twt_neighbours_build(twt_neighbours *n, const twt_candidate_pair *pairs, const float *orders,
                                const float *doubts, size_t count, const uint32_t *texts, size_t document_count,
                                size_t family_count)
{
    *n = (twt_neighbours){.texts = texts, .document_count = document_count, .trust = trust_in(family_count)};
    size_t known = count_of_texts(n, pairs, count);
    uint32_t *ends = twt_alloc_array(document_count, sizeof *ends);
    n->begins = twt_alloc_zeroed(document_count + 1, sizeof *n->begins);
    n->all = twt_alloc_array(2 * known, sizeof *n->all);
    n->nearest = twt_alloc_array(2 * known, sizeof *n->nearest);
    bool has_room = ends && n->begins && n->all && n->nearest && known <= UINT32_MAX / 2;
    twt_status status = has_room ? TWT_OK : TWT_ERROR_MEMORY;
    if (status == TWT_OK) {
        find_begins(n, pairs, count);
        lay_out(n, pairs, orders, count, ends);
    }
    if (status == TWT_OK && doubts)
        status = hear_witnesses(n, pairs, orders, doubts, count, ends);
    twt_free(ends);
    if (status != TWT_OK)
        twt_neighbours_free(n);
    return status;
}

double twt_neighbours_doubt(const twt_measures *m)
{
    double words = sqrt((double)m->words[0] * m->words[1]), likeness = words > 0 ? m->shared_words / words : 0;
    uint32_t replaced = m->blocks_of[TWT_CHANGE_NUMBER] + m->blocks_of[TWT_CHANGE_NAME];
    double slots = m->blocks ? (double)replaced / m->blocks : 0;
    return LIKENESS_DOUBT * (likeness - LIKENESS_NEUTRAL) + SLOTS_DOUBT * slots;
}
