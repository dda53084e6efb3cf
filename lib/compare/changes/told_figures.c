#include "compare/changes/told_figures.h"

#include <string.h>

#include "base/hash.h"
#include "base/search.h"
#include "compare/words/numeral.h"
#include "compare/words/text_gap.h"
#include "compare/words/word_form.h"

enum {
    RUN_MAX = 4,   /* tokens of one figure: 12 600 000 */
    GROUP_MAX = 6, /* figures of one group and side that are told apart */
};

void twt_told_figures_free(twt_told_figures *figures)
{
    for (int side = 0; side < 2; side++) {
        twt_vec_free(&figures->values[side]);
        twt_vec_free(&figures->lone[side]);
        twt_vec_free(&figures->order[side]);
    }
    twt_vec_free(&figures->scratch);
}

/* ---- values ---------------------------------------------------------------------------------------------- */

static bool is_figure(const twt_analysis *text, size_t token)
{
    return (text->tokens[token].flags & (TWT_TOKEN_NUMBER | TWT_TOKEN_UPPER | TWT_TOKEN_LOWER)) == TWT_TOKEN_NUMBER;
}

/* The end of a figure that begins at a token: 12 600. */
static uint32_t end_of(const twt_analysis *text, uint32_t begin)
{
    uint32_t end = begin + 1;
    while (end < text->token_count && end - begin < RUN_MAX && is_figure(text, end) && twt_gap_joins(text, end))
        end++;
    return end;
}

static void read_figure(const twt_analysis *text, uint32_t begin, uint32_t end, twt_number *out)
{
    size_t len;
    const char *bytes = twt_joined_bytes(text, begin, end, &len);
    twt_number_read(bytes, len, out);
    twt_number_trim(out);
}

/* The figure or numeral that begins at a token; false: none does. */
static bool read_value(const twt_told *told, int side, uint32_t token, twt_told_figure *out)
{
    const twt_analysis *text = told->texts[side];
    twt_numeral numeral;
    out->group = twt_told_group(told, side, token);
    out->is_figure = (text->tokens[token].flags & TWT_TOKEN_NUMBER) != 0;
    if (told->numerals != NULL && twt_numeral_read(told->numerals, text, token, &numeral)) {
        out->tokens = (twt_range){token, numeral.end};
        out->value = numeral.value;
        out->kind = numeral.kind == TWT_VALUE_RANK ? TWT_VALUE_COUNT : numeral.kind;
        out->is_weak = numeral.is_weak;
        return true;
    }
    if (!is_figure(text, token))
        return false;
    out->tokens = (twt_range){token, end_of(text, token)};
    out->kind = TWT_VALUE_COUNT;
    out->is_weak = false;
    read_figure(text, token, out->tokens.end, &out->value);
    return true;
}

static uint64_t hash_of(const twt_told_figure *figure)
{
    uint64_t hash = twt_hash_bytes(figure->value.digits, figure->value.count);
    return figure->kind == TWT_VALUE_COUNT ? hash : twt_hash_combine(hash, figure->kind);
}

/* Of one of its tokens that is a figure by itself. */
static uint64_t hash_of_part(const twt_analysis *text, uint32_t token)
{
    twt_told_figure part = {.kind = TWT_VALUE_COUNT};
    read_figure(text, token, token + 1, &part.value);
    return hash_of(&part);
}

/* A value in a group; TWT_NO_ANSWER: anywhere. */
static uint64_t value_in(uint32_t group, uint64_t value)
{
    return twt_hash_combine(value, group);
}

static bool add_value(twt_told_figures *figures, int side, uint32_t group, uint64_t value)
{
    return twt_vec_push(&figures->values[side], value_in(TWT_NO_ANSWER, value)) &&
           (group == TWT_NO_ANSWER || twt_vec_push(&figures->values[side], value_in(group, value)));
}

static bool gather_values(twt_told_figures *figures, const twt_told *told, int side)
{
    const twt_analysis *text = told->texts[side];
    twt_told_figure figure;
    twt_vec_clear(&figures->values[side]);
    for (uint32_t i = 0; i < text->token_count; i++) {
        if (read_value(told, side, i, &figure) && !add_value(figures, side, figure.group, hash_of(&figure)))
            return false;
        if (is_figure(text, i) && !add_value(figures, side, figure.group, hash_of_part(text, i)))
            return false;
    }
    size_t count = figures->values[side].count;
    if (!twt_vec_resize(&figures->scratch, count))
        return false;
    twt_sort_u64(figures->values[side].data, figures->scratch.data, count);
    return true;
}

