/* The definition. */
#include "candidate/feature_keys.h"
#include "candidate/kernel.h"

void twt_keys_scalar(uint64_t *keys, const uint64_t *hashes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        keys[i] = twt_key_of_word(hashes[i]);
        keys[count + i] = twt_key_of_bigram(hashes[i], hashes[i + 1]);
        keys[2 * count + i] = twt_key_of_trigram(hashes[i], hashes[i + 1], hashes[i + 2]);
    }
}
