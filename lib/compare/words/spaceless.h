/* Tokens of scripts that are written without spaces. An ideograph is a word. A letter (kana, Thai, Lao, Khmer, Myanmar)
 * is none: any two texts share nearly all of them, and in every order. */
#ifndef TWT_COMPARE_WORDS_SPACELESS_H
#define TWT_COMPARE_WORDS_SPACELESS_H

#include "twicetold/types.h"

/* Of a token of such a script. */
bool twt_spaceless_is_ideograph(const twt_analysis *text, size_t token);

static inline bool twt_spaceless_is_letter(const twt_analysis *text, size_t token)
{
    return text->tokens[token].flags & TWT_TOKEN_SPACELESS && !twt_spaceless_is_ideograph(text, token);
}

/* Of the three letters that begin with one, or of as many as follow each other. */
uint64_t twt_spaceless_hash_of_letter(const twt_analysis *text, size_t token);

/* Of the word at any token. */
static inline uint64_t twt_spaceless_hash(const twt_analysis *text, size_t token)
{
    return twt_spaceless_is_letter(text, token) ? twt_spaceless_hash_of_letter(text, token) : text->tokens[token].hash;
}

#endif
