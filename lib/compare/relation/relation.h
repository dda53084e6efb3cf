/* The relation of a pair: the first of the enumeration that its measures allow. */
#ifndef TWT_COMPARE_RELATION_RELATION_H
#define TWT_COMPARE_RELATION_RELATION_H

#include "twicetold/types.h"

enum { TWT_RULING_REASONS = 4 };

typedef struct twt_ruling {
    twt_relation relation;
    twt_reason reasons[TWT_RULING_REASONS]; /* in the order of twt_reason_code, without examples */
    size_t reason_count;
} twt_ruling;

/* Whether there is reuse at all: looks at seeds, coverage, dense and told tokens, and the order of the words, not at
 * changes. Symmetric. */
bool twt_relation_has_reuse(const twt_measures *measures);

/* Whether measures that show reuse make the relation claim it, whatever changes and names turn out to be. Symmetric. */
bool twt_relation_is_claimed(const twt_measures *measures);

/* Whether two stretches show reuse by the order of their words alone. */
bool twt_relation_is_told(const twt_measures *stretch);
/* Whether they show it beyond doubt. */
bool twt_relation_is_surely_told(const twt_measures *stretch);

/* What order and likeness of the words are worth together. Symmetric. */
double twt_relation_evidence(const twt_measures *measures);

/* is_equal: the texts have the same content hash. Symmetric in the two sides. */
twt_ruling twt_relation_decide(const twt_measures *measures, bool is_equal);

#endif
