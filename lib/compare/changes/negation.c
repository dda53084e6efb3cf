/* Written from general knowledge of the languages, checked by the tests. Left out on purpose: words that mostly mean
 * something else in a language of equal weight (en, et, ni, ej, den) and negation by a change inside the word (Turkish,
 * Japanese ず). */
#include "compare/changes/negation.h"

#include <string.h>

#define ENTRY(text) text, sizeof(text) - 1

enum { /* how a word negates */
       ALWAYS,
       HALF,   /* one of two words: not counted beside another */
       WITH,   /* only when a companion is in the pair */
       WITHOUT /* unless a companion is in the pair */
};

typedef struct negation_word {
    const char *text;
    unsigned char len, how;
    uint32_t companions; /* bits into companions[] */
} negation_word;

static const char *const companions[] = {"che", "del", "el", "este", "est", "le",  "les", "los",
                                         "não", "que", "și", "uma",  "ja",  "dos", "la",  "une"};

enum {
    CHE = 1 << 0,
    DEL = 1 << 1,
    EL = 1 << 2,
    ESTE = 1 << 3,
    EST = 1 << 4,
    LE = 1 << 5,
    LES = 1 << 6,
    LOS = 1 << 7,
    NAO = 1 << 8,
    QUE = 1 << 9,
    SI = 1 << 10,
    UMA = 1 << 11,
    JA = 1 << 12,
    DOS = 1 << 13,
    LA = 1 << 14,
    UNE = 1 << 15
};

enum { /* what stands at a token */
       FOUND_NONE,
       FOUND_HALF,
       FOUND_WHOLE,
       NOT_LOOKED_AT
};

