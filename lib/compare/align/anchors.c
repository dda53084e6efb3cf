/* Unique shingles as anchors: as in patience diff (Cohen 2003), where lines take the place of shingles. The chain is
 * the heaviest increasing subsequence by a Fenwick tree of prefix maxima (Fenwick 1994): n log n for n runs. */
#include "compare/align/anchors.h"

#include <string.h>

#include "base/bits.h"
#include "base/sort.h"

/* A hostile text can fill one stretch of the table; past so many probes a shingle is as good as repeated. */
enum { PROBES_MAX = 64 };
#define NONE UINT32_MAX

struct twt_anchor_slot {
    uint64_t key;
    uint32_t at[2];  /* position of the last one seen in a and in b */
    uint8_t seen[2]; /* how often, 2 for more; none in a: a free slot */
};

struct twt_anchor_met { /* a shingle of b that a has */
    uint32_t at, slot;
};

void twt_anchors_free(twt_anchor_scratch *scratch)
{
    twt_vec_free(&scratch->slots);
    twt_vec_free(&scratch->met);
    twt_vec_free(&scratch->common);
    twt_vec_free(&scratch->before);
    twt_vec_free(&scratch->ranks);
    twt_vec_free(&scratch->tree);
    twt_vec_free(&scratch->sorted);
}

/* The slot of key, or a free one; NULL when the table is crowded there. */
static struct twt_anchor_slot *slot_of(struct twt_anchor_slot *slots, size_t mask, uint64_t key)
{
    size_t at = (size_t)key & mask;
    for (int probe = 0; probe < PROBES_MAX; probe++, at = (at + 1) & mask)
        if (!slots[at].seen[0] || slots[at].key == key)
            return &slots[at];
    return NULL;
}

/* A shingle's place in the filter, by bits that don't choose its slot. */
static size_t filter_of(uint64_t key)
{
    return (size_t)(key >> 32) % TWT_ANCHOR_FILTER;
}

static void see(struct twt_anchor_slot *slot, int text, size_t at)
{
    slot->at[text] = (uint32_t)at;
    slot->seen[text] += slot->seen[text] < 2;
}

/* The shingles of a text whose words all stand in the other text too: few are left of most pairs. No branch to guess.
 */
static bool gather_common(twt_anchor_scratch *scratch, const twt_pair_words *words, int text)
{
    const twt_analysis *of = twt_pair_text(words, text);
    const uint32_t *ids = twt_pair_ids(words, text);
    const uint8_t *worth = words->worth.data;
    size_t k = of->token_count - of->shingle_count + 1, common = 0, count = 0;
    if (!twt_vec_resize(&scratch->common, of->shingle_count))
        return false;
    for (size_t i = 0; i < of->token_count; i++) {
        common = (common + 1) & (0 - (size_t)(worth[ids[i]] != 0));
        scratch->common.data[count] = (uint32_t)(i + 1 - k);
        count += common >= k;
    }
    scratch->common.count = count;
    return true;
}

static bool fill_table(twt_anchor_scratch *scratch, const twt_pair_words *words)
{
    const uint64_t *shingles = twt_pair_text(words, 0)->shingles;
    if (!gather_common(scratch, words, 0))
        return false;
    size_t size = twt_table_slots(scratch->common.count);
    if (!twt_vec_resize(&scratch->slots, size))
        return false;
    memset(scratch->slots.data, 0, size * sizeof *scratch->slots.data);
    memset(scratch->filter, 0, sizeof scratch->filter);
    for (size_t i = 0; i < scratch->common.count; i++) {
        uint32_t at = scratch->common.data[i];
        struct twt_anchor_slot *slot = slot_of(scratch->slots.data, size - 1, shingles[at]);
        scratch->filter[filter_of(shingles[at])] = true;
        if (slot) {
            slot->key = shingles[at];
            see(slot, 0, at);
        }
    }
    return true;
}

/* Drops shingles that, as the filter shows, a has not. */
static void filter_common(twt_anchor_scratch *scratch, const uint64_t *shingles)
{
    size_t kept = 0;
    for (size_t i = 0; i < scratch->common.count; i++) {
        uint32_t at = scratch->common.data[i];
        scratch->common.data[kept] = at;
        kept += scratch->filter[filter_of(shingles[at])];
    }
    scratch->common.count = kept;
}

static bool meet(twt_anchor_scratch *scratch, const twt_pair_words *words)
{
    const uint64_t *shingles = twt_pair_text(words, 1)->shingles;
    struct twt_anchor_slot *slots = scratch->slots.data;
    twt_vec_clear(&scratch->met);
    if (!gather_common(scratch, words, 1))
        return false;
    filter_common(scratch, shingles);
    for (size_t i = 0; i < scratch->common.count; i++) {
        uint32_t at = scratch->common.data[i];
        struct twt_anchor_slot *slot = slot_of(slots, scratch->slots.count - 1, shingles[at]);
        if (!slot || slot->seen[0] != 1)
            continue;
        see(slot, 1, at);
        if (!twt_vec_push(&scratch->met, ((struct twt_anchor_met){at, (uint32_t)(slot - slots)})))
            return false;
    }
    return true;
}

typedef struct token_list {
    const uint32_t *ids;
    size_t count;
} token_list;

/* The run of equal tokens through (i, j), not reaching back over floor in b. */
static twt_match extend(token_list a, token_list b, size_t i, size_t j, size_t floor)
{
    size_t end = 0, back = 0;
    while (i + end < a.count && j + end < b.count && a.ids[i + end] == b.ids[j + end])
        end++;
    while (end && back < i && j - back > floor && a.ids[i - back - 1] == b.ids[j - back - 1])
        back++;
    return (twt_match){.a = (uint32_t)(i - back), .b = (uint32_t)(j - back), .count = (uint32_t)(end + back)};
}

bool twt_anchors_find(twt_anchor_scratch *scratch, const twt_pair_words *words, uint32_t least, twt_matches *out)
{
    const twt_analysis *a = twt_pair_text(words, 0), *b = twt_pair_text(words, 1);
    size_t k = b->token_count - b->shingle_count + 1, floor = 0, next = 0;
    if (!a->shingle_count || !b->shingle_count || k != a->token_count - a->shingle_count + 1)
        return true;
    if (!fill_table(scratch, words) || !meet(scratch, words))
        return false;
    token_list in_a = {twt_pair_ids(words, 0), a->token_count}, in_b = {twt_pair_ids(words, 1), b->token_count};
    for (size_t m = 0; m < scratch->met.count; m++) {
        size_t j = scratch->met.data[m].at;
        const struct twt_anchor_slot *slot = &scratch->slots.data[scratch->met.data[m].slot];
        if (j < next || slot->seen[1] != 1)
            continue;
        twt_match run = extend(in_a, in_b, slot->at[0], j, floor);
        if (run.count < k)
            continue; /* two shingles of one hash */
        if (run.count >= least && !twt_vec_push(out, run))
            return false;
        floor = run.b + run.count;
        if (floor > j + k)
            next = floor - k + 1; /* unique shingles inside the run lie on its diagonal */
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
