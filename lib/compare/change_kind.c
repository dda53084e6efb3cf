/* The order of the questions is the order of what matters to a reader: a "not" gained or lost, a figure, a name, words
 * inside a quotation that both texts quote. Misread letters are asked for before figures, names and quotations, since
 * OCR touches them all. */
#include "compare/change_kind.h"

#include "compare/block_split.h"
#include "compare/number_form.h"
#include "compare/text_gap.h"
#include "compare/word_form.h"

#define NEGATION_WINDOW 24 /* tokens around a block in which a "not" may have moved */
#define NUMBER_WINDOW 8    /* tokens around a block in which a figure may have moved */
#define NAME_WINDOW 24     /* tokens around a block in which a name may have moved */
#define NAME_NEAR 3
#define NUMBERS_MAX 24 /* figures on one side of a block that are told apart */

typedef struct side { /* one text's part of a block */
    const twt_analysis *text;
    uint32_t begin, end;
} side;

static side side_of(const twt_change_context *context, const twt_block *block, int which)
{
    return which == 0 ? (side){context->texts[0], block->a_begin, block->a_end}
                      : (side){context->texts[1], block->b_begin, block->b_end};
}

/* The tokens around a side, at most reach on each end, within the sentence. */
static side around(side of, uint32_t reach)
{
    const twt_analysis *text = of.text;
    if (text->token_count == 0)
        return of;
    size_t token = of.begin < text->token_count ? of.begin : text->token_count - 1;
    size_t sentence = twt_sentence_of(text, token);
    uint32_t least = 0, most = (uint32_t)text->token_count;
    if (sentence < text->sentence_count) {
        least = text->sentences[sentence].token_begin;
        most = text->sentences[sentence].token_end;
    }
    uint32_t begin = of.begin > reach ? of.begin - reach : 0, end = of.end + reach;
    begin = begin < least ? least : begin;
    end = end > most ? most : end;
    return (side){text, begin < of.begin ? begin : of.begin, end > of.end ? end : of.end};
}

static bool is_empty(side of)
{
    return of.begin == of.end;
}

/* ---- negation -------------------------------------------------------------------------------------------- */

static bool differs_by_prefix(side a, side b)
{
    if (a.end - a.begin != 1 || b.end - b.begin != 1)
        return false;
    const twt_token *x = &a.text->tokens[a.begin], *y = &b.text->tokens[b.begin];
    return twt_negation_by_prefix(a.text->norm + x->norm_begin, x->norm_len, b.text->norm + y->norm_begin, y->norm_len);
}

/* A negation on one side only, and not merely moved within the sentence. */
static bool is_negation(twt_change_context *context, side a, side b)
{
    size_t in_a = twt_negation_count(&context->negations, 0, a.begin, a.end);
    size_t in_b = twt_negation_count(&context->negations, 1, b.begin, b.end);
    if (in_a == 0 && in_b == 0)
        return differs_by_prefix(a, b);
    if ((in_a == 0) == (in_b == 0))
        return false;
    a = around(a, NEGATION_WINDOW);
    b = around(b, NEGATION_WINDOW);
    return twt_negation_count(&context->negations, 0, a.begin, a.end) !=
           twt_negation_count(&context->negations, 1, b.begin, b.end);
}

/* ---- number ---------------------------------------------------------------------------------------------- */

static bool is_number(side of, uint32_t token)
{
    return (of.text->tokens[token].flags & TWT_TOKEN_NUMBER) != 0;
}

static void read_number(side of, uint32_t token, twt_number *out)
{
    const twt_token *word = &of.text->tokens[token];
    twt_number_read(of.text->norm + word->norm_begin, word->norm_len, out);
}

static bool holds_number(side of)
{
    for (uint32_t i = of.begin; i < of.end; i++)
        if (is_number(of, i))
            return true;
    return false;
}

