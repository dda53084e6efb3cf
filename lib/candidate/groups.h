/* Groups of postings of one feature. */
#ifndef TWT_CANDIDATE_GROUPS_H
#define TWT_CANDIDATE_GROUPS_H

#include "base/vec.h"
#include "twicetold/types.h"

typedef struct twt_group { /* of the postings of one feature */
    uint32_t end;          /* in the owners; it begins where the one before it ends */
    bool is_word;
} twt_group;

typedef struct twt_groups { /* scratch; zeroed: empty and valid */
    TWT_VEC(twt_group) items;
    TWT_VEC(uint32_t) owners; /* group by group, in each in the order of the postings or ascending */
    TWT_VEC(uint32_t) group_of;
    twt_u64s table, scratch;
} twt_groups;

/* Puts together who has the same feature; may reorder the postings, fewer than 2^32. False when memory is short. */
bool twt_groups_run(twt_groups *groups, uint64_t *postings, size_t count);
void twt_groups_free(twt_groups *groups);

#endif
