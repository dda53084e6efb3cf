/* The texts of the pairs that a worker is at, read and prepared, or taken from the shelf, so that most texts of a scan
 * are read once and not once a pair. */
#ifndef TWT_SCAN_KEPT_TEXTS_H
#define TWT_SCAN_KEPT_TEXTS_H

#include "scan/recurring.h"
#include "scan/shelf.h"
#include "scan/store.h"
#include "twicetold/text.h"

enum {
    TWT_KEPT_TEXTS_BYTES = 128 << 20, /* the room of a shelf: some 1,200 articles of 1000 words */
    TWT_TEXTS_HELD = 4                /* a pair, whole and without what recurs */
};

typedef struct twt_kept_texts { /* of one thread; zeroed: empty and valid */
    twt_shelf *shelf;           /* shared; NULL: one of its own */
    twt_shelf *own;
    twt_analyzer *analyzer;
    twt_preparer *preparer;
    twt_bytes masked;                    /* scratch: a text without what recurs */
    twt_kept_text *held[TWT_TEXTS_HELD]; /* the last ones, one after the other in a ring */
    size_t next;                         /* place in the ring */
    uint64_t read; /* texts that were not there and had to be read; those without what recurs are not counted */
} twt_kept_texts;

void twt_kept_texts_free(twt_kept_texts *kept);

/* The text of a document, read and prepared; it lives until three further texts were asked for, here or below, where
 * each call asks for two. TWT_ERROR_MEMORY, and what the analyzer refuses: nothing is kept of it. */
TWT_MUST_USE twt_status twt_kept_texts_get(twt_kept_texts *kept, const twt_profile *profile, const twt_store *store,
                                           uint32_t document, const twt_prepared **out);

/* The same without the paragraphs that recur (recurring.h); *out is NULL when the text has none. The whole text is
 * asked for, too. */
TWT_MUST_USE twt_status twt_kept_texts_get_masked(twt_kept_texts *kept, const twt_profile *profile,
                                                  const twt_store *store, const twt_recurring *recurring,
                                                  uint32_t document, const twt_prepared **out);

#endif
