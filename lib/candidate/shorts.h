/* Short documents among themselves. */
#ifndef TWT_CANDIDATE_SHORTS_H
#define TWT_CANDIDATE_SHORTS_H

#include "candidate/rare.h"

typedef struct twt_shorts { /* zeroed: empty, for freeing alone */
    uint32_t words_max;
    twt_postings postings; /* of words and bigrams */
    bool *is_short;        /* by document */
    size_t document_count;
} twt_shorts;

/* spill: outlives the short documents. */
TWT_MUST_USE twt_status twt_shorts_init(twt_shorts *shorts, const twt_candidate_options *options, size_t document_count,
                                        twt_spill *spill);
void twt_shorts_free(twt_shorts *shorts);

/* One thread's way in. */
typedef struct twt_shorts_writer { /* zeroed: none, for freeing alone */
    twt_shorts *shorts;
    twt_postings_writer postings;
    twt_u64s keys, scratch;
} twt_shorts_writer;

TWT_MUST_USE twt_status twt_shorts_writer_init(twt_shorts_writer *writer, twt_shorts *shorts);
void twt_shorts_writer_free(twt_shorts_writer *writer);

/* Before anything is found; nothing is added any more. */
TWT_MUST_USE twt_status twt_shorts_writer_close(twt_shorts_writer *writer);

/* Takes the document if it is short. features: in any order. */
TWT_MUST_USE twt_status twt_shorts_add(twt_shorts_writer *writer, uint32_t document, const twt_features *features);

/* Applies the rule of the rare features to the families that short documents stand for, as if there were no others, and
 * joins what it finds to the ascending pairs. Uses up the short documents. */
TWT_MUST_USE twt_status twt_shorts_find(const twt_candidate_options *options, twt_shorts *shorts,
                                        const uint32_t *family_of_document, size_t family_count, size_t threads,
                                        twt_rare_pairs *pairs);

/* What the share of two short documents, of the weight of their words and bigrams, counts as a share of all features.
 * At .03 to .05 of those, rewrites of l2r share .103 (median), other pairs .057; over all of them 1.57 times as much.
 */
#define TWT_SHORT_SHARE .5

/* The rule among the short ones, in terms of the other. */
twt_candidate_options twt_short_options(const twt_candidate_options *options);

bool twt_features_are_short(const twt_features *features, uint32_t words_max);

/* keys becomes the words and bigrams of features. False when memory is short. */
bool twt_features_of_short(const twt_features *features, twt_u64s *keys);

#endif
