/* The heaviest part of a list that runs in the same order through both texts. */
#ifndef TWT_COMPARE_PASSAGES_CHAIN_H
#define TWT_COMPARE_PASSAGES_CHAIN_H

#include "base/vec.h"
#include "twicetold/types.h"

typedef struct twt_chain_link {
    uint32_t b; /* position in the second text; the list is ascending by the position in the first */
    uint32_t weight;
    bool in_chain;
} twt_chain_link;

typedef struct twt_chain_top { /* the best chain that ends up to here, and its last link plus one */
    uint64_t weight;
    uint32_t last;
} twt_chain_top;

typedef struct twt_chain {         /* zeroed: empty and valid */
    TWT_VEC(twt_chain_link) links; /* filled by the caller */
    TWT_VEC(twt_chain_top) tops;   /* a Fenwick tree over b of prefix maxima */
    TWT_VEC(uint32_t) before;      /* of each link, the one before it plus one */
} twt_chain;

/* Marks the links of the heaviest subsequence whose b never descends; of equal ones, the one that ends earliest. Every
 * b is under b_end. n log n. */
TWT_MUST_USE twt_status twt_chain_mark(twt_chain *chain, size_t b_end);
void twt_chain_free(twt_chain *chain);

#endif
