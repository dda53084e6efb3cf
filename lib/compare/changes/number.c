/* Figures that differ, whatever they are written with, and words that stand where a date has its month. */
#include "compare/changes/number.h"

#include <string.h>

#include "compare/changes/values.h"
#include "compare/words/number_form.h"
#include "compare/words/word_form.h"

#define NUMBER_WINDOW 8 /* tokens around a block in which a figure may have moved */
#define NUMBERS_MAX 24  /* figures on one side of a block that are told apart */

static bool is_number(twt_side of, uint32_t token)
{
    return (of.text->tokens[token].flags & TWT_TOKEN_NUMBER) != 0;
}

static void read_number(twt_side of, uint32_t token, twt_number *out)
{
    const twt_token *word = &of.text->tokens[token];
    twt_number_read(of.text->norm + word->norm_begin, word->norm_len, out);
}

static bool holds_number(twt_side of)
{
    for (uint32_t i = of.begin; i < of.end; i++)
        if (is_number(of, i))
            return true;
    return false;
}

/* Whether a side's figures, read as one row of digits, are all there is of another's: 1 000 and 1000. */
static bool same_digits(twt_side a, twt_side b)
{
    twt_number one, whole[2] = {{.count = 0}, {.count = 0}};
    twt_side sides[2] = {a, b};
    for (int s = 0; s < 2; s++)
        for (uint32_t i = sides[s].begin; i < sides[s].end; i++) {
            if (!is_number(sides[s], i))
                continue;
            read_number(sides[s], i, &one);
            for (size_t d = 0; d < one.count && whole[s].count < TWT_NUMBER_MAX; d++)
                whole[s].digits[whole[s].count++] = one.digits[d];
        }
    return whole[0].count < TWT_NUMBER_MAX && twt_number_equal(&whole[0], &whole[1]);
}

/* ---- one side's value on the other ------------------------------------------------------------------------- */

/* Whether a side is a numeral or a part of it, and nothing else. */
static bool is_within(twt_side of, const twt_numeral *numeral)
{
    return numeral->begin <= of.begin && of.end <= numeral->end;
}

/* Within other words a weak one is none. */
static bool is_usable(twt_side of, const twt_numeral *numeral)
{
    return !numeral->is_weak || is_within(of, numeral);
}

static bool finds_value(twt_side of, const twt_numeral *wanted, twt_side other)
{
    twt_side near = twt_side_around(other, NUMBER_WINDOW);
    twt_values values = twt_values_of(near);
    for (twt_numeral one; twt_values_next(&values, &one);)
        if (is_usable(other, &one) && twt_value_equal(of, wanted, near, &one))
            return true;
    return false;
}

/* Whether a value of one side stands neither on the other side nor close by. languages: others are passed over. */
static bool has_new_value(twt_side of, twt_side other, uint32_t languages)
{
    twt_values values = twt_values_of(of);
    size_t count = 0;
    for (twt_numeral wanted; count < NUMBERS_MAX && twt_values_next(&values, &wanted); count++)
        if (is_usable(of, &wanted) && wanted.languages & languages && !finds_value(of, &wanted, other))
            return true;
    return false;
}

/* As before, of figures and what begins with one. */
static bool has_new_figure(twt_side of, twt_side other)
{
    twt_values values = twt_values_of(of);
    size_t count = 0;
    for (twt_numeral wanted; count < NUMBERS_MAX && twt_values_next(&values, &wanted); count++)
        if (wanted.begin >= of.begin && is_number(of, wanted.begin) && !finds_value(of, &wanted, other))
            return true;
    return false;
}

/* Whether words of a numeral were taken away or put in, while others of it stayed: two [hundred]. */
static bool is_part(twt_side of, twt_side other)
{
    twt_numeral first;
    twt_values values = twt_values_of(of);
    return twt_side_is_empty(other) && twt_values_next(&values, &first) &&
           (first.begin < of.begin || first.end > of.end);
}

/* The languages in which a side has a value. */
static uint32_t languages_of(twt_side of)
{
    uint32_t languages = 0;
    twt_values values = twt_values_of(of);
    for (twt_numeral one; twt_values_next(&values, &one);)
        languages |= is_usable(of, &one) ? one.languages : 0;
    return languages;
}

/* A numeral gained or lost is none in other words; a figure is. */
static bool has_other_value(twt_side a, twt_side b)
{
    uint32_t in_a = languages_of(a), in_b = languages_of(b);
    if (in_a && in_b)
        return has_new_value(a, b, in_b) || has_new_value(b, a, in_a);
    return has_new_figure(a, b) || has_new_figure(b, a) || (is_part(a, b) && has_new_value(a, b, UINT32_MAX)) ||
           (is_part(b, a) && has_new_value(b, a, UINT32_MAX));
}