static bool has_value(const twt_told_figures *figures, int side, uint32_t group, uint64_t value)
{
    return twt_search_holds(figures->values[side].data, figures->values[side].count, value_in(group, value));
}

/* Whether the other text has a figure in a group, in one piece or its parts. */
static bool is_told(const twt_told_figures *figures, const twt_analysis *text, int other, uint32_t group,
                    const twt_told_figure *figure)
{
    if (has_value(figures, other, group, hash_of(figure)))
        return true;
    for (uint32_t i = figure->tokens.begin; i < figure->tokens.end; i++)
        if (!is_figure(text, i) || !has_value(figures, other, group, hash_of_part(text, i)))
            return false;
    return true;
}

/* ---- left over ------------------------------------------------------------------------------------------- */

static bool gather_lone(twt_told_figures *figures, const twt_told *told, int side)
{
    const twt_analysis *text = told->texts[side];
    twt_told_figure figure;
    twt_vec_clear(&figures->lone[side]);
    twt_vec_clear(&figures->order[side]);
    for (uint32_t i = 0, end; i < text->token_count; i = end) {
        end = i + 1;
        if (!read_value(told, side, i, &figure))
            continue;
        end = figure.tokens.end;
        if (figure.group == TWT_NO_ANSWER || figure.is_weak || figure.value.count == 0 ||
            is_told(figures, text, !side, TWT_NO_ANSWER, &figure))
            continue;
        twt_keyed item = {figure.group, figures->lone[side].count};
        if (!twt_vec_push(&figures->lone[side], figure) || !twt_vec_push(&figures->order[side], item))
            return false;
    }
    return twt_keyed_list_sort(&figures->order[side]);
}

/* ---- pairing --------------------------------------------------------------------------------------------- */

typedef struct shape {
    size_t digits;
    bool has_point;
} shape;

static shape shape_of(const twt_number *number)
{
    shape of = {.digits = 0};
    for (size_t i = 0; i < number->count; i++) {
        bool is_point = number->digits[i] == '.';
        of.has_point |= is_point;
        of.digits += !is_point;
    }
    return of;
}

/* The digits without the point and the noughts at the end. */
static size_t leading_digits(const twt_number *number, char out[TWT_NUMBER_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < number->count; i++)
        if (number->digits[i] != '.')
            out[count++] = number->digits[i];
    while (count > 0 && out[count - 1] == '0')
        count--;
    return count;
}

/* The same figure in other units: 1.2 million, 1,200,000. */
static bool is_same_in_units(const twt_number *a, const twt_number *b)
{
    char digits[2][TWT_NUMBER_MAX];
    size_t count = leading_digits(a, digits[0]);
    return (shape_of(a).has_point || shape_of(b).has_point) && count == leading_digits(b, digits[1]) &&
           memcmp(digits[0], digits[1], count) == 0;
}

static int hour_of(const twt_number *number)
{
    int value = 0;
    for (size_t i = 0; i < number->count; i++)
        if (number->digits[i] == '.')
            return -1;
        else
            value = value < 100 ? value * 10 + (number->digits[i] - '0') : value;
    return value < 25 ? value : -1;
}

/* Seven in the evening and 19.00. */
static bool is_same_hour(const twt_number *a, const twt_number *b)
{
    int hours[2] = {hour_of(a), hour_of(b)};
    return hours[0] >= 0 && hours[1] >= 0 && (hours[0] - hours[1] == 12 || hours[1] - hours[0] == 12);
}

/* 27 and the twenty-seventh. */
static bool is_ordinal(const twt_told_figure *figure, const twt_told_figure *tens)
{
    return figure->is_figure && !tens->is_figure && twt_number_may_begin(&tens->value, &figure->value);
}

/* Whether one may have been put in the place of the other: about as many digits. */
static bool may_replace(const twt_told_figure *one, const twt_told_figure *other)
{
    const twt_number *a = &one->value, *b = &other->value;
    size_t count[2] = {shape_of(a).digits, shape_of(b).digits};
    if (one->kind != other->kind || is_ordinal(one, other) || is_ordinal(other, one))
        return false;
    return count[0] <= count[1] + 1 && count[1] <= count[0] + 1 && !is_same_in_units(a, b) && !is_same_hour(a, b);
}

/* What speaks for it: the words around, or that each is the only one of its kind and size. */
static uint32_t likeness_of(const twt_told *told, const twt_told_figure *a, const twt_told_figure *b, bool are_sole)
{
    if (!may_replace(a, b))
        return 0;
    size_t count[2] = {shape_of(&a->value).digits, shape_of(&b->value).digits};
    bool is_long = (count[0] == count[1] && count[0] > 1) || a->kind != TWT_VALUE_COUNT;
    return twt_told_context(told, a->tokens, b->tokens) + (are_sole && is_long);
}

