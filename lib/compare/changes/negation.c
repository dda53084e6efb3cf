#include "compare/changes/negation.h"

#include <string.h>

#include "compare/words/word_form.h"

enum { /* what stands at a token */
       FOUND_NONE,
       FOUND_HALF,
       FOUND_WHOLE,
       NOT_LOOKED_AT
};

/* ---- companions ------------------------------------------------------------------------------------------ */

static bool holds_word(const twt_analysis *text, const char *word)
{
    size_t word_len = strlen(word), len;
    for (size_t i = 0; i < text->token_count; i++) {
        const char *bytes = twt_joined_bytes(text, i, i + 1, &len);
        if (len == word_len && memcmp(bytes, word, len) == 0)
            return true;
    }
    return false;
}

/* Looks each companion up once a pair, however often it is asked for. */
static bool has_companion(twt_negation_pair *pair, uint32_t wanted)
{
    for (size_t i = 0; i < TWT_NEGATION_COMPANIONS; i++) {
        uint32_t bit = 1u << i;
        if ((wanted & bit) == 0 || (pair->known & bit) != 0)
            continue;
        pair->known |= bit;
        if (holds_word(pair->texts[0], twt_negation_companions[i]) ||
            holds_word(pair->texts[1], twt_negation_companions[i]))
            pair->present |= bit;
    }
    return (pair->present & wanted) != 0;
}

bool twt_negation_pair_begin(twt_negation_pair *pair, const twt_analysis *a, const twt_analysis *b)
{
    pair->texts[0] = a;
    pair->texts[1] = b;
    pair->known = pair->present = 0;
    if (!pair->is_ready)
        twt_negation_find_ranges(pair->ranges);
    pair->is_ready = true;
    for (int side = 0; side < 2; side++) {
        size_t count = pair->texts[side]->token_count;
        twt_vec_clear(&pair->found[side]);
        if (!twt_vec_reserve(&pair->found[side], count))
            return false;
        if (count)
            memset(pair->found[side].data, NOT_LOOKED_AT, count);
    }
    return true;
}

void twt_negation_pair_free(twt_negation_pair *pair)
{
    twt_vec_free(&pair->found[0]);
    twt_vec_free(&pair->found[1]);
}

/* ---- counting -------------------------------------------------------------------------------------------- */

/* No. 10, № 10 */
static bool counts_up(const twt_analysis *text, size_t token)
{
    return token + 1 < text->token_count && text->tokens[token + 1].flags & TWT_TOKEN_NUMBER;
}

/* A word has at least one byte. */
static uint8_t look_at(twt_negation_pair *pair, int side, size_t token)
{
    const twt_analysis *text = pair->texts[side];
    size_t len;
    const char *bytes = twt_joined_bytes(text, token, token + 1, &len);
    if (text->tokens[token].flags & TWT_TOKEN_SPACELESS)
        return twt_negation_run_negates(bytes, text->norm_len - text->tokens[token].norm_begin) ? FOUND_WHOLE
                                                                                                : FOUND_NONE;
    const twt_negation_word *word = twt_negation_find(pair->ranges, bytes, len);
    if (word == NULL)
        return twt_negation_has_part(bytes, len)                    ? FOUND_WHOLE
               : twt_negation_is_french_half(bytes, len) && len > 3 ? FOUND_HALF
                                                                    : FOUND_NONE;
    if (word->how == TWT_NEGATES_WITH)
        return has_companion(pair, word->companions) ? FOUND_WHOLE : FOUND_NONE;
    if (word->how == TWT_NEGATES_WITHOUT)
        return counts_up(text, token) || has_companion(pair, word->companions) ? FOUND_NONE : FOUND_WHOLE;
    return word->how == TWT_NEGATES_HALF ? FOUND_HALF : FOUND_WHOLE;
}

/* The windows around neighbouring changes overlap: each word is looked at once. */
static uint8_t negation_at(twt_negation_pair *pair, int side, size_t token)
{
    uint8_t *found = &pair->found[side].data[token];
    if (*found == NOT_LOOKED_AT)
        *found = look_at(pair, side, token);
    return *found;
}

size_t twt_negation_count(twt_negation_pair *pair, int side, size_t begin, size_t end)
{
    size_t whole = 0, half = 0;
    for (size_t i = begin; i < end; i++) {
        uint8_t found = negation_at(pair, side, i);
        whole += found == FOUND_WHOLE;
        half += found == FOUND_HALF;
    }
    return whole > half ? whole : half;
}
