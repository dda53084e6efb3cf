/* Words of a script whose signs are syllables, in letters: where a Korean word ends in another particle, only the
 * letters show it. */
#ifndef TWT_COMPARE_WORDS_WORD_LETTERS_H
#define TWT_COMPARE_WORDS_WORD_LETTERS_H

#include <stdbool.h>
#include <stddef.h>

#define TWT_LETTERS_MAX 192 /* bytes of a word that is put in letters */

/* Whether a normalised word begins with what may be a Hangul syllable and is not too long. */
static inline bool twt_word_is_syllables(const char *norm, size_t len)
{
    return len >= 3 && len <= TWT_LETTERS_MAX && (unsigned char)norm[0] >= 0xEA && (unsigned char)norm[0] <= 0xED;
}

/* Puts such a word in letters, an ASCII byte for each of a Hangul syllable; all else stays as it is. For
 * comparing such words alone. Returns the bytes used of room, at most len. */
size_t twt_word_put_letters(const char *norm, size_t len, char room[TWT_LETTERS_MAX]);

#endif
