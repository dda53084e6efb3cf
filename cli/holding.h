/* Documents that outlive the reader's next step. */
#ifndef CLI_HOLDING_H
#define CLI_HOLDING_H

#include <stdbool.h>

#include "twicetold/types.h"

typedef struct held_document { /* zeroed: empty and valid */
    twt_document document;
    void *memory;
} held_document;

/* Copies a document over what was held before. False when memory is short. */
bool holding_copy(held_document *held, const twt_document *document);
void holding_free(held_document *held);

#endif
