/* Which version of a text is canonical: a key of eight terms, compared in order. Never plain length first: a derivative
 * that embeds the original is longer. */
#ifndef TWT_CLUSTER_CANONICAL_H
#define TWT_CLUSTER_CANONICAL_H

#include "cluster/graph.h"

typedef struct twt_canonical_key { /* greater terms win, but for earliest and id */
    bool is_preferred;
    int tier;
    uint32_t credited;   /* members that credit it */
    int32_t first;       /* hundredths of points of evidence that it came first, over its pairs with members */
    int64_t earliest;    /* trusted time; INT64_MAX when there is none */
    uint64_t supported;  /* tokens of its text that at least two other members hold too */
    uint64_t centrality; /* sum of Jaccard to the members, in 2^-20 */
    uint32_t tokens;
    const char *id;
} twt_canonical_key;

/* The key of a document among the documents with home[d] == cluster. */
twt_canonical_key twt_canonical_key_of(const twt_graph *graph, uint32_t document, const uint32_t *home,
                                       uint32_t cluster);

/* Above 0 when a is the better canonical version, below 0 when b is; *deciding is the term that says so. */
int twt_canonical_compare(const twt_canonical_key *a, const twt_canonical_key *b, twt_reason_code *deciding);

/* The figure to print for a deciding term. */
double twt_canonical_value(const twt_canonical_key *key, twt_reason_code term);

#endif
