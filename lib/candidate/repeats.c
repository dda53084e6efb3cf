/* A feature that only one document has pairs nobody. A table of two bits a slot, small enough for the cache, tells
 * which slots were hit twice; postings whose slot was hit once are dropped before anything is sorted. */
#include "candidate/rare.h"

enum { SLOTS_PER_POSTING = 4, SEEN = 1, SEEN_TWICE = 2 };

static size_t slot_of(uint64_t posting, size_t mask)
{
    return (size_t)(twt_posting_feature(posting) >> 1) & mask;
}

static void note(unsigned char *table, size_t slot)
{
    unsigned shift = slot % 4 * 2, seen = table[slot / 4] >> shift & 3;
    table[slot / 4] |= (unsigned char)((seen ? SEEN_TWICE : SEEN) << shift);
}

static bool is_repeated(const unsigned char *table, size_t slot)
{
    return table[slot / 4] >> slot % 4 * 2 & SEEN_TWICE;
}

bool twt_repeats_keep(twt_repeats *repeats, uint64_t *postings, size_t *count)
{
    size_t slots = 64, kept = 0;
    while (slots < SLOTS_PER_POSTING * *count)
        slots *= 2;
    twt_vec_clear(repeats);
    if (!twt_vec_reserve(repeats, slots / 4))
        return false;
    memset(repeats->data, 0, slots / 4);
    for (size_t i = 0; i < *count; i++)
        note(repeats->data, slot_of(postings[i], slots - 1));
    for (size_t i = 0; i < *count; i++) {
        postings[kept] = postings[i];
        kept += is_repeated(repeats->data, slot_of(postings[i], slots - 1));
    }
    *count = kept;
    return true;
}
