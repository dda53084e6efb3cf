#include "scan/copies.h"

#include "base/bits.h"
#include "base/sort.h"
#include "base/vec.h"
#include "scan/circles.h"

/* Pairs of two groups, or within one, that are all looked at; above that every copy stands beside the first member
 * alone. So it does where a group would have more than LOAD_MAX pairs with all the others: sixty excerpts of one text,
 * each run twenty times, would make 600 pairs a document. Where a hub vouches for both, SPARE_MAX. */
enum { GROUP_PAIRS_MAX = 1024, LOAD_MAX = 4096, SPARE_MAX = 64 };

typedef TWT_VEC(twt_candidate_pair) pair_vec;

twt_status twt_copies_init(twt_copies *copies, size_t document_count)
{
    *copies = (twt_copies){.document_count = document_count, .table_size = twt_table_slots(document_count)};
    copies->first_of = twt_alloc_array(document_count, sizeof *copies->first_of);
    copies->content_hashes = twt_alloc_array(document_count, sizeof *copies->content_hashes);
    copies->table = twt_alloc_zeroed(copies->table_size, sizeof *copies->table);
    copies->members = twt_alloc_array(document_count, sizeof *copies->members);
    copies->begins = twt_alloc_zeroed(document_count + 1, sizeof *copies->begins);
    copies->group_of = twt_alloc_array(document_count, sizeof *copies->group_of);
    if (!copies->first_of || !copies->content_hashes || !copies->table || !copies->members || !copies->begins ||
        !copies->group_of) {
        twt_copies_free(copies);
        return TWT_ERROR_MEMORY;
    }
    for (size_t d = 0; d < document_count; d++)
        copies->first_of[d] = copies->group_of[d] = TWT_NO_GROUP;
    return TWT_OK;
}

void twt_copies_free(twt_copies *copies)
{
    twt_free(copies->first_of);
    twt_free(copies->content_hashes);
    twt_free(copies->table);
    twt_free(copies->members);
    twt_free(copies->begins);
    twt_free(copies->group_of);
    *copies = (twt_copies){0};
}

/* The slot of the first member with these words, or the free one where it belongs. */
static size_t find_slot(const twt_copies *copies, const uint64_t content_hash[2])
{
    size_t slot = content_hash[0] & (copies->table_size - 1);
    for (; copies->table[slot]; slot = (slot + 1) & (copies->table_size - 1)) {
        const uint64_t *hash = copies->content_hashes[copies->table[slot] - 1];
        if (hash[0] == content_hash[0] && hash[1] == content_hash[1])
            break;
    }
    return slot;
}

bool twt_copies_know(const twt_copies *copies, const uint64_t content_hash[2])
{
    return copies->table[find_slot(copies, content_hash)] != 0;
}

bool twt_copies_note(twt_copies *copies, uint32_t document, const uint64_t content_hash[2])
{
    copies->content_hashes[document][0] = content_hash[0];
    copies->content_hashes[document][1] = content_hash[1];
    uint32_t *first = &copies->table[find_slot(copies, content_hash)];
    bool is_first = *first == 0;
    if (is_first)
        *first = document + 1;
    copies->first_of[document] = *first - 1;
    return is_first;
}

/* A counting sort of the documents by group. */
void twt_copies_group(twt_copies *copies)
{
    uint32_t *begins = copies->begins;
    for (uint32_t d = 0; d < copies->document_count; d++) {
        uint32_t first = copies->first_of[d];
        if (first == TWT_NO_GROUP)
            continue;
        copies->group_of[d] = first == d ? (uint32_t)copies->group_count++ : copies->group_of[first];
        begins[copies->group_of[d] + 1]++;
    }
    for (size_t g = 0; g < copies->group_count; g++)
        begins[g + 1] += begins[g];
    for (uint32_t d = 0; d < copies->document_count; d++)
        if (copies->group_of[d] != TWT_NO_GROUP)
            copies->members[begins[copies->group_of[d]]++] = d;
    for (size_t g = copies->group_count; g > 0; g--)
        begins[g] = begins[g - 1];
    begins[0] = 0;
}

static bool push(pair_vec *out, uint32_t x, uint32_t y, const twt_candidate_pair *like)
{
    twt_candidate_pair pair = *like;
    pair.a = x < y ? x : y;
    pair.b = x < y ? y : x;
    return twt_vec_push(out, pair);
}

static size_t group_size(const twt_copies *copies, uint32_t group)
{
    return copies->begins[group + 1] - copies->begins[group];
}

