#include "compare/changes/told_accounts.h"

#include "compare/words/numeral.h"

enum {
    NEAR = 3,           /* tokens around a name in which others of the same name stand */
    DESCRIPTION_MAX = 3 /* words that may stand for a name: the mayor */
};

static uint32_t length_of(twt_range of)
{
    return of.end - of.begin;
}

/* ---- figures --------------------------------------------------------------------------------------------- */

/* Figures or numerals; within other words a weak one is none. */
static bool has_figure(const twt_told *told, int side, twt_range tokens)
{
    const twt_analysis *text = told->texts[side];
    twt_numeral numeral;
    for (uint32_t i = tokens.begin; i < tokens.end; i++)
        if (text->tokens[i].flags & TWT_TOKEN_NUMBER ||
            (told->numerals != NULL && twt_numeral_read(told->numerals, text, i, &numeral) &&
             (!numeral.is_weak || length_of(tokens) == 1)))
            return true;
    return false;
}

/* Gained or lost at this place alone. */
static bool is_moved_figure(const twt_told *told, const twt_told_figures *figures, const twt_range of[2])
{
    int side = has_figure(told, 1, of[1]);
    return !has_figure(told, !side, of[!side]) && twt_told_figures_are_told(figures, told, side, of[side]);
}

/* ---- names ----------------------------------------------------------------------------------------------- */

/* A word that the text writes small elsewhere is no name: "These" in a list. */
static bool is_name(const twt_told *told, int side, uint32_t token)
{
    return twt_told_is_name(told, side, token) && !twt_told_is_common(told, side, token);
}

static size_t count_names(const twt_told *told, int side, twt_range tokens, bool untold_only)
{
    size_t count = 0;
    for (uint32_t i = tokens.begin; i < tokens.end; i++)
        count += is_name(told, side, i) && !(untold_only && twt_told_has_word(told, side, i));
    return count;
}

/* Whether a name among the tokens of one side stands close by in the other: North and West, West and North. */
static bool changed_places(const twt_told *told, int side, const twt_range of[2])
{
    const uint32_t *ids[2] = {twt_pair_ids(told->words, side), twt_pair_ids(told->words, !side)};
    uint32_t begin = of[!side].begin > NEAR ? of[!side].begin - NEAR : 0, end = of[!side].end + NEAR;
    for (uint32_t i = of[side].begin; i < of[side].end; i++)
        for (uint32_t j = begin; j < end && j < told->texts[!side]->token_count; j++)
            if (twt_told_is_name(told, side, i) && ids[0][i] == ids[1][j])
                return true;
    return false;
}

static bool is_no_name_change(const twt_told *told, const twt_range of[2])
{
    size_t names[2] = {count_names(told, 0, of[0], false), count_names(told, 1, of[1], false)};
    size_t untold = count_names(told, 0, of[0], true) + count_names(told, 1, of[1], true);
    if (untold == 0)
        return !changed_places(told, 0, of) && !changed_places(told, 1, of);
    int side = names[1] == 0;
    return names[side] == 0 && length_of(of[side]) > DESCRIPTION_MAX;
}

twt_change_kind twt_told_kind_of(const twt_told *told, const twt_told_figures *figures, twt_told_negations *negations,
                                 twt_change_kind kind, const twt_block *at)
{
    const twt_range of[2] = {{at->a_begin, at->a_end}, {at->b_begin, at->b_end}};
    bool is_none = (kind == TWT_CHANGE_NUMBER && is_moved_figure(told, figures, of)) ||
                   (kind == TWT_CHANGE_NAME && is_no_name_change(told, of)) ||
                   (kind == TWT_CHANGE_NEGATION && twt_told_negations_are_told(negations, told, of));
    return is_none ? TWT_CHANGE_WORD : kind;
}
