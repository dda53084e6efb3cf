/* What the main chain left free, looked through for moved text: anchors outside the chain, longest first, then sentence
 * seeds outside the chain, best first. Tokens matched already are masked by words that equal nothing. */
#include <string.h>

#include "compare/align/parts.h"

enum {
    MOVED_LEAST = 4,    /* tokens of a moved run */
    CELLS_A_TOKEN = 64, /* bound of the work on moved seeds */
    CELLS_AT_LEAST = 1 << 16
};

static void take(twt_aligner *al, const twt_match *match)
{
    for (uint32_t i = 0; i < match->count; i++) {
        al->a_ids.data[match->a + i] = TWT_TAKEN_A;
        al->b_ids.data[match->b + i] = TWT_TAKEN_B;
    }
}

/* The longest part of a run that is free on both sides. */
static twt_match free_part(const twt_aligner *al, const twt_match *run)
{
    twt_match best = {.a = run->a, .b = run->b, .count = 0, .is_moved = true};
    for (uint32_t i = 0; i < run->count;) {
        uint32_t begin = i;
        while (i < run->count && al->a_ids.data[run->a + i] == al->b_ids.data[run->b + i])
            i++;
        if (i - begin > best.count)
            best.a = run->a + begin, best.b = run->b + begin, best.count = i - begin;
        i += i == begin;
    }
    return best;
}

static bool add_runs(twt_aligner *al)
{
    twt_vec_clear(&al->keyed);
    for (size_t i = 0; i < al->runs.count; i++)
        if (al->runs.data[i].is_moved && al->runs.data[i].count >= MOVED_LEAST &&
            !twt_vec_push(&al->keyed, ((twt_keyed){~(uint64_t)al->runs.data[i].count, i})))
            return false;
    if (!twt_keyed_list_sort(&al->keyed))
        return false;
    for (size_t i = 0; i < al->keyed.count; i++) {
        twt_match part = free_part(al, &al->runs.data[al->keyed.data[i].value]);
        if (part.count < MOVED_LEAST)
            continue;
        if (!twt_vec_push(&al->filled, part))
            return false;
        take(al, &part);
    }
    return true;
}

static bool is_mostly_free(const uint32_t *ids, uint32_t begin, uint32_t end, uint32_t taken)
{
    uint32_t free_count = 0;
    for (uint32_t i = begin; i < end; i++)
        free_count += ids[i] != taken;
    return 2 * free_count >= end - begin && free_count >= MOVED_LEAST;
}

/* Keeps the matches from first on when they cover at least a third of the shorter stretch. */
static void keep_or_drop(twt_aligner *al, size_t first, const twt_block *stretch)
{
    uint32_t matched = 0, shorter = twt_smaller(stretch->a_end - stretch->a_begin, stretch->b_end - stretch->b_begin);
    for (size_t i = first; i < al->filled.count; i++)
        matched += al->filled.data[i].count;
    if (3 * matched < shorter || matched < MOVED_LEAST) {
        al->filled.count = first;
        return;
    }
    for (size_t i = first; i < al->filled.count; i++) {
        al->filled.data[i].is_moved = true;
        take(al, &al->filled.data[i]);
    }
}

/* A key that is the lower the higher the cosine, so that the best seeds come first. */
static uint64_t key_of(const twt_seed *seed)
{
    uint32_t bits;
    memcpy(&bits, &seed->cosine, sizeof bits); /* not negative: the bits order as the values do */
    return UINT32_MAX - bits;
}

static bool add_seeds(twt_aligner *al, const twt_seed *seeds, size_t seed_count)
{
    twt_vec_clear(&al->keyed);
    for (size_t i = 0; i < seed_count; i++)
        if (!seeds[i].in_chain && !twt_vec_push(&al->keyed, ((twt_keyed){key_of(&seeds[i]), i})))
            return false;
    if (!twt_keyed_list_sort(&al->keyed))
        return false;
    uint64_t left = CELLS_AT_LEAST + CELLS_A_TOKEN * (uint64_t)(al->a->token_count + al->b->token_count);
    for (size_t i = 0; i < al->keyed.count; i++) {
        twt_block stretch = twt_align_corridor(al, &seeds[al->keyed.data[i].value]);
        uint64_t cells = (uint64_t)(stretch.a_end - stretch.a_begin) * (stretch.b_end - stretch.b_begin);
        if (cells > TWT_FILL_CELLS_MAX || cells > left ||
            !is_mostly_free(al->a_ids.data, stretch.a_begin, stretch.a_end, TWT_TAKEN_A) ||
            !is_mostly_free(al->b_ids.data, stretch.b_begin, stretch.b_end, TWT_TAKEN_B))
            continue;
        left -= cells;
        size_t first = al->filled.count;
        if (!twt_align_fill(al, &stretch))
            return false;
        keep_or_drop(al, first, &stretch);
    }
    return true;
}

static bool sort_by_a(twt_aligner *al)
{
    size_t count = al->filled.count;
    twt_vec_clear(&al->keyed);
    if (!twt_vec_reserve(&al->keyed, 2 * count) || !twt_vec_reserve(&al->filled, count))
        return false;
    for (size_t i = 0; i < count; i++)
        al->keyed.data[i] = (twt_keyed){al->filled.data[i].a, i};
    twt_sort_keyed(al->keyed.data, al->keyed.data + count, count);
    for (size_t i = 0; i < count; i++)
        al->filled.data[count + i] = al->filled.data[al->keyed.data[i].value];
    memmove(al->filled.data, al->filled.data + count, count * sizeof *al->filled.data);
    return true;
}

bool twt_align_moved(twt_aligner *al, const twt_seed *seeds, size_t seed_count)
{
    for (size_t i = 0; i < al->chain.count; i++)
        take(al, &al->chain.data[i]);
    twt_vec_clear(&al->filled);
    return add_runs(al) && add_seeds(al, seeds, seed_count) && sort_by_a(al);
}
