/* twt_measures, which a verdict is decided on, counted from seeds and alignment. */
#ifndef TWT_COMPARE_RELATION_MEASURES_H
#define TWT_COMPARE_RELATION_MEASURES_H

#include "base/vec.h"
#include "compare/align/align.h"
#include "compare/words/overlap.h"

typedef struct twt_measure_scratch { /* zeroed: empty and valid */
    TWT_VEC(uint8_t) marks[2];       /* by sentence */
    const uint32_t *homes[2];        /* by token: its sentence */
} twt_measure_scratch;

void twt_measures_free(twt_measure_scratch *scratch);

/* Fills in all but the fields that changes, quotations and signs count. Linear. TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_measures_count(twt_measure_scratch *scratch, const twt_pair_words *words,
                                           const twt_overlap *overlap, const twt_seed *seeds, size_t seed_count,
                                           const twt_alignment *alignment, twt_measures *out);

/* The same measures, seen from the other side. */
twt_measures twt_measures_mirror(const twt_measures *measures);

#endif
