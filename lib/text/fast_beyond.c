/* Blocks so regular that ranges say what a table would. Kept to what Unicode 10 had assigned. */
#include <stdbool.h>

#include "text/fast_table.h"

static bool is_between(uint32_t code, uint32_t low, uint32_t high)
{
    return code - low <= high - low;
}

/* Full-width forms are those of ASCII, but for "＄", which is kept by no table, and "－", which joins no lines. */
static twt_fast_class full_width(uint32_t code, uint16_t *norm)
{
    uint16_t entry = twt_fast_codes[code - 0xfee0];
    twt_fast_class class = TWT_FAST_CLASS(entry);
    *norm = TWT_FAST_NORM(entry);
    if (class == TWT_FAST_CURRENCY)
        return TWT_FAST_SLOW;
    return class == TWT_FAST_HYPHEN ? TWT_FAST_OTHER : class;
}

static twt_fast_class kana_or_mark(uint32_t code)
{
    if (is_between(code, 0x3041, 0x3096) || is_between(code, 0x30a1, 0x30fa) || is_between(code, 0x30fc, 0x30fe))
        return TWT_FAST_SPACELESS;
    if (code <= 0x3003 || is_between(code, 0x3008, 0x3011) || is_between(code, 0x3014, 0x301b) || code == 0x30fb)
        return TWT_FAST_OTHER;
    return TWT_FAST_SLOW;
}

twt_fast_class twt_fast_class_beyond(uint32_t code, uint16_t *norm)
{
    *norm = (uint16_t)code;
    if (is_between(code, 0x4e00, 0x9fea) || is_between(code, 0x3400, 0x4db5))
        return TWT_FAST_SPACELESS;
    if (is_between(code, 0x3000, 0x30ff))
        return kana_or_mark(code);
    if (is_between(code, 0xac00, 0xd7a3))
        return TWT_FAST_LETTER;
    if (is_between(code, 0x1ea0, 0x1eff) || is_between(code, 0x1e00, 0x1e95)) { /* capitals even, small letters odd */
        *norm |= 1;
        return code & 1 ? TWT_FAST_LOWER : TWT_FAST_UPPER;
    }
    if (is_between(code, 0xff01, 0xff5e))
        return full_width(code, norm);
    return code == 0x20ac ? TWT_FAST_CURRENCY : TWT_FAST_SLOW; /* the euro sign */
}
