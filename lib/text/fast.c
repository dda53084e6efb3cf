/* Words by table: UAX #29 over the few classes that most text consists of. Whatever is not in the table, or only might
 * make a difference, sends its whole span to the definition, so that the result is the same. */
#include "text/fast.h"

#include "base/hash.h"
#include "text/fast_table.h"

enum { STORE = 8 }; /* bytes written at once, of which not all may count */

typedef struct reader {
    twt_words *words;
    const unsigned char *text;
    size_t len;
    size_t span;                   /* begin of the span being read, */
    size_t limit;                  /* how far it may reach to be read fast, */
    size_t span_tokens, span_norm; /* and what was there before it */
    unsigned char *norm;           /* end of the normalised bytes; there is always room for the rest of the text */
} reader;

typedef struct character {
    uint16_t entry;
    uint8_t size;
} character;

static character decode_wide(const unsigned char *from)
{
    if (from[0] < (0xc0 | TWT_FAST_CODES >> 6))
        return (character){twt_fast_codes[(from[0] & 0x1fu) << 6 | (from[1] & 0x3fu)], 2};
    if (from[0] == 0xe2 && from[1] == 0x80)
        return (character){twt_fast_punctuation[from[2] & 0x3f], 3};
    if (from[0] == 0xe2 && from[1] == 0x82 && from[2] == 0xac) /* the euro sign */
        return (character){TWT_FAST_CURRENCY << 11, 3};
    return (character){TWT_FAST_SLOW << 11, 1};
}

static inline character decode(const reader *of, size_t at)
{
    const unsigned char *from = of->text + at;
    return from[0] < 0x80 ? (character){twt_fast_codes[from[0]], 1} : decode_wide(from);
}

static twt_fast_class class_at(const reader *of, size_t at)
{
    return at < of->len ? TWT_FAST_CLASS(decode(of, at).entry) : TWT_FAST_BLANK;
}

static bool is_letter(twt_fast_class class)
{
    return class >= TWT_FAST_LOWER && class <= TWT_FAST_LETTER;
}

/* Whether the character of class joint, between two others, makes one word of them (WB6, WB7, WB11, WB12). */
static bool joins(twt_fast_class before, twt_fast_class joint, twt_fast_class after)
{
    if (before == TWT_FAST_DIGIT)
        return after == TWT_FAST_DIGIT;
    if (joint == TWT_FAST_COMMA || !is_letter(after))
        return false;
    return joint != TWT_FAST_STOP || before != TWT_FAST_LOWER || after != TWT_FAST_UPPER;
}

static bool push(reader *of, size_t begin, size_t end, unsigned flags)
{
    twt_words *words = of->words;
    size_t norm_begin = words->norm.count;
    size_t norm_len = (size_t)(of->norm - (unsigned char *)words->norm.data) - norm_begin;
    words->norm.count += norm_len;
    twt_token token = {.hash = twt_hash_bytes(words->norm.data + norm_begin, norm_len),
                       .begin = (uint32_t)begin,
                       .end = (uint32_t)end,
                       .norm_begin = (uint32_t)norm_begin,
                       .norm_len = (uint16_t)norm_len,
                       .flags = (uint16_t)flags};
    return twt_vec_push(&words->tokens, token);
}

typedef struct word_state {
    twt_fast_class last; /* class of its last letter or digit */
    bool has_digit;
} word_state;

static bool is_alphanumeric(uint16_t entry)
{
    return (uint16_t)(entry - (TWT_FAST_LOWER << 11)) < 4 << 11;
}

typedef enum outcome { GOES_ON, IS_SLOW, NO_MEMORY } outcome;

static inline unsigned trailing_zeros(uint64_t bits)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_ctzll(bits);
#else
    unsigned count = 0;
    for (; !(bits & 1); bits >>= 1)
        count++;
    return count;
#endif
}

