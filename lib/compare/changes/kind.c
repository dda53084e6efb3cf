/* The order of the questions is the order of what matters to a reader: a "not" gained or lost, a figure, a name, words
 * inside a quotation that both texts quote. Misread letters are asked for before figures, names and quotations, since
 * OCR touches them all. */
#include "compare/changes/kind.h"

#include "base/utf8.h"
#include "compare/changes/block_split.h"
#include "compare/changes/number.h"
#include "compare/changes/side.h"
#include "compare/words/word_form.h"

#define NEGATION_WINDOW 24 /* tokens around a block in which a "not" may have moved */
#define NAME_WINDOW 24     /* tokens around a block in which a name may have moved */
#define NAME_NEAR 3
#define GLYPHS_MAX 3 /* letters without spaces that are misread side by side */

static twt_side side_of(twt_change_context *context, const twt_block *block, int which)
{
    uint32_t begin = which == 0 ? block->a_begin : block->b_begin, end = which == 0 ? block->a_end : block->b_end;
    return twt_side_of(&context->numerals[which], begin, end);
}

/* ---- negation -------------------------------------------------------------------------------------------- */

static bool differs_by_prefix(twt_side a, twt_side b)
{
    if (a.end - a.begin != 1 || b.end - b.begin != 1)
        return false;
    const twt_token *x = &a.text->tokens[a.begin], *y = &b.text->tokens[b.begin];
    return twt_negation_by_prefix(a.text->norm + x->norm_begin, x->norm_len, b.text->norm + y->norm_begin, y->norm_len);
}

/* A negation on one side only, and not merely moved within the sentence. */
static bool is_negation(twt_change_context *context, twt_side a, twt_side b)
{
    size_t in_a = twt_negation_count(&context->negations, 0, a.begin, a.end);
    size_t in_b = twt_negation_count(&context->negations, 1, b.begin, b.end);
    if (in_a == 0 && in_b == 0)
        return differs_by_prefix(a, b);
    if ((in_a == 0) == (in_b == 0))
        return false;
    a = twt_side_around(a, NEGATION_WINDOW);
    b = twt_side_around(b, NEGATION_WINDOW);
    return twt_negation_count(&context->negations, 0, a.begin, a.end) !=
           twt_negation_count(&context->negations, 1, b.begin, b.end);
}

/* ---- spelling, stem, function ---------------------------------------------------------------------------- */

/* How often the word at a token occurs in both texts together. */
static uint32_t frequency_of(const twt_change_context *context, int which, uint32_t token)
{
    return twt_pair_frequency(context->words, twt_pair_ids(context->words, which)[token]);
}

/* Script without spaces: letters are no words, likeness of letters means nothing. */
static bool is_spaceless(const twt_change_context *context, const twt_block *block)
{
    return ((context->texts[0]->tokens[block->a_begin].flags | context->texts[1]->tokens[block->b_begin].flags) &
            TWT_TOKEN_SPACELESS) != 0;
}

static bool are_spaceless(const twt_analysis *text, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end; i++)
        if (!(text->tokens[i].flags & TWT_TOKEN_SPACELESS))
            return false;
    return true;
}

bool twt_change_is_glyphs(const twt_change_context *context, const twt_block *block)
{
    uint32_t count = block->a_end - block->a_begin;
    return count > 0 && count <= GLYPHS_MAX && count == block->b_end - block->b_begin &&
           are_spaceless(context->texts[0], block->a_begin, block->a_end) &&
           are_spaceless(context->texts[1], block->b_begin, block->b_end);
}

/* Of a word and a word: asked for when noise is looked for, and again for the kind of the change. */
static unsigned likeness_of_words(const twt_change_context *context, const twt_block *block)
{
    twt_known_likeness *known = &context->known.data[block->a_begin];
    if (known->other != block->b_begin)
        *known = (twt_known_likeness){block->b_begin, twt_joined_likeness(context->texts[0], context->texts[1], block)};
    return known->likeness;
}

static unsigned likeness_of(const twt_change_context *context, const twt_block *block)
{
    if (block->a_end - block->a_begin > 3 || block->b_end - block->b_begin > 3 || is_spaceless(context, block))
        return 0;
    if (block->a_end - block->a_begin == 1 && block->b_end - block->b_begin == 1)
        return likeness_of_words(context, block);
    return twt_joined_likeness(context->texts[0], context->texts[1], block);
}

unsigned twt_change_misreading(const twt_change_context *context, const twt_block *block)
{
    unsigned likeness = likeness_of(context, block);
    return likeness & TWT_LIKE_STEM ? 0 : likeness & (TWT_LIKE_SPELLING | TWT_LIKE_MISREAD | TWT_LIKE_PRINT);
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
           (frequency_of(context, 0, block->a_begin) == 1 || frequency_of(context, 1, block->b_begin) == 1);
}

