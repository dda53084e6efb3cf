/* The Unicode Standard, section 3.12: a syllable's number says its lead, its vowel and its trail, if any. */
#include "compare/words/word_letters.h"

#include <stdint.h>

enum {
    SYLLABLE_FIRST = 0xAC00,
    SYLLABLE_LAST = 0xD7A3,
    VOWELS = 21,
    TRAILS = 28,
    LEAD_CODE = 0x01, /* ASCII that normalised words without figures hardly have */
    VOWEL_CODE = 0x20,
    TRAIL_CODE = 0x40
};

static uint32_t point_at(const unsigned char *bytes, size_t left)
{
    if (left < 3 || bytes[0] < 0xEA || bytes[0] > 0xED)
        return 0;
    return (bytes[0] & 0x0Fu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
}

static size_t put_syllable(uint32_t number, char *out)
{
    uint32_t trail = number % TRAILS;
    out[0] = (char)(LEAD_CODE + number / (VOWELS * TRAILS));
    out[1] = (char)(VOWEL_CODE + number / TRAILS % VOWELS);
    if (trail)
        out[2] = (char)(TRAIL_CODE + trail);
    return trail ? 3 : 2;
}

size_t twt_word_put_letters(const char *norm, size_t len, char room[TWT_LETTERS_MAX])
{
    size_t used = 0;
    for (size_t at = 0; at < len;) {
        uint32_t point = point_at((const unsigned char *)norm + at, len - at);
        if (point >= SYLLABLE_FIRST && point <= SYLLABLE_LAST) {
            used += put_syllable(point - SYLLABLE_FIRST, room + used);
            at += 3;
        } else {
            room[used++] = norm[at++];
        }
    }
    return used;
}
