/* Links: what is shared between clusters, or between a cluster and a single document, without being a version. */
#ifndef TWT_CLUSTER_LINK_H
#define TWT_CLUSTER_LINK_H

#include "cluster/graph.h"

/* home: per document its cluster's final number, or TWT_NO_CLUSTER. *links is to be freed with twt_free. */
TWT_MUST_USE twt_status twt_links_find(const twt_graph *graph, const uint32_t *home, twt_link **links, size_t *count);

#endif
