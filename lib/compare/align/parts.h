/* What the files of the alignment share: align.c prepares, chain.c finds the main chain, letters.c
 * the letters that belong to it, moved.c what moved, blocks.c what was replaced. */
#ifndef TWT_COMPARE_ALIGN_PARTS_H
#define TWT_COMPARE_ALIGN_PARTS_H

#include "base/keyed.h"
#include "compare/align/align.h"
#include "compare/align/fill.h"

/* Put in the place of tokens already matched: those of one side equal none of the other. */
#define TWT_TAKEN_A (UINT32_MAX - 1)
#define TWT_TAKEN_B UINT32_MAX

struct twt_aligner {
    const twt_pair_words *words;
    const twt_analysis *a, *b;
    const uint32_t *a_home, *b_home; /* sentence of each token */
    twt_anchor_scratch anchors;
    twt_fill_scratch gaps;
    twt_matches runs;  /* anchors, ascending by a */
    twt_matches chain; /* matches of the main chain */
    twt_matches filled, out;
    TWT_VEC(twt_block) corridors, blocks;
    TWT_VEC(uint32_t) a_ids, b_ids; /* word of each token */
    TWT_VEC(uint8_t) weights;       /* by token of a: what a match of it is worth */
    twt_keyed_list keyed;
};

/* Each is false when memory is short. */
bool twt_align_chain(twt_aligner *al, const twt_seed *seeds, size_t seed_count);
bool twt_align_letters(twt_aligner *al);
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
