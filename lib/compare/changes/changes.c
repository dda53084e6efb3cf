/* Three passes over the blocks of the alignment: divide them into pieces; class each piece; widen changed names. */
#include "compare/changes/changes.h"

#include "base/vec.h"
#include "compare/changes/block_split.h"
#include "compare/changes/kind.h"
#include "compare/changes/name_widen.h"
#include "compare/changes/noise.h"

#define REPLACED_MAX 12 /* tokens of a side: longer pieces are other text, not a change of this one */
#define WHOLE_MAX 8     /* tokens of both sides together: whole sentences this short may still be a change */
#define GAINED_MAX 8    /* tokens gained or lost */
#define ROW_MAX 240     /* tokens of a side: longer rows of figures are left alone */

struct twt_change_finder {
    twt_numeral_words *numerals;
    TWT_VEC(twt_piece) pieces;
    TWT_VEC(twt_block) blocks;
    TWT_VEC(twt_change) changes;
    twt_change_context context;
    twt_splitter splitter;
};

twt_status twt_change_finder_new(twt_change_finder **out)
{
    twt_change_finder *finder = *out = twt_alloc_zeroed(1, sizeof *finder);
    if (finder != NULL && twt_numeral_words_new(&finder->numerals) == TWT_OK)
        return TWT_OK;
    twt_change_finder_free(finder);
    *out = NULL;
    return TWT_ERROR_MEMORY;
}

void twt_change_finder_free(twt_change_finder *finder)
{
    if (finder == NULL)
        return;
    twt_numeral_words_free(finder->numerals);
    twt_vec_free(&finder->pieces);
    twt_vec_free(&finder->blocks);
    twt_vec_free(&finder->changes);
    twt_negation_pair_free(&finder->context.negations);
    for (int text = 0; text < 2; text++)
        twt_numeral_places_free(&finder->context.numerals[text]);
    twt_vec_free(&finder->context.known);
    twt_free(finder);
}

const twt_numeral_words *twt_change_finder_numerals(const twt_change_finder *finder)
{
    return finder->numerals;
}

const twt_block *twt_change_finder_blocks(const twt_change_finder *finder)
{
    return finder->blocks.data;
}

/* ---- the pair -------------------------------------------------------------------------------------------- */

static twt_status prepare(twt_change_finder *finder, const twt_pair_words *words, const twt_alignment *alignment)
{
    twt_change_context *context = &finder->context;
    const twt_analysis *a = twt_pair_text(words, 0), *b = twt_pair_text(words, 1);
    context->words = words;
    context->texts[0] = a;
    context->texts[1] = b;
    context->is_noisy = false;
    twt_vec_clear(&finder->pieces);
    twt_vec_clear(&finder->blocks);
    twt_vec_clear(&finder->changes);
    if (alignment->block_count == 0)
        return TWT_OK;
    for (int text = 0; text < 2; text++) {
        context->names[text] = twt_pair_own(words, text)->names;
        if (!twt_numeral_places_begin(&context->numerals[text], finder->numerals, context->texts[text]))
            return TWT_ERROR_MEMORY;
    }
    if (!twt_negation_pair_begin(&context->negations, a, b) || !twt_vec_resize(&context->known, a->token_count))
        return TWT_ERROR_MEMORY;
    for (size_t i = 0; i < a->token_count; i++)
        context->known.data[i].other = UINT32_MAX;
    context->is_noisy = twt_noise_is_common(context, alignment);
    finder->splitter.texts[0] = a;
    finder->splitter.texts[1] = b;
    finder->splitter.negations = &context->negations;
    finder->splitter.numerals = context->numerals;
    finder->splitter.is_noisy = context->is_noisy;
    finder->splitter.work_left = TWT_SPLIT_WORK;
    return TWT_OK;
}

/* ---- pieces ---------------------------------------------------------------------------------------------- */

