/* The named values of a document, as JSON, CSV and front matter give them. */
#ifndef TWT_IO_READ_FIELDS_H
#define TWT_IO_READ_FIELDS_H

#include "twicetold/types.h"

typedef struct twt_field {
    const char *name;
    const char *wrong_type; /* the reason when it is no string */
    const char *value;      /* NUL-terminated; NULL: not given */
    size_t len;
    bool takes_nul; /* a text may hold U+0000, which is no word; a name may not */
} twt_field;

enum { /* of a document */
       TWT_FIELD_TITLE,
       TWT_FIELD_PUBLISHED,
       TWT_FIELD_SOURCE,
       TWT_FIELD_URL,
       TWT_FIELD_TIER,
       TWT_FIELD_METADATA, /* how many of them are metadata */
       TWT_FIELD_ID = TWT_FIELD_METADATA,
       TWT_FIELD_TEXT,
       TWT_FIELDS
};

/* Names set, values NULL. */
void twt_fields_init(twt_field fields[TWT_FIELDS]);

/* Sets the metadata of document from the values that are given, which stay borrowed. TWT_ERROR_FORMAT when published or
 * tier makes no sense; then *reason says which. */
TWT_MUST_USE twt_status twt_fields_apply(const twt_field fields[TWT_FIELD_METADATA], twt_document *document,
                                         const char **reason);

#endif