static void write_wide(reader *of, uint16_t entry)
{
    unsigned code = TWT_FAST_NORM(entry);
    if (code < 0x80) { /* of ª, º, ² and their kin */
        *of->norm++ = (unsigned char)code;
    } else {
        *of->norm++ = (unsigned char)(0xc0 | code >> 6);
        *of->norm++ = (unsigned char)(0x80 | (code & 0x3f));
    }
}

#define EACH_BYTE(byte) ((byte)*UINT64_C(0x0101010101010101))

static inline uint64_t load_bytes(const unsigned char *from)
{
    return from[0] | (uint64_t)from[1] << 8 | (uint64_t)from[2] << 16 | (uint64_t)from[3] << 24 |
           (uint64_t)from[4] << 32 | (uint64_t)from[5] << 40 | (uint64_t)from[6] << 48 | (uint64_t)from[7] << 56;
}

static inline void store_bytes(unsigned char *to, uint64_t bytes)
{
    for (unsigned i = 0; i < 8; i++)
        to[i] = (unsigned char)(bytes >> (8 * i));
}

/* The high bit of each byte of seven bits that is in [low, high]. */
static inline uint64_t bytes_between(uint64_t bytes, unsigned low, unsigned high)
{
    return (bytes + EACH_BYTE(0x80 - low)) & ~(bytes + EACH_BYTE(0x7f - high)) & EACH_BYTE(0x80);
}

/* A run of ASCII letters and digits, perhaps empty; eight bytes at a time, since the end of a word is what a branch
 * predictor can't foresee. Gives its end. */
static size_t read_ascii(reader *of, size_t at, word_state *word)
{
    size_t begin = at;
    uint64_t digits = 0;
    unsigned count = 8;
    while (count == 8 && at + 8 <= of->limit) {
        uint64_t bytes = load_bytes(of->text + at);
        uint64_t letters = bytes_between((bytes | EACH_BYTE(0x20)) & EACH_BYTE(0x7f), 'a', 'z') & ~bytes;
        uint64_t numerals = bytes_between(bytes & EACH_BYTE(0x7f), '0', '9') & ~bytes;
        uint64_t rest = (letters | numerals) ^ EACH_BYTE(0x80);
        count = rest ? trailing_zeros(rest) / 8 : 8;
        store_bytes(of->norm, bytes | letters >> 2);
        digits |= numerals & ((rest & (0 - rest)) - 1);
        of->norm += count;
        at += count;
    }
    while (count == 8 && at < of->limit && twt_fast_bytes[of->text[at]]) {
        unsigned char byte = twt_fast_bytes[of->text[at++]];
        digits |= byte <= '9';
        *of->norm++ = byte;
    }
    if (at > begin)
        word->last = TWT_FAST_CLASS(twt_fast_codes[of->text[at - 1]]);
    word->has_digit |= digits != 0;
    return at;
}

/* A run of letters and digits; what follows it is left in now. Gives its end. */
static size_t read_run(reader *of, size_t at, character *now, word_state *word)
{
    for (;;) {
        at = read_ascii(of, at, word);
        *now = at < of->limit ? decode(of, at) : (character){TWT_FAST_BLANK << 11, 0};
        if (!is_alphanumeric(now->entry))
            return at;
        write_wide(of, now->entry);
        word->last = TWT_FAST_CLASS(now->entry);
        word->has_digit |= word->last == TWT_FAST_DIGIT;
        at += now->size;
    }
}

