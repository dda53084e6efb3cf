/* Star clustering (Aslam, Pelekhov, Rus 2004), with one step more. Documents are taken by tier and by how close their
 * free neighbours are. The star of such a seed proposes the versions, the best of them by the canonical key becomes the
 * hub, and the cluster is what matches the hub itself; whoever does not stays free for a later star. So a chain a-b-c
 * whose ends do not match is never one cluster, and the canonical version is one that every member was compared
 * with. */
#include "cluster/star.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/sort.h"
#include "base/vec.h"
#include "cluster/canonical.h"

enum { PROPOSED = UINT32_MAX - 1 }; /* a mark in home: in the seed's star, not yet placed */

enum { PROPOSED_MAX = 64 }; /* of more than that not all are candidates of each other */

typedef struct seed {
    uint32_t document;
    bool is_preferred;
    int tier;
    uint64_t closeness;
    const char *id;
} seed;

static int by_rank(const void *left, const void *right)
{
    const seed *a = left, *b = right;
    if (a->is_preferred != b->is_preferred)
        return a->is_preferred ? -1 : 1;
    if (a->tier != b->tier)
        return a->tier > b->tier ? -1 : 1;
    if (a->closeness != b->closeness)
        return a->closeness > b->closeness ? -1 : 1;
    return strcmp(a->id, b->id);
}

static const twt_pair *pair_of(const twt_graph *graph, const twt_edge *edge)
{
    return &graph->pairs[edge->pair];
}

static bool is_version_edge(const twt_graph *graph, const twt_edge *edge)
{
    return twt_pair_makes_version(pair_of(graph, edge));
}

static uint64_t closeness_of(const twt_graph *graph, uint32_t document)
{
    double sum = 0;
    for (size_t e = graph->begins[document]; e < graph->begins[document + 1]; e++)
        if (is_version_edge(graph, &graph->edges[e]))
            sum += 1 + pair_of(graph, &graph->edges[e])->verdict.jaccard;
    return (uint64_t)llround(ldexp(sum, 20));
}

static seed *seeds_by_rank(const twt_graph *graph)
{
    seed *seeds = twt_alloc_array(graph->document_count, sizeof *seeds);
    if (!seeds)
        return NULL;
    for (uint32_t d = 0; d < graph->document_count; d++) {
        const twt_cluster_document *known = &graph->documents[d];
        seeds[d] = (seed){d, known->is_preferred, (int)known->tier, closeness_of(graph, d), known->id};
    }
    twt_sort_items(seeds, graph->document_count, sizeof *seeds, by_rank);
    return seeds;
}

/* Moves the free versions of document from one mark to another; returns how many. */
static size_t mark_versions(const twt_graph *graph, twt_stars *stars, uint32_t document, uint32_t from, uint32_t to)
{
    size_t marked = 0;
    for (size_t e = graph->begins[document]; e < graph->begins[document + 1]; e++) {
        uint32_t neighbour = graph->edges[e].neighbour;
        if (stars->home[neighbour] != from || !is_version_edge(graph, &graph->edges[e]))
            continue;
        stars->home[neighbour] = to;
        marked++;
    }
    return marked;
}

typedef struct choice {
    uint32_t best, second;
    twt_canonical_key best_key, second_key;
    bool has_second;
} choice;

static void weigh(choice *c, uint32_t document, const twt_canonical_key *key)
{
    twt_reason_code term;
    if (twt_canonical_compare(key, &c->best_key, &term) > 0) {
        c->second = c->best;
        c->second_key = c->best_key;
        c->best = document;
        c->best_key = *key;
        c->has_second = true;
    } else if (!c->has_second || twt_canonical_compare(key, &c->second_key, &term) > 0) {
        c->second = document;
        c->second_key = *key;
        c->has_second = true;
    }
}

/* Of many versions each may have been compared with a few alone: such a one's star would leave nearly all of them out,
 * but for that of an exact copy of the seed. */
static bool may_be_hub(const twt_graph *graph, const twt_stars *stars, const twt_edge *edge, size_t proposed)
{
    size_t held = 1; /* itself */
    if (proposed <= PROPOSED_MAX || pair_of(graph, edge)->verdict.relation == TWT_RELATION_EXACT)
        return true;
    for (size_t e = graph->begins[edge->neighbour]; e < graph->begins[edge->neighbour + 1]; e++)
        held += stars->home[graph->edges[e].neighbour] == PROPOSED && is_version_edge(graph, &graph->edges[e]);
    return held > proposed - proposed / 4;
}

/* The best of the seed and its proposed versions, and the term that set it before the next. */
static twt_star choose(const twt_graph *graph, const twt_stars *stars, uint32_t seed_document, size_t proposed)
{
    choice c = {.best = seed_document, .best_key = twt_canonical_key_of(graph, seed_document, stars->home, PROPOSED)};
    for (size_t e = graph->begins[seed_document]; e < graph->begins[seed_document + 1]; e++) {
        uint32_t neighbour = graph->edges[e].neighbour;
        if (stars->home[neighbour] != PROPOSED || !may_be_hub(graph, stars, &graph->edges[e], proposed))
            continue;
        twt_canonical_key key = twt_canonical_key_of(graph, neighbour, stars->home, PROPOSED);
        weigh(&c, neighbour, &key);
    }
    twt_star star = {.canonical = c.best, .reason.code = TWT_REASON_CANONICAL_MEDOID};
    if (c.has_second)
        twt_canonical_compare(&c.best_key, &c.second_key, &star.reason.code);
    star.reason.value = twt_canonical_value(&c.best_key, star.reason.code);
    return star;
}

