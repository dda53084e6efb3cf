/* A table says to which group a feature belongs, so that nothing need be sorted: whoever has a feature is put beside
 * the others that have it, and most features only one has. Features that crowd in the table are sorted instead. */
#include "candidate/groups.h"

#include <string.h>

#include "base/sort.h"
#include "candidate/postings.h"

enum { SLOTS_MIN = 64, STEPS_PER_POSTING = 8, GROUP_BITS = 24 };

#define GROUP_MASK (((uint64_t)1 << GROUP_BITS) - 1)

void twt_groups_free(twt_groups *groups)
{
    twt_vec_free(&groups->items);
    twt_vec_free(&groups->owners);
    twt_vec_free(&groups->group_of);
    twt_vec_free(&groups->table);
    twt_vec_free(&groups->scratch);
}

static bool clear(twt_groups *groups, size_t count)
{
    size_t slots = SLOTS_MIN;
    while (slots < count + count / 2)
        slots *= 2;
    twt_vec_clear(&groups->items);
    twt_vec_clear(&groups->owners);
    twt_vec_clear(&groups->group_of);
    twt_vec_clear(&groups->table);
    if (!twt_vec_reserve(&groups->items, count + 1) || !twt_vec_reserve(&groups->owners, count) ||
        !twt_vec_reserve(&groups->group_of, count) || !twt_vec_reserve(&groups->table, slots))
        return false;
    groups->table.count = slots;
    memset(groups->table.data, 0, slots * sizeof *groups->table.data);
    return true;
}

/* Neither free nor of this feature, in one condition: nobody can guess whether a feature is new. */
static bool is_other(uint64_t seen, uint64_t posting)
{
    return ((seen ^ posting) >> GROUP_BITS) & -(uint64_t)(seen != 0);
}

/* A slot: the feature, and the number of its group from one. False when features crowd. */
static bool find_groups(twt_groups *groups, const uint64_t *postings, size_t count)
{
    uint64_t *restrict table = groups->table.data;
    twt_group *restrict items = groups->items.data;
    size_t mask = groups->table.count - 1, found = 0, steps = 0;
    for (size_t i = 0; i < count && steps <= STEPS_PER_POSTING * count; i++) {
        uint64_t posting = postings[i];
        size_t slot = (size_t)(posting >> (GROUP_BITS + 1)) & mask;
        while (is_other(table[slot], posting)) {
            slot = (slot + 1) & mask;
            steps++;
        }
        bool is_new = table[slot] == 0;
        items[found] = (twt_group){0, twt_posting_is_word(posting)};
        found += is_new;
        uint64_t group = is_new ? found : table[slot] & GROUP_MASK;
        table[slot] = (posting & ~GROUP_MASK) | group;
        groups->group_of.data[i] = (uint32_t)group - 1;
        items[group - 1].end++;
    }
    groups->items.count = found;
    return steps <= STEPS_PER_POSTING * count;
}

/* From how many to where they end, by way of where they begin. */
static void put_owners(twt_groups *groups, const uint64_t *postings, size_t count)
{
    twt_group *restrict items = groups->items.data;
    size_t sum = 0;
    for (size_t g = 0; g < groups->items.count; g++) {
        size_t here = items[g].end;
        items[g].end = (uint32_t)sum;
        sum += here;
    }
    for (size_t i = 0; i < count; i++)
        groups->owners.data[items[groups->group_of.data[i]].end++] = twt_posting_owner(postings[i]);
    groups->owners.count = count;
}

static bool sort_into_groups(twt_groups *groups, uint64_t *postings, size_t count)
{
    twt_vec_clear(&groups->scratch);
    if (!twt_vec_reserve(&groups->scratch, count))
        return false;
    twt_sort_u64(postings, groups->scratch.data, count);
    groups->items.count = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_new = i == 0 || twt_posting_feature(postings[i - 1]) != twt_posting_feature(postings[i]);
        if (is_new)
            groups->items.data[groups->items.count++] = (twt_group){0, twt_posting_is_word(postings[i])};
        groups->items.data[groups->items.count - 1].end = (uint32_t)i + 1;
        groups->owners.data[i] = twt_posting_owner(postings[i]);
    }
    groups->owners.count = count;
    return true;
}

bool twt_groups_run(twt_groups *groups, uint64_t *postings, size_t count)
{
    if (!clear(groups, count))
        return false;
    if (count > GROUP_MASK || !find_groups(groups, postings, count))
        return sort_into_groups(groups, postings, count);
    put_owners(groups, postings, count);
    return true;
}
