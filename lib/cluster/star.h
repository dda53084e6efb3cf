/* Stars: each document that is in a cluster is a version of that cluster's canonical one. */
#ifndef TWT_CLUSTER_STAR_H
#define TWT_CLUSTER_STAR_H

#include "cluster/graph.h"

#define TWT_NO_CLUSTER UINT32_MAX

typedef struct twt_star {
    uint32_t canonical;
    twt_reason reason; /* the deciding term */
} twt_star;

typedef struct twt_stars {
    uint32_t *home;  /* per document: its star, or TWT_NO_CLUSTER */
    bool *is_direct; /* per document: verified against the canonical one */
    twt_star *stars; /* in the order of their making */
    size_t count, cap;
} twt_stars;

TWT_MUST_USE twt_status twt_stars_init(twt_stars *stars, const twt_graph *graph);
void twt_stars_free(twt_stars *stars);

#endif
