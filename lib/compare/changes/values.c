#include "compare/changes/values.h"

enum { REACH = 6 }; /* tokens before a side in which a numeral that overlaps it may begin */

static bool is_figure(const twt_analysis *text, uint32_t token)
{
    return (text->tokens[token].flags & TWT_TOKEN_NUMBER) != 0;
}

static void read_figure(const twt_analysis *text, uint32_t token, twt_number *out)
{
    const twt_token *figure = &text->tokens[token];
    twt_number_read(text->norm + figure->norm_begin, figure->norm_len, out);
    twt_number_trim(out);
}

twt_values twt_values_of(twt_side of)
{
    return (twt_values){of, of.begin > REACH ? of.begin - REACH : 0};
}

static bool read_value(twt_side of, uint32_t token, twt_numeral *out)
{
    if (twt_numeral_read(of.numerals->words, of.text, token, out))
        return true;
    if (!is_figure(of.text, token))
        return false;
    *out = (twt_numeral){.begin = token, .end = token + 1, .languages = UINT32_MAX};
    read_figure(of.text, token, &out->value);
    return true;
}

bool twt_values_next(twt_values *values, twt_numeral *out)
{
    const twt_side *of = &values->of;
    while (values->at < of->end) {
        if (!is_figure(of->text, values->at) && !twt_numeral_stands_at(of->numerals, values->at)) {
            values->at++;
            continue;
        }
        bool is_value = read_value(*of, values->at, out);
        values->at = is_value ? out->end : values->at + 1;
        if (is_value && out->end > of->begin)
            return true;
    }
    return false;
}

/* 2m beside 2 million: what the letter stands for is not known. */
static bool is_short_for(twt_side of, const twt_numeral *figure, twt_side other, const twt_numeral *numeral)
{
    twt_number bare;
    if (figure->end - figure->begin > 1 || !is_figure(of.text, figure->begin) ||
        twt_number_is_figure(of.text, &of.text->tokens[figure->begin]) || !is_figure(other.text, numeral->begin))
        return false;
    read_figure(other.text, numeral->begin, &bare);
    return twt_number_equal(&figure->value, &bare);
}

/* 27 beside the twenty-seventh, of which the last word is not in the table. */
static bool is_ordinal_of(twt_side of, const twt_numeral *figure, twt_side other, const twt_numeral *numeral)
{
    return is_figure(of.text, figure->begin) && !is_figure(other.text, numeral->begin) &&
           twt_number_may_begin(&numeral->value, &figure->value);
}

/* A third is three; a month may be a figure. */
static bool are_of_a_kind(twt_side of, const twt_numeral *a, twt_side other, const twt_numeral *b)
{
    bool has_figure = is_figure(of.text, a->begin) || is_figure(other.text, b->begin);
    uint8_t one = a->kind == TWT_VALUE_RANK ? TWT_VALUE_COUNT : a->kind;
    uint8_t two = b->kind == TWT_VALUE_RANK ? TWT_VALUE_COUNT : b->kind;
    return one == two || (has_figure && one != TWT_VALUE_DAY && two != TWT_VALUE_DAY);
}

bool twt_value_equal(twt_side of, const twt_numeral *a, twt_side other, const twt_numeral *b)
{
    if (a->languages & b->languages && are_of_a_kind(of, a, other, b) && twt_number_equal(&a->value, &b->value))
        return true;
    return is_short_for(of, a, other, b) || is_short_for(other, b, of, a) || is_ordinal_of(of, a, other, b) ||
           is_ordinal_of(other, b, of, a);
}
