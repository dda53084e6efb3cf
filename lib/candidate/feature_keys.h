/* What tells features apart: a key of 64 bits, of which the highest eight say the bucket and the lowest two the kind.
 */
#ifndef TWT_CANDIDATE_FEATURE_KEYS_H
#define TWT_CANDIDATE_FEATURE_KEYS_H

#include "base/hash.h"
#include "twicetold/candidate.h"

/* The word, bigram and trigram that begin at a token. */
enum { TWT_KINDS = 3 };

static inline uint64_t twt_key_of(uint64_t hash, uint64_t kind)
{
    return (hash & ~(uint64_t)TWT_FEATURE_KINDS) | kind;
}

static inline uint64_t twt_key_of_word(uint64_t word)
{
    return twt_key_of(twt_hash_mix(word ^ 0x776f7264), TWT_FEATURE_WORD);
}

static inline uint64_t twt_key_of_bigram(uint64_t first, uint64_t second)
{
    return twt_key_of(twt_hash_combine(first ^ 0x6269, second), TWT_FEATURE_BIGRAM);
}

static inline uint64_t twt_key_of_trigram(uint64_t first, uint64_t second, uint64_t third)
{
    return twt_key_of(twt_hash_combine(twt_hash_combine(first ^ 0x747269, second), third), 0);
}

/* Keys of those that begin at the first of count tokens; returns how many. */
static inline size_t twt_keys_at(const twt_token *tokens, size_t count, uint64_t keys[TWT_KINDS])
{
    keys[0] = twt_key_of_word(tokens->hash);
    if (count >= 2)
        keys[1] = twt_key_of_bigram(tokens[0].hash, tokens[1].hash);
    if (count >= 3)
        keys[2] = twt_key_of_trigram(tokens[0].hash, tokens[1].hash, tokens[2].hash);
    return count < TWT_KINDS ? count : TWT_KINDS;
}

#endif
