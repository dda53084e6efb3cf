#include "compare/words/word_ends.h"

#include "base/hash.h"

enum { LETTERS_LEAST = 4, BEGIN_LETTERS = 3, END_LETTERS = 4, KEY_BYTES = 8 };

static uint32_t hash_bytes(const char *bytes, size_t len, uint64_t seed)
{
    uint64_t key = seed;
    for (size_t i = 0; i < len; i++)
        key = key << 8 | (unsigned char)bytes[i];
    return (uint32_t)twt_hash_mix(key);
}

static uint32_t key_of_begin(const char *norm, size_t len)
{
    size_t at = 0, letters = 0;
    for (; at < len && at < KEY_BYTES && letters <= BEGIN_LETTERS; at++)
        letters += !twt_is_inside_letter(norm[at]);
    return hash_bytes(norm, letters > BEGIN_LETTERS ? at - 1 : at, 0);
}

static uint32_t key_of_end(const char *norm, size_t len)
{
    size_t from = len, letters = 0;
    while (from > 0 && len - from < KEY_BYTES && letters < END_LETTERS)
        letters += !twt_is_inside_letter(norm[--from]);
    return hash_bytes(norm + from, len - from, 1);
}

twt_word_ends twt_word_ends_of(const twt_analysis *text, const twt_token *token)
{
    const char *norm = text->norm + token->norm_begin;
    uint32_t letters = 0;
    if (token->flags & (TWT_TOKEN_NUMBER | TWT_TOKEN_SPACELESS) || token->norm_len < LETTERS_LEAST)
        return (twt_word_ends){0};
    for (uint32_t i = 0; i < token->norm_len; i++)
        letters += !twt_is_inside_letter(norm[i]);
    if (letters < LETTERS_LEAST)
        return (twt_word_ends){0};
    return (twt_word_ends){letters, {key_of_begin(norm, token->norm_len), key_of_end(norm, token->norm_len)}};
}
