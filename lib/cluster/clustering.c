/* The result: stars numbered by their first member, members in the order of input behind the canonical one. */
#include "twicetold/cluster.h"

#include "base/alloc.h"
#include "cluster/graph.h"
#include "cluster/link.h"
#include "cluster/star.h"

struct twt_clustering {
    twt_cluster *clusters;
    size_t count;
    twt_member *members; /* of all clusters, one after the other */
    twt_reason *reasons; /* one a cluster */
    twt_link *links;
    size_t link_count;
};

/* Renumbers home by the first member in the order of input; stars_of[new number] is the star's old number. */
static void renumber(twt_stars *stars, size_t document_count, uint32_t *number_of, uint32_t *star_of)
{
    for (size_t s = 0; s < stars->count; s++)
        number_of[s] = TWT_NO_CLUSTER;
    uint32_t next = 0;
    for (size_t d = 0; d < document_count; d++) {
        uint32_t star = stars->home[d];
        if (star == TWT_NO_CLUSTER)
            continue;
        if (number_of[star] == TWT_NO_CLUSTER) {
            star_of[next] = star;
            number_of[star] = next++;
        }
        stars->home[d] = number_of[star];
    }
}

static twt_member member_of(const twt_graph *graph, const twt_stars *stars, uint32_t canonical, uint32_t document)
{
    twt_member member = {.document = document, .relation = TWT_RELATION_EXACT, .jaccard = 1, .is_direct = true};
    if (document == canonical)
        return member;
    const twt_pair *pair = twt_graph_find_equal(graph, canonical, document);
    member.relation = pair->verdict.relation;
    member.jaccard = pair->verdict.jaccard;
    member.is_direct = stars->is_direct[document];
    return member;
}

/* The canonical member's place is the first; the others follow in the order of input. */
static void place_members(twt_clustering *c, const twt_graph *graph, const twt_stars *stars, size_t *next)
{
    for (uint32_t d = 0; d < graph->document_count; d++) {
        uint32_t number = stars->home[d];
        if (number == TWT_NO_CLUSTER)
            continue;
        twt_cluster *cluster = &c->clusters[number];
        twt_member *members = (twt_member *)cluster->members;
        twt_member member = member_of(graph, stars, cluster->canonical, d);
        members[d == cluster->canonical ? 0 : next[number]++] = member;
        if (member.jaccard < cluster->lowest_jaccard)
            cluster->lowest_jaccard = member.jaccard;
    }
}

static void lay_out(twt_clustering *c, const twt_graph *graph, const twt_stars *stars, const uint32_t *star_of,
                    size_t *sizes)
{
    for (size_t d = 0; d < graph->document_count; d++)
        if (stars->home[d] != TWT_NO_CLUSTER)
            sizes[stars->home[d]]++;
    twt_member *members = c->members;
    for (size_t i = 0; i < c->count; i++) {
        const twt_star *star = &stars->stars[star_of[i]];
        c->reasons[i] = star->reason;
        c->clusters[i] = (twt_cluster){.canonical = star->canonical,
                                       .members = members,
                                       .member_count = sizes[i],
                                       .lowest_jaccard = 1,
                                       .reasons = &c->reasons[i],
                                       .reason_count = 1};
        members += sizes[i];
        sizes[i] = 1; /* from here on the place of the next member */
    }
    place_members(c, graph, stars, sizes);
}

static twt_status fill(twt_clustering *c, const twt_graph *graph, twt_stars *stars)
{
    c->count = stars->count;
    uint32_t *number_of = twt_alloc_array(c->count, sizeof *number_of);
    uint32_t *star_of = twt_alloc_array(c->count, sizeof *star_of);
    size_t *sizes = twt_alloc_zeroed(c->count, sizeof *sizes);
    c->clusters = twt_alloc_array(c->count, sizeof *c->clusters);
    c->members = twt_alloc_array(graph->document_count, sizeof *c->members);
    c->reasons = twt_alloc_array(c->count, sizeof *c->reasons);
    twt_status status = TWT_ERROR_MEMORY;
    if (number_of && star_of && sizes && c->clusters && c->members && c->reasons) {
        renumber(stars, graph->document_count, number_of, star_of);
        lay_out(c, graph, stars, star_of, sizes);
        status = twt_links_find(graph, stars->home, &c->links, &c->link_count);
    }
    twt_free(number_of);
    twt_free(star_of);
    twt_free(sizes);
    return status;
}

twt_status twt_clustering_new(const twt_cluster_document *documents, size_t document_count, const twt_pair *pairs,
                              size_t pair_count, twt_clustering **out)
{
    *out = NULL;
    twt_graph graph = {0};
    twt_stars stars = {0};
    twt_clustering *clustering = NULL;
    twt_status status = twt_graph_init(&graph, documents, document_count, pairs, pair_count);
    if (status == TWT_OK)
        status = twt_stars_init(&stars, &graph);
    if (status == TWT_OK && !(clustering = twt_alloc_zeroed(1, sizeof *clustering)))
        status = TWT_ERROR_MEMORY;
    if (status == TWT_OK)
        status = fill(clustering, &graph, &stars);
    if (status == TWT_OK)
        *out = clustering;
    else
        twt_clustering_free(clustering);
    twt_stars_free(&stars);
    twt_graph_free(&graph);
    return status;
}

void twt_clustering_free(twt_clustering *clustering)
{
    if (!clustering)
        return;
    twt_free(clustering->clusters);
    twt_free(clustering->members);
    twt_free(clustering->reasons);
    twt_free(clustering->links);
    twt_free(clustering);
}

const twt_cluster *twt_clustering_clusters(const twt_clustering *clustering, size_t *count)
{
    *count = clustering->count;
    return clustering->clusters;
}

const twt_link *twt_clustering_links(const twt_clustering *clustering, size_t *count)
{
    *count = clustering->link_count;
    return clustering->links;
}
