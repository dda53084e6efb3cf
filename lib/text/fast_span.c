/* Words by table: UAX #29 over the few classes that most text consists of. Whatever is not in the table, or only might
 * make a difference, sends its whole span to the definition, so that the result is the same. */
#include "text/fast_span.h"

#include <string.h>

#include "base/bits.h"
#include "text/fast_table.h"

typedef twt_fast_reader reader;
typedef twt_fast_outcome outcome;

typedef struct character {
    uint8_t class, size;
    uint16_t norm; /* code point that it becomes in a word */
} character;

static inline character of_entry(uint16_t entry, unsigned size)
{
    return (character){(uint8_t)TWT_FAST_CLASS(entry), (uint8_t)size, TWT_FAST_NORM(entry)};
}

static const character blank_character = {TWT_FAST_BLANK, 0, 0};

static character decode_wide(const unsigned char *from)
{
    if (from[0] < (0xc0 | TWT_FAST_CODES >> 6))
        return of_entry(twt_fast_codes[(from[0] & 0x1fu) << 6 | (from[1] & 0x3fu)], 2);
    if (from[0] == 0xe2 && from[1] == 0x80)
        return of_entry(twt_fast_punctuation[from[2] & 0x3f], 3);
    if (from[0] < 0xe0 || from[0] >= 0xf0)
        return (character){TWT_FAST_SLOW, 1, 0};
    uint32_t code = (from[0] & 0xfu) << 12 | (from[1] & 0x3fu) << 6 | (from[2] & 0x3fu);
    uint16_t norm = 0;
    twt_fast_class class = twt_fast_class_beyond(code, &norm);
    return (character){(uint8_t) class, 3, norm};
}

static inline character decode(const reader *of, size_t at)
{
    const unsigned char *from = of->text + at;
    return from[0] < 0x80 ? of_entry(twt_fast_codes[from[0]], 1) : decode_wide(from);
}