/* Whether a side's figures, read as one row of digits, are all there is of another's: 1 000 and 1000. */
static bool same_digits(side a, side b)
{
    twt_number one, whole[2] = {{.count = 0}, {.count = 0}};
    side sides[2] = {a, b};
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

static bool finds_number(side in, const twt_number *wanted)
{
    twt_number one;
    for (uint32_t i = in.begin; i < in.end; i++) {
        if (!is_number(in, i))
            continue;
        read_number(in, i, &one);
        if (twt_number_equal(&one, wanted))
            return true;
    }
    return false;
}

/* Whether a figure of one side stands neither on the other side nor close by. */
static bool has_new_number(side of, side other)
{
    twt_number wanted;
    side near = around(other, NUMBER_WINDOW);
    for (uint32_t i = of.begin; i < of.end && i - of.begin < NUMBERS_MAX; i++) {
        if (!is_number(of, i))
            continue;
        read_number(of, i, &wanted);
        if (!finds_number(near, &wanted))
            return true;
    }
    return false;
}

/* 5m and 5bn: the same digits in two single words that differ in what follows them. */
static bool differs_by_unit(side a, side b)
{
    if (a.end - a.begin != 1 || b.end - b.begin != 1 || !is_number(a, a.begin) || !is_number(b, b.begin))
        return false;
    const twt_token *x = &a.text->tokens[a.begin], *y = &b.text->tokens[b.begin];
    twt_word left, right;
    twt_word_decode(a.text->norm + x->norm_begin, x->norm_len, &left);
    twt_word_decode(b.text->norm + y->norm_begin, y->norm_len, &right);
    return left.count > 0 && right.count > 0 && left.points[left.count - 1] >= 'a' &&
           right.points[right.count - 1] >= 'a';
}

static uint32_t value_of(side of, uint32_t token)
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

static bool is_day(side of, uint32_t token)
{
    return value_of(of, token) >= 1 && value_of(of, token) <= 31;
}

static bool is_year(side of, uint32_t token)
{
    return value_of(of, token) >= 1000 && value_of(of, token) <= 2999;
}

static bool is_short(side of, uint32_t token)
{
    return token < of.text->token_count && of.text->tokens[token].norm_len <= 3;
}

/* Whether a single word stands where a date has its month: 23 X 2023, 23 de X de 2023, X 2023, X 23, 2023. */
static bool is_month(side of)
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
static bool is_all_figures(side of)
{
    for (uint32_t i = of.begin; i < of.end; i++)
        if (!is_number(of, i) || of.text->tokens[i].flags & (TWT_TOKEN_UPPER | TWT_TOKEN_LOWER))
            return false;
    return !is_empty(of);
}

/* The same figure with other separators or digits: 1,000 and 1 000. */
static bool is_number_spelling(side a, side b)
{
    return is_all_figures(a) && is_all_figures(b) && !differs_by_unit(a, b) && same_digits(a, b);
}

static bool is_number_change(side a, side b)
{
    bool has_a = holds_number(a), has_b = holds_number(b);
    if (!has_a && !has_b)
        return is_month(a) && is_month(b);
    if (has_a && has_b && same_digits(a, b))
        return differs_by_unit(a, b);
    return has_new_number(a, b) || has_new_number(b, a);
}

/* ---- spelling, stem, function ---------------------------------------------------------------------------- */

size_t twt_change_frequency(const twt_change_context *context, uint64_t hash)
{
    size_t ends[2];
    for (int i = 0; i < 2; i++) { /* first not below hash; first above */
        size_t low = 0, high = context->hash_count;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if (context->hashes[middle] < hash || (i == 1 && context->hashes[middle] == hash))
                low = middle + 1;
            else
                high = middle;
        }
        ends[i] = low;
    }
    return ends[1] - ends[0];
}

/* Script without spaces: letters are no words, likeness of letters means nothing. */
static bool is_spaceless(const twt_change_context *context, const twt_block *block)
{
    return ((context->texts[0]->tokens[block->a_begin].flags | context->texts[1]->tokens[block->b_begin].flags) &
            TWT_TOKEN_SPACELESS) != 0;
}

static unsigned likeness_of(const twt_change_context *context, const twt_block *block)
{
    if (block->a_end - block->a_begin > 3 || block->b_end - block->b_begin > 3 || is_spaceless(context, block))
        return 0;
    return twt_joined_likeness(context->texts[0], context->texts[1], block);
}

bool twt_change_is_misread(const twt_change_context *context, const twt_block *block)
{
    unsigned likeness = likeness_of(context, block);
    return (likeness & (TWT_LIKE_SPELLING | TWT_LIKE_MISREAD)) != 0 && (likeness & TWT_LIKE_STEM) == 0;
}

/* Letters that print alike, or the same letters divided otherwise. */
static bool is_print(unsigned likeness)
{
    return (likeness & (TWT_LIKE_EQUAL | TWT_LIKE_PRINT)) != 0;
}

/* Johnson and Johnston are two names, unless letters are misread everywhere. */
static bool is_spelling(const twt_change_context *context, unsigned likeness, bool is_name)
{
    if (context->is_noisy)
        return (likeness & (TWT_LIKE_SPELLING | TWT_LIKE_MISREAD)) != 0;
    return (likeness & TWT_LIKE_SPELLING) != 0 && !is_name;
}

