/* Where in a text words of numerals stand. A token is asked for again and again, by every change around it, and looked
 * at once. */
#ifndef TWT_COMPARE_CHANGES_NUMERAL_PLACES_H
#define TWT_COMPARE_CHANGES_NUMERAL_PLACES_H

#include "base/vec.h"
#include "compare/words/numeral.h"

typedef struct twt_numeral_places { /* zeroed: empty and valid */
    const twt_numeral_words *words;
    const twt_analysis *text;
    TWT_VEC(uint8_t) known; /* by token: 0 when nobody asked */
} twt_numeral_places;

/* Both are borrowed. False when memory is short. */
bool twt_numeral_places_begin(twt_numeral_places *places, const twt_numeral_words *words, const twt_analysis *text);
void twt_numeral_places_free(twt_numeral_places *places);

/* What a token is, for those who ask for it the first time. */
bool twt_numeral_places_look(twt_numeral_places *places, uint32_t token);

/* Whether a token is a numeral without figures, or can be the first word of one. */
static inline bool twt_numeral_stands_at(twt_numeral_places *places, uint32_t token)
{
    uint8_t known = places->known.data[token];
    return known ? known > 1 : twt_numeral_places_look(places, token);
}

#endif