/* Whether a whole sentence lies in the tokens [begin, end). */
static bool holds_sentence(const twt_change_context *context, int side, uint32_t begin, uint32_t end)
{
    const twt_analysis *text = context->texts[side];
    size_t sentence = begin < end ? twt_pair_homes(context->words, side)[begin] : text->sentence_count;
    if (sentence < text->sentence_count && text->sentences[sentence].token_begin < begin)
        sentence++;
    return sentence < text->sentence_count && text->sentences[sentence].token_end <= end;
}

static bool is_change(const twt_change_finder *finder, const twt_block *block)
{
    uint32_t a = block->a_end - block->a_begin, b = block->b_end - block->b_begin;
    if (a > REPLACED_MAX || b > REPLACED_MAX || a + b == 0 || ((a == 0 || b == 0) && a + b > GAINED_MAX))
        return false;
    if (a > 0 && b > 0 && a + b <= WHOLE_MAX)
        return true;
    return !holds_sentence(&finder->context, 0, block->a_begin, block->a_end) &&
           !holds_sentence(&finder->context, 1, block->b_begin, block->b_end);
}

static bool add_pieces(twt_change_finder *finder, const twt_block *block)
{
    twt_block parts[TWT_SPLIT_MAX];
    size_t count = twt_splitter_run(&finder->splitter, block, parts);
    for (size_t i = 0; i < count; i++)
        if (is_change(finder, &parts[i]) && !twt_vec_push(&finder->pieces, ((twt_piece){.block = parts[i]})))
            return false;
    return true;
}

static size_t count_numbers(const twt_analysis *text, uint32_t begin, uint32_t end)
{
    size_t count = 0;
    for (uint32_t i = begin; i < end; i++)
        count += (text->tokens[i].flags & TWT_TOKEN_NUMBER) != 0;
    return count;
}

/* A row of a table: long, about as long on both sides, a third of it figures. */
static bool is_row(const twt_change_finder *finder, const twt_block *block)
{
    uint32_t a = block->a_end - block->a_begin, b = block->b_end - block->b_begin;
    if (a > ROW_MAX || b > ROW_MAX || a * 2 > b * 3 || b * 2 > a * 3)
        return false;
    return count_numbers(finder->context.texts[0], block->a_begin, block->a_end) * 3 >= a &&
           count_numbers(finder->context.texts[1], block->b_begin, block->b_end) * 3 >= b;
}

/* Cuts a long row into stretches of equal parts that can be split. */
static bool add_row(twt_change_finder *finder, const twt_block *block)
{
    uint32_t a = block->a_end - block->a_begin, b = block->b_end - block->b_begin;
    uint32_t parts = ((a > b ? a : b) + TWT_SPLIT_TOKENS - 1) / TWT_SPLIT_TOKENS;
    for (uint32_t i = 0; i < parts; i++) {
        twt_block part = {block->a_begin + a * i / parts, block->a_begin + a * (i + 1) / parts,
                          block->b_begin + b * i / parts, block->b_begin + b * (i + 1) / parts};
        if (!add_pieces(finder, &part))
            return false;
    }
    return true;
}

static twt_status divide(twt_change_finder *finder, const twt_alignment *alignment)
{
    for (size_t i = 0; i < alignment->block_count; i++) {
        const twt_block *block = &alignment->blocks[i];
        uint32_t a = block->a_end - block->a_begin, b = block->b_end - block->b_begin;
        bool is_long = a > TWT_SPLIT_TOKENS || b > TWT_SPLIT_TOKENS, is_done = true;
        if (twt_is_divided_otherwise(finder->context.texts[0], finder->context.texts[1], block))
            is_done = twt_vec_push(&finder->pieces, ((twt_piece){.block = *block}));
        else if (!is_long)
            is_done = add_pieces(finder, block);
        else if (is_row(finder, block))
            is_done = add_row(finder, block);
        if (!is_done)
            return TWT_ERROR_MEMORY;
    }
    return TWT_OK;
}

