/* Paragraphs that recur in one source's documents: mastheads, notes to editors, disclaimers. They are the source's
 * furniture; sharing them is no reuse. */
#ifndef TWT_SCAN_RECURRING_H
#define TWT_SCAN_RECURRING_H

#include "base/bytes.h"
#include "base/sort.h"
#include "base/vec.h"
#include "twicetold/types.h"

typedef TWT_VEC(uint64_t) twt_paragraphs;

/* Appends the hash of each paragraph of at least a few words. */
TWT_MUST_USE twt_status twt_paragraphs_collect(const twt_analysis *analysis, twt_paragraphs *paragraphs);

typedef struct twt_recurring { /* zeroed: empty and valid */
    TWT_VEC(twt_keyed) places; /* (paragraph, place of the document in sources), documents one after the other */
    TWT_VEC(struct twt_sourced) sources;
    uint64_t *masked; /* ascending paragraph hashes; known after twt_recurring_find */
    size_t masked_count;
} twt_recurring;

struct twt_sourced { /* a document whose source is known */
    uint64_t source;
    uint64_t rank;
    size_t begin; /* its first element in places */
};

void twt_recurring_free(twt_recurring *recurring);

/* Adds a document's paragraphs; one without a source is passed over. rank orders documents independently of the input.
 */
TWT_MUST_USE twt_status twt_recurring_add(twt_recurring *recurring, const char *source, uint64_t rank,
                                          const twt_paragraphs *paragraphs);

/* Finds the paragraphs that three documents of one source have which are otherwise unlike. */
TWT_MUST_USE twt_status twt_recurring_find(twt_recurring *recurring);

/* Copies the text with recurring paragraphs blanked, so that offsets stay true; false when there are none or memory is
 * short, which *status tells apart. */
bool twt_recurring_mask(const twt_recurring *recurring, const twt_analysis *analysis, twt_bytes *masked,
                        twt_status *status);

#endif
