/* Dynamic programming over the words of both sides, like a global alignment (Needleman, Wunsch 1970) whose only gains
 * are pairs that look alike; words without a partner cost nothing. Pairs of equal gain are told apart by a hash of both
 * words, so that the mirrored block splits the same way. */
#include "compare/changes/block_split.h"

#include <string.h>

#include "base/hash.h"
#include "compare/words/number_form.h"
#include "compare/words/numeral.h"

enum { /* steps of the table: how many words of a, of b */
       STEP_A,
       STEP_B,
       STEP_PAIR,
       STEP_SPLIT_B, /* one word of a, two of b */
       STEP_SPLIT_A
};

#define UNIT 4096u /* above the sum of all tie breakers */

/* ---- gains ----------------------------------------------------------------------------------------------- */

static size_t joined_len(const twt_analysis *text, uint32_t begin, uint32_t end)
{
    size_t len;
    twt_joined_bytes(text, begin, end, &len);
    return len;
}

static bool has_figures_side_by_side(const twt_analysis *text, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin + 1; i < end; i++)
        if (text->tokens[i - 1].flags & text->tokens[i].flags & TWT_TOKEN_NUMBER)
            return true;
    return false;
}

bool twt_is_divided_otherwise(const twt_analysis *a, const twt_analysis *b, const twt_block *block)
{
    uint32_t words[2] = {block->a_end - block->a_begin, block->b_end - block->b_begin};
    if (words[0] == 0 || words[1] == 0 || (words[0] == 1 && words[1] == 1))
        return false;
    size_t a_len, b_len;
    const char *left = twt_joined_bytes(a, block->a_begin, block->a_end, &a_len);
    const char *right = twt_joined_bytes(b, block->b_begin, block->b_end, &b_len);
    return a_len == b_len && memcmp(left, right, a_len) == 0 &&
           !has_figures_side_by_side(a, block->a_begin, block->a_end) &&
           !has_figures_side_by_side(b, block->b_begin, block->b_end);
}

unsigned twt_joined_likeness(const twt_analysis *a, const twt_analysis *b, const twt_block *block)
{
    twt_word left, right;
    twt_word_decode_tokens(a, block->a_begin, block->a_end, &left);
    twt_word_decode_tokens(b, block->b_begin, block->b_end, &right);
    if (left.count == TWT_WORD_POINTS_MAX || right.count == TWT_WORD_POINTS_MAX)
        return 0; /* cut: nothing is known of the rest */
    bool is_even = block->a_end - block->a_begin == block->b_end - block->b_begin;
    if (!is_even)
        return twt_word_print_likeness(&left, &right); /* turnout is no spelling of a turnout */
    return twt_word_likeness(&left, &right);
}

/* Gain of the i-th and the j-th word, from 0, as partners, in units; 0: no partners. */
static uint32_t gain_of_pair(const twt_splitter *splitter, const twt_token *x, const twt_token *y, size_t i, size_t j)
{
    if (x->hash == y->hash)
        return 6;
    if (splitter->values[0][i] != 0 && splitter->values[0][i] == splitter->values[1][j])
        return 5;
    bool is_spaceless = ((x->flags | y->flags) & TWT_TOKEN_SPACELESS) != 0;
    unsigned likeness = is_spaceless ? 0 : twt_word_likeness(&splitter->words[0][i], &splitter->words[1][j]);
    if (likeness & TWT_LIKE_SPELLING)
        return 5;
    if (likeness & TWT_LIKE_STEM || (likeness & TWT_LIKE_MISREAD && splitter->is_noisy))
        return 4;
    if (splitter->negates[0][i] && splitter->negates[1][j])
        return 4;
    return x->flags & y->flags & TWT_TOKEN_CAPITALISED ? 2 : 0;
}

static bool same_number(const twt_analysis *a, const twt_analysis *b, const twt_block *block)
{
    size_t len;
    twt_number left, right;
    const char *bytes = twt_joined_bytes(a, block->a_begin, block->a_end, &len);
    twt_number_read(bytes, len, &left);
    bytes = twt_joined_bytes(b, block->b_begin, block->b_end, &len);
    twt_number_read(bytes, len, &right);
    return twt_number_equal(&left, &right);
}

