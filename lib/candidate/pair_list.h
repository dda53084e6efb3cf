/* Pairs of documents from all sources, in any order and as often as they come; joined, each stands once. */
#ifndef TWT_CANDIDATE_PAIR_LIST_H
#define TWT_CANDIDATE_PAIR_LIST_H

#include "base/sort.h"
#include "base/vec.h"
#include "twicetold/candidate.h"

typedef TWT_VEC(twt_candidate_pair) twt_candidate_pairs;

typedef struct twt_pair_list {
    TWT_VEC(twt_keyed) items; /* key: a 24 bits, b 24 bits, channels; value: weight, share */
} twt_pair_list;

/* a, b: document numbers, in any order. False when memory is short. */
bool twt_pair_list_add(twt_pair_list *list, uint32_t a, uint32_t b, uint32_t channel, float weight, float share);

/* Appends to out: ascending by (a, b), with the channels of all that were equal; without those that no channel has.
 * False when memory is short. */
bool twt_pair_list_join(twt_pair_list *list, twt_candidate_pairs *out);

void twt_pair_list_free(twt_pair_list *list);

#endif
