/* From families back to documents. Pairs of all sources go into one list (pair_list.h).
 *
 * When the representatives of two families are candidates, so are their members; but many families of one text would
 * give nearly all pairs of documents. So expansion has a budget in proportion to the documents; the strongest relations
 * are expanded first, and what comes after the budget is spent stays a pair of representatives. */
#include "candidate/merge.h"

#include "base/pair.h"
#include "base/sort.h"
#include "candidate/bands.h"
#include "candidate/circles.h"
#include "candidate/crowds.h"
#include "candidate/families.h"
#include "candidate/pair_list.h"
#include "candidate/rare_pairs.h"

enum {
    PARTNERS_MAX = 4,       /* of one document inside a family too large for all its pairs */
    CROWD_PARTNERS_MAX = 2, /* the same inside a crowd, hub and representative aside */
    OTHERS_MAX = 16, /* of one document in other families: of 11,136 like pairs of press releases 4, 8, 16 and all of
                        them leave .913, .945, .951, .927, since the budget below goes further */
    LIKE_MAX = 64,   /* of one document in other families, with an estimated Jaccard similarity of .5 */
    EXPANDED_PER_DOCUMENT = 16,
    EXPANDED_MIN = 1 << 16, /* or more */
    STRENGTH_ONE = 1 << 20
};

/* Three standard errors of 128 slots. */
#define NEARER_BY .13

typedef struct merge {
    const uint32_t *order;
    const twt_families *families;
    const twt_rare_pairs *rare_pairs; /* ascending by (a, b) */
    const uint32_t *circles;          /* by position: the hub it is near */
    const uint32_t *equal_to_hub;     /* the same: slots */
    uint32_t *hub_of;                 /* by position; of a crowd */
    size_t slot_count, family_pairs_max;
    twt_pair_list list;
    TWT_VEC(twt_keyed) relations; /* of families. key: a 24 bits, b 24 bits; value: strength, 0 to STRENGTH_ONE */
    size_t purse;                 /* pairs that may still be added by expansion */
} merge;

static bool add(merge *m, uint32_t p, uint32_t q, uint32_t channel, float weight, float share)
{
    return twt_pair_list_add(&m->list, m->order[p], m->order[q], channel, weight, share);
}

static bool are_few(const merge *m, size_t pairs)
{
    return pairs <= m->family_pairs_max;
}

static bool is_crowded(const merge *m, uint32_t position)
{
    return m->hub_of[position] != TWT_NO_HUB;
}

static bool is_of_crowd(const merge *m, size_t family)
{
    return is_crowded(m, m->families->members[m->families->begins[family]]);
}

static bool are_of_one_crowd(const merge *m, uint32_t p, uint32_t q)
{
    return is_crowded(m, p) && m->hub_of[p] == m->hub_of[q];
}

static bool is_large(const merge *m, size_t family)
{
    size_t size = twt_family_size(m->families, family);
    return !are_few(m, size * (size - 1) / 2) || is_of_crowd(m, family);
}

static bool is_hub(const merge *m, uint32_t position)
{
    return m->circles[position] == position;
}

static bool are_of_one_circle(const merge *m, uint64_t pair)
{
    uint32_t p = twt_band_pair_earlier(pair), q = twt_band_pair_later(pair);
    return m->circles[p] != TWT_NO_HUB && m->circles[p] == m->circles[q];
}

/* By more than chance makes of sketches that are equally near. */
static bool is_nearer(const merge *m, uint64_t pair)
{
    uint32_t of_p = m->equal_to_hub[twt_band_pair_earlier(pair)], of_q = m->equal_to_hub[twt_band_pair_later(pair)];
    double most = of_p > of_q ? of_p : of_q;
    return are_of_one_circle(m, pair) && twt_band_pair_equal(pair) >= most + NEARER_BY * (double)m->slot_count;
}

/* Whoever is near a hub meets it. */
static bool add_circles(merge *m, size_t positions)
{
    for (uint32_t p = 0; p < positions; p++)
        if (m->circles[p] != TWT_NO_HUB && !is_hub(m, p) &&
            !add(m, m->circles[p], p, TWT_CHANNEL_FAMILY | TWT_CANDIDATE_IS_NEAR, 0, 0))
            return false;
    return true;
}

/* In a crowd each meets its hub, its representative and the nearest few, and that is all. Circles have hubs of their
 * own, and these meet that of the crowd. */
static bool add_crowds(merge *m, size_t positions)
{
    for (uint32_t p = 0; p < positions; p++) {
        bool has_hub = m->circles[p] != TWT_NO_HUB && !is_hub(m, p);
        if (is_crowded(m, p) && !has_hub && m->hub_of[p] != p && !add(m, m->hub_of[p], p, TWT_CHANNEL_FAMILY, 0, 0))
            return false;
    }
    return true;
}

