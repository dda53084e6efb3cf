/* Bands: pairs of documents whose sketches agree in a band.
 *
 * Documents that take part are called by their position: the place in ascending (rank, document number). */
#ifndef TWT_CANDIDATE_BANDS_H
#define TWT_CANDIDATE_BANDS_H

#include "base/vec.h"
#include "candidate/furniture.h"
#include "twicetold/candidate.h"

typedef struct twt_sketches {
    const uint32_t *slots; /* by document number */
    size_t slot_count;
    const uint32_t *order; /* document numbers by position */
    size_t count;          /* positions */
    const twt_furniture *furniture;
} twt_sketches;

/* A pair of positions that share a band bucket, packed so that sorting brings together the earlier partners of a
 * position: later position 24 bits, earlier position 24 bits, equal slots 16 bits. */
static inline uint64_t twt_band_pair(uint32_t earlier, uint32_t later, size_t equal)
{
    return (uint64_t)later << 40 | (uint64_t)earlier << 16 | equal;
}

static inline uint32_t twt_band_pair_later(uint64_t pair)
{
    return (uint32_t)(pair >> 40);
}

static inline uint32_t twt_band_pair_earlier(uint64_t pair)
{
    return (uint32_t)(pair >> 16) & 0xffffff;
}

static inline uint32_t twt_band_pair_equal(uint64_t pair)
{
    return (uint32_t)pair & 0xffff;
}

/* Whether the estimated Jaccard similarity is at least .5. */
static inline bool twt_band_pair_is_like(uint64_t pair, size_t slot_count)
{
    return 2 * twt_band_pair_equal(pair) >= slot_count;
}

#define TWT_PLAUSIBLE_JACCARD .25 /* estimated; below it a pair met by chance or boilerplate */

/* All plausible pairs, ascending, each once. */
TWT_MUST_USE twt_status twt_bands_find(const twt_candidate_options *options, const twt_sketches *sketches,
                                       size_t threads, twt_u64s *pairs);

#endif