/* Gain of one word beside the two it was broken into. */
static uint32_t gain_of_join(const twt_splitter *splitter, const twt_block *block)
{
    const twt_analysis *left = splitter->texts[0], *right = splitter->texts[1];
    size_t a = joined_len(left, block->a_begin, block->a_end), b = joined_len(right, block->b_begin, block->b_end);
    unsigned either = left->tokens[block->a_begin].flags | right->tokens[block->b_begin].flags;
    unsigned both = left->tokens[block->a_begin].flags & right->tokens[block->b_begin].flags;
    if (either & TWT_TOKEN_SPACELESS || a > b + 2 || b > a + 2)
        return 0;
    if (both & TWT_TOKEN_NUMBER)
        return same_number(left, right, block) ? 7 : 0;
    return twt_joined_likeness(left, right, block) != 0 ? 7 : 0;
}

/* Whether the words that begin both sides let them be one word, broken on one of them. */
static bool may_join(const twt_token *x, const twt_word *left, const twt_token *y, const twt_word *right)
{
    return x->flags & y->flags & TWT_TOKEN_NUMBER || twt_word_may_print_alike(left, right);
}

static uint32_t tie_breaker(uint64_t a, uint64_t b)
{
    return (uint32_t)(twt_hash_mix(a ^ b) & 63);
}

/* ---- the table ------------------------------------------------------------------------------------------- */

typedef struct cell {
    uint32_t score;
    uint8_t step;
} cell;

static void take_better(cell *best, uint32_t score, uint8_t step)
{
    if (score > best->score)
        *best = (cell){score, step};
}

static cell fill_cell(const twt_splitter *splitter, const twt_block *block, size_t i, size_t j)
{
    uint32_t a = block->a_begin + (uint32_t)i, b = block->b_begin + (uint32_t)j; /* ends of the prefixes */
    const twt_token *x = &splitter->texts[0]->tokens[a - 1], *y = &splitter->texts[1]->tokens[b - 1];
    uint32_t up = splitter->score[i - 1][j], left = splitter->score[i][j - 1];
    bool is_up = up != left ? up > left : x->hash > y->hash; /* mirrored, the other way round */
    cell best = is_up ? (cell){up, STEP_A} : (cell){left, STEP_B};
    uint32_t gain = gain_of_pair(splitter, x, y, i - 1, j - 1);
    if (gain > 0)
        take_better(&best, splitter->score[i - 1][j - 1] + gain * UNIT + tie_breaker(x->hash, y->hash), STEP_PAIR);
    const twt_word *left_word = &splitter->words[0][i - 1], *right_word = &splitter->words[1][j - 1];
    if (j > 1 && may_join(x, left_word, y - 1, right_word - 1)) {
        gain = gain_of_join(splitter, &(twt_block){a - 1, a, b - 2, b});
        if (gain > 0)
            take_better(&best, splitter->score[i - 1][j - 2] + gain * UNIT, STEP_SPLIT_B);
    }
    if (i > 1 && may_join(x - 1, left_word - 1, y, right_word)) {
        gain = gain_of_join(splitter, &(twt_block){a - 2, a, b - 1, b});
        if (gain > 0)
            take_better(&best, splitter->score[i - 2][j - 1] + gain * UNIT, STEP_SPLIT_A);
    }
    return best;
}

/* A figure, or a numeral of a single word; the tokens of longer ones stay together. */
static void read_values(twt_splitter *splitter, int side, uint32_t begin, size_t count)
{
    enum { NONE, COUNT, DAY, MONTH };
    static const uint8_t kinds[] = {COUNT, [TWT_VALUE_RANK] = COUNT, [TWT_VALUE_DAY] = DAY, [TWT_VALUE_MONTH] = MONTH};
    const twt_analysis *text = splitter->texts[side];
    twt_numeral_places *places = &splitter->numerals[side];
    twt_numeral numeral;
    for (uint32_t i = 0, end = 0; i < count; i++) {
        bool is_figure = text->tokens[begin + i].flags & TWT_TOKEN_NUMBER;
        bool may_begin = i >= end && (is_figure || twt_numeral_stands_at(places, begin + i));
        bool is_numeral = may_begin && twt_numeral_read(places->words, text, begin + i, &numeral);
        end = is_numeral ? numeral.end - begin : end;
        bool is_single = is_numeral && end == i + 1 && !numeral.is_weak;
        splitter->values[side][i] = is_figure ? COUNT : is_single ? kinds[numeral.kind] : NONE;
    }
}

