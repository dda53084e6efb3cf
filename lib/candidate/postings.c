#include "candidate/internal.h"

static uint64_t pack(uint64_t key, uint32_t document)
{
    uint64_t bits = key >> 17 & (((uint64_t)1 << 39) - 1);
    return (bits << 1 | (key & 1)) << 24 | document;
}

bool twt_postings_add(twt_postings *postings, uint32_t document, const twt_features *features)
{
    for (size_t i = 0; i < features->count; i++)
        if (!twt_vec_push(&postings->buckets[features->keys[i] >> 56], pack(features->keys[i], document)))
            return false;
    return true;
}

void twt_postings_free(twt_postings *postings)
{
    for (size_t i = 0; i < TWT_POSTING_BUCKETS; i++)
        twt_vec_free(&postings->buckets[i]);
}
