/* Philippa Aske and Philippa Askew: the other words of a name say which name is meant. */
#include "compare/changes/told_names.h"

#include "compare/changes/told_endings.h"
#include "compare/words/text_gap.h"

enum {
    LOOK_UPS_MAX = 8, /* of endings in a pair */
    INSIDE_MIN = 2,   /* letters before and behind one that was altered, where nothing else tells a name */
    LONG_MIN = 6      /* of such a word; shorter ones are forms: Arabic morning and in the morning */
};

void twt_told_names_free(twt_told_names *names)
{
    for (int side = 0; side < 2; side++) {
        twt_vec_free(&names->lone[side]);
        twt_vec_free(&names->order[side]);
    }
}

/* ---- left over ------------------------------------------------------------------------------------------- */

/* In scripts that have no capitals any word may be a name. */
static bool is_without_case(const twt_told *told, int side, uint32_t token)
{
    unsigned flags = told->texts[side]->tokens[token].flags;
    return (flags & (TWT_TOKEN_UPPER | TWT_TOKEN_LOWER | TWT_TOKEN_SPACELESS | TWT_TOKEN_NUMBER)) == 0;
}

static bool may_be_name(const twt_told *told, int side, uint32_t token)
{
    return (is_without_case(told, side, token) || twt_told_is_name(told, side, token)) &&
           twt_told_is_lone(told, side, token) && !twt_told_is_date(told, side, token);
}

static bool gather_lone(twt_told_names *names, const twt_told *told, int side)
{
    const twt_analysis *text = told->texts[side];
    twt_vec_clear(&names->lone[side]);
    for (uint32_t i = 0; i < text->token_count; i++)
        if (may_be_name(told, side, i) && !twt_vec_push(&names->lone[side], i))
            return false;
    return true;
}

/* ---- beside what ----------------------------------------------------------------------------------------- */

/* Whether the word beside a lone one belongs to its name and the other text has it, too. */
static bool is_beside(const twt_told *told, int side, uint32_t lone, bool is_before)
{
    const twt_analysis *text = told->texts[side];
    if (is_before ? lone == 0 : lone + 1 >= text->token_count)
        return false;
    uint32_t other = is_before ? lone - 1 : lone + 1;
    bool is_name = text->tokens[other].flags & TWT_TOKEN_UPPER || is_without_case(told, side, other);
    return is_name && twt_gap_joins(text, is_before ? lone : other) &&
           twt_pair_is_shared(told->forms, twt_pair_ids(told->forms, side)[other]);
}

static bool list_beside(twt_told_names *names, const twt_told *told, int side, bool is_before)
{
    const uint32_t *forms = twt_pair_ids(told->forms, side);
    twt_vec_clear(&names->order[side]);
    for (size_t i = 0; i < names->lone[side].count; i++) {
        uint32_t lone = names->lone[side].data[i];
        if (!is_beside(told, side, lone, is_before))
            continue;
        uint64_t group = twt_told_group(told, side, lone);
        twt_keyed item = {group << 32 | forms[is_before ? lone - 1 : lone + 1], lone};
        if (!twt_vec_push(&names->order[side], item))
            return false;
    }
    return twt_keyed_list_sort(&names->order[side]);
}

/* ---- other names ----------------------------------------------------------------------------------------- */

static twt_word word_at(const twt_analysis *text, uint32_t token)
{
    return twt_name_word_of(text, (twt_range){token, token + 1});
}

/* Whether the word is told in the other text in another form, and not as that other word. */
static bool is_told_elsewhere(const twt_told *told, int side, uint32_t token, uint32_t other)
{
    uint32_t form = twt_pair_ids(told->forms, side)[token];
    return twt_pair_is_shared(told->forms, form) && form != twt_pair_ids(told->forms, !side)[other];
}

