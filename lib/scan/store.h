/* The documents of a scan: copies of what was given, found again by number, their ids known to be distinct. */
#ifndef TWT_SCAN_STORE_H
#define TWT_SCAN_STORE_H

#include "twicetold/types.h"

typedef struct twt_stored {
    twt_document document; /* its strings live in memory */
    void *memory;
    bool is_preferred;
} twt_stored;

typedef struct twt_store { /* zeroed: empty and valid */
    twt_stored *items;
    size_t count, cap;
    uint32_t *table;   /* of ids: open addressing, number + 1, 0 is free */
    size_t table_size; /* a power of two */
    uint64_t bytes;
} twt_store;

/* TWT_ERROR_DUPLICATE_ID, TWT_ERROR_TOO_LARGE, TWT_ERROR_ARGUMENT, TWT_ERROR_MEMORY: the store is unchanged. */
TWT_MUST_USE twt_status twt_store_add(twt_store *store, const twt_document *document, bool is_preferred);

/* True when there is a document with this id; *number (unless NULL) says which. */
bool twt_store_find(const twt_store *store, const char *id, uint32_t *number);

void twt_store_free(twt_store *store);

#endif