/* Ascending by bytes: looked up by halves. */
static const negation_word words[] = {
    {ENTRY("aldri"), ALWAYS, 0},
    {ENTRY("aldrig"), ALWAYS, 0},
    {ENTRY("aucun"), ALWAYS, 0},
    {ENTRY("aucune"), ALWAYS, 0},
    {ENTRY("bez"), ALWAYS, 0},
    {ENTRY("bukan"), ALWAYS, 0},
    {ENTRY("cannot"), ALWAYS, 0},
    {ENTRY("chưa"), ALWAYS, 0},
    {ENTRY("değil"), ALWAYS, 0},
    {ENTRY("ei"), WITH, JA},
    {ENTRY("eivät"), ALWAYS, 0},
    {ENTRY("fără"), ALWAYS, 0},
    {ENTRY("geen"), ALWAYS, 0},
    {ENTRY("hiçbir"), ALWAYS, 0},
    {ENTRY("ikke"), ALWAYS, 0},
    {ENTRY("ilman"), ALWAYS, 0},
    {ENTRY("inga"), ALWAYS, 0},
    {ENTRY("ingen"), ALWAYS, 0},
    {ENTRY("inget"), ALWAYS, 0},
    {ENTRY("inte"), ALWAYS, 0},
    {ENTRY("jamais"), ALWAYS, 0},
    {ENTRY("jamás"), ALWAYS, 0},
    {ENTRY("kein"), ALWAYS, 0},
    {ENTRY("keine"), ALWAYS, 0},
    {ENTRY("keinem"), ALWAYS, 0},
    {ENTRY("keinen"), ALWAYS, 0},
    {ENTRY("keiner"), ALWAYS, 0},
    {ENTRY("keines"), ALWAYS, 0},
    {ENTRY("không"), ALWAYS, 0},
    {ENTRY("mai"), WITH, CHE},
    {ENTRY("nada"), ALWAYS, 0},
    {ENTRY("nadie"), ALWAYS, 0},
    {ENTRY("ne"), HALF, 0},
    {ENTRY("neither"), ALWAYS, 0},
    {ENTRY("nejsou"), ALWAYS, 0},
    {ENTRY("nem"), ALWAYS, 0},
    {ENTRY("nema"), ALWAYS, 0},
    {ENTRY("nenhum"), ALWAYS, 0},
    {ENTRY("nenhuma"), ALWAYS, 0},
    {ENTRY("není"), ALWAYS, 0},
    {ENTRY("nessun"), ALWAYS, 0},
    {ENTRY("nessuna"), ALWAYS, 0},
    {ENTRY("nessuno"), ALWAYS, 0},
    {ENTRY("never"), ALWAYS, 0},
    {ENTRY("nicht"), ALWAYS, 0},
    {ENTRY("nichts"), ALWAYS, 0},
    {ENTRY("nie"), ALWAYS, 0},
    {ENTRY("niemals"), ALWAYS, 0},
    {ENTRY("niemand"), ALWAYS, 0},
    {ENTRY("niet"), ALWAYS, 0},
    {ENTRY("niets"), ALWAYS, 0},
    {ENTRY("nije"), ALWAYS, 0},
    {ENTRY("ninguna"), ALWAYS, 0},
    {ENTRY("ninguno"), ALWAYS, 0},
    {ENTRY("ninguém"), ALWAYS, 0},
    {ENTRY("ningún"), ALWAYS, 0},
    {ENTRY("nisu"), ALWAYS, 0},
    {ENTRY("no"), WITHOUT, NAO | UMA | DOS},
    {ENTRY("nobody"), ALWAYS, 0},
    {ENTRY("non"), ALWAYS, 0},
    {ENTRY("none"), ALWAYS, 0},
    {ENTRY("nooit"), ALWAYS, 0},
    {ENTRY("nor"), ALWAYS, 0},
    {ENTRY("not"), ALWAYS, 0},
    {ENTRY("nothing"), ALWAYS, 0},
    {ENTRY("nowhere"), ALWAYS, 0},
    {ENTRY("nu"), WITH, SI | ESTE},
    {ENTRY("nunca"), ALWAYS, 0},
    {ENTRY("não"), ALWAYS, 0},
    {ENTRY("nélkül"), ALWAYS, 0},
    {ENTRY("ohne"), ALWAYS, 0},
    {ENTRY("pas"), WITH, LE | LES | LA | UNE | EST},
    {ENTRY("rien"), ALWAYS, 0},
    {ENTRY("sans"), WITH, LE | LES | LA | UNE | EST},
    {ENTRY("sem"), WITH, QUE},
    {ENTRY("senza"), ALWAYS, 0},
    {ENTRY("sin"), WITH, EL | LOS | DEL},
    {ENTRY("tampoco"), ALWAYS, 0},
    {ENTRY("tanpa"), ALWAYS, 0},
    {ENTRY("tidak"), ALWAYS, 0},
    {ENTRY("uden"), ALWAYS, 0},
    {ENTRY("uten"), ALWAYS, 0},
    {ENTRY("weder"), ALWAYS, 0},
    {ENTRY("without"), ALWAYS, 0},
    {ENTRY("yok"), ALWAYS, 0},
    {ENTRY("zonder"), ALWAYS, 0},
    {ENTRY("δεν"), ALWAYS, 0},
    {ENTRY("μην"), ALWAYS, 0},
    {ENTRY("ποτέ"), ALWAYS, 0},
    {ENTRY("χωρίσ"), ALWAYS, 0},
    {ENTRY("όχι"), ALWAYS, 0},
    {ENTRY("без"), ALWAYS, 0},
    {ENTRY("не"), ALWAYS, 0},
    {ENTRY("нельзя"), ALWAYS, 0},
    {ENTRY("нема"), ALWAYS, 0},
    {ENTRY("немає"), ALWAYS, 0},
    {ENTRY("нет"), ALWAYS, 0},
    {ENTRY("ни"), ALWAYS, 0},
    {ENTRY("никогда"), ALWAYS, 0},
    {ENTRY("никто"), ALWAYS, 0},
    {ENTRY("ничего"), ALWAYS, 0},
    {ENTRY("няма"), ALWAYS, 0},
    {ENTRY("ні"), ALWAYS, 0},
    {ENTRY("ніколи"), ALWAYS, 0},
    {ENTRY("ніхто"), ALWAYS, 0},
    {ENTRY("אין"), ALWAYS, 0},
    {ENTRY("בלי"), ALWAYS, 0},
    {ENTRY("לא"), ALWAYS, 0},
    {ENTRY("بدون"), ALWAYS, 0},
    {ENTRY("فلا"), ALWAYS, 0},
    {ENTRY("لا"), ALWAYS, 0},
    {ENTRY("لم"), ALWAYS, 0},
    {ENTRY("لن"), ALWAYS, 0},
    {ENTRY("ليس"), ALWAYS, 0},
    {ENTRY("ليست"), ALWAYS, 0},
    {ENTRY("نیست"), ALWAYS, 0},
    {ENTRY("ولا"), ALWAYS, 0},
    {ENTRY("ولم"), ALWAYS, 0},
    {ENTRY("ولن"), ALWAYS, 0},
    {ENTRY("नहीं"), ALWAYS, 0},
    {ENTRY("बिना"), ALWAYS, 0},
    {ENTRY("안"), ALWAYS, 0},
};