/* Reads the word at *at, whose first character is a letter or a digit. */
static outcome read_word(reader *of, size_t *at, character now)
{
    static const uint8_t case_flags[] = {
        [TWT_FAST_LOWER] = TWT_TOKEN_LOWER, [TWT_FAST_UPPER] = TWT_TOKEN_UPPER, [TWT_FAST_DIGIT] = 0};
    unsigned flags = case_flags[TWT_FAST_CLASS(now.entry)];
    word_state word = {.has_digit = false};
    size_t end = *at;
    for (;;) {
        end = read_run(of, end, &now, &word);
        twt_fast_class joint = TWT_FAST_CLASS(now.entry);
        if (joint < TWT_FAST_STOP || joint > TWT_FAST_COMMA)
            break;
        size_t next = end + now.size;
        character after = next < of->limit ? decode(of, next) : (character){TWT_FAST_BLANK << 11, 0};
        if (TWT_FAST_CLASS(after.entry) == TWT_FAST_SLOW)
            return IS_SLOW;
        if (!joins(word.last, joint, TWT_FAST_CLASS(after.entry)))
            break;
        *of->norm++ = (unsigned char)now.entry;
        end = next;
        now = after;
    }
    if (TWT_FAST_CLASS(now.entry) == TWT_FAST_SLOW)
        return IS_SLOW;
    size_t begin = *at;
    *at = end;
    return push(of, begin, end, flags | (word.has_digit ? TWT_TOKEN_NUMBER : 0)) ? GOES_ON : NO_MEMORY;
}

static outcome read_currency(reader *of, size_t at, character sign)
{
    for (unsigned i = 0; i < sign.size; i++) /* none of those in the table is changed */
        *of->norm++ = of->text[at + i];
    return push(of, at, at + sign.size, 0) ? GOES_ON : NO_MEMORY;
}

/* Whether the hyphen at at may end a line in the middle of a word. */
static bool may_be_joined(const reader *of, size_t at, unsigned size)
{
    return at > of->span && class_at(of, at + size) == TWT_FAST_BLANK;
}

/* Reads the span at of->span and gives its end. */
static outcome read_span(reader *of, size_t *end)
{
    size_t at = of->span;
    while (at < of->limit) {
        character now = decode(of, at);
        twt_fast_class class = TWT_FAST_CLASS(now.entry);
        outcome what = GOES_ON;
        if (is_alphanumeric(now.entry)) {
            what = read_word(of, &at, now);
        } else if (class == TWT_FAST_BLANK) {
            *end = at;
            return GOES_ON;
        } else if (class == TWT_FAST_SLOW || (class == TWT_FAST_HYPHEN && may_be_joined(of, at, now.size))) {
            return IS_SLOW;
        } else {
            if (class == TWT_FAST_CURRENCY)
                what = read_currency(of, at, now);
            at += now.size;
        }
        if (what != GOES_ON)
            return what;
    }
    *end = at;
    return of->limit == of->len ? GOES_ON : IS_SLOW;
}

static bool reserve_norm(reader *of)
{
    twt_words *words = of->words;
    if (!twt_vec_reserve(&words->norm, of->len - of->span + STORE))
        return false;
    of->norm = (unsigned char *)words->norm.data + words->norm.count;
    return true;
}

static twt_status read_slowly(reader *of, size_t *end)
{
    of->words->tokens.count = of->span_tokens;
    of->words->norm.count = of->span_norm;
    twt_status status = twt_words_read_span(of->words, (const char *)of->text, of->len, of->span, end);
    of->span = *end;
    if (status == TWT_OK && !reserve_norm(of))
        status = TWT_ERROR_MEMORY;
    return status;
}

twt_status twt_words_read_fast(twt_words *words, const char *text, size_t len)
{
    reader of = {.words = words, .text = (const unsigned char *)text, .len = len};
    twt_vec_clear(&words->tokens);
    twt_vec_clear(&words->norm);
    if (!reserve_norm(&of))
        return TWT_ERROR_MEMORY;
    for (size_t at = 0; at < len;) {
        if (TWT_FAST_CLASS(twt_fast_codes[of.text[at]]) == TWT_FAST_BLANK) {
            at++;
            continue;
        }
        of.span = at;
        of.limit = len - at < TWT_FAST_SPAN_MAX ? len : at + TWT_FAST_SPAN_MAX;
        of.span_tokens = words->tokens.count;
        of.span_norm = words->norm.count;
        outcome what = read_span(&of, &at);
        twt_status status = what == NO_MEMORY ? TWT_ERROR_MEMORY : TWT_OK;
        if (what == IS_SLOW)
            status = read_slowly(&of, &at);
        if (status != TWT_OK)
            return status;
    }
    return TWT_OK;
}
