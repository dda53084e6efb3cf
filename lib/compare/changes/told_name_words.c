#include "compare/changes/told_name_words.h"

enum {
    ENDING_MAX = 5,    /* letters in which two forms of a word may differ at the end */
    STEM_MIN = 3,      /* letters that they have in common, less of short words */
    KEPT_MIN = 2,      /* letters after the differing ones: no ending was put in another's place */
    LONG_STEM_MIN = 4, /* in common before one letter in another's place and one after it: Oosterwold, Oosterwoud */
    ADDED_MAX = 1,     /* letters more at the end: Aske, Askew; not Champ, Champion */
    INITIALS_MAX = 3   /* letters of an abbreviation however long the name is */
};

static bool is_apostrophe(uint32_t point)
{
    return point == '\'' || point == 0x2019;
}

static void cut_ending(twt_word *word)
{
    for (size_t i = word->count; i-- > STEM_MIN;)
        if (is_apostrophe(word->points[i])) {
            word->count = i;
            return;
        }
}

twt_word twt_name_word_of(const twt_analysis *text, twt_range tokens)
{
    twt_word word;
    twt_word_decode_tokens(text, tokens.begin, tokens.end, &word);
    cut_ending(&word);
    return word;
}

static size_t shorter_of(const twt_word *a, const twt_word *b)
{
    return a->count < b->count ? a->count : b->count;
}

twt_name_difference twt_name_words_compare(const twt_word *a, const twt_word *b)
{
    twt_name_difference of = {.before = 0};
    size_t shorter = shorter_of(a, b);
    while (of.before < shorter && a->points[of.before] == b->points[of.before])
        of.before++;
    while (of.before + of.after < shorter && a->points[a->count - 1 - of.after] == b->points[b->count - 1 - of.after])
        of.after++;
    of.rest[0] = a->count - of.before;
    of.rest[1] = b->count - of.before;
    return of;
}

/* Whether the letters at the end are those of both, what differs being no ending. */
static bool keeps_end(twt_name_difference of)
{
    bool is_one_letter = of.rest[0] == of.after + 1 && of.rest[1] == of.after + 1;
    return of.after >= KEPT_MIN || (of.after == 1 && is_one_letter && of.before >= LONG_STEM_MIN);
}

bool twt_name_words_may_be_forms(const twt_word *a, const twt_word *b)
{
    twt_name_difference of = twt_name_words_compare(a, b);
    size_t shorter = shorter_of(a, b);
    size_t stem = shorter / 2 < STEM_MIN ? shorter / 2 : STEM_MIN;
    if (of.rest[0] == 0 || of.rest[1] == 0)
        return true;
    return of.before >= stem && !keeps_end(of) && of.rest[0] <= ENDING_MAX && of.rest[1] <= ENDING_MAX;
}

bool twt_name_words_differ_in_ending(const twt_word *a, const twt_word *b)
{
    twt_name_difference of = twt_name_words_compare(a, b);
    size_t longer = of.rest[0] > of.rest[1] ? of.rest[0] : of.rest[1];
    bool is_added = of.rest[0] == 0 || of.rest[1] == 0;
    return of.before >= STEM_MIN && longer > 0 && longer <= (is_added ? ADDED_MAX : ENDING_MAX) &&
           twt_name_words_are_alike(a, b);
}

static bool is_silent(uint32_t point)
{
    return point == '.' || point == '-' || is_apostrophe(point);
}

static size_t count_letters(const twt_word *word)
{
    size_t count = 0;
    for (size_t i = 0; i < word->count; i++)
        count += !is_silent(word->points[i]);
    return count;
}

static bool holds_in_order(const twt_word *whole, const twt_word *part)
{
    size_t at = 0;
    for (size_t i = 0; i < part->count; i++) {
        if (is_silent(part->points[i]))
            continue;
        while (at < whole->count && whole->points[at] != part->points[i])
            at++;
        if (at++ == whole->count)
            return false;
    }
    return true;
}

bool twt_name_words_abbreviate(const twt_word *a, const twt_word *b)
{
    size_t counts[2] = {count_letters(a), count_letters(b)};
    const twt_word *whole = counts[0] >= counts[1] ? a : b, *part = counts[0] >= counts[1] ? b : a;
    size_t longer = counts[0] >= counts[1] ? counts[0] : counts[1], shorter = counts[0] + counts[1] - longer;
    bool is_short = shorter <= INITIALS_MAX || shorter == longer || 4 * shorter <= 3 * longer;
    return is_short && a->count > 0 && b->count > 0 && a->points[0] == b->points[0] && holds_in_order(whole, part);
}

bool twt_name_words_are_alike(const twt_word *a, const twt_word *b)
{
    size_t longer = a->count > b->count ? a->count : b->count;
    return 3 * twt_word_distance(a, b, longer / 3) <= longer;
}
