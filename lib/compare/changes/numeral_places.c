#include "compare/changes/numeral_places.h"

#include <string.h>

enum { IS_NONE = 1, IS_ONE };

bool twt_numeral_places_begin(twt_numeral_places *places, const twt_numeral_words *words, const twt_analysis *text)
{
    places->words = words;
    places->text = text;
    twt_vec_clear(&places->known);
    if (!twt_vec_resize(&places->known, text->token_count))
        return false;
    if (text->token_count)
        memset(places->known.data, 0, text->token_count);
    return true;
}

void twt_numeral_places_free(twt_numeral_places *places)
{
    twt_vec_free(&places->known);
}

bool twt_numeral_places_look(twt_numeral_places *places, uint32_t token)
{
    bool is_one = twt_numeral_is_word(places->words, places->text, token);
    places->known.data[token] = is_one ? IS_ONE : IS_NONE;
    return is_one;
}