#define TOLD_LEAST .2 /* of one text's shingles: less of a passage is left by chains of versions as well */

/* A version of a member that shares a passage with the canonical version, too little to be a version of that, still
 * tells the same text when the passage is a good part of one of them. */
static bool passes_relaxed(const twt_graph *graph, uint32_t canonical, uint32_t document)
{
    const twt_pair *pair = twt_graph_find(graph, canonical, document);
    if (!pair)
        return false;
    const twt_verdict *verdict = &pair->verdict;
    bool is_told = verdict->containment[0] >= TOLD_LEAST || verdict->containment[1] >= TOLD_LEAST;
    return verdict->relation == TWT_RELATION_EXCERPT || (verdict->relation == TWT_RELATION_PARTIAL && is_told);
}

static void admit_members_of(const twt_graph *graph, twt_stars *stars, uint32_t member, uint32_t number)
{
    uint32_t canonical = stars->stars[number].canonical;
    for (size_t e = graph->begins[member]; e < graph->begins[member + 1]; e++) {
        uint32_t neighbour = graph->edges[e].neighbour;
        if (stars->home[neighbour] != TWT_NO_CLUSTER || !is_version_edge(graph, &graph->edges[e]) ||
            !passes_relaxed(graph, canonical, neighbour))
            continue;
        stars->home[neighbour] = number;
        stars->is_direct[neighbour] = false;
    }
}

static void admit_versions_of_copy(const twt_graph *graph, twt_stars *stars, uint32_t copy, uint32_t number)
{
    for (size_t e = graph->begins[copy]; e < graph->begins[copy + 1]; e++) {
        uint32_t neighbour = graph->edges[e].neighbour;
        if (stars->home[neighbour] == TWT_NO_CLUSTER && is_version_edge(graph, &graph->edges[e]) &&
            !twt_graph_find(graph, stars->stars[number].canonical, neighbour))
            stars->home[neighbour] = number;
    }
}

/* What was compared with an exact copy of the canonical version was compared with that as well: of many copies the
 * first alone has pairs with other texts and with all the copies. */
static void admit_versions_of_copies(const twt_graph *graph, twt_stars *stars, uint32_t number)
{
    uint32_t canonical = stars->stars[number].canonical;
    for (size_t e = graph->begins[canonical]; e < graph->begins[canonical + 1]; e++)
        if (pair_of(graph, &graph->edges[e])->verdict.relation == TWT_RELATION_EXACT)
            admit_versions_of_copy(graph, stars, graph->edges[e].neighbour, number);
}

static void admit_indirect(const twt_graph *graph, twt_stars *stars, uint32_t number)
{
    uint32_t canonical = stars->stars[number].canonical;
    for (size_t e = graph->begins[canonical]; e < graph->begins[canonical + 1]; e++) {
        uint32_t member = graph->edges[e].neighbour;
        if (stars->home[member] == number && stars->is_direct[member] && is_version_edge(graph, &graph->edges[e]))
            admit_members_of(graph, stars, member, number);
    }
}

static twt_status make_star(const twt_graph *graph, twt_stars *stars, uint32_t seed_document)
{
    size_t proposed = mark_versions(graph, stars, seed_document, TWT_NO_CLUSTER, PROPOSED);
    if (proposed == 0)
        return TWT_OK;
    stars->home[seed_document] = PROPOSED;
    twt_star star = choose(graph, stars, seed_document, proposed);
    mark_versions(graph, stars, seed_document, PROPOSED, TWT_NO_CLUSTER);
    stars->home[seed_document] = TWT_NO_CLUSTER;
    if (!twt_vec_grow((void **)&stars->stars, &stars->cap, stars->count + 1, sizeof star))
        return TWT_ERROR_MEMORY;
    uint32_t number = (uint32_t)stars->count;
    stars->stars[stars->count++] = star;
    stars->home[star.canonical] = number;
    mark_versions(graph, stars, star.canonical, TWT_NO_CLUSTER, number);
    admit_versions_of_copies(graph, stars, number);
    admit_indirect(graph, stars, number);
    return TWT_OK;
}

twt_status twt_stars_init(twt_stars *stars, const twt_graph *graph)
{
    *stars = (twt_stars){.home = twt_alloc_array(graph->document_count, sizeof *stars->home),
                         .is_direct = twt_alloc_array(graph->document_count, sizeof *stars->is_direct)};
    seed *seeds = seeds_by_rank(graph);
    twt_status status = stars->home && stars->is_direct && seeds ? TWT_OK : TWT_ERROR_MEMORY;
    for (size_t d = 0; status == TWT_OK && d < graph->document_count; d++) {
        stars->home[d] = TWT_NO_CLUSTER;
        stars->is_direct[d] = true;
    }
    for (size_t i = 0; status == TWT_OK && i < graph->document_count; i++)
        if (stars->home[seeds[i].document] == TWT_NO_CLUSTER)
            status = make_star(graph, stars, seeds[i].document);
    twt_free(seeds);
    if (status != TWT_OK)
        twt_stars_free(stars);
    return status;
}

void twt_stars_free(twt_stars *stars)
{
    twt_free(stars->home);
    twt_free(stars->is_direct);
    twt_free(stars->stars);
    *stars = (twt_stars){0};
}
