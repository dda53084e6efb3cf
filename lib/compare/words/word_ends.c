#include "compare/words/word_ends.h"

#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"

enum { LETTERS_LEAST = 4, BEGIN_LETTERS = 3, END_LETTERS = 4, KEY_BYTES = 8 };

/* Counts the letters of a word on the way. No branch to guess. */
static uint32_t key_of_begin(const char *norm, size_t len, uint32_t *letters)
{
    uint64_t key = 0;
    for (size_t at = 0; at < len; at++) {
        *letters += !twt_utf8_is_inside(norm[at]);
        bool is_begin = (*letters <= BEGIN_LETTERS) & (at < KEY_BYTES);
        key = is_begin ? key << 8 | (unsigned char)norm[at] : key;
    }
    return (uint32_t)twt_hash_mix(key);
}

static uint32_t key_of_end(const char *norm, size_t len)
{
    uint64_t key = 1;
    size_t from = len, letters = 0;
    while (from > 0 && len - from < KEY_BYTES && letters < END_LETTERS) {
        letters += !twt_utf8_is_inside(norm[--from]);
        key = key << 8 | (unsigned char)norm[from];
    }
    return (uint32_t)twt_hash_mix(key);
}

/* len: four or more. Whether each byte is a letter of its own. */
static bool is_ascii(const char *norm, size_t len)
{
    uint32_t four, last;
    for (size_t at = 0; at + sizeof four < len; at += sizeof four) {
        memcpy(&four, norm + at, sizeof four);
        if (four & 0x80808080)
            return false;
    }
    memcpy(&last, norm + len - sizeof last, sizeof last);
    return !(last & 0x80808080);
}

/* What the loops below give for such a word. */
static twt_word_ends ends_of_ascii(const char *norm, size_t len)
{
    uint64_t begin = 0, end = 1;
    for (size_t i = 0; i < BEGIN_LETTERS; i++)
        begin = begin << 8 | (unsigned char)norm[i];
    for (size_t i = 1; i <= END_LETTERS; i++)
        end = end << 8 | (unsigned char)norm[len - i];
    return (twt_word_ends){(uint32_t)len, {(uint32_t)twt_hash_mix(begin), (uint32_t)twt_hash_mix(end)}};
}

twt_word_ends twt_word_ends_of(const twt_analysis *text, const twt_token *token)
{
    const char *norm = text->norm + token->norm_begin;
    twt_word_ends ends = {0};
    if (token->flags & (TWT_TOKEN_NUMBER | TWT_TOKEN_SPACELESS) || token->norm_len < LETTERS_LEAST)
        return ends;
    if (is_ascii(norm, token->norm_len))
        return ends_of_ascii(norm, token->norm_len);
    ends.keys[0] = key_of_begin(norm, token->norm_len, &ends.letters);
    ends.keys[1] = key_of_end(norm, token->norm_len);
    return ends.letters < LETTERS_LEAST ? (twt_word_ends){0} : ends;
}
