/* Token hashes -> shingle hashes. */
#ifndef TWT_TEXT_SHINGLE_H
#define TWT_TEXT_SHINGLE_H

#include "base/vec.h"
#include "text/kernel.h"
#include "twicetold/types.h"

typedef TWT_VEC(uint64_t) twt_hashes;

/* Fills by_position with the shingles of k tokens. */
TWT_MUST_USE twt_status twt_shingles_of(const uint64_t *hashes, size_t count, uint32_t k, twt_hashes *by_position,
                                        const twt_text_kernel *kernel);

/* Fills set with shingles, ascending and unique. */
TWT_MUST_USE twt_status twt_shingle_set_of(const twt_hashes *shingles, twt_hashes *set, twt_hashes *scratch,
                                           const twt_text_kernel *kernel);

/* The hash of all token hashes, each in little-endian order. */
TWT_MUST_USE twt_status twt_content_hash(const uint64_t *hashes, size_t count, twt_hashes *scratch, uint64_t out[2]);

#endif
