#include "text/mark.h"

#include "text/property.h"

static twt_mark ascii_mark(uint32_t code)
{
    switch (code) {
    case ' ':
    case '\t':
        return TWT_MARK_BLANK;
    case '\n':
        return TWT_MARK_FEED;
    case '\r':
        return TWT_MARK_RETURN;
    case '\v':
    case '\f':
        return TWT_MARK_LINE;
    case '.':
        return TWT_MARK_STOP;
    case '!':
    case '?':
        return TWT_MARK_CRY;
    case ',':
    case ';':
    case ':':
        return TWT_MARK_COMMA;
    case '(':
    case '[':
    case '{':
        return TWT_MARK_OPEN;
    case ')':
    case ']':
    case '}':
    case '\'':
        return TWT_MARK_CLOSE;
    case '"':
        return TWT_MARK_QUOTE_EITHER;
    default:
        return TWT_MARK_OTHER;
    }
}

static twt_mark quote_mark(uint32_t code)
{
    switch (code) {
    case 0x2018: /* ‘ */
    case 0x201c: /* “ */
    case 0x201e: /* „ */
    case 0x201f:
    case 0xab:   /* « */
    case 0x2039: /* ‹ */
    case 0x300c: /* 「 */
    case 0x300e: /* 『 */
    case 0xff62:
    case 0x301d:
        return TWT_MARK_QUOTE_OPEN;
    case 0x2019: /* ’ */
    case 0x201d: /* ” */
    case 0xbb:   /* » */
    case 0x203a: /* › */
    case 0x300d: /* 」 */
    case 0x300f: /* 』 */
    case 0xff63:
    case 0x301e:
    case 0x301f:
        return TWT_MARK_QUOTE_CLOSE;
    case 0xff02:
        return TWT_MARK_QUOTE_EITHER;
    default:
        return TWT_MARK_OTHER;
    }
}

static twt_mark stop_mark(uint32_t code)
{
    switch (code) {
    case 0x2024: /* one dot leader */
    case 0xff0e: /* ． */
        return TWT_MARK_STOP;
    case 0x2025:
    case 0x2026: /* … */
        return TWT_MARK_ELLIPSIS;
    case 0x203c: /* ‼ */
    case 0x203d: /* ‽ */
    case 0x2047:
    case 0x2048:
    case 0x2049:
        return TWT_MARK_CRY;
    case 0x37e:  /* Greek question mark */
    case 0x589:  /* Armenian full stop */
    case 0x61f:  /* ؟ */
    case 0x6d4:  /* ۔ */
    case 0x964:  /* । */
    case 0x965:  /* ॥ */
    case 0x104a: /* Myanmar */
    case 0x104b:
    case 0x1362: /* Ethiopic */
    case 0x1367:
    case 0x17d4: /* Khmer */
    case 0x17d5:
    case 0x1803: /* Mongolian */
    case 0x3002: /* 。 */
    case 0xff01: /* ！ */
    case 0xff1f: /* ？ */
    case 0xff61: /* ｡ */
        return TWT_MARK_FINAL;
    case 0x60c:  /* ، */
    case 0x61b:  /* ؛ */
    case 0x3001: /* 、 */
    case 0xff0c: /* ， */
    case 0xff1a: /* ： */
    case 0xff1b: /* ； */
        return TWT_MARK_COMMA;
    default:
        return TWT_MARK_OTHER;
    }
}

static twt_mark bracket_mark(uint32_t code)
{
    switch (code) {
    case 0x3008: /* 〈《【〔 （［ */
    case 0x300a:
    case 0x3010:
    case 0x3014:
    case 0xff08:
    case 0xff3b:
        return TWT_MARK_OPEN;
    case 0x3009:
    case 0x300b:
    case 0x3011:
    case 0x3015:
    case 0xff09:
    case 0xff3d:
        return TWT_MARK_CLOSE;
    default:
        return TWT_MARK_OTHER;
    }
}

twt_mark twt_mark_of(uint32_t code)
{
    if (code < 0x80)
        return ascii_mark(code);
    if (code == 0x2028 || code == 0x85)
        return TWT_MARK_LINE;
    if (code == 0x2029)
        return TWT_MARK_PARAGRAPH;
    twt_mark mark = quote_mark(code);
    if (mark == TWT_MARK_OTHER)
        mark = stop_mark(code);
    if (mark == TWT_MARK_OTHER)
        mark = bracket_mark(code);
    if (mark != TWT_MARK_OTHER)
        return mark;
    if (twt_is_blank(code))
        return TWT_MARK_BLANK;
    return twt_is_ignorable(code) ? TWT_MARK_NOTHING : TWT_MARK_OTHER;
}
