#include "compare/words/word_ends.h"

#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "compare/words/word_letters.h"

enum { LETTERS_LEAST = 4, BEGIN_LETTERS = 3, STEM_LETTERS = 4, END_LETTERS = 4, KEY_BYTES = 8 };

/* Counts the letters of a word on the way, and fills in what it begins with. No branch to guess. */
static void read_begin(const char *norm, size_t len, twt_word_ends *out)
{
    uint64_t begin = 0, stem = 0;
    for (size_t at = 0; at < len; at++) {
        out->letters += !twt_utf8_is_inside(norm[at]);
        bool is_stem = (out->letters <= STEM_LETTERS) & (at < KEY_BYTES);
        stem = is_stem ? stem << 8 | (unsigned char)norm[at] : stem;
        begin = out->letters <= BEGIN_LETTERS ? stem : begin;
    }
    out->keys[0] = (uint32_t)twt_hash_mix(begin);
    out->stem = (uint32_t)(stem ^ stem >> 32);
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

/* The same for a word of ASCII letters, faster. */
static void read_ascii(const char *norm, size_t len, twt_word_ends *out)
{
    uint64_t stem = 0, end = 1;
    for (size_t i = 0; i < STEM_LETTERS; i++)
        stem = stem << 8 | (unsigned char)norm[i];
    for (size_t i = 1; i <= END_LETTERS; i++)
        end = end << 8 | (unsigned char)norm[len - i];
    out->letters = (uint32_t)len;
    out->keys[0] = (uint32_t)twt_hash_mix(stem >> 8 * (STEM_LETTERS - BEGIN_LETTERS));
    out->keys[1] = (uint32_t)twt_hash_mix(end);
    out->stem = (uint32_t)stem;
}

static void read_ends(const char *norm, size_t len, twt_word_ends *out)
{
    if (is_ascii(norm, len)) {
        read_ascii(norm, len, out);
        return;
    }
    read_begin(norm, len, out);
    out->keys[1] = key_of_end(norm, len);
}

twt_word_ends twt_word_ends_of(const twt_analysis *text, const twt_token *token)
{
    const char *norm = text->norm + token->norm_begin;
    twt_word_ends ends = {.begin = token->norm_begin, .len = token->norm_len};
    char room[TWT_LETTERS_MAX];
    size_t len = token->norm_len;
    if (token->flags & (TWT_TOKEN_NUMBER | TWT_TOKEN_SPACELESS))
        return (twt_word_ends){0};
    if (twt_word_is_syllables(norm, len)) {
        len = twt_word_put_letters(norm, len, room);
        norm = room;
    }
    if (len < LETTERS_LEAST)
        return (twt_word_ends){0};
    read_ends(norm, len, &ends);
    return ends.letters < LETTERS_LEAST ? (twt_word_ends){0} : ends;
}
