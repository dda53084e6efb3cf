/* The graph of versions: documents joined by the pairs that make two texts versions of one. */
#ifndef TWT_CLUSTER_GRAPH_H
#define TWT_CLUSTER_GRAPH_H

#include "twicetold/cluster.h"

/* Exact, noisy, near_duplicate and rewritten make versions; the other relations are links, and so is rewritten where a
 * text is retold in part of the other. */
bool twt_pair_makes_version(const twt_pair *pair);

/* The relation of the link that a pair makes: excerpt where a text is retold in part, partial for versions that are not
 * in one cluster, else that of the pair. */
twt_relation twt_pair_link(const twt_pair *pair);

typedef struct twt_edge {
    uint32_t neighbour;
    uint32_t pair; /* element position in the pairs */
} twt_edge;

typedef struct twt_graph { /* borrows documents and pairs */
    const twt_cluster_document *documents;
    size_t document_count;
    const twt_pair *pairs;
    size_t pair_count;
    size_t
        *begins; /* of document d: all edges [begins[d], begins[d + 1]), ascending by neighbour; versions and links */
    twt_edge *edges;
} twt_graph;

TWT_MUST_USE twt_status twt_graph_init(twt_graph *graph, const twt_cluster_document *documents, size_t document_count,
                                       const twt_pair *pairs, size_t pair_count);
void twt_graph_free(twt_graph *graph);

/* The pair of two documents, or NULL. */
const twt_pair *twt_graph_find(const twt_graph *graph, uint32_t a, uint32_t b);

/* The same, or else the pair that b has with an exact copy of a. Of many copies the first alone has pairs with other
 * texts and with all the copies. */
const twt_pair *twt_graph_find_equal(const twt_graph *graph, uint32_t a, uint32_t b);

#endif