/* Scripts without spaces: the words stand in a run of one-letter tokens. The first that fits decides. */
static const struct {
    const char *text;
    unsigned char len;
    bool negates;
} runs[] = {
    {ENTRY("不过"), false},    {ENTRY("不過"), false}, {ENTRY("不同"), false},  {ENTRY("不仅"), false},
    {ENTRY("不僅"), false},    {ENTRY("不但"), false}, {ENTRY("不断"), false},  {ENTRY("不斷"), false},
    {ENTRY("不少"), false},    {ENTRY("不久"), false}, {ENTRY("非常"), false},  {ENTRY("非洲"), false},
    {ENTRY("未来"), false},    {ENTRY("未來"), false}, {ENTRY("无论"), false},  {ENTRY("無論"), false},
    {ENTRY("不"), true},       {ENTRY("没"), true},    {ENTRY("沒"), true},     {ENTRY("无"), true},
    {ENTRY("無"), true},       {ENTRY("未"), true},    {ENTRY("非"), true},     {ENTRY("ない"), true},
    {ENTRY("なかった"), true}, {ENTRY("なく"), true},  {ENTRY("ません"), true}, {ENTRY("ไม่"), true},
    {ENTRY("មិន"), true},       {ENTRY("ບໍ່"), true},
};

/* Words that begin so. */
static const char *const beginnings[] = {"않", "없", "못"};

/* ---- looking up ------------------------------------------------------------------------------------------ */

static const char *word_of(const twt_analysis *text, size_t token, size_t *len)
{
    *len = text->tokens[token].norm_len;
    return text->norm + text->tokens[token].norm_begin;
}

static bool begins_with(const char *bytes, size_t len, const char *with, size_t with_len)
{
    return len >= with_len && memcmp(bytes, with, with_len) == 0;
}

static bool ends_with(const char *bytes, size_t len, const char *with, size_t with_len)
{
    return len >= with_len && memcmp(bytes + len - with_len, with, with_len) == 0;
}

enum { WORDS = sizeof words / sizeof *words };

_Static_assert((int)WORDS <= (int)UINT8_MAX, "a byte numbers the words");

static uint64_t bit_of(size_t value)
{
    return UINT64_C(1) << (value & 63);
}

static unsigned char last_byte(const char *bytes, size_t len)
{
    return (unsigned char)bytes[len - 1];
}

static void find_ranges(twt_negation_range ranges[256])
{
    for (size_t i = 0; i < WORDS; i++) {
        twt_negation_range *range = &ranges[(unsigned char)words[i].text[0]];
        range->begin = range->end ? range->begin : (uint8_t)i;
        range->end = (uint8_t)(i + 1);
        range->lengths |= bit_of(words[i].len);
        range->ends |= bit_of(last_byte(words[i].text, words[i].len));
    }
}

/* Whether a word may be in the table: most are told apart by it. */
static bool may_hold(const twt_negation_range *range, const char *bytes, size_t len)
{
    return range->lengths & bit_of(len) && range->ends & bit_of(last_byte(bytes, len));
}

static const negation_word *find_word(const twt_negation_range ranges[256], const char *bytes, size_t len)
{
    const twt_negation_range *range = &ranges[(unsigned char)bytes[0]];
    size_t low = range->begin, high = may_hold(range, bytes, len) ? range->end : low;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const negation_word *word = &words[middle];
        int order = memcmp(word->text, bytes, word->len < len ? word->len : len);
        if (order == 0 && word->len == len)
            return word;
        if (order < 0 || (order == 0 && word->len < len))
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const char *twt_negation_word(size_t i)
{
    return i < WORDS ? words[i].text : NULL;
}

static bool holds_word(const twt_analysis *text, const char *word)
{
    size_t word_len = strlen(word), len;
    for (size_t i = 0; i < text->token_count; i++) {
        const char *bytes = word_of(text, i, &len);
        if (len == word_len && memcmp(bytes, word, len) == 0)
            return true;
    }
    return false;
}

/* Looks each companion up once a pair, however often it is asked for. */
static bool has_companion(twt_negation_pair *pair, uint32_t wanted)
{
    for (size_t i = 0; i < sizeof companions / sizeof *companions; i++) {
        uint32_t bit = 1u << i;
        if ((wanted & bit) == 0 || (pair->known & bit) != 0)
            continue;
        pair->known |= bit;
        if (holds_word(pair->texts[0], companions[i]) || holds_word(pair->texts[1], companions[i]))
            pair->present |= bit;
    }
    return (pair->present & wanted) != 0;
}

bool twt_negation_pair_begin(twt_negation_pair *pair, const twt_analysis *a, const twt_analysis *b)
{
    pair->texts[0] = a;
    pair->texts[1] = b;
    pair->known = pair->present = 0;
    if (!pair->is_ready)
        find_ranges(pair->ranges);
    pair->is_ready = true;
    for (int side = 0; side < 2; side++) {
        size_t count = pair->texts[side]->token_count;
        twt_vec_clear(&pair->found[side]);
        if (!twt_vec_reserve(&pair->found[side], count))
            return false;
        if (count)
            memset(pair->found[side].data, NOT_LOOKED_AT, count);
    }
    return true;
}

void twt_negation_pair_free(twt_negation_pair *pair)
{
    twt_vec_free(&pair->found[0]);
    twt_vec_free(&pair->found[1]);
}

/* ---- counting -------------------------------------------------------------------------------------------- */

static bool run_negates(const twt_analysis *text, size_t token)
{
    const char *bytes = text->norm + text->tokens[token].norm_begin;
    size_t len = text->norm_len - text->tokens[token].norm_begin;
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++)
        if (begins_with(bytes, len, runs[i].text, runs[i].len))
            return runs[i].negates;
    return false;
}

