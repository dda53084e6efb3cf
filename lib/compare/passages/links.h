/* Links: pairs of sentences that passages are made of, and clusters of them. */
#ifndef TWT_COMPARE_PASSAGES_LINKS_H
#define TWT_COMPARE_PASSAGES_LINKS_H

#include "compare/passages/sentence_index.h"

typedef struct twt_sentence_link { /* a seed, or a pair of sentences near one that would not be a seed by itself */
    uint32_t at[2];                /* element positions of the sentences */
    float cosine;
    bool is_weak;
} twt_sentence_link;

typedef TWT_VEC(twt_sentence_link) twt_sentence_links;

typedef struct twt_link_finder { /* scratch; zeroed: empty and valid */
    TWT_VEC(uint8_t) is_near[2]; /* of each sentence, whether a seed is not far */
} twt_link_finder;

/* Appends to links, which holds the seeds, the weak ones: one of the two sentences stands within three of a seed's.
 * None when they are more than seed_limit.h has it: in texts of one form. index[s] is of side s. */
TWT_MUST_USE twt_status twt_link_finder_add_weak(twt_link_finder *finder, const twt_pair_words *words,
                                                 twt_sentence_index index[2], twt_sentence_links *links);
void twt_link_finder_free(twt_link_finder *finder);

#endif
