#include "compare/changes/told.h"

#include "base/search.h"
#include "compare/words/numeral.h"

enum { REACH = 3 };

void twt_told_free(twt_told *told)
{
    twt_answers_free(&told->answers);
    twt_vec_free(&told->members[0]);
    twt_vec_free(&told->members[1]);
    twt_vec_free(&told->cases);
    twt_vec_free(&told->scratch);
}

/* ---- members --------------------------------------------------------------------------------------------- */

static uint64_t member_of(uint32_t group, uint32_t form)
{
    return (uint64_t)group << 32 | form;
}

static bool gather_members(twt_told *told, int side)
{
    const uint32_t *forms = twt_pair_ids(told->forms, side);
    size_t count = told->texts[side]->token_count;
    twt_vec_clear(&told->members[side]);
    if (!twt_vec_reserve(&told->members[side], count) || !twt_vec_resize(&told->scratch, count))
        return false;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t group = twt_told_group(told, side, i);
        if (group != TWT_NO_ANSWER)
            told->members[side].data[told->members[side].count++] = member_of(group, forms[i]);
    }
    twt_sort_u64(told->members[side].data, told->scratch.data, told->members[side].count);
    return true;
}

/* ---- names ----------------------------------------------------------------------------------------------- */

static void mark_cases(twt_told *told, int side)
{
    const twt_analysis *text = told->texts[side];
    const uint32_t *ids = twt_pair_ids(told->words, side);
    for (uint32_t i = 0; i < text->token_count; i++)
        if (text->tokens[i].flags & TWT_TOKEN_CAPITALISED && !twt_names_are_shouted(text, i))
            told->cases.data[ids[i]] |= TWT_TOLD_NAMED;
        else if (text->tokens[i].flags & TWT_TOKEN_LOWER)
            told->cases.data[ids[i]] |= (uint8_t)(TWT_TOLD_SMALL << side);
}

static bool find_cases(twt_told *told)
{
    if (!twt_vec_resize(&told->cases, told->words->count))
        return false;
    for (size_t i = 0; i < told->cases.count; i++)
        told->cases.data[i] = 0;
    mark_cases(told, 0);
    mark_cases(told, 1);
    return true;
}

static const twt_names *names_of(const twt_told *told, int side)
{
    return &twt_pair_own(told->words, side)->names;
}

bool twt_told_marks_nouns(const twt_told *told)
{
    return names_of(told, 0)->marks_nouns || names_of(told, 1)->marks_nouns;
}

bool twt_told_is_date(const twt_told *told, int side, uint32_t token)
{
    twt_numeral numeral;
    return told->numerals != NULL && twt_numeral_read(told->numerals, told->texts[side], token, &numeral) &&
           !numeral.is_weak && (numeral.kind == TWT_VALUE_DAY || numeral.kind == TWT_VALUE_MONTH);
}

bool twt_told_is_name(const twt_told *told, int side, uint32_t token)
{
    return told->cases.data[twt_pair_ids(told->words, side)[token]] & TWT_TOLD_NAMED &&
           twt_names_at(names_of(told, side), token);
}

bool twt_told_is_common(const twt_told *told, int side, uint32_t token)
{
    return told->cases.data[twt_pair_ids(told->words, side)[token]] & TWT_TOLD_SMALL << side;
}

bool twt_told_is_lone(const twt_told *told, int side, uint32_t token)
{
    return !(told->texts[side]->tokens[token].flags & TWT_TOKEN_NUMBER) &&
           !twt_pair_is_shared(told->words, twt_pair_ids(told->words, side)[token]) &&
           twt_told_group(told, side, token) != TWT_NO_ANSWER;
}

/* ---- the pair -------------------------------------------------------------------------------------------- */

twt_status twt_told_begin(twt_told *told, const twt_pair_words *words, const twt_pair_words *forms,
                          twt_sentence_index *index)
{
    told->words = words;
    told->forms = forms;
    for (int side = 0; side < 2; side++)
        told->texts[side] = twt_pair_text(words, side);
    twt_status status = twt_answers_find(&told->answers, forms, index);
    if (status == TWT_OK && (!gather_members(told, 0) || !gather_members(told, 1) || !find_cases(told)))
        status = TWT_ERROR_MEMORY;
    return status;
}

bool twt_told_has_word(const twt_told *told, int side, uint32_t token)
{
    uint32_t group = twt_told_group(told, side, token);
    return group != TWT_NO_ANSWER && twt_search_holds(told->members[!side].data, told->members[!side].count,
                                                      member_of(group, twt_pair_ids(told->forms, side)[token]));
}

/* ---- context --------------------------------------------------------------------------------------------- */

static size_t words_around(const twt_told *told, int side, twt_range tokens, uint32_t out[2 * REACH])
{
    const uint32_t *homes = twt_pair_homes(told->words, side), *forms = twt_pair_ids(told->forms, side);
    const twt_sentence *sentence = &told->texts[side]->sentences[homes[tokens.begin]];
    size_t count = 0;
    for (uint32_t i = tokens.begin; i > sentence->token_begin && tokens.begin - i < REACH; i--)
        out[count++] = forms[i - 1];
    for (uint32_t i = tokens.end; i < sentence->token_end && i - tokens.end < REACH; i++)
        out[count++] = forms[i];
    return count;
}

uint32_t twt_told_context(const twt_told *told, twt_range a, twt_range b)
{
    uint32_t left[2 * REACH], right[2 * REACH], sum = 0;
    size_t lefts = words_around(told, 0, a, left), rights = words_around(told, 1, b, right);
    for (size_t i = 0; i < lefts; i++)
        for (size_t j = 0; j < rights; j++)
            if (left[i] == right[j]) {
                sum += told->forms->weights.data[left[i]];
                right[j] = TWT_NO_WORD;
                break;
            }
    return sum;
}
