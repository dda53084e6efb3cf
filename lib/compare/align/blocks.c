/* Replaced blocks: what lies between two matches of the main chain. Whole sentences in between were added or cut, not
 * replaced: then only the rest of the sentence before and the beginning of the one after are blocks. */
#include "compare/align/parts.h"

enum { /* tokens of a block; what is longer was cut or added, not replaced */
       MOST_IN_CORRIDOR = 40,
       MOST_OUTSIDE = 16
};

typedef struct side {              /* one side of a gap between two matches */
    uint32_t begin, end;           /* the gap */
    uint32_t head_end, tail_begin; /* of the sentences it begins and ends in */
    bool has_whole;                /* a whole sentence lies in it */
} side;

static side side_of(const twt_analysis *text, const uint32_t *home, uint32_t begin, uint32_t end)
{
    side s = {.begin = begin, .end = end, .head_end = begin, .tail_begin = end};
    if (begin == end)
        return s;
    uint32_t first_whole = 0, after_whole = (uint32_t)text->sentence_count;
    if (begin) {
        const twt_sentence *sentence = &text->sentences[home[begin - 1]];
        s.head_end = twt_smaller(twt_larger(sentence->token_end, begin), end);
        first_whole = home[begin - 1] + 1;
    }
    if (end < text->token_count) {
        const twt_sentence *sentence = &text->sentences[home[end]];
        s.tail_begin = twt_larger(twt_smaller(sentence->token_begin, end), s.head_end);
        after_whole = home[end];
    }
    s.has_whole = first_whole < after_whole;
    return s;
}

/* Whether token a lies in a sentence that is told in the other text as well. */
static bool is_in_corridor(const twt_aligner *al, uint32_t a)
{
    size_t low = 0, high = al->corridors.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (al->corridors.data[middle].a_end <= a)
            low = middle + 1;
        else
            high = middle;
    }
    return low < al->corridors.count && al->corridors.data[low].a_begin <= a;
}

static bool add_block(twt_aligner *al, const twt_block *block, bool is_seeded)
{
    uint32_t longer = twt_larger(block->a_end - block->a_begin, block->b_end - block->b_begin);
    if (!longer || longer > (is_seeded ? MOST_IN_CORRIDOR : MOST_OUTSIDE))
        return true;
    return twt_vec_push(&al->blocks, *block);
}

/* Between the matches that end at the gap's beginning and begin at its end; no match is empty, so only the first gap
 * begins and only the last one ends where the text does. */
static bool add_gap(twt_aligner *al, const twt_block *gap)
{
    bool is_first = gap->a_begin == 0, is_last = gap->a_end == al->a->token_count;
    side a = side_of(al->a, al->a_home, gap->a_begin, gap->a_end);
    side b = side_of(al->b, al->b_home, gap->b_begin, gap->b_end);
    bool is_seeded_before = !is_first && is_in_corridor(al, gap->a_begin - 1);
    bool is_seeded_after = !is_last && is_in_corridor(al, gap->a_end);
    if (!is_first && !is_last && !a.has_whole && !b.has_whole)
        return add_block(al, gap, is_seeded_before || is_seeded_after);
    twt_block head = {a.begin, a.head_end, b.begin, b.head_end}, tail = {a.tail_begin, a.end, b.tail_begin, b.end};
    return (!is_seeded_before || add_block(al, &head, true)) && (!is_seeded_after || add_block(al, &tail, true));
}

bool twt_align_blocks(twt_aligner *al)
{
    twt_block gap = {0, 0, 0, 0};
    for (size_t i = 0; i < al->chain.count; i++) {
        const twt_match *match = &al->chain.data[i];
        gap.a_end = match->a, gap.b_end = match->b;
        if (!add_gap(al, &gap))
            return false;
        gap.a_begin = match->a + match->count, gap.b_begin = match->b + match->count;
    }
    gap.a_end = (uint32_t)al->a->token_count, gap.b_end = (uint32_t)al->b->token_count;
    return !al->chain.count || add_gap(al, &gap);
}
