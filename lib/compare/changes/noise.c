/* Another way of spelling (British and American) changes long words by a letter inside; misread letters strike short
 * words and ends too, or print alike. A letter of a script without spaces is a token, and no table says which look
 * alike; but who edits gains and loses words as well, and who converts a script (simplified, traditional) converts a
 * letter wherever it stands. */
#include "compare/changes/noise.h"

#include "compare/changes/block_split.h"
#include "compare/changes/number.h"
#include "compare/words/spaceless.h"
#include "compare/words/word_form.h"

#define NOISY_LEAST 4      /* single words that look misread, and two in five of all replaced single words */
#define NOISY_SHORT 2      /* the same of a text under */
#define SHORT_TEXT 60      /* tokens */
#define NOISY_MANY 20      /* from here on three in ten: words misread beyond recognition count against it */
#define ROUGH_LEAST 2      /* of them that no other way of spelling explains, and */
#define ROUGH_SHARE 4      /* one in four */
#define GLYPHS_LEAST 6     /* blocks of letters replaced one for one */
#define GLYPHS_SHARE .9    /* of all blocks: 1 in the fixtures' noise, under .4 in their edits and rewrites */
#define GLYPHS_MANY 20     /* from here on */
#define GLYPHS_OFTEN .7    /* since neighbours misread together look like other words */
#define ELSEWHERE_SHARE .5 /* of the blocks, whose letters of one side the other text has elsewhere */

static uint32_t length_of(const twt_block *block, int side)
{
    return side == 0 ? block->a_end - block->a_begin : block->b_end - block->b_begin;
}

/* Words run together or broken; not where that is a habit, as of those who write "health care" throughout. */
static bool is_broken_once(const twt_change_context *context, const twt_block *block)
{
    if (!twt_is_divided_otherwise(context->texts[0], context->texts[1], block))
        return false;
    for (int side = 0; side < 2; side++) {
        uint32_t begin = side == 0 ? block->a_begin : block->b_begin;
        const uint32_t *ids = twt_pair_ids(context->words, side);
        for (uint32_t i = begin; i < begin + length_of(block, side); i++)
            if (twt_pair_frequency(context->words, ids[i]) == 1)
                return true;
    }
    return false;
}

static bool has_misread_words(const twt_change_context *context, const twt_alignment *alignment)
{
    size_t single = 0, misread = 0, rough = 0;
    bool is_short = context->texts[0]->token_count < SHORT_TEXT || context->texts[1]->token_count < SHORT_TEXT;
    size_t least = is_short ? NOISY_SHORT : NOISY_LEAST;
    for (size_t i = 0; i < alignment->block_count; i++) {
        const twt_block *block = &alignment->blocks[i];
        bool is_broken = is_broken_once(context, block);
        if (!is_broken && (length_of(block, 0) != 1 || length_of(block, 1) != 1))
            continue;
        unsigned misreading = is_broken ? TWT_LIKE_PRINT : twt_change_misreading(context, block);
        single++;
        misread += misreading != 0;
        rough += (misreading & (TWT_LIKE_MISREAD | TWT_LIKE_PRINT)) != 0;
    }
    bool is_mostly = misread >= least && misread * 5 >= single * 2;
    bool is_often = misread >= NOISY_MANY && misread * 10 >= single * 3;
    return (is_mostly || is_often) && rough >= ROUGH_LEAST && rough * ROUGH_SHARE >= misread;
}

/* Whether the other text has each of the block's letters somewhere; of few letters it has nearly all. */
static bool stands_elsewhere(const twt_change_context *context, const twt_block *block, int side)
{
    uint32_t begin = side == 0 ? block->a_begin : block->b_begin;
    const uint32_t *ids = twt_pair_ids(context->words, side);
    for (uint32_t i = begin; i < begin + length_of(block, side); i++)
        if (!twt_spaceless_is_letter(context->texts[side], i) && !twt_pair_is_shared(context->words, ids[i]))
            return false;
    return true;
}

static bool is_figure(twt_change_context *context, const twt_block *block)
{
    return twt_is_number_change(twt_side_of(&context->numerals[0], block->a_begin, block->a_end),
                                twt_side_of(&context->numerals[1], block->b_begin, block->b_end));
}

static bool has_misread_glyphs(twt_change_context *context, const twt_alignment *alignment)
{
    size_t glyphs = 0, blocks = 0, elsewhere[2] = {0, 0};
    for (size_t i = 0; i < alignment->block_count; i++) {
        const twt_block *block = &alignment->blocks[i];
        bool is_glyphs = twt_change_is_glyphs(context, block);
        if (is_glyphs && is_figure(context, block))
            continue;
        blocks++;
        glyphs += is_glyphs;
        for (int side = 0; is_glyphs && side < 2; side++)
            elsewhere[side] += stands_elsewhere(context, block, side);
    }
    size_t kept = elsewhere[elsewhere[1] > elsewhere[0]];
    double least = glyphs >= GLYPHS_MANY ? GLYPHS_OFTEN : GLYPHS_SHARE;
    return glyphs >= GLYPHS_LEAST && (double)glyphs >= least * (double)blocks &&
           (double)kept >= ELSEWHERE_SHARE * (double)glyphs;
}

bool twt_noise_is_common(twt_change_context *context, const twt_alignment *alignment)
{
    return has_misread_words(context, alignment) || has_misread_glyphs(context, alignment);
}
