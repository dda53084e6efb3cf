/* The documents of a scan: copies of what was given, found again by number, their ids known to be distinct. */
#ifndef TWT_SCAN_STORE_H
#define TWT_SCAN_STORE_H

#include "base/slabs.h"
#include "scan/texts.h"

typedef struct twt_stored {
    twt_document document; /* its strings live in the slabs, its text there or in the file */
    bool is_preferred, is_in_file;
} twt_stored;

typedef struct twt_store {
    twt_stored *items;
    size_t count, cap;
    uint32_t *table;   /* of ids: open addressing, number + 1, 0 is free */
    size_t table_size; /* a power of two */
    uint64_t bytes;
    twt_slabs slabs;
    twt_texts texts;
} twt_store;

/* memory: a share of it is for texts, the others go to a file in folder (borrowed); folder NULL: all stay in memory. */
void twt_store_init(twt_store *store, const char *folder, uint64_t memory);

/* TWT_ERROR_DUPLICATE_ID, TWT_ERROR_TOO_LARGE, TWT_ERROR_ARGUMENT, TWT_ERROR_MEMORY, TWT_ERROR_IO
 * (texts.spill.os_error): the store is unchanged. */
TWT_MUST_USE twt_status twt_store_add(twt_store *store, const twt_document *document, bool is_preferred);

/* True when there is a document with this id; *number (unless NULL) says which. */
bool twt_store_find(const twt_store *store, const char *id, uint32_t *number);

/* The document, about to be looked at; NULL when there is none. From any thread. */
const twt_document *twt_store_look(const twt_store *store, size_t number);

void twt_store_free(twt_store *store);

#endif
