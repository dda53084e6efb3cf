/* Whether misread letters are what mostly happened to a pair. */
#ifndef TWT_COMPARE_CHANGES_NOISE_H
#define TWT_COMPARE_CHANGES_NOISE_H

#include "compare/changes/kind.h"

/* Told by the words replaced one by one; in scripts written without spaces by letters replaced one by one, one for one,
 * here and there, while the same letters stand elsewhere as they were. Symmetric. */
bool twt_noise_is_common(twt_change_context *context, const twt_alignment *alignment);

#endif
