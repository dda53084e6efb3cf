/* No mark is trusted for long: a quotation that is not closed ends with its paragraph and after UNCLOSED tokens at
 * most, so that a lost mark does not turn the text inside out. Straight marks open and close by the blanks beside them
 * and only in doubt by turns. */
#include "text/quotation.h"

enum { UNCLOSED = 200, CLOSED = 1000, SINGLE = 200 };

enum {
    LEFT_SINGLE = 0x2018,
    RIGHT_SINGLE = 0x2019,
    LEFT_DOUBLE = 0x201c,
    RIGHT_DOUBLE = 0x201d,
    LOW_DOUBLE = 0x201e,
    LEFT_GUILLEMET = 0xab,
    RIGHT_GUILLEMET = 0xbb,
    LEFT_ANGLE = 0x2039,
    RIGHT_ANGLE = 0x203a,
    WIDE_STRAIGHT = 0xff02
};

static void flag(twt_quotation *quotation, size_t first, size_t end, size_t most)
{
    if (end - first > most)
        end = first + most;
    for (size_t i = first; i < end; i++)
        quotation->tokens[i].flags |= TWT_TOKEN_QUOTED;
}

static bool is_double(uint32_t code)
{
    return code == LEFT_DOUBLE || code == RIGHT_DOUBLE || code == '"' || code == WIDE_STRAIGHT;
}

/* Whether code is a counterpart of the mark that opened. */
static bool matches(uint32_t opened, uint32_t code)
{
    switch (opened) {
    case LEFT_GUILLEMET:
        return code == RIGHT_GUILLEMET;
    case RIGHT_GUILLEMET: /* »German«, »Finnish» */
        return code == LEFT_GUILLEMET || code == RIGHT_GUILLEMET;
    case LEFT_ANGLE:
        return code == RIGHT_ANGLE;
    case RIGHT_ANGLE:
        return code == LEFT_ANGLE || code == RIGHT_ANGLE;
    case 0x300c:
        return code == 0x300d;
    case 0x300e:
        return code == 0x300f;
    case 0xff62:
        return code == 0xff63;
    case 0x301d:
        return code == 0x301e || code == 0x301f;
    default:
        return is_double(code);
    }
}

/* Marks that open whatever stands beside them, as long as they can't be closing. */
static bool is_opener(uint32_t code)
{
    return code == LEFT_DOUBLE || code == LOW_DOUBLE || code == 0x201f || code == LEFT_GUILLEMET ||
           code == LEFT_ANGLE || code == 0x300c || code == 0x300e || code == 0xff62 || code == 0x301d;
}

static bool opens(twt_quotation_mark mark)
{
    bool looks_opening = mark.is_after_space && !mark.is_before_space;
    bool looks_closing = !mark.is_after_space && mark.is_before_space;
    if (is_opener(mark.code))
        return !looks_closing;
    if (mark.code == '"' || mark.code == WIDE_STRAIGHT)
        return looks_opening || (!looks_closing && mark.is_before_word && mark.is_after_space == mark.is_before_space);
    return looks_opening;
}

static twt_quotation_role meet_single(twt_quotation *quotation, twt_quotation_mark mark)
{
    if (mark.code == LEFT_SINGLE) {
        if (!mark.is_after_space || mark.is_before_space)
            return TWT_QUOTATION_NONE;
        quotation->is_single_open = true;
        quotation->single_first = mark.token;
        return TWT_QUOTATION_OPENS;
    }
    if (!quotation->is_single_open || mark.is_after_space || mark.is_before_word)
        return TWT_QUOTATION_NONE;
    quotation->is_single_open = false;
    if (mark.token - quotation->single_first <= SINGLE)
        flag(quotation, quotation->single_first, mark.token, SINGLE);
    return TWT_QUOTATION_CLOSES;
}

twt_quotation_role twt_quotation_meet(twt_quotation *quotation, twt_quotation_mark mark)
{
    if (mark.code == LEFT_SINGLE || mark.code == RIGHT_SINGLE)
        return meet_single(quotation, mark);
    bool looks_opening = mark.is_after_space && !mark.is_before_space;
    bool is_open = quotation->mark != 0;
    if (is_open && matches(quotation->mark, mark.code) && !(looks_opening && opens(mark))) {
        flag(quotation, quotation->first, mark.token, CLOSED);
        quotation->mark = 0;
        return TWT_QUOTATION_CLOSES;
    }
    if (!opens(mark) || (is_open && mark.code != quotation->mark))
        return TWT_QUOTATION_NONE;
    if (is_open)
        flag(quotation, quotation->first, mark.token, UNCLOSED);
    quotation->mark = mark.code;
    quotation->first = mark.token;
    return TWT_QUOTATION_OPENS;
}

void twt_quotation_end(twt_quotation *quotation, size_t token)
{
    if (quotation->mark)
        flag(quotation, quotation->first, token, UNCLOSED);
    quotation->mark = 0;
    quotation->is_single_open = false;
}
