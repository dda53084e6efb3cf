/* What the fast path knows of a code point: its class, and what it becomes in a word. A table of its own so that other
 * kernels can share it. Unassigned code points are TWT_FAST_SLOW: what they will be is the library's to say. */
#ifndef TWT_TEXT_FAST_TABLE_H
#define TWT_TEXT_FAST_TABLE_H

#include <stdint.h>

#define TWT_FAST_CODES 0x700 /* Latin, Greek, Cyrillic, Armenian, Arabic; Hebrew has rules of its own and is slow */

typedef enum twt_fast_class {
    TWT_FAST_SLOW,  /* the span goes to the definition */
    TWT_FAST_LOWER, /* letters, by case */
    TWT_FAST_UPPER,
    TWT_FAST_LETTER,
    TWT_FAST_DIGIT,
    TWT_FAST_OTHER, /* parts words */
    TWT_FAST_CURRENCY,
    TWT_FAST_STOP,       /* joins two letters or two digits */
    TWT_FAST_APOSTROPHE, /* so does this */
    TWT_FAST_COMMA,      /* joins two digits */
    TWT_FAST_BLANK,      /* ends the span */
    TWT_FAST_HYPHEN,     /* parts words, but not always at the end of a line */
    TWT_FAST_SPACELESS   /* a token by itself: ideographs, kana */
} twt_fast_class;

/* class << 11 | normalised code point; the latter 0 where it is never part of a word. */
extern const uint16_t twt_fast_codes[TWT_FAST_CODES];
extern const uint16_t twt_fast_punctuation[64]; /* U+2000 to U+203F */

/* The normalised code point that stands for two: ß becomes ss, no word holds it. */
#define TWT_FAST_SHARP_S 0xdf

/* Those from U+0800 on that are written in three bytes and in no table: ideographs, kana, Hangul, Vietnamese,
 * full-width forms. */
twt_fast_class twt_fast_class_beyond(uint32_t code, uint16_t *norm);

/* Of an ASCII letter or digit its normalised byte, of every other byte 0. */
extern const uint8_t twt_fast_bytes[256];

#define TWT_FAST_CLASS(entry) ((twt_fast_class)((entry) >> 11))
#define TWT_FAST_NORM(entry) ((entry)&0x7ffu)

#endif
