/* Exact copies: documents with the same words are one text to the candidate stage. */
#ifndef TWT_SCAN_COPIES_H
#define TWT_SCAN_COPIES_H

#include "scan/circles.h"

#define TWT_NO_GROUP UINT32_MAX

typedef struct twt_copies {
    uint32_t *first_of; /* per document: the first with the same words; TWT_NO_GROUP for a text without words */
    size_t document_count;
    uint64_t (*content_hashes)[2]; /* per document */
    uint32_t *table;               /* of first members: open addressing, number + 1, 0 is free */
    size_t table_size;             /* a power of two */
    uint32_t *members;             /* documents ordered by (group, number) */
    uint32_t *begins;              /* per group: its first element in members; group_count + 1 of them */
    uint32_t *group_of;            /* per document; groups are numbered by their first members */
    size_t group_count;
} twt_copies;

TWT_MUST_USE twt_status twt_copies_init(twt_copies *copies, size_t document_count);
void twt_copies_free(twt_copies *copies);

/* Notes documents, in ascending order; true when it is the first with its words. A document never noted is in no group.
 */
bool twt_copies_note(twt_copies *copies, uint32_t document, const uint64_t content_hash[2]);

/* Whether a document with these words was noted. */
bool twt_copies_know(const twt_copies *copies, const uint64_t content_hash[2]);

/* Lays the groups out, once all documents are noted. */
void twt_copies_group(twt_copies *copies);

/* Pairs of documents from pairs of groups (a and b are the first members of two groups), and those inside the groups.
 * Of large groups, and of groups with many large partners, only pairs with a first member, so that n copies make n
 * pairs; of those that a hub may vouch for, fewer (circles may be NULL). *out, ascending, is to be freed with
 * twt_free. */
TWT_MUST_USE twt_status twt_copies_expand(const twt_copies *copies, const twt_circles *circles,
                                          const twt_candidate_pair *pairs, size_t count, twt_candidate_pair **out,
                                          size_t *out_count);

#endif
