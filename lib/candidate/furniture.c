/* A slot is the least image of a text's shingles under one permutation (Broder 1997). Where that of the furniture is
 * the same, the furniture gave it; the other slots are a sample of what is not furniture. */
#include "candidate/furniture.h"

#include <stdbool.h>

#include "base/alloc.h"

twt_status twt_furniture_init(twt_furniture *f, size_t document_count, size_t slot_count)
{
    f->words = (slot_count + TWT_FURNITURE_WORD_BITS - 1) / TWT_FURNITURE_WORD_BITS;
    f->bits = twt_alloc_zeroed(document_count, f->words * sizeof *f->bits);
    return f->bits ? TWT_OK : TWT_ERROR_MEMORY;
}

void twt_furniture_free(twt_furniture *f)
{
    twt_free(f->bits);
    *f = (twt_furniture){0};
}

void twt_furniture_mark(uint64_t *bits, const uint32_t *sketch, const uint32_t *of_part, size_t slot_count)
{
    for (size_t i = 0; i < slot_count; i++)
        bits[i / TWT_FURNITURE_WORD_BITS] |= (uint64_t)(sketch[i] == of_part[i]) << i % TWT_FURNITURE_WORD_BITS;
}

double twt_furniture_own_jaccard(const uint64_t *bits_a, const uint64_t *bits_b, const uint32_t *sketch_a,
                                 const uint32_t *sketch_b, size_t slot_count)
{
    size_t own = 0, equal = 0;
    for (size_t i = 0; i < slot_count; i++) {
        size_t word = i / TWT_FURNITURE_WORD_BITS;
        bool is_own = !((bits_a[word] & bits_b[word]) >> i % TWT_FURNITURE_WORD_BITS & 1);
        own += is_own;
        equal += is_own && sketch_a[i] == sketch_b[i];
    }
    return own ? (double)equal / (double)own : 0;
}
