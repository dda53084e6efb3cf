/* Paragraphs that recur: mastheads, menus, notes to editors, disclaimers. They are furniture, of a source or of many;
 * sharing them is no reuse. */
#ifndef TWT_SCAN_RECURRING_H
#define TWT_SCAN_RECURRING_H

#include "base/bytes.h"
#include "base/sort.h"
#include "base/vec.h"
#include "twicetold/types.h"

typedef TWT_VEC(twt_keyed) twt_paragraphs; /* (hash, least shingle in 32 bits) */

#define TWT_PARAGRAPH_SHORT UINT32_MAX /* in place of a least shingle: so short that documents are not alike for it */

/* Appends each paragraph; then all ascend by least shingle, which like paragraphs often share. */
TWT_MUST_USE twt_status twt_paragraphs_collect(const twt_analysis *analysis, twt_paragraphs *paragraphs);

typedef struct twt_recurring { /* zeroed: empty and valid */
    TWT_VEC(twt_keyed) places; /* paragraphs as above, the document's number above the least shingle; until found */
    TWT_VEC(struct twt_furnished) documents; /* until found */
    uint64_t *masked;                        /* ascending paragraph hashes; known after twt_recurring_find */
    size_t masked_count;
    uint32_t *furnished; /* numbers of the documents that have some of these, in the order of adding; likewise */
    size_t furnished_count;
} twt_recurring;

struct twt_furnished { /* a document that was added */
    uint32_t number;
    bool is_furnished;
    uint64_t source;   /* 0: unknown */
    uint64_t rank;
    size_t begin; /* its first element in places */
};

void twt_recurring_free(twt_recurring *recurring);

/* Adds a document's paragraphs. source may be NULL. rank orders documents independently of the input. */
TWT_MUST_USE twt_status twt_recurring_add(twt_recurring *recurring, uint32_t number, const char *source, uint64_t rank,
                                          const twt_paragraphs *paragraphs);

/* Finds the paragraphs that three documents of one source have which are otherwise unlike, or a dozen of any. */
TWT_MUST_USE twt_status twt_recurring_find(twt_recurring *recurring);

/* Collects the shingles that lie in recurring paragraphs, or in several that follow each other. */
TWT_MUST_USE twt_status twt_recurring_shingles(const twt_recurring *recurring, const twt_analysis *analysis,
                                               twt_u64s *shingles);

/* Copies the text with recurring paragraphs blanked, so that offsets stay true; false when there are none or memory is
 * short, which *status tells apart. */
bool twt_recurring_mask(const twt_recurring *recurring, const twt_analysis *analysis, twt_bytes *masked,
                        twt_status *status);

#endif
