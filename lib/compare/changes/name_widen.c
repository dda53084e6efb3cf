/* Widening goes to the left alone: "Children's" says which Trust became which Foundation, while the Service that
 * follows "Fostering" and "Support" is the same on both sides and says nothing. */
#include "compare/changes/name_widen.h"

#include "compare/words/text_gap.h"

#define WIDEN_MAX 5 /* tokens put before a changed name */

static bool is_upper(const twt_analysis *text, uint32_t token)
{
    return (text->tokens[token].flags & TWT_TOKEN_UPPER) != 0;
}

/* and, of, de, für: between two words of one name. */
static bool is_connective(const twt_analysis *text, uint32_t token)
{
    return (text->tokens[token].flags & TWT_TOKEN_LOWER) != 0 && text->tokens[token].norm_len <= 4;
}

/* Whether the equal tokens before a and b belong to the name that begins there. */
static bool goes_on(const twt_change_context *context, uint32_t a, uint32_t b)
{
    const twt_analysis *const *texts = context->texts;
    return a > 0 && b > 0 && texts[0]->tokens[a - 1].hash == texts[1]->tokens[b - 1].hash &&
           twt_gap_joins(texts[0], a) && twt_gap_joins(texts[1], b);
}

/* How many equal tokens before a and b are one step further into the name: a capitalised word, or and with one before
 * it. */
static uint32_t step_left(const twt_change_context *context, uint32_t a, uint32_t b)
{
    const twt_analysis *const *texts = context->texts;
    if (!goes_on(context, a, b))
        return 0;
    if (is_upper(texts[0], a - 1) && is_upper(texts[1], b - 1))
        return 1;
    return is_connective(texts[0], a - 1) && is_connective(texts[1], b - 1) && goes_on(context, a - 1, b - 1) &&
                   is_upper(texts[0], a - 2) && is_upper(texts[1], b - 2)
               ? 2
               : 0;
}

/* Where the words of a name begin that end [begin, end): capitalised words, with and between. */
static uint32_t name_tail(const twt_analysis *text, uint32_t begin, uint32_t end)
{
    uint32_t tail = end;
    for (uint32_t i = end; i > begin && (i == text->token_count || twt_gap_joins(text, i)); i--) {
        if (is_upper(text, i - 1))
            tail = i - 1;
        else if (!is_connective(text, i - 1))
            break;
    }
    return tail;
}

/* Takes the end of the piece before, as far as it belongs to the name; what is left of it is classed anew. */
static bool take_from_last(twt_change_context *context, twt_piece *pieces, size_t *kept, twt_block *block)
{
    twt_piece *last = *kept > 0 ? &pieces[*kept - 1] : NULL;
    if (last == NULL || last->block.a_end != block->a_begin || last->block.b_end != block->b_begin)
        return false;
    uint32_t a = name_tail(context->texts[0], last->block.a_begin, last->block.a_end);
    uint32_t b = name_tail(context->texts[1], last->block.b_begin, last->block.b_end);
    bool is_name = last->kind == TWT_CHANGE_NAME || (a == last->block.a_begin && b == last->block.b_begin);
    if (!is_name || (a == last->block.a_end && b == last->block.b_end))
        return false;
    block->a_begin = last->block.a_end = a;
    block->b_begin = last->block.b_end = b;
    if (last->block.a_begin == a && last->block.b_begin == b)
        (*kept)--;
    else
        last->kind = twt_change_kind_of(context, &last->block);
    return true;
}

/* Goes left over equal words of the name, at most room of them, but not into the piece before. Returns how many. */
static uint32_t step_over(const twt_change_context *context, const twt_piece *pieces, size_t kept, uint32_t room,
                          twt_block *block)
{
    const twt_block *last = kept > 0 ? &pieces[kept - 1].block : NULL;
    uint32_t a_least = last != NULL ? last->a_end : 0, b_least = last != NULL ? last->b_end : 0, taken = 0;
    for (;;) {
        uint32_t step = step_left(context, block->a_begin, block->b_begin);
        if (step == 0 || taken + step > room || block->a_begin - a_least < step || block->b_begin - b_least < step)
            return taken;
        block->a_begin -= step;
        block->b_begin -= step;
        taken += step;
    }
}

static bool begins_name(const twt_analysis *text, uint32_t begin, uint32_t end)
{
    return begin == end || is_upper(text, begin) || is_connective(text, begin);
}

void twt_name_widen(twt_change_context *context, twt_piece *pieces, size_t *kept, twt_block *block)
{
    uint32_t room = WIDEN_MAX;
    twt_block wide = *block;
    bool is_joined = block->a_begin < block->a_end && block->b_begin < block->b_end, goes_left = true;
    while (goes_left && begins_name(context->texts[0], wide.a_begin, wide.a_end) &&
           begins_name(context->texts[1], wide.b_begin, wide.b_end)) {
        room -= step_over(context, pieces, *kept, room, &wide);
        goes_left = room > 0 && take_from_last(context, pieces, kept, &wide);
        is_joined |= goes_left;
        room -= goes_left;
    }
    if (is_joined)
        *block = wide;
}