static twt_fast_class class_at(const reader *of, size_t at)
{
    return at < of->len ? (twt_fast_class)decode(of, at).class : TWT_FAST_BLANK;
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

static outcome push(reader *of, size_t begin, size_t end, unsigned flags)
{
    twt_words *words = of->words;
    size_t norm_begin = words->norm.count;
    size_t norm_len = (size_t)(of->norm - (unsigned char *)words->norm.data) - norm_begin;
    if (norm_len > TWT_TOKEN_BYTES_MAX)
        return TWT_FAST_IS_SLOW;
    words->norm.count += norm_len;
    twt_token token = {.begin = (uint32_t)begin,
                       .end = (uint32_t)end,
                       .norm_begin = (uint32_t)norm_begin,
                       .norm_len = (uint16_t)norm_len,
                       .flags = (uint16_t)flags};
    return twt_vec_push(&words->tokens, token) ? TWT_FAST_GOES_ON : TWT_FAST_NO_MEMORY;
}

typedef struct word_state {
    twt_fast_class last; /* class of its last letter or digit */
    bool has_digit;
} word_state;

static bool is_alphanumeric(twt_fast_class class)
{
    return class >= TWT_FAST_LOWER && class <= TWT_FAST_DIGIT;
}

static void write_wide(reader *of, uint16_t code)
{
    if (code == TWT_FAST_SHARP_S)
        *of->norm++ = 's', code = 's';
    if (code < 0x80) { /* of ª, º, ² and their kin */
        *of->norm++ = (unsigned char)code;
    } else if (code < 0x800) {
        *of->norm++ = (unsigned char)(0xc0 | code >> 6);
        *of->norm++ = (unsigned char)(0x80 | (code & 0x3f));
    } else {
        *of->norm++ = (unsigned char)(0xe0 | code >> 12);
        *of->norm++ = (unsigned char)(0x80 | (code >> 6 & 0x3f));
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
        count = rest ? twt_bits_first(rest) / 8 : 8;
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

/* A run of letters and digits that are two bytes both in the text and normalised, perhaps empty. Gives its end. */
static size_t read_pairs(reader *of, size_t at, word_state *word)
{
    const unsigned char *text = of->text;
    unsigned char *norm = of->norm;
    unsigned last = 0, digits = 0;
    for (; at + 1 < of->limit && text[at] >= 0xc0 && text[at] < (0xc0 | TWT_FAST_CODES >> 6); at += 2) {
        unsigned entry = twt_fast_codes[(text[at] & 0x1fu) << 6 | (text[at + 1] & 0x3fu)];
        unsigned code = TWT_FAST_NORM(entry);
        if (!is_alphanumeric(TWT_FAST_CLASS(entry)) || code < 0x80 || code == TWT_FAST_SHARP_S)
            break;
        last = TWT_FAST_CLASS(entry);
        digits |= last == TWT_FAST_DIGIT;
        *norm++ = (unsigned char)(0xc0 | code >> 6);
        *norm++ = (unsigned char)(0x80 | (code & 0x3f));
    }
    if (last)
        word->last = (twt_fast_class)last;
    word->has_digit |= digits != 0;
    of->norm = norm;
    return at;
}

/* A run of letters and digits; what follows it is left in now. Gives its end. */
static size_t read_run(reader *of, size_t at, character *now, word_state *word)
{
    for (;;) {
        at = read_pairs(of, at, word);
        at = read_ascii(of, at, word);
        *now = at < of->limit ? decode(of, at) : blank_character;
        if (!is_alphanumeric(now->class))
            return at;
        write_wide(of, now->norm);
        word->last = now->class;
        word->has_digit |= word->last == TWT_FAST_DIGIT;
        at += now->size;
    }
}

/* Reads the word at *at, whose first character is a letter or a digit. */
static outcome read_word(reader *of, size_t *at, character now)
{
    static const uint8_t case_flags[] = {
        [TWT_FAST_LOWER] = TWT_TOKEN_LOWER, [TWT_FAST_UPPER] = TWT_TOKEN_UPPER, [TWT_FAST_DIGIT] = 0};
    unsigned flags = case_flags[now.class];
    word_state word = {.has_digit = false};
    size_t end = *at;
    for (;;) {
        end = read_run(of, end, &now, &word);
        twt_fast_class joint = now.class;
        if (joint < TWT_FAST_STOP || joint > TWT_FAST_COMMA)
            break;
        size_t next = end + now.size;
        character after = next < of->limit ? decode(of, next) : blank_character;
        if (after.class == TWT_FAST_SLOW)
            return TWT_FAST_IS_SLOW;
        if (!joins(word.last, joint, after.class))
            break;
        *of->norm++ = (unsigned char)now.norm;
        end = next;
        now = after;
    }
    if (now.class == TWT_FAST_SLOW)
        return TWT_FAST_IS_SLOW;
    size_t begin = *at;
    *at = end;
    return push(of, begin, end, flags | (word.has_digit ? TWT_TOKEN_NUMBER : 0));
}

/* A character that is a token by itself and not changed. */
static outcome read_single(reader *of, size_t at, character single)
{
    memcpy(of->norm, of->text + at, single.size);
    of->norm += single.size;
    return push(of, at, at + single.size, single.class == TWT_FAST_SPACELESS ? TWT_TOKEN_SPACELESS : 0);
}

/* Whether the hyphen at at may end a line in the middle of a word. */
static bool may_be_joined(const reader *of, size_t at, unsigned size)
{
    return at > of->span && class_at(of, at + size) == TWT_FAST_BLANK;
}

outcome twt_fast_read_span(reader *of, size_t *end)
{
    size_t at = of->span;
    while (at < of->limit) {
        character now = decode(of, at);
        twt_fast_class class = now.class;
        outcome what = TWT_FAST_GOES_ON;
        if (is_alphanumeric(class)) {
            what = read_word(of, &at, now);
        } else if (class == TWT_FAST_BLANK || (class == TWT_FAST_SPACELESS && at - of->span >= TWT_SPAN_SOFT)) {
            *end = at;
            return TWT_FAST_GOES_ON;
        } else if (class == TWT_FAST_SLOW || (class == TWT_FAST_HYPHEN && may_be_joined(of, at, now.size))) {
            return TWT_FAST_IS_SLOW;
        } else {
            if (class == TWT_FAST_CURRENCY || class == TWT_FAST_SPACELESS)
                what = read_single(of, at, now);
            at += now.size;
        }
        if (what != TWT_FAST_GOES_ON)
            return what;
    }
    *end = at;
    return of->limit == of->len ? TWT_FAST_GOES_ON : TWT_FAST_IS_SLOW;
}
