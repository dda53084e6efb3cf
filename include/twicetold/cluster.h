/* cluster: verified pairs -> clusters of versions, the canonical one of each, links between clusters.
 *
 * Star clustering around the highest-ranked document. Exact, noisy, near_duplicate and rewritten make versions of one text;
 * excerpt, updated and partial are links. Does not depend on the order of documents but for ties. */
#ifndef TWICETOLD_CLUSTER_H
#define TWICETOLD_CLUSTER_H

#include "twicetold/types.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct twt_cluster_document { /* what the clustering must know of a document */
    const char *id;
    twt_tier tier;
    twt_time published;
    uint32_t tokens;
    bool is_preferred; /* by the caller's word: outranks everything */
} twt_cluster_document;

/* The result; immutable, may be shared between threads. */
typedef struct twt_clustering twt_clustering;

/* Pairs ascending by (a, b), numbers below document_count; nothing is kept of the arguments.
 * Errors: TWT_ERROR_ARGUMENT, TWT_ERROR_MEMORY. Cost: pairs * log pairs. */
TWT_API TWT_MUST_USE twt_status twt_clustering_new(const twt_cluster_document *documents, size_t document_count,
                                                   const twt_pair *pairs, size_t pair_count, twt_clustering **out);
TWT_API void twt_clustering_free(twt_clustering *clustering);

/* Ascending by the first member in the order of input; live as long as the clustering. */
TWT_API const twt_cluster *twt_clustering_clusters(const twt_clustering *clustering, size_t *count);

/* Ascending by (from, to, relation), documents before clusters, each once. */
TWT_API const twt_link *twt_clustering_links(const twt_clustering *clustering, size_t *count);

#ifdef __cplusplus
}
#endif

#endif
