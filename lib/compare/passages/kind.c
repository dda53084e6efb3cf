#include "compare/passages/kind.h"

#include <string.h>

#include "base/bits.h"
#include "base/hash.h"

enum { RUN = 3 };
static const double verbatim_share = .9, edited_share = .4;

static uint64_t hash_run(const uint32_t *ids)
{
    uint64_t hash = twt_hash_combine(twt_hash_combine(ids[0], ids[1]), ids[2]);
    return hash ? hash : 1; /* 0 is an empty slot */
}

static uint64_t *slot_of(const twt_run_set *set, uint64_t hash)
{
    size_t mask = set->slots.count - 1, at = (size_t)hash & mask;
    while (set->slots.data[at] && set->slots.data[at] != hash)
        at = (at + 1) & mask;
    return &set->slots.data[at];
}

static bool fill(twt_run_set *set, const uint32_t *ids, uint32_t count)
{
    size_t slots = twt_table_slots(count);
    if (!twt_vec_resize(&set->slots, slots))
        return false;
    memset(set->slots.data, 0, slots * sizeof *set->slots.data);
    for (uint32_t i = 0; i + RUN <= count; i++) {
        uint64_t hash = hash_run(ids + i);
        *slot_of(set, hash) = hash;
    }
    return true;
}

static double copied_share(const twt_run_set *set, const uint32_t *ids, uint32_t count)
{
    uint32_t copied = 0, counted_to = 0;
    for (uint32_t i = 0; i + RUN <= count; i++) {
        if (!*slot_of(set, hash_run(ids + i)))
            continue;
        uint32_t from = i > counted_to ? i : counted_to;
        copied += i + RUN - from;
        counted_to = i + RUN;
    }
    return (double)copied / count;
}

twt_status twt_passage_kind_of(twt_run_set *set, const twt_pair_words *words, const twt_stretch *tokens,
                               twt_passage_kind *kind)
{
    double share = 1;
    for (int side = 0; side < 2; side++) {
        const uint32_t *other = words->ids[!side] + tokens->begin[!side];
        if (!fill(set, other, tokens->end[!side] - tokens->begin[!side]))
            return TWT_ERROR_MEMORY;
        double copied =
            copied_share(set, words->ids[side] + tokens->begin[side], tokens->end[side] - tokens->begin[side]);
        if (copied < share)
            share = copied;
    }
    *kind = share >= verbatim_share ? TWT_PASSAGE_VERBATIM
            : share >= edited_share ? TWT_PASSAGE_EDITED
                                    : TWT_PASSAGE_REWRITTEN;
    return TWT_OK;
}

void twt_run_set_free(twt_run_set *set)
{
    twt_vec_free(&set->slots);
}
