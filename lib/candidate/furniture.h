/* Furniture: mastheads, menus, disclaimers. What two sketches owe to it says nothing of the texts beside it. */
#ifndef TWT_CANDIDATE_FURNITURE_H
#define TWT_CANDIDATE_FURNITURE_H

#include <stddef.h>
#include <stdint.h>

#include "twicetold/profile.h"
#include "twicetold/types.h"

/* Estimated Jaccard similarity from which on two documents may be told as pages, whatever it is that they share: twice
 * the standard error of 128 slots under the .48 that verification asks for. */
#define TWT_PAGES_JACCARD .39

/* The same of what is not furniture, from which on they share more than that. Of 100,000 pieces of news with a masthead
 * of half their length it takes 760,000 of 1,355,000 candidates away and 36 of 37,434 told pairs, 33 of them such pages
 * and the others no reuse. Three equal slots in a hundred are chance. */
#define TWT_OWN_JACCARD .05

enum { TWT_FURNITURE_WORD_BITS = 64, TWT_FURNITURE_WORDS_MAX = TWT_SLOTS_MAX / TWT_FURNITURE_WORD_BITS };

typedef struct twt_furniture { /* zeroed: nobody has any, and valid */
    uint64_t *bits;            /* by document, words of each: the slots that it owes to furniture */
    size_t words;
} twt_furniture;

TWT_MUST_USE twt_status twt_furniture_init(twt_furniture *furniture, size_t document_count, size_t slot_count);
void twt_furniture_free(twt_furniture *furniture);

static inline uint64_t *twt_furniture_of(const twt_furniture *furniture, uint32_t document)
{
    return furniture->bits + document * furniture->words;
}

/* Sets the bits of the slots that a sketch owes to a part of its text. */
void twt_furniture_mark(uint64_t *bits, const uint32_t *sketch, const uint32_t *of_part, size_t slot_count);

/* Jaccard similarity of what is furniture on one side at most: the equal ones among such slots; 0 without any. */
double twt_furniture_own_jaccard(const uint64_t *bits_a, const uint64_t *bits_b, const uint32_t *sketch_a,
                                 const uint32_t *sketch_b, size_t slot_count);

#endif
