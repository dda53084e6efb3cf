/* What the relation of a pair does not depend on: reasons, examples, changes. */
#ifndef TWT_COMPARE_TELLING_H
#define TWT_COMPARE_TELLING_H

#include "compare/run.h"

/* Completes comparer->at.result. TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_telling_run(twt_comparer *comparer);

#endif
