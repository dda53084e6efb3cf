/* Unique shingles as anchors: as in patience diff (Cohen 2003), where lines take the place of shingles. The chain is
 * the heaviest increasing subsequence by a Fenwick tree of prefix maxima (Fenwick 1994): n log n for n runs. */
#include "compare/anchors.h"

#include <string.h>

#include "base/hash.h"
#include "base/sort.h"

/* A hostile text can fill one stretch of the table; past so many probes a shingle is as good as repeated. */
enum { PROBES_MAX = 64 };
#define NONE UINT32_MAX

struct twt_anchor_slot {
    uint64_t key;
    uint32_t at[2];  /* position of the last one seen in a and in b */
    uint8_t seen[2]; /* how often, 2 for more */
    bool is_taken;
};

void twt_anchors_free(twt_anchor_scratch *scratch)
{
    twt_vec_free(&scratch->slots);
    twt_vec_free(&scratch->before);
    twt_vec_free(&scratch->ranks);
    twt_vec_free(&scratch->tree);
    twt_vec_free(&scratch->sorted);
}

static size_t table_size(size_t count)
{
    size_t size = 64;
    while (size < 2 * count)
        size *= 2;
    return size;
}

/* The slot of key, a free one when it is new and is_adding, else NULL. */
static struct twt_anchor_slot *slot_of(struct twt_anchor_slot *slots, size_t mask, uint64_t key, bool is_adding)
{
    size_t at = twt_hash_mix(key) & mask;
    for (int probe = 0; probe < PROBES_MAX; probe++, at = (at + 1) & mask) {
        struct twt_anchor_slot *slot = &slots[at];
        if (slot->is_taken && slot->key == key)
            return slot;
        if (!slot->is_taken) {
            if (is_adding)
                *slot = (struct twt_anchor_slot){.key = key, .is_taken = true};
            return is_adding ? slot : NULL;
        }
    }
    return NULL;
}

static void see(struct twt_anchor_slot *slot, int side, size_t at)
{
    slot->at[side] = (uint32_t)at;
    slot->seen[side] += slot->seen[side] < 2;
}

static bool fill_table(twt_anchor_scratch *scratch, const twt_analysis *a, const twt_analysis *b, size_t *mask)
{
    size_t size = table_size(a->shingle_count);
    twt_vec_clear(&scratch->slots);
    if (!twt_vec_reserve(&scratch->slots, size))
        return false;
    struct twt_anchor_slot *slots = scratch->slots.data;
    memset(slots, 0, size * sizeof *slots);
    *mask = size - 1;
    for (size_t i = 0; i < a->shingle_count; i++) {
        struct twt_anchor_slot *slot = slot_of(slots, *mask, a->shingles[i], true);
        if (slot)
            see(slot, 0, i);
    }
    for (size_t i = 0; i < b->shingle_count; i++) {
        struct twt_anchor_slot *slot = slot_of(slots, *mask, b->shingles[i], false);
        if (slot)
            see(slot, 1, i);
    }
    return true;
}

static bool is_equal_token(const twt_analysis *a, const twt_analysis *b, size_t i, size_t j)
{
    return a->tokens[i].hash == b->tokens[j].hash;
}

/* The run of equal tokens through (i, j), not reaching back over floor in b. */
static twt_match extend(const twt_analysis *a, const twt_analysis *b, size_t i, size_t j, size_t floor)
{
    size_t end = 0, back = 0;
    while (i + end < a->token_count && j + end < b->token_count && is_equal_token(a, b, i + end, j + end))
        end++;
    while (end && back < i && j - back > floor && is_equal_token(a, b, i - back - 1, j - back - 1))
        back++;
    return (twt_match){.a = (uint32_t)(i - back), .b = (uint32_t)(j - back), .count = (uint32_t)(end + back)};
}

bool twt_anchors_find(twt_anchor_scratch *scratch, const twt_analysis *a, const twt_analysis *b, uint32_t least,
                      twt_matches *out)
{
    size_t k = b->token_count - b->shingle_count + 1, mask;
    if (!a->shingle_count || !b->shingle_count || k != a->token_count - a->shingle_count + 1)
        return true;
    if (!fill_table(scratch, a, b, &mask))
        return false;
    size_t floor = 0;
    for (size_t j = 0; j < b->shingle_count; j++) {
        const struct twt_anchor_slot *slot = slot_of(scratch->slots.data, mask, b->shingles[j], false);
        if (!slot || slot->seen[0] != 1 || slot->seen[1] != 1)
            continue;
        twt_match run = extend(a, b, slot->at[0], j, floor);
        if (run.count < k)
            continue; /* two shingles of one hash */
        if (run.count >= least && !twt_vec_push(out, run))
            return false;
        floor = run.b + run.count;
        if (floor > j + k)
            j = floor - k; /* unique shingles inside the run lie on its diagonal */
    }
    return true;
}