static bool has_negating_part(const char *bytes, size_t len)
{
    for (size_t i = 0; (unsigned char)bytes[0] >= 0x80 && i < sizeof beginnings / sizeof *beginnings; i++)
        if (begins_with(bytes, len, beginnings[i], strlen(beginnings[i])))
            return true;
    return bytes[len - 1] == 't' && (ends_with(bytes, len, "n't", 3) || ends_with(bytes, len, "n\xE2\x80\x99t", 5));
}

static bool is_french_half(const char *bytes, size_t len)
{
    return begins_with(bytes, len, "n'", 2) || begins_with(bytes, len, "n\xE2\x80\x99", 4);
}

/* A word has at least one byte. */
static uint8_t look_at(twt_negation_pair *pair, int side, size_t token)
{
    const twt_analysis *text = pair->texts[side];
    size_t len;
    const char *bytes = word_of(text, token, &len);
    if (text->tokens[token].flags & TWT_TOKEN_SPACELESS)
        return run_negates(text, token) ? FOUND_WHOLE : FOUND_NONE;
    const negation_word *word = find_word(pair->ranges, bytes, len);
    if (word == NULL)
        return has_negating_part(bytes, len)           ? FOUND_WHOLE
               : is_french_half(bytes, len) && len > 3 ? FOUND_HALF
                                                       : FOUND_NONE;
    if (word->how == WITH)
        return has_companion(pair, word->companions) ? FOUND_WHOLE : FOUND_NONE;
    if (word->how == WITHOUT)
        return has_companion(pair, word->companions) ? FOUND_NONE : FOUND_WHOLE;
    return word->how == HALF ? FOUND_HALF : FOUND_WHOLE;
}

/* The windows around neighbouring changes overlap: each word is looked at once. */
static uint8_t negation_at(twt_negation_pair *pair, int side, size_t token)
{
    uint8_t *found = &pair->found[side].data[token];
    if (*found == NOT_LOOKED_AT)
        *found = look_at(pair, side, token);
    return *found;
}

size_t twt_negation_count(twt_negation_pair *pair, int side, size_t begin, size_t end)
{
    size_t whole = 0, half = 0;
    for (size_t i = begin; i < end; i++) {
        uint8_t found = negation_at(pair, side, i);
        whole += found == FOUND_WHOLE;
        half += found == FOUND_HALF;
    }
    return whole > half ? whole : half;
}

/* ---- prefixes -------------------------------------------------------------------------------------------- */

static bool is_negated(const char *word, size_t len, const char *longer, size_t longer_len)
{
    static const struct {
        const char *text;
        unsigned char len, least; /* bytes of the prefix; of a word that can bear it */
    } prefixes[] = {{ENTRY("un"), 4},  {ENTRY("in"), 6},  {ENTRY("im"), 6}, {ENTRY("il"), 6}, {ENTRY("ir"), 6},
                    {ENTRY("dis"), 6}, {ENTRY("non"), 4}, {ENTRY("не"), 8}, {ENTRY("без"), 8}};
    if (longer_len <= len || !ends_with(longer, longer_len, word, len))
        return false;
    if (longer_len == 6 && memcmp(longer, "unless", 6) == 0)
        return false;
    size_t prefix = longer_len - len;
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (prefixes[i].len == prefix && memcmp(longer, prefixes[i].text, prefix) == 0)
            return len >= prefixes[i].least;
    return false;
}

bool twt_negation_by_prefix(const char *a, size_t a_len, const char *b, size_t b_len)
{
    return is_negated(a, a_len, b, b_len) || is_negated(b, b_len, a, a_len);
}
