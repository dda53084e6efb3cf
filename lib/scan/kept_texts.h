/* Texts that were read lately, kept as long as there is room, so that most texts of a scan are read once and not once a
 * pair. */
#ifndef TWT_SCAN_KEPT_TEXTS_H
#define TWT_SCAN_KEPT_TEXTS_H

#include "base/vec.h"
#include "scan/store.h"
#include "twicetold/text.h"

enum { TWT_KEPT_TEXTS_BYTES = 24 << 20 }; /* a worker's room: some 500 articles of 1000 words */

typedef struct twt_kept_texts { /* of one thread; zeroed: empty and valid */
    twt_analyzer *analyzer;
    size_t room, bytes; /* room 0: TWT_KEPT_TEXTS_BYTES */
    uint64_t read;      /* texts that were not there and had to be read */
    TWT_VEC(struct twt_kept_text) texts;
    TWT_VEC(uint32_t) heads;        /* of the lists of texts whose numbers share a slot */
    uint32_t newest, oldest, spare; /* in texts; spare: the first that holds none */
} twt_kept_texts;

void twt_kept_texts_free(twt_kept_texts *kept);

/* The text of a document, read; it lives until the next call but one. TWT_ERROR_MEMORY, and what the analyzer refuses:
 * nothing is kept of it. */
TWT_MUST_USE twt_status twt_kept_texts_get(twt_kept_texts *kept, const twt_profile *profile, const twt_store *store,
                                           uint32_t document, const twt_analysis **out);

#endif
