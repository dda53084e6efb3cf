#include "compare/changes/told_negations.h"

#include "base/utf8.h"
#include "compare/words/spaceless.h"
#include "compare/words/word_form.h"

enum {
    AROUND = 2,   /* tokens around a change in which its negation may stand in other letters */
    SMALL_MAX = 3 /* letters of words that come and go with a negation: do, has, ist, не в */
};

void twt_told_negations_free(twt_told_negations *negations)
{
    twt_negation_pair_free(&negations->pair);
    twt_vec_free(&negations->counts[0]);
    twt_vec_free(&negations->counts[1]);
}

static size_t count_in(twt_told_negations *negations, int side, twt_range tokens)
{
    return twt_negation_count(&negations->pair, side, tokens.begin, tokens.end);
}

/* ---- groups ---------------------------------------------------------------------------------------------- */

static bool count_groups(twt_told_negations *negations, const twt_told *told, int side)
{
    const twt_analysis *text = told->texts[side];
    if (!twt_vec_resize(&negations->counts[side], told->answers.count))
        return false;
    for (size_t g = 0; g < told->answers.count; g++)
        negations->counts[side].data[g] = 0;
    for (size_t s = 0; s < text->sentence_count; s++) {
        uint32_t group = told->answers.groups[side].data[s];
        twt_range tokens = {text->sentences[s].token_begin, text->sentences[s].token_end};
        if (group != TWT_NO_ANSWER)
            negations->counts[side].data[group] += (uint32_t)count_in(negations, side, tokens);
    }
    return true;
}

bool twt_told_negations_count(twt_told_negations *negations, const twt_told *told)
{
    return twt_negation_pair_begin(&negations->pair, told->texts[0], told->texts[1]) &&
           count_groups(negations, told, 0) && count_groups(negations, told, 1);
}

/* How many negations the sentences of a token's group have more than those that answer them; 0 where none do. */
static int64_t surplus(const twt_told_negations *negations, const twt_told *told, int side, uint32_t token)
{
    uint32_t group = twt_told_group(told, side, token);
    return group == TWT_NO_ANSWER ? 0
                                  : (int64_t)negations->counts[side].data[group] - negations->counts[!side].data[group];
}

/* ---- words ----------------------------------------------------------------------------------------------- */

/* Of scripts without spaces an ideograph is a word; kana and letters are endings: する, しない. */
static bool is_small(const twt_analysis *text, uint32_t token)
{
    size_t len;
    const char *bytes = twt_joined_bytes(text, token, token + 1, &len);
    return text->tokens[token].flags & TWT_TOKEN_SPACELESS ? !twt_spaceless_is_ideograph(text, token)
                                                           : twt_utf8_count(bytes, len) <= SMALL_MAX;
}

/* A word that the answering sentences have in no form. */
static bool is_own(const twt_told *told, int side, uint32_t token)
{
    return !is_small(told->texts[side], token) && !twt_told_has_word(told, side, token);
}

/* The tokens in the last of their sentences: a change that begins at the end of the one before is about this one. */
static twt_range last_sentence(const twt_told *told, int side, twt_range tokens)
{
    const uint32_t *homes = twt_pair_homes(told->words, side);
    twt_range of = tokens;
    for (uint32_t i = of.begin; i < of.end; i++)
        if (homes[i] != homes[of.end - 1])
            of.begin = i + 1;
    return of;
}

static bool has_own(twt_told_negations *negations, const twt_told *told, int side, twt_range tokens)
{
    for (uint32_t i = tokens.begin; i < tokens.end; i++)
        if (is_own(told, side, i) && count_in(negations, side, (twt_range){i, i + 1}) == 0)
            return true;
    return false;
}

/* ---- other letters --------------------------------------------------------------------------------------- */

static twt_range widen(const twt_analysis *text, twt_range of)
{
    uint32_t count = (uint32_t)text->token_count;
    return (twt_range){of.begin > AROUND ? of.begin - AROUND : 0, of.end + AROUND < count ? of.end + AROUND : count};
}

static twt_word word_at(const twt_analysis *text, uint32_t token)
{
    twt_word word;
    twt_word_decode_tokens(text, token, token + 1, &word);
    return word;
}

static bool is_printed(const twt_analysis *text, uint32_t token, const twt_analysis *other, twt_range among)
{
    twt_word word = word_at(text, token);
    for (uint32_t i = among.begin; i < among.end; i++) {
        twt_word as = word_at(other, i);
        if (!(other->tokens[i].flags & TWT_TOKEN_SPACELESS) && twt_word_print_likeness(&word, &as))
            return true;
    }
    return false;
}

static bool is_prefixed(const twt_analysis *text, uint32_t token, const twt_analysis *other, twt_range among)
{
    size_t len, as_len;
    const char *bytes = twt_joined_bytes(text, token, token + 1, &len);
    for (uint32_t i = among.begin; i < among.end; i++) {
        const char *as = twt_joined_bytes(other, i, i + 1, &as_len);
        if (twt_negation_by_prefix(bytes, len, as, as_len))
            return true;
    }
    return false;
}

static bool is_in_other_letters(twt_told_negations *negations, const twt_told *told, int side, const twt_range of[2])
{
    const twt_analysis *text = told->texts[side], *other = told->texts[!side];
    twt_range near = widen(text, of[side]), among = widen(other, of[!side]);
    for (uint32_t i = near.begin; i < near.end; i++) {
        bool is_negation =
            i >= of[side].begin && i < of[side].end && count_in(negations, side, (twt_range){i, i + 1}) > 0;
        if (is_negation ? is_printed(text, i, other, among) : is_prefixed(text, i, other, among))
            return true;
    }
    return false;
}

/* ---- telling --------------------------------------------------------------------------------------------- */

bool twt_told_negations_are_told(twt_told_negations *negations, const twt_told *told, const twt_range of[2])
{
    int side = count_in(negations, 1, of[1]) > 0;
    if (count_in(negations, side, of[side]) == 0) /* a prefix: not clear, unclear; not uncommon, common */
        return surplus(negations, told, 0, of[0].begin) != 0;
    bool is_answered = twt_told_group(told, side, of[side].begin) != TWT_NO_ANSWER;
    return (is_answered && surplus(negations, told, side, of[side].begin) <= 0) ||
           has_own(negations, told, side, of[side]) ||
           has_own(negations, told, !side, last_sentence(told, !side, of[!side])) ||
           is_in_other_letters(negations, told, side, of);
}
