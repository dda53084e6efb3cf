/* A document's features: its distinct words, bigrams and trigrams, as hashes. They run across sentence ends, because
 * where a sentence ends is exactly what scraped and rewritten copies disagree on. */
#include "base/sort.h"
#include "base/vec.h"
#include "candidate/feature_keys.h"

/* A text of more tokens gives one key in 2, 4, 8 … chosen by the key itself, so that copies agree on the choice. */
#define TOKENS_MAX ((size_t)1 << 20)

struct twt_feature_collector {
    twt_u64s keys, scratch;
};

twt_status twt_feature_collector_new(twt_feature_collector **out)
{
    *out = twt_alloc_zeroed(1, sizeof **out);
    return *out ? TWT_OK : TWT_ERROR_MEMORY;
}

void twt_feature_collector_free(twt_feature_collector *collector)
{
    if (!collector)
        return;
    twt_vec_free(&collector->keys);
    twt_vec_free(&collector->scratch);
    twt_free(collector);
}

/* Bits of a key that must be zero for it to be taken. The highest ones choose the bucket and the lowest tell kinds
 * apart, so these lie between. */
static uint64_t sampling_mask(size_t token_count)
{
    uint64_t mask = 0;
    for (; token_count > TOKENS_MAX; token_count /= 2)
        mask = mask << 1 | (TWT_FEATURE_KINDS + 1);
    return mask;
}

static void collect(twt_u64s *keys, const twt_token *tokens, size_t count)
{
    uint64_t mask = sampling_mask(count);
    for (size_t i = 0; i < count; i++) {
        uint64_t of_token[TWT_KINDS];
        size_t kinds = twt_keys_at(tokens + i, count - i, of_token);
        for (size_t k = 0; k < kinds; k++)
            if (!(of_token[k] & mask))
                keys->data[keys->count++] = of_token[k];
    }
}

twt_status twt_feature_collector_run(twt_feature_collector *collector, const twt_analysis *analysis, twt_features *out)
{
    *out = (twt_features){0};
    twt_vec_clear(&collector->keys);
    if (!twt_vec_reserve(&collector->keys, 3 * analysis->token_count) ||
        !twt_vec_reserve(&collector->scratch, 3 * analysis->token_count))
        return TWT_ERROR_MEMORY;
    collect(&collector->keys, analysis->tokens, analysis->token_count);
    twt_sort_spread_u64(collector->keys.data, collector->scratch.data, collector->keys.count, 64);
    out->keys = collector->keys.data;
    out->count = twt_unique_u64(collector->keys.data, collector->keys.count);
    return TWT_OK;
}

bool twt_feature_find(const twt_analysis *analysis, uint64_t key, twt_range *bytes)
{
    for (size_t i = 0; i < analysis->token_count; i++) {
        uint64_t of_token[TWT_KINDS];
        size_t kinds = twt_keys_at(analysis->tokens + i, analysis->token_count - i, of_token);
        for (size_t k = 0; k < kinds; k++) {
            if (of_token[k] != key)
                continue;
            *bytes = (twt_range){analysis->tokens[i].begin, analysis->tokens[i + k].end};
            return true;
        }
    }
    return false;
}