typedef struct table { /* of one group: what two figures have in common; 0: nothing or taken */
    const twt_told_figure *items[2][GROUP_MAX];
    size_t counts[2];
    uint32_t likeness[GROUP_MAX][GROUP_MAX];
} table;

static bool is_sole(const table *of, int side, size_t item)
{
    size_t count = 0;
    for (size_t i = 0; i < of->counts[side]; i++)
        count += of->items[side][i]->kind == of->items[side][item]->kind;
    return count == 1;
}

static void fill_table(table *of, const twt_told *told)
{
    for (size_t i = 0; i < of->counts[0]; i++)
        for (size_t j = 0; j < of->counts[1]; j++)
            of->likeness[i][j] =
                likeness_of(told, of->items[0][i], of->items[1][j], is_sole(of, 0, i) && is_sole(of, 1, j));
}

/* Takes the most alike first. Of two equally alike neither. */
static bool take_pairs(table *of, twt_told_changes *out)
{
    for (;;) {
        uint32_t best = 0;
        size_t at[2] = {0, 0}, equals = 0;
        for (size_t i = 0; i < of->counts[0]; i++)
            for (size_t j = 0; j < of->counts[1]; j++) {
                uint32_t likeness = of->likeness[i][j];
                if (likeness < best || likeness == 0)
                    continue;
                equals = likeness > best ? 1 : equals + 1;
                best = likeness;
                at[0] = i, at[1] = j;
            }
        if (best == 0 || equals > 1)
            return true;
        twt_range a = of->items[0][at[0]]->tokens, b = of->items[1][at[1]]->tokens;
        twt_told_change change = {TWT_CHANGE_NUMBER, false, {a.begin, a.end, b.begin, b.end}};
        if (!twt_vec_push(out, change))
            return false;
        for (size_t i = 0; i < of->counts[0]; i++)
            of->likeness[i][at[1]] = 0;
        for (size_t j = 0; j < of->counts[1]; j++)
            of->likeness[at[0]][j] = 0;
    }
}

static bool pair_group(const twt_told_figures *figures, const twt_told *told, const size_t begin[2],
                       const size_t end[2], twt_told_changes *out)
{
    table of = {.counts = {end[0] - begin[0], end[1] - begin[1]}};
    for (int side = 0; side < 2; side++) {
        if (of.counts[side] > GROUP_MAX)
            return true;
        for (size_t i = 0; i < of.counts[side]; i++)
            of.items[side][i] = &figures->lone[side].data[figures->order[side].data[begin[side] + i].value];
    }
    fill_table(&of, told);
    return take_pairs(&of, out);
}

bool twt_told_figures_find(twt_told_figures *figures, const twt_told *told, twt_told_changes *out)
{
    for (int side = 0; side < 2; side++)
        if (!gather_values(figures, told, side))
            return false;
    for (int side = 0; side < 2; side++)
        if (!gather_lone(figures, told, side))
            return false;
    size_t at[2] = {0, 0};
    while (at[0] < figures->order[0].count && at[1] < figures->order[1].count) {
        uint64_t group[2] = {figures->order[0].data[at[0]].key, figures->order[1].data[at[1]].key};
        size_t end[2] = {twt_keyed_list_end(&figures->order[0], at[0]), twt_keyed_list_end(&figures->order[1], at[1])};
        if (group[0] == group[1] && !pair_group(figures, told, at, end, out))
            return false;
        bool is_behind[2] = {group[0] <= group[1], group[1] <= group[0]};
        for (int side = 0; side < 2; side++)
            at[side] = is_behind[side] ? end[side] : at[side];
    }
    return true;
}

bool twt_told_figures_are_told(const twt_told_figures *figures, const twt_told *told, int side, twt_range tokens)
{
    const twt_analysis *text = told->texts[side];
    bool is_single = tokens.end - tokens.begin == 1;
    twt_told_figure figure;
    for (uint32_t i = tokens.begin; i < tokens.end; i++)
        if (read_value(told, side, i, &figure) && (figure.is_figure || is_single) &&
            (figure.group == TWT_NO_ANSWER || !is_told(figures, text, !side, figure.group, &figure)))
            return false;
    return true;
}

bool twt_told_figures_has_lone(const twt_told_figures *figures, int side, twt_range tokens)
{
    const twt_told_figure *lone = figures->lone[side].data;
    size_t low = 0, high = figures->lone[side].count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (lone[middle].tokens.end <= tokens.begin)
            low = middle + 1;
        else
            high = middle;
    }
    return low < figures->lone[side].count && lone[low].tokens.begin < tokens.end;
}
