/* Clusters of seeds: stretches of both texts whose sentences answer each other. */
#ifndef TWT_COMPARE_PASSAGE_CLUSTERS_H
#define TWT_COMPARE_PASSAGE_CLUSTERS_H

#include "compare/pair_words.h"

typedef struct twt_stretch { /* of both texts; [0] is the first, half open */
    uint32_t begin[2], end[2];
} twt_stretch;

typedef struct twt_cluster_of_seeds {
    twt_stretch sentences; /* element positions of sentences */
    twt_seed best;         /* the seed with the most similar text in it */
    uint32_t seed_count;
} twt_cluster_of_seeds;

typedef struct twt_part_of_seeds { /* still to be split or taken; half open */
    size_t begin, end;
    uint32_t gap;
    uint32_t splits; /* that led to it */
} twt_part_of_seeds;

typedef struct twt_seed_clusters { /* scratch and result; zeroed: empty and valid */
    TWT_VEC(twt_cluster_of_seeds) clusters;
    TWT_VEC(twt_seed) seeds; /* those that are left; a cluster's stand together */
    TWT_VEC(twt_part_of_seeds) parts;
    TWT_VEC(uint32_t) unexplained[2]; /* of each term, how many have no counterpart yet */
    TWT_VEC(uint32_t) positions;      /* of each word, its term in a sentence plus one */
    TWT_VEC(uint32_t) counts[2];      /* of each word in a stretch */
    TWT_VEC(uint32_t) used;           /* words with a count */
} twt_seed_clusters;

/* Clusters in no particular but a fixed order. */
TWT_MUST_USE twt_status twt_seed_clusters_find(twt_seed_clusters *clusters, const twt_pair_words *words,
                                               const twt_analysis *const texts[2], const twt_seed *seeds, size_t count);
void twt_seed_clusters_free(twt_seed_clusters *clusters);

#endif
