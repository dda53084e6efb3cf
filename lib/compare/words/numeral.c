/* One sum for all languages: words that add fill the noughts of what they follow (forty two, ciento veinte), hundred
 * takes the last words times itself, thousand and million take all of them. A language's own ways – ones first, four
 * twenties, one long word – are traits of its row in the table. */
#include "compare/words/numeral.h"

#include <string.h>

#include "base/hash.h"
#include "compare/words/text_gap.h"

enum {
    COMPOUND_MOST = 64, /* bytes of a word that is joined of several */
    PART_MOST = 32,     /* bytes */
    PARTS_MOST = 12,    /* of a numeral */
    THOUSAND = 1000
};

typedef struct sum {  /* of the words so far */
    uint64_t total;   /* with its scales */
    uint64_t section; /* since the last scale, with its hundreds */
    uint64_t last;    /* words that only added since then */
    uint32_t languages;
    uint32_t parts;
    bool is_joining; /* ends with a word that only stands between */
    bool is_closed;  /* nought, or above a thousand: no "and" follows */
    bool is_weak;    /* its first word alone */
    bool is_ended;   /* nothing follows */
    uint8_t kind;
} sum;

/* What may still be added below a number: 40 has room for one digit. */
static uint64_t room_of(uint64_t number)
{
    uint64_t room = 1;
    if (number == 0)
        return UINT64_MAX;
    for (; number % 10 == 0; number /= 10)
        room *= 10;
    return room;
}