/* 5m and 5bn: the same digits in two single words that differ in what follows them. */
static bool differs_by_unit(twt_side a, twt_side b)
{
    if (a.end - a.begin != 1 || b.end - b.begin != 1 || !is_number(a, a.begin) || !is_number(b, b.begin))
        return false;
    twt_word left, right;
    twt_word_decode_tokens(a.text, a.begin, a.end, &left);
    twt_word_decode_tokens(b.text, b.begin, b.end, &right);
    return left.count > 0 && right.count > 0 && left.points[left.count - 1] >= 'a' &&
           right.points[right.count - 1] >= 'a';
}

static uint32_t value_of(twt_side of, uint32_t token)
{
    twt_number number;
    uint32_t value = 0;
    if (token >= of.text->token_count || !is_number(of, token))
        return 0;
    read_number(of, token, &number);
    for (size_t i = 0; i < number.count && i < 6; i++)
        value = number.digits[i] == '.' ? 0 : value * 10 + (uint32_t)(number.digits[i] - '0');
    return value;
}

static bool is_day(twt_side of, uint32_t token)
{
    return value_of(of, token) >= 1 && value_of(of, token) <= 31;
}

static bool is_year(twt_side of, uint32_t token)
{
    return value_of(of, token) >= 1000 && value_of(of, token) <= 2999;
}

static bool is_short(twt_side of, uint32_t token)
{
    return token < of.text->token_count && of.text->tokens[token].norm_len <= 3;
}

/* Whether a single word stands where a date has its month: 23 X 2023, 23 de X de 2023, X 2023, X 23, 2023. */
static bool is_month(twt_side of)
{
    uint32_t before = of.begin, after = of.end;
    if (of.end - of.begin != 1 || is_number(of, of.begin))
        return false;
    before -= before > 1 && is_short(of, before - 1) && !is_number(of, before - 1) ? 2 : before > 0 ? 1 : 0;
    after += is_short(of, after) && !is_number(of, after) ? 1 : 0;
    if (of.text->tokens[of.begin].flags & TWT_TOKEN_UPPER)
        return is_year(of, after) || (is_day(of, after) && is_year(of, after + 1));
    return before < of.begin && is_day(of, before) && is_year(of, after);
}

/* Figures and nothing else. */
static bool is_all_figures(twt_side of)
{
    for (uint32_t i = of.begin; i < of.end; i++)
        if (!is_number(of, i) || of.text->tokens[i].flags & (TWT_TOKEN_UPPER | TWT_TOKEN_LOWER))
            return false;
    return !twt_side_is_empty(of);
}

/* Figures written as ideographs: the digits, ten, hundred, thousand and the myriads. */
static bool is_numeral(twt_side of, uint32_t token)
{
    static const char *const numerals[] = {"〇", "零", "一", "二", "三", "四", "五", "六", "七",
                                           "八", "九", "十", "百", "千", "万", "萬", "亿", "億"};
    const twt_token *word = &of.text->tokens[token];
    for (size_t i = 0; word->norm_len == 3 && i < sizeof numerals / sizeof *numerals; i++)
        if (memcmp(of.text->norm + word->norm_begin, numerals[i], 3) == 0)
            return true;
    return false;
}

static bool are_numerals(twt_side of)
{
    for (uint32_t i = of.begin; i < of.end; i++)
        if (!is_numeral(of, i))
            return false;
    return !twt_side_is_empty(of);
}

/* Gained or lost within a figure, of which the rest stayed: one hundred [twenty-]five. */
static bool is_part_of_numeral(twt_side of)
{
    return are_numerals(of) && ((of.begin > 0 && is_numeral(of, of.begin - 1)) ||
                                (of.end < of.text->token_count && is_numeral(of, of.end)));
}

/* The one value that a side is, or is a part of. */
static bool is_value(twt_side of, twt_numeral *out)
{
    twt_values values = twt_values_of(of);
    return twt_values_next(&values, out) && is_within(of, out);
}

/* Thirty-two and 32. */
static bool is_same_in_words(twt_side a, twt_side b)
{
    twt_numeral left, right;
    if (twt_side_is_empty(a) || twt_side_is_empty(b) || !(a.has_words || b.has_words) || !is_value(a, &left) ||
        !is_value(b, &right))
        return false;
    bool has_figure = holds_number(a) || holds_number(b);
    return (has_figure || (left.kind == right.kind && !left.is_weak && !right.is_weak)) &&
           twt_value_equal(a, &left, b, &right);
}

bool twt_is_number_spelling(twt_side a, twt_side b)
{
    if (is_same_in_words(a, b))
        return true;
    return is_all_figures(a) && is_all_figures(b) && !differs_by_unit(a, b) && same_digits(a, b);
}

bool twt_is_number_change(twt_side a, twt_side b)
{
    bool has_a = holds_number(a), has_b = holds_number(b);
    if (are_numerals(a) && are_numerals(b))
        return true;
    if (twt_side_is_empty(a) ? is_part_of_numeral(b) : twt_side_is_empty(b) && is_part_of_numeral(a))
        return true;
    if (a.has_words || b.has_words)
        return has_other_value(a, b);
    if (!has_a && !has_b)
        return is_month(a) && is_month(b);
    if (has_a && has_b && same_digits(a, b))
        return differs_by_unit(a, b);
    return has_new_figure(a, b) || has_new_figure(b, a);
}
