/* Examine: one candidate -> what comes of it. */
#ifndef TWT_SCAN_EXAMINE_H
#define TWT_SCAN_EXAMINE_H

#include "scan/kept_texts.h"
#include "scan/rarity.h"
#include "scan/sieve.h"
#include "twicetold/compare.h"
#include "twicetold/text.h"

typedef struct twt_examined { /* lives until the next candidate */
    /* of the texts, or of what masking left when that is no reuse; the relation alone (TWT_WANT_RELATION) */
    const twt_comparison *comparison;
    twt_step step;         /* VERIFY, COMMON, RECURRING or REPORTED */
    twt_relation relation; /* what is reported: what the texts show, or less when the collection bears out no more */
    const twt_comparison
        *left;          /* of what masking left when that made it less, else NULL; twt_examine_tell completes it */
    bool is_masked;     /* compared again without what recurs */
    bool is_open;       /* of common words: a version only if those around, not heard yet, speak for it */
    bool is_again;      /* the same bytes as the last candidate, and told of them already */
    float order;        /* twt_measures.order_evidence of the texts */
    float lacks;        /* how much collection_evidence the texts need: twt_comparison_lacks */
    float masked_lacks; /* the same of what masking left */
    float doubt;        /* twt_neighbours_doubt of the texts */
    double evidence;    /* of the collection, all in all */
    float rarity;       /* of the words in common: twt_rarity_of_words; 0 when only furniture is told */
} twt_examined;

typedef struct twt_examiner { /* scratch of one thread; zeroed: may be freed */
    const twt_store *store;
    const twt_profile *profile;
    const twt_sieved *sieved;
    twt_comparer *comparer;
    twt_kept_texts texts;
    const twt_prepared *sides[2];       /* a and b of the last candidate */
    const twt_prepared *masked[2];      /* the same without what recurs; NULL: there is nothing, or nobody asked */
    twt_comparer *masked_comparer;      /* NULL until something was masked */
    const twt_comparison *masked_claim; /* of the last candidate, when it was asked for no more; else NULL */
    bool has_last, is_told;             /* what follows is of the last candidate; it was told */
    twt_candidate_pair last;
    double last_doubt;
    const void *last_neighbours;
    twt_examined last_found;
} twt_examiner;

/* Fills *examiner; to be freed also when it fails. The arguments outlive it. TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_examiner_init(twt_examiner *examiner, const twt_store *store, const twt_profile *profile,
                                          const twt_sieved *sieved);
void twt_examiner_free(twt_examiner *examiner);

/* Compares, and holds the verdict against what the collection knows. least_doubt: as much doubt as is sure already, at
 * least TWT_DOUBT_LEAST; knowing more saves a comparison and changes nothing. TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_examine(twt_examiner *examiner, const twt_candidate_pair *candidate, double least_doubt,
                                    twt_examined *out);

/* Completes comparison, and left when there is one, of the last candidate. TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_examine_tell(twt_examiner *examiner, twt_examined *examined);

enum { TWT_EXAMINATION_CHECKS = TWT_CHECKS_MAX + TWT_RARITY_CHECKS_MAX };

typedef struct twt_examination { /* what a pair was held against */
    twt_check checks[TWT_EXAMINATION_CHECKS];
    size_t check_count;
    twt_relation verified; /* by the texts alone */
    twt_relation masked;   /* without what recurs, when that is less; else as verified */
    uint32_t masked_bytes[2];
    twt_step step;
} twt_examination;

/* The same for an explanation; candidate or not. */
TWT_MUST_USE twt_status twt_examine_closely(twt_examiner *examiner, const twt_candidate_pair *candidate,
                                            twt_examination *out);

#endif