/* The tree holds weight << 32 | ~position, so that of equal weights the earlier run wins. */
static uint64_t best_below(const uint64_t *tree, size_t rank)
{
    uint64_t best = 0;
    for (; rank; rank &= rank - 1)
        if (tree[rank] > best)
            best = tree[rank];
    return best;
}

static void raise_from(uint64_t *tree, size_t size, size_t rank, uint64_t value)
{
    for (; rank <= size; rank += rank & (~rank + 1))
        if (tree[rank] < value)
            tree[rank] = value;
}

/* Sorts by a, of equal a the later b first, so that two such runs never follow each other; ranks by b. */
static bool sort_by_a(twt_anchor_scratch *scratch, twt_matches *runs)
{
    size_t count = runs->count;
    twt_vec_clear(&scratch->tree);
    twt_vec_clear(&scratch->ranks);
    twt_vec_clear(&scratch->sorted);
    if (!twt_vec_reserve(&scratch->tree, 2 * count + 1) || !twt_vec_reserve(&scratch->ranks, count) ||
        !twt_vec_reserve(&scratch->sorted, count))
        return false;
    uint64_t *keys = scratch->tree.data;
    for (size_t i = 0; i < count; i++)
        keys[i] = (uint64_t)runs->data[i].a << 32 | (uint32_t)~i;
    twt_sort_u64(keys, keys + count, count);
    for (size_t i = 0; i < count; i++) {
        uint32_t from = (uint32_t)~keys[i];
        scratch->sorted.data[i] = runs->data[from];
        scratch->ranks.data[i] = from + 1;
    }
    memcpy(runs->data, scratch->sorted.data, count * sizeof *runs->data);
    return true;
}

/* Links each run to the one before it in the heaviest chain that ends in it; returns the last run of the heaviest. */
static uint32_t link_chain(twt_anchor_scratch *scratch, const twt_matches *runs)
{
    uint64_t *tree = scratch->tree.data;
    memset(tree, 0, (runs->count + 1) * sizeof *tree);
    for (size_t i = 0; i < runs->count; i++) {
        uint64_t best = best_below(tree, scratch->ranks.data[i] - 1);
        scratch->before.data[i] = best ? (uint32_t)~best : NONE;
        uint64_t weight = (best >> 32) + runs->data[i].count;
        raise_from(tree, runs->count, scratch->ranks.data[i], weight << 32 | (uint32_t)~i);
    }
    return (uint32_t)~best_below(tree, runs->count);
}

/* Cuts the front of a run that begins before (a, b); false when nothing is left. */
static bool trim_front(twt_match *run, uint32_t a, uint32_t b)
{
    uint32_t over_a = run->a < a ? a - run->a : 0, over_b = run->b < b ? b - run->b : 0;
    uint32_t over = over_a > over_b ? over_a : over_b;
    if (over >= run->count)
        return false;
    *run = (twt_match){.a = run->a + over, .b = run->b + over, .count = run->count - over};
    return true;
}

bool twt_anchors_chain(twt_anchor_scratch *scratch, twt_matches *runs)
{
    if (!runs->count)
        return true;
    twt_vec_clear(&scratch->before);
    if (!twt_vec_reserve(&scratch->before, runs->count) || !sort_by_a(scratch, runs))
        return false;
    for (size_t i = 0; i < runs->count; i++)
        runs->data[i].is_moved = true;
    for (uint32_t i = link_chain(scratch, runs); i != NONE; i = scratch->before.data[i])
        runs->data[i].is_moved = false;
    uint32_t a = 0, b = 0;
    for (size_t i = 0; i < runs->count; i++) {
        twt_match *run = &runs->data[i];
        if (run->is_moved)
            continue;
        run->is_moved = !trim_front(run, a, b);
        if (!run->is_moved)
            a = run->a + run->count, b = run->b + run->count;
    }
    return true;
}