/* All pairs of a small family; of a large one each member with the representative. */
static bool add_family(merge *m, size_t family)
{
    const uint32_t *members = m->families->members + m->families->begins[family];
    size_t size = twt_family_size(m->families, family), centres = is_large(m, family) ? 1 : size;
    for (size_t i = 0; i < centres; i++)
        for (size_t j = i + 1; j < size; j++)
            if (!add(m, members[i], members[j], TWT_CHANNEL_FAMILY, 0, 0))
                return false;
    return true;
}

/* Two families whose representatives are candidates. Those of a crowd are represented and no more. */
static bool relate(merge *m, size_t family, size_t other, double strength)
{
    if (is_of_crowd(m, family) || is_of_crowd(m, other))
        return true;
    twt_keyed relation = {family < other ? (uint64_t)family << 24 | other : (uint64_t)other << 24 | family,
                          (uint64_t)(strength * STRENGTH_ONE)};
    return twt_vec_push(&m->relations, relation);
}

static bool add_rare_pair(merge *m, const twt_rare_pair *pair)
{
    const twt_families *f = m->families;
    uint32_t a = f->members[f->begins[pair->a]], b = f->members[f->begins[pair->b]];
    if (are_of_one_crowd(m, a, b))
        return true;
    if (!add(m, a, b, pair->channels, pair->weight, pair->share))
        return false;
    return !pair->channels || relate(m, pair->a, pair->b, pair->share);
}

static bool is_representative(const merge *m, uint32_t position)
{
    return m->families->members[m->families->begins[m->families->family_of[position]]] == position;
}

static bool add_band_pair(merge *m, uint64_t pair, bool is_near)
{
    uint32_t p = twt_band_pair_earlier(pair), q = twt_band_pair_later(pair);
    uint32_t nearness = (is_near ? TWT_CANDIDATE_IS_NEAR : 0) | (is_nearer(m, pair) ? TWT_CANDIDATE_IS_NEARER : 0);
    if (!add(m, p, q, TWT_CHANNEL_BANDS | nearness, 0, 0))
        return false;
    size_t of_p = m->families->family_of[p], of_q = m->families->family_of[q];
    if (of_p == of_q || !is_representative(m, p) || !is_representative(m, q))
        return true;
    return relate(m, of_p, of_q, (double)twt_band_pair_equal(pair) / (double)m->slot_count);
}

/* Of one family, or of one crowd. */
static bool is_inside(const merge *m, uint64_t pair)
{
    uint32_t p = twt_band_pair_earlier(pair), q = twt_band_pair_later(pair);
    return m->families->family_of[p] == m->families->family_of[q] || are_of_one_crowd(m, p, q);
}

/* Whether fewer than max partners on the same side of the family's or crowd's border stand before this one: more equal
 * slots, or as many and an earlier position. */
static bool is_among_nearest(const merge *m, const uint64_t *partners, size_t count, size_t of, size_t max)
{
    uint32_t equal = twt_band_pair_equal(partners[of]);
    bool side = is_inside(m, partners[of]);
    size_t place = 0;
    for (size_t i = 0; i < count && place < max; i++) {
        uint32_t other = twt_band_pair_equal(partners[i]);
        bool stands_before = other > equal || (other == equal && i < of);
        if (stands_before && is_inside(m, partners[i]) == side)
            place++;
    }
    return place < max;
}

static size_t partners_max(const merge *m, uint64_t pair, size_t count)
{
    uint32_t later = twt_band_pair_later(pair);
    if (!is_inside(m, pair))
        return twt_band_pair_is_like(pair, m->slot_count) ? LIKE_MAX : OTHERS_MAX;
    if (is_crowded(m, later))
        return CROWD_PARTNERS_MAX;
    return is_large(m, m->families->family_of[later]) ? PARTNERS_MAX : count;
}

/* The earlier partner in the same circle with the most equal slots; count when there is none. */
static size_t nearest_in_circle(const merge *m, const uint64_t *partners, size_t count)
{
    size_t nearest = count;
    uint32_t most = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t equal = twt_band_pair_equal(partners[i]);
        if (equal <= most || !are_of_one_circle(m, partners[i]) || is_hub(m, twt_band_pair_earlier(partners[i])))
            continue;
        nearest = i;
        most = equal;
    }
    return nearest;
}

/* The earlier partners of one position. Inside a large family or a crowd only the nearest few count: its members are
 * all alike. So do the nearest outside, as where one text has been edited hundreds of times, families stand as near as
 * members, and each meets the others through their representatives. */
static bool add_partners(merge *m, const uint64_t *partners, size_t count)
{
    size_t nearest = nearest_in_circle(m, partners, count);
    for (size_t i = 0; i < count; i++) {
        size_t max = partners_max(m, partners[i], count);
        if (i != nearest && count > max && !is_among_nearest(m, partners, count, i, max))
            continue;
        if (!add_band_pair(m, partners[i], i == nearest))
            return false;
    }
    return true;
}

/* ---- expansion ------------------------------------------------------------------------------------------- */