/* Short and frequent in the pair itself: the, of, and – in whatever language. */
static bool is_function_word(const twt_change_context *context, int which, uint32_t at)
{
    const twt_token *token = &context->texts[which]->tokens[at];
    if (token->flags & (TWT_TOKEN_NUMBER | TWT_TOKEN_CAPITALISED))
        return false;
    size_t all = context->texts[0]->token_count + context->texts[1]->token_count, needed = 2 + all / 400;
    size_t count = frequency_of(context, which, at), most = token->flags & TWT_TOKEN_SPACELESS ? 1 : 5;
    if (count < 2)
        return false;
    size_t letters = twt_utf8_count(context->texts[which]->norm + token->norm_begin, token->norm_len);
    if (letters > most)
        return false;
    return count >= (letters <= 3 && most > 1 ? 2 : needed + 1);
}

static bool is_function(const twt_change_context *context, int which, twt_side of)
{
    for (uint32_t i = of.begin; i < of.end; i++)
        if (!is_function_word(context, which, i))
            return false;
    return true;
}

/* ---- name, quotation ------------------------------------------------------------------------------------- */

static bool holds_name(const twt_names *names, twt_side of)
{
    for (uint32_t i = of.begin; i < of.end; i++)
        if (twt_names_at(names, i))
            return true;
    return false;
}

static bool finds_word(twt_side in, uint64_t hash)
{
    for (uint32_t i = in.begin; i < in.end; i++)
        if (in.text->tokens[i].hash == hash)
            return true;
    return false;
}

/* Whether a name gained or lost stands elsewhere in the sentence of the other text: it moved. Close by it changed
 * places with another word of the same name: North and West, West and North. */
static bool is_moved_name(const twt_names *names, twt_side of, twt_side other)
{
    twt_side near = twt_side_around(other, NAME_NEAR), far = twt_side_around(other, NAME_WINDOW);
    for (uint32_t i = of.begin; i < of.end; i++) {
        uint64_t hash = of.text->tokens[i].hash;
        if (twt_names_at(names, i) && (!finds_word(far, hash) || finds_word(near, hash)))
            return false;
    }
    return true;
}

static bool is_name_change(const twt_change_context *context, twt_side a, twt_side b)
{
    bool in_a = holds_name(&context->names[0], a), in_b = holds_name(&context->names[1], b);
    if (in_a == in_b)
        return in_a;
    return in_a ? !is_moved_name(&context->names[0], a, b) : !is_moved_name(&context->names[1], b, a);
}

/* Inside quotation marks; of no words: the words on both sides of the gap are. */
static bool is_quoted(twt_side of)
{
    uint32_t begin = of.begin, end = of.end;
    if (twt_side_is_empty(of)) {
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
    if (twt_is_divided_otherwise(context->texts[0], context->texts[1], block))
        return TWT_CHANGE_SPELLING;
    twt_side a = side_of(context, block, 0), b = side_of(context, block, 1);
    bool is_replaced = !twt_side_is_empty(a) && !twt_side_is_empty(b);
    unsigned likeness = is_replaced ? likeness_of(context, block) : 0;
    bool is_name = holds_name(&context->names[0], a) && holds_name(&context->names[1], b);
    bool is_misprint = context->is_noisy && is_replaced && twt_change_is_glyphs(context, block);
    if (is_misprint)
        return twt_is_number_change(a, b) ? TWT_CHANGE_NUMBER : TWT_CHANGE_SPELLING;
    if (is_print(likeness) || twt_is_number_spelling(a, b))
        return TWT_CHANGE_SPELLING;
    if (is_negation(context, a, b) && !is_misread_once(context, block, likeness))
        return TWT_CHANGE_NEGATION;
    if (a.has_words && b.has_words && twt_is_number_change(a, b)) /* Thursday is no spelling of Tuesday */
        return TWT_CHANGE_NUMBER;
    if (is_spelling(context, likeness, is_name))
        return TWT_CHANGE_SPELLING;
    if (twt_is_number_change(a, b))
        return TWT_CHANGE_NUMBER;
    if ((likeness & TWT_LIKE_STEM) == 0 && is_name_change(context, a, b))
        return TWT_CHANGE_NAME;
    if (is_quoted(a) && is_quoted(b))
        return TWT_CHANGE_QUOTATION;
    if (is_function(context, 0, a) && is_function(context, 1, b))
        return TWT_CHANGE_FUNCTION;
    return likeness & TWT_LIKE_STEM ? TWT_CHANGE_INFLECTION : TWT_CHANGE_WORD;
}
