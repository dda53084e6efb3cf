/* Philippa Aske and Philippa Askew: the other words of a name say which name is meant. */
#include "compare/changes/told_names.h"

#include "base/hash.h"
#include "compare/words/text_gap.h"
#include "compare/words/word_form.h"

enum {
    ENDING_MAX = 5,   /* letters in which two forms of a word may differ at the end */
    STEM_MIN = 3,     /* letters that they have in common, less of short words */
    KEPT_MIN = 2,     /* letters after the differing ones: no ending was put in another's place */
    LONG_STEM_MIN = 4 /* in common before one letter in another's place and one after it: Oosterwold, Oosterwoud */
};

void twt_told_names_free(twt_told_names *names)
{
    for (int side = 0; side < 2; side++) {
        twt_vec_free(&names->lone[side]);
        twt_vec_free(&names->order[side]);
    }
}

/* ---- left over ------------------------------------------------------------------------------------------- */

static const twt_names *names_of(const twt_told *told, int side)
{
    return &twt_pair_own(told->words, side)->names;
}

/* A word of a name, without figures, in a sentence that is answered, that the other text has nowhere. */
static bool is_lone(const twt_told *told, int side, uint32_t token)
{
    return !(told->texts[side]->tokens[token].flags & TWT_TOKEN_NUMBER) &&
           !twt_pair_is_shared(told->words, twt_pair_ids(told->words, side)[token]) &&
           twt_told_group(told, side, token) != TWT_NO_ANSWER && twt_told_is_name(told, side, token);
}

static bool gather_lone(twt_told_names *names, const twt_told *told, int side)
{
    const twt_analysis *text = told->texts[side];
    twt_vec_clear(&names->lone[side]);
    for (uint32_t i = 0; i < text->token_count; i++)
        if (text->tokens[i].flags & TWT_TOKEN_CAPITALISED && is_lone(told, side, i) &&
            !twt_vec_push(&names->lone[side], i))
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
    return text->tokens[other].flags & TWT_TOKEN_UPPER && twt_gap_joins(text, is_before ? lone : other) &&
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

typedef struct difference { /* between two words, in letters */
    size_t before, after;   /* that they have in common at the beginning, and at the end of what is left */
    size_t rest[2];         /* of each behind the beginning */
} difference;

static difference compare_words(const twt_word *a, const twt_word *b)
{
    difference of = {.before = 0};
    size_t shorter = a->count < b->count ? a->count : b->count;
    while (of.before < shorter && a->points[of.before] == b->points[of.before])
        of.before++;
    while (of.before + of.after < shorter && a->points[a->count - 1 - of.after] == b->points[b->count - 1 - of.after])
        of.after++;
    of.rest[0] = a->count - of.before;
    of.rest[1] = b->count - of.before;
    return of;
}

/* Whether the letters at the end are those of both, what differs being no ending. */
static bool keeps_end(difference of)
{
    bool is_one_letter = of.rest[0] == of.after + 1 && of.rest[1] == of.after + 1;
    return of.after >= KEPT_MIN || (of.after == 1 && is_one_letter && of.before >= LONG_STEM_MIN);
}

/* Two forms of one name, or one and its abbreviation. */
static bool may_be_forms(const twt_word *a, const twt_word *b)
{
    difference of = compare_words(a, b);
    size_t shorter = a->count < b->count ? a->count : b->count;
    size_t stem = shorter / 2 < STEM_MIN ? shorter / 2 : STEM_MIN;
    if (of.rest[0] == 0 || of.rest[1] == 0)
        return true;
    return of.before >= stem && !keeps_end(of) && of.rest[0] <= ENDING_MAX && of.rest[1] <= ENDING_MAX;
}

static bool are_alike(const twt_word *a, const twt_word *b)
{
    size_t longer = a->count > b->count ? a->count : b->count;
    return 3 * twt_word_distance(a, b, longer / 3) <= longer;
}

/* Without an ending behind an apostrophe: O'Hara's is O'Hara. */
static void cut_ending(twt_word *word)
{
    for (size_t i = word->count; i-- > STEM_MIN;)
        if (word->points[i] == '\'' || word->points[i] == 0x2019) {
            word->count = i;
            return;
        }
}

static twt_word word_at(const twt_analysis *text, uint32_t token)
{
    twt_word word;
    twt_word_decode_tokens(text, token, token + 1, &word);
    cut_ending(&word);
    return word;
}

/* Whether the word is told in the other text in another form, and not as that other word. */
static bool is_told_elsewhere(const twt_told *told, int side, uint32_t token, uint32_t other)
{
    uint32_t form = twt_pair_ids(told->forms, side)[token];
    return twt_pair_is_shared(told->forms, form) && form != twt_pair_ids(told->forms, !side)[other];
}

/* A title before a name may be told in other words: only what follows is known to be a name however it looks. */
static bool is_altered(const twt_told *told, uint32_t a, uint32_t b, bool is_before)
{
    twt_word left = word_at(told->texts[0], a), right = word_at(told->texts[1], b);
    bool marks_nouns = names_of(told, 0)->marks_nouns || names_of(told, 1)->marks_nouns;
    return left.count > 1 && right.count > 1 && !is_told_elsewhere(told, 0, a, b) &&
           !is_told_elsewhere(told, 1, b, a) && !may_be_forms(&left, &right) &&
           ((is_before && !marks_nouns) || are_alike(&left, &right));
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

static bool pair_beside(const twt_told_names *names, const twt_told *told, bool is_before, twt_told_changes *out)
{
    const twt_keyed *a = names->order[0].data, *b = names->order[1].data;
    for (size_t i = 0, j = 0, i_end, j_end; i < names->order[0].count && j < names->order[1].count;) {
        uint64_t left = a[i].key, right = b[j].key;
        i_end = left <= right ? twt_keyed_list_end(&names->order[0], i) : i;
        j_end = right <= left ? twt_keyed_list_end(&names->order[1], j) : j;
        uint32_t x = (uint32_t)a[i].value, y = (uint32_t)b[j].value;
        twt_told_change change = {TWT_CHANGE_NAME, true, {x - is_before, x + 1, y - is_before, y + 1}};
        if (left == right && is_one_word(names, told, 0, i, i_end) && is_one_word(names, told, 1, j, j_end) &&
            is_altered(told, x, y, is_before) && !twt_vec_push(out, change))
            return false;
        i = i_end;
        j = j_end;
    }
    return true;
}

bool twt_told_names_find(twt_told_names *names, const twt_told *told, twt_told_changes *out)
{
    for (int side = 0; side < 2; side++)
        if (!gather_lone(names, told, side))
            return false;
    for (int is_before = 1; is_before >= 0 && names->lone[0].count && names->lone[1].count; is_before--)
        if (!list_beside(names, told, 0, is_before) || !list_beside(names, told, 1, is_before) ||
            !pair_beside(names, told, is_before, out))
            return false;
    return true;
}