typedef struct expansion {
    const twt_copies *copies;
    const twt_circles *circles;
    uint64_t *loads; /* by group: its pairs with all its partners, but those that are spare */
    pair_vec out;
} expansion;

static bool is_spare(const expansion *e, const twt_candidate_pair *pair)
{
    return e->circles && twt_circles_may_spare(e->circles, pair);
}

static void count_loads(expansion *e, const twt_candidate_pair *pairs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t g = e->copies->group_of[pairs[i].a], h = e->copies->group_of[pairs[i].b];
        uint64_t all = (uint64_t)group_size(e->copies, g) * group_size(e->copies, h);
        if (is_spare(e, &pairs[i]))
            continue;
        e->loads[g] += all;
        e->loads[h] += all;
    }
}

static bool takes_all(const expansion *e, const twt_candidate_pair *pair, uint32_t g, uint32_t h)
{
    size_t all = group_size(e->copies, g) * group_size(e->copies, h);
    if (is_spare(e, pair))
        return all <= SPARE_MAX;
    return all <= GROUP_PAIRS_MAX && e->loads[g] <= LOAD_MAX && e->loads[h] <= LOAD_MAX;
}

static bool expand_pair(expansion *e, const twt_candidate_pair *pair)
{
    const twt_copies *copies = e->copies;
    uint32_t g = copies->group_of[pair->a], h = copies->group_of[pair->b];
    const uint32_t *members_g = copies->members + copies->begins[g], *members_h = copies->members + copies->begins[h];
    bool is_full = takes_all(e, pair, g, h), is_alone = !is_full && is_spare(e, pair), is_good = true;
    size_t size_g = is_alone ? 1 : group_size(copies, g), size_h = is_alone ? 1 : group_size(copies, h);
    for (size_t i = 0; is_good && i < size_g; i++)
        for (size_t j = 0; is_good && j < (is_full || i == 0 ? size_h : 1); j++)
            is_good = push(&e->out, members_g[i], members_h[j], pair);
    return is_good;
}

static bool expand_group(const twt_copies *copies, uint32_t group, pair_vec *out)
{
    static const twt_candidate_pair like = {.channels = TWT_CHANNEL_BANDS};
    size_t size = group_size(copies, group);
    const uint32_t *members = copies->members + copies->begins[group];
    bool is_full = size * (size - 1) / 2 <= GROUP_PAIRS_MAX, is_good = true;
    for (size_t i = 0; is_good && i + 1 < size && (is_full || i == 0); i++)
        for (size_t j = i + 1; is_good && j < size; j++)
            is_good = push(out, members[i], members[j], &like);
    return is_good;
}

static bool sort_pairs(pair_vec *pairs)
{
    twt_keyed *keys = twt_alloc_array(pairs->count, sizeof *keys),
              *scratch = twt_alloc_array(pairs->count, sizeof *keys);
    twt_candidate_pair *sorted = twt_alloc_array(pairs->count, sizeof *sorted);
    bool is_good = keys && scratch && sorted;
    if (is_good) {
        for (size_t i = 0; i < pairs->count; i++)
            keys[i] = (twt_keyed){(uint64_t)pairs->data[i].a << 32 | pairs->data[i].b, i};
        twt_sort_keyed(keys, scratch, pairs->count);
        for (size_t i = 0; i < pairs->count; i++)
            sorted[i] = pairs->data[keys[i].value];
        twt_free(pairs->data);
        pairs->data = sorted;
        pairs->cap = pairs->count;
    } else {
        twt_free(sorted);
    }
    twt_free(keys);
    twt_free(scratch);
    return is_good;
}

twt_status twt_copies_expand(const twt_copies *copies, const twt_circles *circles, const twt_candidate_pair *pairs,
                             size_t count, twt_candidate_pair **out, size_t *out_count)
{
    expansion e = {
        .copies = copies, .circles = circles, .loads = twt_alloc_zeroed(copies->group_count, sizeof *e.loads)};
    bool is_good = e.loads;
    if (is_good)
        count_loads(&e, pairs, count);
    for (size_t i = 0; is_good && i < count; i++)
        is_good = expand_pair(&e, &pairs[i]);
    for (uint32_t g = 0; is_good && g < copies->group_count; g++)
        is_good = expand_group(copies, g, &e.out);
    twt_free(e.loads);
    if (!is_good || !sort_pairs(&e.out)) {
        twt_vec_free(&e.out);
        return TWT_ERROR_MEMORY;
    }
    *out = e.out.data;
    *out_count = e.out.count;
    return TWT_OK;
}
