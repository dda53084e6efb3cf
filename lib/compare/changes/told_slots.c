/* "Nakamura and Browne" in other words, but for "Valley and Browne": what stands around says that one was put in the
 * other's place. */
#include "compare/changes/told_slots.h"

#include "compare/changes/told_name_words.h"
#include "compare/words/text_gap.h"

enum {
    GROUP_MAX = 8,                /* names of one group and side that are told apart */
    CONTEXT_MIN = TWT_WEIGHT_ONE, /* what the words around weigh in common */
    NOBODY = GROUP_MAX
};

void twt_told_slots_free(twt_told_slots *slots)
{
    for (int side = 0; side < 2; side++) {
        twt_vec_free(&slots->names[side]);
        twt_vec_free(&slots->order[side]);
        twt_vec_free(&slots->is_taken[side]);
    }
}

/* ---- left over ------------------------------------------------------------------------------------------- */

static bool mark_taken(twt_told_slots *slots, const twt_told *told, int side, const twt_told_changes *found)
{
    if (!twt_vec_resize(&slots->is_taken[side], told->texts[side]->token_count))
        return false;
    for (size_t i = 0; i < slots->is_taken[side].count; i++)
        slots->is_taken[side].data[i] = false;
    for (size_t i = 0; i < found->count; i++) {
        const twt_block *at = &found->data[i].at;
        uint32_t begin = side ? at->b_begin : at->a_begin, end = side ? at->b_end : at->a_end;
        for (uint32_t j = begin; j < end; j++)
            slots->is_taken[side].data[j] = true;
    }
    return true;
}

/* In no form either. */
static bool is_left(const twt_told_slots *slots, const twt_told *told, int side, uint32_t token)
{
    return !slots->is_taken[side].data[token] && twt_told_is_name(told, side, token) &&
           twt_told_is_lone(told, side, token) &&
           !twt_pair_is_shared(told->forms, twt_pair_ids(told->forms, side)[token]);
}

static uint32_t end_of(const twt_told_slots *slots, const twt_told *told, int side, uint32_t begin)
{
    const twt_analysis *text = told->texts[side];
    const uint32_t *homes = twt_pair_homes(told->words, side);
    uint32_t end = begin + 1;
    while (end < text->token_count && homes[end] == homes[begin] && twt_gap_joins(text, end) &&
           is_left(slots, told, side, end))
        end++;
    return end;
}

static bool gather(twt_told_slots *slots, const twt_told *told, int side)
{
    twt_vec_clear(&slots->names[side]);
    twt_vec_clear(&slots->order[side]);
    for (uint32_t i = 0, end; i < told->texts[side]->token_count; i = end) {
        end = i + 1;
        if (!is_left(slots, told, side, i))
            continue;
        end = end_of(slots, told, side, i);
        twt_told_slot name = {{i, end}, twt_told_group(told, side, i)};
        twt_keyed item = {name.group, slots->names[side].count};
        if (!twt_vec_push(&slots->names[side], name) || !twt_vec_push(&slots->order[side], item))
            return false;
    }
    return twt_keyed_list_sort(&slots->order[side]);
}

/* ---- one name in the place of another -------------------------------------------------------------------- */

/* The word with nothing but a blank between it and a name, in any form; TWT_NO_WORD: none in its sentence. */
static uint32_t neighbour_of(const twt_told *told, int side, twt_range name, bool is_before)
{
    const twt_analysis *text = told->texts[side];
    const uint32_t *homes = twt_pair_homes(told->words, side);
    uint32_t gap = is_before ? name.begin : name.end, other = is_before ? gap - 1 : gap;
    if (gap == 0 || gap == text->token_count || homes[other] != homes[name.begin] || !twt_gap_joins(text, gap))
        return TWT_NO_WORD;
    return twt_pair_ids(told->forms, side)[other];
}

static bool has_neighbour(const twt_told *told, twt_range a, twt_range b, bool is_before)
{
    uint32_t word = neighbour_of(told, 0, a, is_before);
    return word != TWT_NO_WORD && word == neighbour_of(told, 1, b, is_before);
}

static bool has_common(const twt_told *told, int side, twt_range name)
{
    for (uint32_t i = name.begin; i < name.end; i++)
        if (twt_told_is_common(told, side, i))
            return true;
    return false;
}

static bool has_initials(const twt_told *told, int side, twt_range name)
{
    for (uint32_t i = name.begin; i < name.end; i++)
        if (twt_names_are_capitals(told->texts[side], i))
            return true;
    return false;
}