static uint64_t smaller(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

static bool has_room(const sum *of, uint64_t value)
{
    return value < smaller(room_of(of->section), room_of(of->total));
}

/* Four twenties, sixty and ten. */
static bool add_by_twenties(sum *to, uint64_t value)
{
    bool is_four = to->last == 4 && value == 20;
    if (!is_four && ((to->last != 60 && to->last != 80) || value >= 20))
        return false;
    to->last = is_four ? 80 : to->last + value;
    return true;
}

/* Five and twenty; three ten. */
static bool is_ones_first(const sum *of, uint64_t value, const twt_numeral_traits *traits)
{
    if (of->last % 100 == 0 || of->last % 100 >= 10)
        return false;
    if (of->is_joining && value != 10)
        return of->languages & traits->ones_first && value >= 20 && value < 100;
    return of->languages & traits->ones_before_ten && value == 10;
}

static bool add(sum *to, uint64_t value, const twt_numeral_traits *traits)
{
    if (to->is_closed && value >= THOUSAND)
        return false;
    if (value == 0) {
        to->is_closed = true;
        return to->parts == 0;
    }
    if (to->languages & traits->by_twenties && add_by_twenties(to, value))
        return true;
    if (!has_room(to, value) || !(is_ones_first(to, value, traits) || value < room_of(to->last)))
        return false;
    to->last += value;
    return true;
}

static bool take_times(sum *to, uint64_t value)
{
    uint64_t count = to->last > 0 ? to->last : 1;
    if (count >= value || !has_room(to, count * value))
        return false;
    to->section += count * value;
    to->last = 0;
    return true;
}

/* A thousand million: the scale takes the one before it. */
static bool take_scale(sum *to, uint64_t value)
{
    uint64_t count = to->section + to->last;
    bool is_whole = count == 0 && to->total > 0;
    count = is_whole ? to->total : count > 0 ? count : 1;
    if (count >= 1000000 || (is_whole ? to->total >= value : count * value >= room_of(to->total)))
        return false;
    to->total = (is_whole ? 0 : to->total) + count * value;
    to->section = to->last = 0;
    to->is_closed = value > THOUSAND;
    return true;
}

static bool add_last(sum *to, uint64_t value, uint8_t kind, const twt_numeral_traits *traits)
{
    bool is_alone = kind == TWT_VALUE_DAY || kind == TWT_VALUE_MONTH;
    if (is_alone ? to->parts > 0 : !add(to, value, traits))
        return false;
    to->last = is_alone ? value : to->last;
    to->is_ended = true;
    to->kind = kind;
    return true;
}

static bool take_value(sum *to, const twt_numeral_word *word, const twt_numeral_traits *traits)
{
    switch (word->does) {
    case TWT_NUMERAL_ADDS:
        return add(to, word->value, traits);
    case TWT_NUMERAL_TIMES:
        return take_times(to, word->value);
    case TWT_NUMERAL_SCALES:
        return take_scale(to, word->value);
    case TWT_NUMERAL_ORDERS:
        return add_last(to, word->value, TWT_VALUE_RANK, traits);
    case TWT_NUMERAL_DAYS:
        return add_last(to, word->value, TWT_VALUE_DAY, traits);
    case TWT_NUMERAL_MONTHS:
        return add_last(to, word->value, TWT_VALUE_MONTH, traits);
    default:
        return false;
    }
}

static bool take(sum *to, const twt_numeral_word *word, const twt_numeral_traits *traits)
{
    sum next = *to;
    next.languages &= word->languages;
    if (to->is_ended)
        return false;
    if (next.languages != 0 && to->parts < PARTS_MOST && take_value(&next, word, traits)) {
        next.is_weak = word->is_weak || word->does == TWT_NUMERAL_TIMES || word->does == TWT_NUMERAL_SCALES;
        next.is_joining = false;
        next.parts++;
        *to = next;
        return true;
    }
    if (!(to->languages & word->joins) || to->parts == 0 || to->is_joining || to->is_closed)
        return false;
    to->languages &= word->joins;
    to->is_joining = true;
    return true;
}

/* ---- words that are joined of several --------------------------------------------------------------------- */

static bool take_rest(sum *to, const twt_numeral_words *words, const char *bytes, size_t len)
{
    const twt_numeral_traits *traits = &words->traits;
    for (size_t part = len < PART_MOST ? len : PART_MOST; part > 0; part--) {
        const twt_numeral_word *word = twt_numeral_words_find(words, twt_hash_bytes(bytes, part));
        sum next = *to;
        if (word == NULL || !take(&next, word, traits) || (part == len && next.is_joining))
            continue;
        if (part == len || take_rest(&next, words, bytes + part, len - part)) {
            *to = next;
            return true;
        }
    }
    return false;
}

static bool take_compound(sum *to, const twt_numeral_words *words, const char *bytes, size_t len)
{
    sum next = *to;
    next.languages &= words->traits.joined;
    if (len < TWT_NUMERAL_JOINED_LEAST || len > COMPOUND_MOST || next.languages == 0 ||
        !twt_numeral_words_may_join(words, bytes, len) || !take_rest(&next, words, bytes, len))
        return false;
    *to = next;
    return true;
}

/* ---- several tokens --------------------------------------------------------------------------------------- */

static bool take_token(sum *to, const twt_numeral_words *words, const twt_analysis *text, uint32_t at)
{
    const twt_token *token = &text->tokens[at];
    const twt_numeral_traits *traits = &words->traits;
    const twt_numeral_word *word = twt_numeral_words_find(words, token->hash);
    if (word != NULL)
        return take(to, word, traits);
    return !(token->flags & TWT_TOKEN_NUMBER) &&
           take_compound(to, words, text->norm + token->norm_begin, token->norm_len);
}

bool twt_numeral_is_word(const twt_numeral_words *words, const twt_analysis *text, uint32_t token)
{
    sum of = {.languages = UINT32_MAX};
    return twt_numeral_may_begin(words, text, token) && take_token(&of, words, text, token);
}

/* Whether a word takes those before it times itself: one hundred and [five hundred]. */
static bool multiplies(const twt_numeral_words *words, const twt_analysis *text, uint32_t at, uint32_t languages)
{
    if (at >= text->token_count || !twt_gap_joins(text, at))
        return false;
    const twt_numeral_word *word = twt_numeral_words_find(words, text->tokens[at].hash);
    return word != NULL && word->languages & languages &&
           (word->does == TWT_NUMERAL_TIMES || word->does == TWT_NUMERAL_SCALES);
}

static void write_value(uint64_t value, twt_number *out)
{
    char reversed[TWT_NUMBER_MAX];
    size_t count = 0;
    do
        reversed[count++] = (char)('0' + value % 10);
    while (value /= 10);
    out->count = count;
    for (size_t i = 0; i < count; i++)
        out->digits[i] = reversed[count - 1 - i];
}

static bool read_words(const twt_numeral_words *words, const twt_analysis *text, uint32_t token, twt_numeral *out)
{
    sum now = {.languages = UINT32_MAX}, whole = now, before_joint = now;
    uint32_t end = token, joint = token;
    for (uint32_t i = token; i < text->token_count && (i == token || twt_gap_joins(text, i)); i++) {
        if (!take_token(&now, words, text, i))
            break;
        if (now.is_joining) {
            before_joint = whole;
            joint = end;
            continue;
        }
        whole = now;
        end = i + 1;
    }
    if (joint > token && end > joint && multiplies(words, text, end, whole.languages)) {
        whole = before_joint;
        end = joint;
    }
    out->begin = token;
    out->end = end;
    out->languages = whole.languages;
    out->kind = whole.kind;
    bool is_letter = (text->tokens[token].flags & TWT_TOKEN_SPACELESS) != 0; /* of some other word, most often */
    out->is_weak = whole.parts == 1 && (whole.is_weak || is_letter);
    write_value(whole.total + whole.section + whole.last, &out->value);
    return whole.parts > 0;
}

/* 2.5 million: as many places further. */
static bool read_scaled(const twt_numeral_words *words, const twt_analysis *text, uint32_t token, twt_numeral *out)
{
    const twt_token *figure = &text->tokens[token];
    if (token + 1 >= text->token_count || figure->flags & (TWT_TOKEN_UPPER | TWT_TOKEN_LOWER))
        return false;
    const twt_numeral_word *word = twt_numeral_words_find(words, text->tokens[token + 1].hash);
    if (word == NULL || word->does != TWT_NUMERAL_SCALES || !twt_gap_joins(text, token + 1))
        return false;
    *out = (twt_numeral){.begin = token, .end = token + 2, .languages = word->languages};
    twt_number_read(text->norm + figure->norm_begin, figure->norm_len, &out->value);
    return twt_number_scale(&out->value, word->value);
}

bool twt_numeral_read(const twt_numeral_words *words, const twt_analysis *text, uint32_t token, twt_numeral *out)
{
    if (text->tokens[token].flags & TWT_TOKEN_NUMBER)
        return read_scaled(words, text, token, out);
    return twt_numeral_may_begin(words, text, token) && read_words(words, text, token, out);
}