/* ---- the run --------------------------------------------------------------------------------------------- */

static void class_pieces(twt_change_finder *finder)
{
    size_t kept = 0;
    for (size_t i = 0; i < finder->pieces.count; i++) {
        twt_piece now = finder->pieces.data[i];
        now.kind = twt_change_kind_of(&finder->context, &now.block);
        if (now.kind == TWT_CHANGE_NAME)
            twt_name_widen(&finder->context, finder->pieces.data, &kept, &now.block);
        finder->pieces.data[kept++] = now;
    }
    finder->pieces.count = kept;
}

/* The bytes of the tokens [begin, end); of none: the place where they would stand. */
static twt_range bytes_of(const twt_analysis *text, uint32_t begin, uint32_t end)
{
    if (begin < end)
        return (twt_range){text->tokens[begin].begin, text->tokens[end - 1].end};
    uint32_t at = begin < text->token_count ? text->tokens[begin].begin : (uint32_t)text->text_len;
    return (twt_range){at, at};
}

static bool is_other_figure(const twt_change_finder *finder, const twt_piece *piece)
{
    const twt_block *block = &piece->block;
    return piece->kind == TWT_CHANGE_NUMBER &&
           count_numbers(finder->context.texts[0], block->a_begin, block->a_end) > 0 &&
           count_numbers(finder->context.texts[1], block->b_begin, block->b_end) > 0;
}

static void count_kept_figures(const twt_analysis *a, const twt_alignment *alignment, twt_measures *measures)
{
    for (size_t i = 0; i < alignment->match_count; i++) {
        const twt_match *match = &alignment->matches[i];
        measures->figures_kept += (uint32_t)count_numbers(a, match->a, match->a + match->count);
    }
}

static twt_status hand_on(twt_change_finder *finder, twt_measures *measures)
{
    if (!twt_vec_reserve(&finder->changes, finder->pieces.count) ||
        !twt_vec_reserve(&finder->blocks, finder->pieces.count))
        return TWT_ERROR_MEMORY;
    for (size_t i = 0; i < finder->pieces.count; i++) {
        const twt_piece *now = &finder->pieces.data[i];
        twt_change change = {now->kind, bytes_of(finder->context.texts[0], now->block.a_begin, now->block.a_end),
                             bytes_of(finder->context.texts[1], now->block.b_begin, now->block.b_end)};
        finder->changes.data[finder->changes.count++] = change;
        finder->blocks.data[finder->blocks.count++] = now->block;
        measures->blocks_of[now->kind]++;
        measures->blocks_alone[0] += now->block.b_begin == now->block.b_end;
        measures->blocks_alone[1] += now->block.a_begin == now->block.a_end;
        measures->figures_replaced += is_other_figure(finder, now);
    }
    measures->blocks = (uint32_t)finder->pieces.count;
    measures->misread_blocks = finder->context.is_noisy ? measures->blocks_of[TWT_CHANGE_SPELLING] : 0;
    return TWT_OK;
}

twt_status twt_change_finder_run(twt_change_finder *finder, const twt_pair_words *words, const twt_alignment *alignment,
                                 twt_measures *measures, const twt_change **changes, size_t *count)
{
    measures->blocks = measures->misread_blocks = measures->figures_kept = measures->figures_replaced = 0;
    measures->blocks_alone[0] = measures->blocks_alone[1] = 0;
    for (size_t i = 0; i < TWT_CHANGE_KINDS; i++)
        measures->blocks_of[i] = 0;
    *changes = NULL;
    *count = 0;
    twt_status status = prepare(finder, words, alignment);
    if (status == TWT_OK)
        status = divide(finder, alignment);
    if (status != TWT_OK)
        return status;
    class_pieces(finder);
    count_kept_figures(twt_pair_text(words, 0), alignment, measures);
    status = hand_on(finder, measures);
    if (status == TWT_OK) {
        *changes = finder->changes.data;
        *count = finder->changes.count;
    }
    return status;
}
