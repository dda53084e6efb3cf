/* The characters between words, by what they do to sentences and quotations. */
#ifndef TWT_TEXT_MARK_H
#define TWT_TEXT_MARK_H

#include <stdbool.h>
#include <stdint.h>

typedef enum twt_mark {
    TWT_MARK_OTHER,
    TWT_MARK_NOTHING, /* invisible */
    TWT_MARK_BLANK,
    TWT_MARK_FEED,      /* line feed: the one whose meaning depends on the layout */
    TWT_MARK_RETURN,    /* carriage return */
    TWT_MARK_LINE,      /* other ends of lines */
    TWT_MARK_PARAGRAPH, /* paragraph separator */
    TWT_MARK_STOP,      /* full stop, which also abbreviates */
    TWT_MARK_ELLIPSIS,
    TWT_MARK_CRY,   /* ! ? and kin */
    TWT_MARK_FINAL, /* ends a sentence and nothing else: 。 । ؟ */
    TWT_MARK_COMMA, /* , ; : and kin: after a stop they say that the sentence goes on */
    TWT_MARK_OPEN,  /* brackets */
    TWT_MARK_CLOSE,
    TWT_MARK_QUOTE_OPEN,
    TWT_MARK_QUOTE_CLOSE,
    TWT_MARK_QUOTE_EITHER
} twt_mark;

twt_mark twt_mark_of(uint32_t code);

/* Whether an ASCII byte is a mark that neither ends a sentence or line nor quotes: none of . ! ? " and line ends. */
static inline bool twt_mark_is_quiet(unsigned char byte)
{
    const uint64_t loud = UINT64_C(1) << '.' | UINT64_C(1) << '!' | UINT64_C(1) << '?' | UINT64_C(1) << '"' |
                          UINT64_C(0xf) << '\n'; /* \n \v \f \r */
    return byte < 0x80 && !(byte < 64 && loud >> byte & 1);
}

#endif