/* A word that is written small elsewhere may be no name but a word for what is meant; so may initials. */
static bool may_replace(const twt_told *told, twt_range a, twt_range b)
{
    twt_word left = twt_name_word_of(told->texts[0], a), right = twt_name_word_of(told->texts[1], b);
    return left.count > 1 && right.count > 1 && !has_common(told, 0, a) && !has_common(told, 1, b) &&
           has_initials(told, 0, a) == has_initials(told, 1, b) && !twt_name_words_may_be_forms(&left, &right) &&
           !twt_name_words_abbreviate(&left, &right) &&
           (!twt_told_marks_nouns(told) || twt_name_words_are_alike(&left, &right));
}

/* Before the word of a name there may be a title: it is no name's place. */
static bool is_altered(const twt_told *told, twt_range a, twt_range b)
{
    return (has_neighbour(told, a, b, true) ||
            (has_neighbour(told, a, b, false) && !twt_told_is_name(told, 0, a.end))) &&
           may_replace(told, a, b);
}

/* ---- pairing --------------------------------------------------------------------------------------------- */

typedef struct table { /* of one group: what the words around two names weigh in common */
    twt_range names[2][GROUP_MAX];
    size_t counts[2];
    uint32_t context[GROUP_MAX][GROUP_MAX];
} table;

static uint32_t context_of(const table *of, int side, size_t name, size_t other)
{
    return side ? of->context[other][name] : of->context[name][other];
}

static bool are_same(const twt_told *told, int side, twt_range one, twt_range other)
{
    const uint32_t *ids = twt_pair_ids(told->words, side);
    if (one.end - one.begin != other.end - other.begin)
        return false;
    for (uint32_t i = 0; i < one.end - one.begin; i++)
        if (ids[one.begin + i] != ids[other.begin + i])
            return false;
    return true;
}

/* The name of the other side that has most in common with one; NOBODY where another has as much. */
static size_t best_of(const table *of, const twt_told *told, int side, size_t name)
{
    uint32_t most = CONTEXT_MIN - 1;
    size_t best = NOBODY;
    for (size_t i = 0; i < of->counts[!side]; i++) {
        uint32_t context = context_of(of, side, name, i);
        if (context > most)
            best = i;
        else if (context == most && best != NOBODY &&
                 !are_same(told, !side, of->names[!side][best], of->names[!side][i]))
            best = NOBODY;
        most = context > most ? context : most;
    }
    return best;
}

static bool take_pairs(const table *of, const twt_told *told, twt_told_changes *out)
{
    for (size_t i = 0; i < of->counts[0]; i++) {
        size_t j = best_of(of, told, 0, i);
        if (j == NOBODY || best_of(of, told, 1, j) != i || !is_altered(told, of->names[0][i], of->names[1][j]))
            continue;
        twt_range a = of->names[0][i], b = of->names[1][j];
        bool are_dates = twt_told_is_date(told, 0, a.begin) && twt_told_is_date(told, 1, b.begin);
        twt_told_change change = {
            are_dates ? TWT_CHANGE_NUMBER : TWT_CHANGE_NAME, true, {a.begin, a.end, b.begin, b.end}};
        if (!twt_vec_push(out, change))
            return false;
    }
    return true;
}

static bool pair_group(const twt_told_slots *slots, const twt_told *told, const size_t begin[2], const size_t end[2],
                       twt_told_changes *out)
{
    table of = {.counts = {end[0] - begin[0], end[1] - begin[1]}};
    for (int side = 0; side < 2; side++) {
        if (of.counts[side] > GROUP_MAX)
            return true;
        for (size_t i = 0; i < of.counts[side]; i++)
            of.names[side][i] = slots->names[side].data[slots->order[side].data[begin[side] + i].value].tokens;
    }
    for (size_t i = 0; i < of.counts[0]; i++)
        for (size_t j = 0; j < of.counts[1]; j++)
            of.context[i][j] = twt_told_context(told, of.names[0][i], of.names[1][j]);
    return take_pairs(&of, told, out);
}

bool twt_told_slots_find(twt_told_slots *slots, const twt_told *told, twt_told_changes *out)
{
    for (int side = 0; side < 2; side++)
        if (!mark_taken(slots, told, side, out) || !gather(slots, told, side))
            return false;
    size_t at[2] = {0, 0};
    while (at[0] < slots->order[0].count && at[1] < slots->order[1].count) {
        uint64_t group[2] = {slots->order[0].data[at[0]].key, slots->order[1].data[at[1]].key};
        size_t end[2] = {twt_keyed_list_end(&slots->order[0], at[0]), twt_keyed_list_end(&slots->order[1], at[1])};
        if (group[0] == group[1] && !pair_group(slots, told, at, end, out))
            return false;
        bool is_behind[2] = {group[0] <= group[1], group[1] <= group[0]};
        for (int side = 0; side < 2; side++)
            at[side] = is_behind[side] ? end[side] : at[side];
    }
    return true;
}
