/* The main chain: anchors that keep to the corridors, and what fills the gaps between them. */
#include "compare/align/parts.h"

enum {
    ANCHOR_LEAST = 3, /* tokens of an anchor */
    LIGHT = 6,        /* shorter anchors must not contradict the corridors */
    NEAR = 16,        /* longest side of a gap between matches that is filled without a corridor */
    STRAY_MOST = 2,   /* tokens of a run that may be a stray */
    STRAY_GAP = 6     /* unmatched tokens before and after a stray */
};

twt_block twt_align_corridor(const twt_aligner *al, const twt_seed *seed)
{
    const twt_sentence *s = &al->a->sentences[seed->a], *t = &al->b->sentences[seed->b];
    return (twt_block){s->token_begin, s->token_end, t->token_begin, t->token_end};
}

/* Corridors of the chain of seeds; those that share a sentence become one. */
static bool find_corridors(twt_aligner *al, const twt_seed *seeds, size_t seed_count)
{
    for (size_t i = 0; i < seed_count; i++) {
        if (!seeds[i].in_chain)
            continue;
        twt_block next = twt_align_corridor(al, &seeds[i]);
        twt_block *last = al->corridors.count ? &al->corridors.data[al->corridors.count - 1] : NULL;
        if (last && (next.a_begin < last->a_begin || next.b_begin < last->b_begin))
            continue;
        if (last && (next.a_begin < last->a_end || next.b_begin < last->b_end)) {
            last->a_end = next.a_end > last->a_end ? next.a_end : last->a_end;
            last->b_end = next.b_end > last->b_end ? next.b_end : last->b_end;
        } else if (!twt_vec_push(&al->corridors, next)) {
            return false;
        }
    }
    return true;
}

/* 2 c + 1 inside corridor c, 2 c before it. */
static size_t rank_in(const twt_aligner *al, uint32_t a, bool is_b)
{
    size_t low = 0, high = al->corridors.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const twt_block *c = &al->corridors.data[middle];
        if ((is_b ? c->b_end : c->a_end) <= a)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == al->corridors.count)
        return 2 * low;
    const twt_block *c = &al->corridors.data[low];
    return 2 * low + ((is_b ? c->b_begin : c->a_begin) <= a);
}

/* Whether a short run leaves the way that the corridors show. */
static bool is_astray(const twt_aligner *al, const twt_match *run)
{
    if (run->count >= LIGHT || !al->corridors.count)
        return false;
    size_t in_a = rank_in(al, run->a, false), in_b = rank_in(al, run->b, true);
    return in_a > in_b + 1 || in_b > in_a + 1;
}

static void drop_astray(twt_aligner *al)
{
    size_t kept = 0;
    for (size_t i = 0; i < al->runs.count; i++)
        if (!is_astray(al, &al->runs.data[i]))
            al->runs.data[kept++] = al->runs.data[i];
    al->runs.count = kept;
}

bool twt_align_fill(twt_aligner *al, const twt_block *stretch)
{
    twt_fill_gap gap = {.a = al->a_ids.data + stretch->a_begin,
                        .b = al->b_ids.data + stretch->b_begin,
                        .weights = al->weights.data + stretch->a_begin,
                        .a_begin = stretch->a_begin,
                        .b_begin = stretch->b_begin,
                        .a_count = stretch->a_end - stretch->a_begin,
                        .b_count = stretch->b_end - stretch->b_begin};
    if ((uint64_t)gap.a_count * gap.b_count <= TWT_FILL_CELLS_MAX)
        return twt_fill_small(&al->gaps, &gap, &al->filled);
    return twt_fill_large(&al->gaps, &gap, &al->filled);
}

static bool clip(const twt_block *corridor, const twt_block *gap, twt_block *out)
{
    *out = (twt_block){twt_larger(corridor->a_begin, gap->a_begin), twt_smaller(corridor->a_end, gap->a_end),
                       twt_larger(corridor->b_begin, gap->b_begin), twt_smaller(corridor->b_end, gap->b_end)};
    return out->a_begin < out->a_end && out->b_begin < out->b_end;
}

