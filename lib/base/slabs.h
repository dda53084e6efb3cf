/* Memory for many blocks that are given back together, in slabs that grow with what is taken. */
#ifndef TWT_BASE_SLABS_H
#define TWT_BASE_SLABS_H

#include "base/vec.h"

typedef struct twt_slabs { /* zeroed: empty and valid */
    TWT_VEC(void *) items;
    unsigned char *next; /* what is left of the slab in use */
    size_t left, size;   /* bytes; size: of the last slab */
} twt_slabs;

/* Aligned for any type; NULL when memory is short. */
void *twt_slabs_take(twt_slabs *slabs, size_t bytes);
void twt_slabs_free(twt_slabs *slabs);

#endif
