/* Texts beyond a scan's memory: they lie in a file without a name and are mapped, so that a pointer to one stays valid
 * and the system keeps in memory what it has room for. How much of that counts as the process's own is bounded: after
 * every so many bytes looked at, all pages are let go; the next look brings them back. */
#ifndef TWT_SCAN_TEXTS_H
#define TWT_SCAN_TEXTS_H

#include "base/spill.h"
#include "base/vec.h"

typedef struct twt_text_segment {
    char *map;
    size_t len;
} twt_text_segment;

typedef struct twt_texts {
    twt_spill spill;
    TWT_VEC(twt_text_segment) segments;
    size_t used; /* bytes of the last segment */
    uint64_t window;
    atomic_uint_fast64_t looked_at;
} twt_texts;

/* folder: borrowed; NULL: no limit, and memory counts for nothing. */
void twt_texts_init(twt_texts *texts, const char *folder, uint64_t memory);
void twt_texts_free(twt_texts *texts);

/* Whether a block of so many bytes may be in memory; if not, its text is to be put into the file. */
bool twt_texts_hold(twt_texts *texts, size_t bytes);

/* A copy, NUL-terminated, in the file. Errors: TWT_ERROR_IO (spill.os_error), TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_texts_put(twt_texts *texts, const char *text, size_t len, const char **out);

/* To be called when a text in the file is looked at, or has been; from any thread. */
void twt_texts_look(twt_texts *texts, size_t len);

#endif
