/* A table of keys, never more than half full, says which came before. */
#include "candidate/feature_set.h"

#include <string.h>

#include "base/bits.h"
#include "candidate/feature_keys.h"

enum { SLOT_SHIFT = 8, STEPS_PER_KEY = 8, PIECE = 128 };

void twt_feature_set_init(twt_feature_set *set)
{
    *set = (twt_feature_set){.kernel = twt_keys_kernel_at(0)};
}

void twt_feature_set_free(twt_feature_set *set)
{
    twt_vec_free(&set->keys);
    twt_vec_free(&set->table);
}

/* Room for the keys of so many tokens. */
static bool clear(twt_feature_set *set, size_t token_count)
{
    size_t slots = twt_table_slots(TWT_KINDS * token_count);
    twt_vec_clear(&set->keys);
    twt_vec_clear(&set->table);
    if (!twt_vec_reserve(&set->keys, TWT_KINDS * token_count + 1) || !twt_vec_reserve(&set->table, slots))
        return false;
    set->table.count = slots;
    memset(set->table.data, 0, slots * sizeof *set->table.data);
    memset(set->counts, 0, sizeof set->counts);
    return true;
}

/* Neither free nor key, in one condition: nobody can guess whether a key is new. */
static bool is_other(uint64_t seen, uint64_t key)
{
    return (seen ^ key) & -(uint64_t)(seen != 0);
}

/* Returns how many steps it took beyond the first of each key. A key of zero, one in 2^64, is never found again. */
static size_t add(twt_feature_set *set, const uint64_t *keys, size_t count)
{
    uint64_t *restrict table = set->table.data, *restrict kept = set->keys.data;
    size_t mask = set->table.count - 1, kept_count = set->keys.count, steps = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t key = keys[i];
        size_t slot = key >> SLOT_SHIFT & mask;
        while (is_other(table[slot], key)) {
            slot = (slot + 1) & mask;
            steps++;
        }
        bool is_new = table[slot] == 0;
        table[slot] = key;
        kept[kept_count] = key;
        kept_count += is_new;
        set->counts[key >> 56] += is_new;
    }
    set->keys.count = kept_count;
    return steps;
}

/* Of the tokens of which two more follow. */
static size_t add_piece(twt_feature_set *set, const twt_token *tokens, size_t count)
{
    uint64_t hashes[PIECE + TWT_KINDS - 1], keys[TWT_KINDS * PIECE];
    for (size_t i = 0; i < count + TWT_KINDS - 1; i++)
        hashes[i] = tokens[i].hash;
    set->kernel(keys, hashes, count);
    return add(set, keys, TWT_KINDS * count);
}

static size_t add_last(twt_feature_set *set, const twt_token *token, size_t left)
{
    uint64_t keys[TWT_KINDS];
    return add(set, keys, twt_keys_at(token, left, keys));
}

static bool is_spread(const twt_feature_set *set)
{
    size_t most = 0;
    for (size_t b = 0; b < TWT_POSTING_BUCKETS; b++)
        most = set->counts[b] > most ? set->counts[b] : most;
    return most <= TWT_POSTING_RUN_MAX;
}

twt_status twt_feature_set_run(twt_feature_set *set, const twt_analysis *analysis, bool *is_filled)
{
    const twt_token *tokens = analysis->tokens;
    size_t count = analysis->token_count, i = 0, steps = 0;
    *is_filled = false;
    if (count > TWT_FEATURE_SET_TOKENS_MAX)
        return TWT_OK;
    if (!clear(set, count))
        return TWT_ERROR_MEMORY;
    while (i + TWT_KINDS <= count && steps <= STEPS_PER_KEY * TWT_KINDS * count) {
        size_t left = count - i - (TWT_KINDS - 1), now = left < PIECE ? left : PIECE;
        steps += add_piece(set, tokens + i, now);
        i += now;
    }
    if (steps > STEPS_PER_KEY * TWT_KINDS * count)
        return TWT_OK;
    for (; i < count; i++)
        add_last(set, tokens + i, count - i);
    *is_filled = is_spread(set);
    return TWT_OK;
}
