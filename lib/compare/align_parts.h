/* What the files of the alignment share: align.c prepares, align_chain.c finds the main chain, align_moved.c what
 * moved, align_blocks.c what was replaced. */
#ifndef TWT_COMPARE_ALIGN_PARTS_H
#define TWT_COMPARE_ALIGN_PARTS_H

#include "base/sort.h"
#include "compare/align.h"
#include "compare/fill.h"

/* Put in the place of hashes of tokens already matched: no hash of one side equals one of the other. */
#define TWT_TAKEN_A 0x74616b656e206121u
#define TWT_TAKEN_B 0x74616b656e206221u

enum { TWT_WEIGHT_RARE = 4 }; /* of a token found once on each side */

typedef struct twt_word_count {
    uint64_t key;
    uint32_t count; /* 0: a free slot */
} twt_word_count;

struct twt_aligner {
    const twt_analysis *a, *b;
    twt_anchor_scratch anchors;
    twt_fill_scratch gaps;
    twt_matches runs;  /* anchors, ascending by a */
    twt_matches chain; /* matches of the main chain */
    twt_matches filled, out;
    TWT_VEC(twt_block) corridors, blocks;
    TWT_VEC(twt_word_count) counts;
    TWT_VEC(uint64_t) a_hashes, b_hashes;
    TWT_VEC(uint8_t) weights;         /* by token of a: what a match of it is worth */
    TWT_VEC(uint32_t) a_home, b_home; /* sentence of each token */
    TWT_VEC(twt_keyed) keyed;
};

/* Each is false when memory is short. */
bool twt_align_chain(twt_aligner *al, const twt_seed *seeds, size_t seed_count);
bool twt_align_moved(twt_aligner *al, const twt_seed *seeds, size_t seed_count);
bool twt_align_blocks(twt_aligner *al);

/* Aligns two stretches of tokens; the matches are appended to al->filled. */
bool twt_align_fill(twt_aligner *al, const twt_block *stretch);

twt_block twt_align_corridor(const twt_aligner *al, const twt_seed *seed);

static inline uint32_t twt_larger(uint32_t x, uint32_t y)
{
    return x > y ? x : y;
}

static inline uint32_t twt_smaller(uint32_t x, uint32_t y)
{
    return x < y ? x : y;
}

#endif
