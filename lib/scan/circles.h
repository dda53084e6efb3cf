/* Circles: of many texts that are like one another each is compared with a hub and the nearest; what is a version of
 * the hub need not be compared with all the others. */
#ifndef TWT_SCAN_CIRCLES_H
#define TWT_SCAN_CIRCLES_H

#include "base/vec.h"
#include "scan/store.h"
#include "twicetold/candidate.h"

/* A hub vouches for its versions when there are more of them than this, and for what has its wording with other facts
 * when there are more of both than that: press offices fill in a template a hundred times, and all of it is told. */
enum { TWT_VOUCHED_MIN = 64, TWT_VOUCHED_FORMS_MIN = 256 };

/* What a document is to its hub. */
typedef enum twt_circle_kin { TWT_CIRCLE_OTHER, TWT_CIRCLE_UPDATED, TWT_CIRCLE_VERSION, TWT_CIRCLE_KIN } twt_circle_kin;

typedef struct twt_circles { /* zeroed: none, and valid */
    uint32_t *hubs;          /* per document: the hub of its first copy, or TWT_NO_NUMBER */
    uint32_t *places;        /* the same: the candidate that a first copy and its hub are, or TWT_NO_NUMBER */
    uint8_t *kin;            /* the same: twt_circle_kin to its hub; first copies alone */
    uint32_t (*kin_counts)[TWT_CIRCLE_KIN]; /* the same: of a hub, how many are that or more */
    const uint32_t *first_copies;
    size_t document_count;
} twt_circles;

/* hubs, of first copies, becomes the circles' own and is freed when it fails. first_copies outlives them. */
TWT_MUST_USE twt_status twt_circles_init(twt_circles *circles, uint32_t *hubs, const uint32_t *first_copies,
                                         size_t document_count);
void twt_circles_free(twt_circles *circles);

/* Whether the pair is one of those that a hub may vouch for. */
bool twt_circles_may_spare(const twt_circles *circles, const twt_candidate_pair *pair);

typedef TWT_VEC(twt_candidate_pair) twt_candidate_list;

/* Copies the ascending pairs and adds more, in no order: the preferred document of a circle, that of the highest tier
 * and the earliest meet all of it as the hub does, since one of them will be the canonical version. */
TWT_MUST_USE twt_status twt_circles_add_leaders(const twt_circles *circles, const twt_store *store,
                                                const twt_candidate_pair *pairs, size_t count, twt_candidate_list *out);

/* Finds the pairs of hubs and first copies. */
void twt_circles_place(twt_circles *circles, const twt_candidate_pair *pairs, size_t count);

/* Whether the candidate is one of these. */
bool twt_circles_is_of_hub(const twt_circles *circles, const twt_candidate_pair *pair, uint32_t place);

/* Notes what the document of such a pair is to the hub. */
void twt_circles_note(twt_circles *circles, const twt_candidate_pair *pair, uint32_t place, twt_circle_kin kin);

/* Whether the hub vouches for both; then *vouchers are the candidates that they are with it. */
bool twt_circles_spare(const twt_circles *circles, const twt_candidate_pair *pair, uint32_t vouchers[2]);

#endif