/* Aske and Askew: an ending that no other word takes, behind the very same word, where names stand as they are. */
static bool is_ending_of_its_own(twt_told_names *names, const twt_told *told, uint32_t a, uint32_t b, bool is_before)
{
    const uint32_t *ids[2] = {twt_pair_ids(told->words, 0), twt_pair_ids(told->words, 1)};
    twt_word left = word_at(told->texts[0], a), right = word_at(told->texts[1], b);
    uint32_t beside[2] = {is_before ? a - 1 : a + 1, is_before ? b - 1 : b + 1};
    if (ids[0][beside[0]] != ids[1][beside[1]] || twt_told_is_common(told, 0, a) || twt_told_is_common(told, 1, b) ||
        !twt_name_words_differ_in_ending(&left, &right) || names->looked_up == LOOK_UPS_MAX)
        return false;
    names->looked_up++;
    return twt_told_endings_tell(told, &left, &right);
}

/* Inside a word: what differs is neither its beginning nor its ending. */
static bool is_one_letter_else(const twt_word *a, const twt_word *b)
{
    twt_name_difference of = twt_name_words_compare(a, b);
    return a->count >= LONG_MIN && b->count >= LONG_MIN && of.before >= INSIDE_MIN && of.after >= INSIDE_MIN &&
           of.rest[0] <= of.after + 1 && of.rest[1] <= of.after + 1;
}

/* A title before a name may be told in other words: only what follows is known to be a name however it looks. */
static bool is_altered(twt_told_names *names, const twt_told *told, uint32_t a, uint32_t b, bool is_before)
{
    twt_word left = word_at(told->texts[0], a), right = word_at(told->texts[1], b);
    bool is_told = is_told_elsewhere(told, 0, a, b) || is_told_elsewhere(told, 1, b, a);
    if (left.count < 2 || right.count < 2 || is_told)
        return false;
    if (is_without_case(told, 0, a) || is_without_case(told, 1, b))
        return is_one_letter_else(&left, &right);
    if (twt_name_words_may_be_forms(&left, &right))
        return is_ending_of_its_own(names, told, a, b, is_before);
    return (is_before && !twt_told_marks_nouns(told)) || twt_name_words_are_alike(&left, &right);
}

/* ---- pairing --------------------------------------------------------------------------------------------- */

/* Whether all items are the same word. */
static bool is_one_word(const twt_told_names *names, const twt_told *told, int side, size_t begin, size_t end)
{
    const uint32_t *ids = twt_pair_ids(told->words, side);
    const twt_keyed *items = names->order[side].data;
    for (size_t i = begin + 1; i < end; i++)
        if (ids[items[i].value] != ids[items[begin].value])
            return false;
    return true;
}

static bool pair_beside(twt_told_names *names, const twt_told *told, bool is_before, twt_told_changes *out)
{
    const twt_keyed *a = names->order[0].data, *b = names->order[1].data;
    for (size_t i = 0, j = 0, i_end, j_end; i < names->order[0].count && j < names->order[1].count;) {
        uint64_t left = a[i].key, right = b[j].key;
        i_end = left <= right ? twt_keyed_list_end(&names->order[0], i) : i;
        j_end = right <= left ? twt_keyed_list_end(&names->order[1], j) : j;
        uint32_t x = (uint32_t)a[i].value, y = (uint32_t)b[j].value;
        twt_told_change change = {TWT_CHANGE_NAME, true, {x - is_before, x + 1, y - is_before, y + 1}};
        if (left == right && is_one_word(names, told, 0, i, i_end) && is_one_word(names, told, 1, j, j_end) &&
            is_altered(names, told, x, y, is_before) && !twt_vec_push(out, change))
            return false;
        i = i_end;
        j = j_end;
    }
    return true;
}

bool twt_told_names_find(twt_told_names *names, const twt_told *told, twt_told_changes *out)
{
    names->looked_up = 0;
    for (int side = 0; side < 2; side++)
        if (!gather_lone(names, told, side))
            return false;
    for (int is_before = 1; is_before >= 0 && names->lone[0].count && names->lone[1].count; is_before--)
        if (!list_beside(names, told, 0, is_before) || !list_beside(names, told, 1, is_before) ||
            !pair_beside(names, told, is_before, out))
            return false;
    return true;
}
