/* Clusters of links: stretches of both texts whose sentences answer each other. */
#ifndef TWT_COMPARE_PASSAGES_CLUSTERS_H
#define TWT_COMPARE_PASSAGES_CLUSTERS_H

#include "compare/passages/links.h"

typedef struct twt_stretch { /* of both texts; [0] is the first; half open */
    uint32_t begin[2], end[2];
} twt_stretch;

typedef struct twt_link_cluster {
    twt_stretch sentences;  /* element positions of sentences */
    twt_sentence_link best; /* the link with the most alike text in it; a weak one only when all are */
} twt_link_cluster;

typedef struct twt_link_part { /* of the links, still to be split or taken; half open */
    size_t begin, end;
    uint32_t gap, splits; /* widest gap allowed; splits that led to it */
} twt_link_part;

typedef struct twt_link_clusters { /* scratch and result; zeroed: empty and valid */
    TWT_VEC(twt_link_cluster) clusters;
    TWT_VEC(twt_link_part) parts;
    TWT_VEC(uint32_t) unexplained[2]; /* of each term, how many have no counterpart yet */
    TWT_VEC(uint32_t) positions;      /* of each word, its term in a sentence plus one */
    TWT_VEC(uint32_t) counts[2];      /* of each word in a stretch */
    TWT_VEC(uint32_t) used;           /* words with a count */
} twt_link_clusters;

/* Drops echoes from links (and changes their order), then gathers the rest into clusters, in no particular but a fixed
 * order. */
TWT_MUST_USE twt_status twt_link_clusters_find(twt_link_clusters *clusters, const twt_pair_words *words,
                                               const twt_analysis *const texts[2], twt_sentence_links *links);
void twt_link_clusters_free(twt_link_clusters *clusters);

#endif
