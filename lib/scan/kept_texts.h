/* Texts that were read lately, kept as long as there is room, so that most texts of a scan are read once and not once a
 * pair. */
#ifndef TWT_SCAN_KEPT_TEXTS_H
#define TWT_SCAN_KEPT_TEXTS_H

#include "base/vec.h"
#include "scan/recurring.h"
#include "scan/store.h"
#include "twicetold/compare.h"
#include "twicetold/text.h"

enum { TWT_KEPT_TEXTS_BYTES = 64 << 20 }; /* a worker's room: some 1,200 articles of 1000 words */

typedef struct twt_kept_texts { /* of one thread; zeroed: empty and valid */
    twt_analyzer *analyzer;
    twt_preparer *preparer;
    twt_bytes masked;   /* scratch: a text without what recurs */
    size_t room, bytes; /* room 0: TWT_KEPT_TEXTS_BYTES */
    size_t count;       /* of those that are there */
    uint64_t read;      /* texts that were not there and had to be read; those without what recurs are not counted */
    TWT_VEC(struct twt_kept_text) texts;
    TWT_VEC(uint32_t) heads;        /* of the lists of texts whose keys share a slot */
    uint32_t newest, oldest, spare; /* in texts; spare: the first that holds none */
} twt_kept_texts;

void twt_kept_texts_free(twt_kept_texts *kept);

/* The text of a document, read and prepared; it lives until three further texts were asked for, here or below.
 * TWT_ERROR_MEMORY, and what the analyzer refuses: nothing is kept of it. */
TWT_MUST_USE twt_status twt_kept_texts_get(twt_kept_texts *kept, const twt_profile *profile, const twt_store *store,
                                           uint32_t document, const twt_prepared **out);

/* The same without the paragraphs that recur in one source's documents; *out is NULL when the text has none. */
TWT_MUST_USE twt_status twt_kept_texts_get_masked(twt_kept_texts *kept, const twt_profile *profile,
                                                  const twt_store *store, const twt_recurring *recurring,
                                                  uint32_t document, const twt_prepared **out);

#endif