/* Fills what corridors there are in a gap, from corridor *at on; without any, a near or nearly equal gap as a whole. */
static bool fill_gap(twt_aligner *al, const twt_block *gap, size_t *at, bool is_between)
{
    if (gap->a_begin == gap->a_end || gap->b_begin == gap->b_end)
        return true;
    bool is_filled = false;
    while (*at < al->corridors.count && al->corridors.data[*at].a_end <= gap->a_begin)
        ++*at;
    for (size_t i = *at; i < al->corridors.count && al->corridors.data[i].a_begin < gap->a_end; i++) {
        twt_block part;
        if (!clip(&al->corridors.data[i], gap, &part))
            continue;
        if (!twt_align_fill(al, &part))
            return false;
        is_filled = true;
    }
    uint32_t a_count = gap->a_end - gap->a_begin, b_count = gap->b_end - gap->b_begin;
    bool is_near = is_between && twt_larger(a_count, b_count) <= NEAR;
    bool is_huge = (uint64_t)a_count * b_count > TWT_FILL_CELLS_MAX;
    return is_filled || !(is_near || is_huge) || twt_align_fill(al, gap);
}

/* Aligns what lies between the anchors of the chain. */
static bool fill_gaps(twt_aligner *al)
{
    twt_block gap = {0, 0, 0, 0};
    size_t at = 0;
    bool is_between = false;
    twt_vec_clear(&al->filled);
    for (size_t i = 0; i < al->runs.count; i++) {
        const twt_match *run = &al->runs.data[i];
        if (run->is_moved)
            continue;
        gap.a_end = run->a, gap.b_end = run->b;
        if (!fill_gap(al, &gap, &at, is_between) || !twt_vec_push(&al->filled, *run))
            return false;
        gap.a_begin = run->a + run->count, gap.b_begin = run->b + run->count;
        is_between = true;
    }
    gap.a_end = (uint32_t)al->a->token_count, gap.b_end = (uint32_t)al->b->token_count;
    return fill_gap(al, &gap, &at, false);
}

/* Lengthens each match of filled over equal tokens into the gaps beside it, and joins those that then touch. */
static bool join_matches(twt_aligner *al)
{
    const uint32_t *a = al->a_ids.data, *b = al->b_ids.data;
    uint32_t a_floor = 0, b_floor = 0;
    for (size_t i = 0; i < al->filled.count; i++) {
        twt_match m = al->filled.data[i];
        bool is_last = i + 1 == al->filled.count;
        uint32_t a_top = is_last ? (uint32_t)al->a->token_count : al->filled.data[i + 1].a;
        uint32_t b_top = is_last ? (uint32_t)al->b->token_count : al->filled.data[i + 1].b;
        while (m.a > a_floor && m.b > b_floor && a[m.a - 1] == b[m.b - 1])
            m.a--, m.b--, m.count++;
        while (m.a + m.count < a_top && m.b + m.count < b_top && a[m.a + m.count] == b[m.b + m.count])
            m.count++;
        twt_match *last = al->chain.count ? &al->chain.data[al->chain.count - 1] : NULL;
        if (last && m.a == a_floor && m.b == b_floor)
            last->count += m.count;
        else if (!twt_vec_push(&al->chain, m))
            return false;
        a_floor = m.a + m.count, b_floor = m.b + m.count;
    }
    return true;
}

static bool is_light(const twt_aligner *al, const twt_match *match)
{
    for (uint32_t i = 0; i < match->count; i++)
        if (al->weights.data[match->a + i] == TWT_WORTH_RARE)
            return false;
    return match->count <= STRAY_MOST;
}

/* Common words with nothing matched near them on either side. */
static void drop_strays(twt_aligner *al)
{
    twt_match *chain = al->chain.data;
    size_t kept = 0, count = al->chain.count;
    uint32_t a_floor = 0, b_floor = 0;
    for (size_t i = 0; i < count; i++) {
        twt_match m = chain[i];
        uint32_t a_top = i + 1 < count ? chain[i + 1].a : (uint32_t)al->a->token_count;
        uint32_t b_top = i + 1 < count ? chain[i + 1].b : (uint32_t)al->b->token_count;
        uint32_t before = twt_larger(m.a - a_floor, m.b - b_floor);
        uint32_t after = twt_larger(a_top - m.a - m.count, b_top - m.b - m.count);
        if (before >= STRAY_GAP && after >= STRAY_GAP && is_light(al, &m))
            continue;
        chain[kept++] = m;
        a_floor = m.a + m.count, b_floor = m.b + m.count;
    }
    al->chain.count = kept;
}

bool twt_align_chain(twt_aligner *al, const twt_seed *seeds, size_t seed_count)
{
    if (!find_corridors(al, seeds, seed_count) || !twt_anchors_find(&al->anchors, al->words, ANCHOR_LEAST, &al->runs))
        return false;
    drop_astray(al);
    if (!twt_anchors_chain(&al->anchors, &al->runs) || !fill_gaps(al) || !join_matches(al))
        return false;
    drop_strays(al);
    return true;
}