/* In a noisy pair a word met only once beside a negation is the negation misread: not, nol. */
static bool is_misread_once(const twt_change_context *context, const twt_block *block, unsigned likeness)
{
    return context->is_noisy && likeness & TWT_LIKE_MISREAD &&
           (twt_change_frequency(context, context->texts[0]->tokens[block->a_begin].hash) == 1 ||
            twt_change_frequency(context, context->texts[1]->tokens[block->b_begin].hash) == 1);
}

/* Short and frequent in the pair itself: the, of, and – in whatever language. */
static bool is_function_word(const twt_change_context *context, const twt_token *token, const char *norm)
{
    if (token->flags & (TWT_TOKEN_NUMBER | TWT_TOKEN_CAPITALISED))
        return false;
    twt_word word;
    twt_word_decode(norm + token->norm_begin, token->norm_len, &word);
    size_t most = token->flags & TWT_TOKEN_SPACELESS ? 1 : 5;
    if (word.count > most)
        return false;
    size_t count = twt_change_frequency(context, token->hash), needed = 2 + context->hash_count / 400;
    return count >= (word.count <= 3 && most > 1 ? 2 : needed + 1);
}

static bool is_function(const twt_change_context *context, side of)
{
    for (uint32_t i = of.begin; i < of.end; i++)
        if (!is_function_word(context, &of.text->tokens[i], of.text->norm))
            return false;
    return true;
}

/* ---- name, quotation ------------------------------------------------------------------------------------- */

static bool holds_name(const twt_names *names, side of)
{
    for (uint32_t i = of.begin; i < of.end; i++)
        if (twt_names_at(names, i))
            return true;
    return false;
}

static bool finds_word(side in, uint64_t hash)
{
    for (uint32_t i = in.begin; i < in.end; i++)
        if (in.text->tokens[i].hash == hash)
            return true;
    return false;
}

/* Whether a name gained or lost stands elsewhere in the sentence of the other text: it moved. Close by it changed
 * places with another word of the same name: North and West, West and North. */
static bool is_moved_name(const twt_names *names, side of, side other)
{
    side near = around(other, NAME_NEAR), far = around(other, NAME_WINDOW);
    for (uint32_t i = of.begin; i < of.end; i++) {
        uint64_t hash = of.text->tokens[i].hash;
        if (twt_names_at(names, i) && (!finds_word(far, hash) || finds_word(near, hash)))
            return false;
    }
    return true;
}

static bool is_name_change(const twt_change_context *context, side a, side b)
{
    bool in_a = holds_name(&context->names[0], a), in_b = holds_name(&context->names[1], b);
    if (in_a == in_b)
        return in_a;
    return in_a ? !is_moved_name(&context->names[0], a, b) : !is_moved_name(&context->names[1], b, a);
}

/* Inside quotation marks; of no words: the words on both sides of the gap are. */
static bool is_quoted(side of)
{
    uint32_t begin = of.begin, end = of.end;
    if (is_empty(of)) {
        if (begin == 0 || end >= of.text->token_count)
            return false;
        begin--;
        end++;
    }
    for (uint32_t i = begin; i < end; i++)
        if ((of.text->tokens[i].flags & TWT_TOKEN_QUOTED) == 0)
            return false;
    return true;
}

twt_change_kind twt_change_kind_of(twt_change_context *context, const twt_block *block)
{
    side a = side_of(context, block, 0), b = side_of(context, block, 1);
    bool is_replaced = !is_empty(a) && !is_empty(b);
    unsigned likeness = is_replaced ? likeness_of(context, block) : 0;
    bool is_name = holds_name(&context->names[0], a) && holds_name(&context->names[1], b);
    if (is_print(likeness) || is_number_spelling(a, b))
        return TWT_CHANGE_SPELLING;
    if (is_negation(context, a, b) && !is_misread_once(context, block, likeness))
        return TWT_CHANGE_NEGATION;
    if (is_spelling(context, likeness, is_name))
        return TWT_CHANGE_SPELLING;
    if (is_number_change(a, b))
        return TWT_CHANGE_NUMBER;
    if ((likeness & TWT_LIKE_STEM) == 0 && is_name_change(context, a, b))
        return TWT_CHANGE_NAME;
    if (is_quoted(a) && is_quoted(b))
        return TWT_CHANGE_QUOTATION;
    if (is_function(context, a) && is_function(context, b))
        return TWT_CHANGE_FUNCTION;
    return likeness & TWT_LIKE_STEM ? TWT_CHANGE_INFLECTION : TWT_CHANGE_WORD;
}
