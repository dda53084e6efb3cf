/* Where letters are no words, the word at a letter is that letter with those behind it, and it differs where one of
 * them does. So behind a match stand equal letters, and between misread ones, too. */
#include "compare/align/parts.h"
#include "compare/words/spaceless.h"

enum {
    GAP_MAX = 24,  /* letters between two matches that are told letter by letter */
    EQUAL_PART = 3 /* one in so many is equal there */
};

static bool is_equal(const twt_aligner *al, uint32_t a, uint32_t b)
{
    return al->a->tokens[a].hash == al->b->tokens[b].hash;
}

static bool goes_on(const twt_analysis *text, uint32_t token, uint32_t end)
{
    return token < end && text->tokens[token].begin == text->tokens[token - 1].end &&
           twt_spaceless_is_letter(text, token - 1) && twt_spaceless_is_letter(text, token);
}

/* Adds the letters behind a match to it; returns the gap that stays before the next one. */
static twt_block lengthen(const twt_aligner *al, twt_match *match, const twt_match *next)
{
    twt_block gap = {match->a + match->count, next ? next->a : (uint32_t)al->a->token_count, match->b + match->count,
                     next ? next->b : (uint32_t)al->b->token_count};
    while (goes_on(al->a, gap.a_begin, gap.a_end) && goes_on(al->b, gap.b_begin, gap.b_end) &&
           is_equal(al, gap.a_begin, gap.b_begin)) {
        gap.a_begin++;
        gap.b_begin++;
        match->count++;
    }
    return gap;
}

/* As many letters on both sides, and many of them equal. */
static bool is_misread(const twt_aligner *al, const twt_block *gap)
{
    uint32_t count = gap->a_end - gap->a_begin, equal = 0;
    if (count != gap->b_end - gap->b_begin || count > GAP_MAX)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        if (!twt_spaceless_is_letter(al->a, gap->a_begin + i) || !twt_spaceless_is_letter(al->b, gap->b_begin + i))
            return false;
        equal += is_equal(al, gap->a_begin + i, gap->b_begin + i);
    }
    return equal * EQUAL_PART >= count;
}

static bool push_letters(twt_aligner *al, const twt_block *gap)
{
    for (uint32_t i = 0; i < gap->a_end - gap->a_begin; i++)
        if (is_equal(al, gap->a_begin + i, gap->b_begin + i) &&
            !twt_vec_push(&al->out, ((twt_match){gap->a_begin + i, gap->b_begin + i, 1, false})))
            return false;
    return true;
}

static bool has_letters(const twt_aligner *al)
{
    for (size_t i = 0; i < al->a->token_count; i++)
        if (twt_spaceless_is_letter(al->a, i))
            return true;
    return false;
}

bool twt_align_letters(twt_aligner *al)
{
    if (!has_letters(al))
        return true;
    for (size_t i = 0; i < al->chain.count; i++) {
        const twt_match *next = i + 1 < al->chain.count ? &al->chain.data[i + 1] : NULL;
        twt_match match = al->chain.data[i];
        twt_block gap = lengthen(al, &match, next);
        if (!twt_vec_push(&al->out, match) || (next && is_misread(al, &gap) && !push_letters(al, &gap)))
            return false;
    }
    twt_matches chain = al->chain;
    al->chain = al->out;
    al->out = chain;
    twt_vec_clear(&al->out);
    return true;
}