static void read_words(twt_splitter *splitter, int side, uint32_t begin, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        twt_word_decode_tokens(splitter->texts[side], begin + i, begin + i + 1, &splitter->words[side][i]);
        splitter->negates[side][i] = twt_negation_count(splitter->negations, side, begin + i, begin + i + 1) > 0;
    }
}

static void fill_table(twt_splitter *splitter, const twt_block *block)
{
    size_t rows = block->a_end - block->a_begin, columns = block->b_end - block->b_begin;
    read_words(splitter, 0, block->a_begin, rows);
    read_words(splitter, 1, block->b_begin, columns);
    read_values(splitter, 0, block->a_begin, rows);
    read_values(splitter, 1, block->b_begin, columns);
    for (size_t j = 0; j <= columns; j++)
        splitter->score[0][j] = 0;
    for (size_t i = 1; i <= rows; i++) {
        splitter->score[i][0] = 0;
        for (size_t j = 1; j <= columns; j++) {
            cell best = fill_cell(splitter, block, i, j);
            splitter->score[i][j] = best.score;
            splitter->step[i][j] = best.step;
        }
    }
}

/* ---- pieces ---------------------------------------------------------------------------------------------- */

/* Pieces are met from the end. */
typedef struct pieces {
    twt_block *data;
    size_t count;
    twt_block rest; /* words without a partner, gathered so far */
} pieces;

static void end_rest(pieces *to, uint32_t a, uint32_t b)
{
    if (to->rest.a_begin < to->rest.a_end || to->rest.b_begin < to->rest.b_end)
        to->data[to->count++] = to->rest;
    to->rest = (twt_block){a, a, b, b};
}

static void trace_back(const twt_splitter *splitter, const twt_block *block, pieces *to)
{
    size_t i = block->a_end - block->a_begin, j = block->b_end - block->b_begin;
    to->rest = (twt_block){block->a_end, block->a_end, block->b_end, block->b_end};
    while (i > 0 && j > 0) {
        uint8_t step = splitter->step[i][j];
        if (step == STEP_A || step == STEP_B) {
            i -= step == STEP_A;
            j -= step == STEP_B;
            to->rest.a_begin = block->a_begin + (uint32_t)i;
            to->rest.b_begin = block->b_begin + (uint32_t)j;
            continue;
        }
        twt_block pair = {.a_end = block->a_begin + (uint32_t)i, .b_end = block->b_begin + (uint32_t)j};
        i -= step == STEP_SPLIT_A ? 2 : 1;
        j -= step == STEP_SPLIT_B ? 2 : 1;
        pair.a_begin = block->a_begin + (uint32_t)i;
        pair.b_begin = block->b_begin + (uint32_t)j;
        end_rest(to, pair.a_begin, pair.b_begin);
        if (step != STEP_PAIR ||
            splitter->texts[0]->tokens[pair.a_begin].hash != splitter->texts[1]->tokens[pair.b_begin].hash)
            to->data[to->count++] = pair;
    }
    to->rest.a_begin = block->a_begin;
    to->rest.b_begin = block->b_begin;
    end_rest(to, block->a_begin, block->b_begin);
}

size_t twt_splitter_run(twt_splitter *splitter, const twt_block *block, twt_block out[TWT_SPLIT_MAX])
{
    size_t a = block->a_end - block->a_begin, b = block->b_end - block->b_begin;
    if (a == 0 || b == 0 || a + b == 2 || a > TWT_SPLIT_TOKENS || b > TWT_SPLIT_TOKENS || a * b > splitter->work_left) {
        out[0] = *block;
        return 1;
    }
    splitter->work_left -= a * b;
    fill_table(splitter, block);
    pieces to = {.data = out};
    trace_back(splitter, block, &to);
    for (size_t i = 0; i < to.count / 2; i++) {
        twt_block swapped = out[i];
        out[i] = out[to.count - 1 - i];
        out[to.count - 1 - i] = swapped;
    }
    return to.count;
}