/* Leaves each relation once, the strongest first, in the form key: weakness, value: pair. */
static bool rank_relations(merge *m)
{
    twt_keyed *items = m->relations.data, *scratch = twt_alloc_array(m->relations.count, sizeof *scratch);
    if (!scratch)
        return false;
    twt_sort_keyed(items, scratch, m->relations.count);
    size_t kept = 0;
    for (size_t i = 0; i < m->relations.count; i++) {
        twt_keyed turned = {STRENGTH_ONE - items[i].value, items[i].key};
        bool is_again = kept && items[kept - 1].value == turned.value;
        if (!is_again)
            items[kept++] = turned;
        else if (turned.key < items[kept - 1].key)
            items[kept - 1].key = turned.key;
    }
    m->relations.count = kept;
    twt_sort_keyed(items, scratch, kept);
    twt_free(scratch);
    return true;
}

/* What the rare features say of two families; nothing when they say nothing. */
static twt_rare_pair rare_pair_of(const merge *m, uint32_t family, uint32_t other)
{
    const twt_rare_pair *found =
        twt_pair_find(m->rare_pairs->data, m->rare_pairs->count, sizeof *m->rare_pairs->data, family, other);
    return found ? *found : (twt_rare_pair){.a = family, .b = other};
}

static bool pay(merge *m, size_t pairs)
{
    if (m->purse < pairs)
        return false;
    m->purse -= pairs;
    return true;
}

/* All pairs of two families, or each member with the other family's representative, or nothing. The representatives'
 * own pair is in the list already. */
static bool expand(merge *m, size_t family, size_t other)
{
    const twt_families *f = m->families;
    const uint32_t *a = f->members + f->begins[family], *b = f->members + f->begins[other];
    size_t a_size = twt_family_size(f, family), b_size = twt_family_size(f, other);
    bool is_full = are_few(m, a_size * b_size) && pay(m, a_size * b_size - 1);
    if (!is_full && !pay(m, a_size + b_size - 2))
        return true;
    twt_rare_pair rare = rare_pair_of(m, (uint32_t)family, (uint32_t)other);
    for (size_t i = 0; i < a_size; i++)
        for (size_t j = i == 0; j < (is_full || i == 0 ? b_size : 1); j++)
            if (!add(m, a[i], b[j], TWT_CHANNEL_FAMILY, rare.weight, rare.share))
                return false;
    return true;
}

static bool expand_relations(merge *m)
{
    if (!rank_relations(m))
        return false;
    for (size_t i = 0; i < m->relations.count; i++) {
        uint64_t pair = m->relations.data[i].value;
        if (!expand(m, pair >> 24, pair & 0xffffff))
            return false;
    }
    return true;
}

/* Of two members: what one adds says nothing of the others. */
static bool add_addition(merge *m, const twt_rare_pair *pair)
{
    return add(m, pair->a, pair->b, pair->channels, pair->weight, pair->share);
}

/* ---- all together -------------------------------------------------------------------------------------------- */

static bool add_all(merge *m, const twt_u64s *band_pairs, const twt_rare_pairs *additions)
{
    size_t positions = m->families->begins[m->families->count];
    bool is_good = add_circles(m, positions) && add_crowds(m, positions);
    for (size_t f = 0; is_good && f < m->families->count; f++)
        is_good = add_family(m, f);
    for (size_t i = 0; is_good && i < m->rare_pairs->count; i++)
        is_good = add_rare_pair(m, &m->rare_pairs->data[i]);
    for (size_t i = 0; is_good && i < additions->count; i++)
        is_good = add_addition(m, &additions->data[i]);
    for (size_t begin = 0, end; is_good && begin < band_pairs->count; begin = end) {
        uint32_t later = twt_band_pair_later(band_pairs->data[begin]);
        for (end = begin; end < band_pairs->count && twt_band_pair_later(band_pairs->data[end]) == later;)
            end++;
        is_good = add_partners(m, band_pairs->data + begin, end - begin);
    }
    return is_good && expand_relations(m);
}

twt_status twt_candidates_merge(const twt_candidate_options *options, const twt_merge_input *input,
                                twt_candidate_pairs *out)
{
    merge m = {.order = input->order,
               .families = input->families,
               .rare_pairs = input->rare_pairs,
               .circles = input->hubs->hub_of,
               .equal_to_hub = input->hubs->equal,
               .slot_count = input->slot_count,
               .family_pairs_max = options->family_pairs_max};
    size_t documents = input->families->begins[input->families->count], purse = EXPANDED_PER_DOCUMENT * documents;
    m.purse = purse > EXPANDED_MIN ? purse : EXPANDED_MIN;
    twt_status status = twt_crowds_find(input->families, input->band_pairs, input->slot_count, &m.hub_of);
    if (status == TWT_OK)
        status = add_all(&m, input->band_pairs, input->addition_pairs) && twt_pair_list_join(&m.list, out)
                     ? TWT_OK
                     : TWT_ERROR_MEMORY;
    twt_pair_list_free(&m.list);
    twt_vec_free(&m.relations);
    twt_free(m.hub_of);
    return status;
}
