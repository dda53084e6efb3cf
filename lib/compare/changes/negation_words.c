/* Written from general knowledge of the languages, checked by the tests. Left out on purpose: words that mostly mean
 * something else in a language of equal weight (en, et, ni, ej, den) and negation by a change inside the word (Turkish,
 * Japanese ず). */
#include "compare/changes/negation_words.h"

#include <string.h>

#define ENTRY(text) text, sizeof(text) - 1

const char *const twt_negation_companions[TWT_NEGATION_COMPANIONS] = {
    "che", "del", "el", "este", "est", "le", "les", "los", "não", "que", "și", "uma", "ja", "dos", "la", "une"};

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

/* Ascending by bytes: looked up by halves. */
static const twt_negation_word words[] = {
    {ENTRY("aldri"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("aldrig"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("aucun"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("aucune"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("bez"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("bukan"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("cannot"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("chưa"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("değil"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("ei"), TWT_NEGATES_WITH, JA},
    {ENTRY("eivät"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("fără"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("geen"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("hiçbir"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("ikke"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("ilman"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("inga"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("ingen"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("inget"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("inte"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("jamais"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("jamás"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("kein"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("keine"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("keinem"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("keinen"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("keiner"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("keines"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("không"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("mai"), TWT_NEGATES_WITH, CHE},
    {ENTRY("nada"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("nadie"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("ne"), TWT_NEGATES_HALF, 0},
    {ENTRY("neither"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("nejsou"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("nem"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("nema"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("nenhum"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("nenhuma"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("není"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("nessun"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("nessuna"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("nessuno"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("never"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("nicht"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("nichts"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("nie"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("niemals"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("niemand"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("niet"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("niets"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("nije"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("ninguna"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("ninguno"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("ninguém"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("ningún"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("nisu"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("no"), TWT_NEGATES_WITHOUT, NAO | UMA | DOS},
    {ENTRY("nobody"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("non"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("none"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("nooit"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("nor"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("not"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("nothing"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("nowhere"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("nu"), TWT_NEGATES_WITH, SI | ESTE},
    {ENTRY("nunca"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("não"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("nélkül"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("ohne"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("pas"), TWT_NEGATES_WITH, LE | LES | LA | UNE | EST},
    {ENTRY("rien"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("sans"), TWT_NEGATES_WITH, LE | LES | LA | UNE | EST},
    {ENTRY("sem"), TWT_NEGATES_WITH, QUE},
    {ENTRY("senza"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("sin"), TWT_NEGATES_WITH, EL | LOS | DEL},
    {ENTRY("tampoco"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("tanpa"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("tidak"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("uden"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("uten"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("weder"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("without"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("yok"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("zonder"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("δεν"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("μην"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("ποτέ"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("χωρίσ"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("όχι"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("без"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("не"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("нельзя"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("нема"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("немає"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("нет"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("ни"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("никогда"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("никто"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("ничего"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("няма"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("ні"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("ніколи"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("ніхто"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("אין"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("בלי"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("לא"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("بدون"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("فلا"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("لا"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("لم"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("لن"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("ليس"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("ليست"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("نیست"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("ولا"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("ولم"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("ولن"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("नहीं"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("बिना"), TWT_NEGATES_ALWAYS, 0},
    {ENTRY("안"), TWT_NEGATES_ALWAYS, 0},
};

/* Scripts without spaces: the words stand in a run of one-letter tokens. The first that fits decides. せん of ません,
 * whose first letter the affirmed ます has too. */
static const struct {
    const char *text;
    unsigned char len;
    bool negates;
} runs[] = {
    {ENTRY("不过"), false},    {ENTRY("不過"), false}, {ENTRY("不同"), false}, {ENTRY("不仅"), false},
    {ENTRY("不僅"), false},    {ENTRY("不但"), false}, {ENTRY("不断"), false}, {ENTRY("不斷"), false},
    {ENTRY("不少"), false},    {ENTRY("不久"), false}, {ENTRY("非常"), false}, {ENTRY("非洲"), false},
    {ENTRY("未来"), false},    {ENTRY("未來"), false}, {ENTRY("无论"), false}, {ENTRY("無論"), false},
    {ENTRY("不"), true},       {ENTRY("没"), true},    {ENTRY("沒"), true},    {ENTRY("无"), true},
    {ENTRY("無"), true},       {ENTRY("未"), true},    {ENTRY("非"), true},    {ENTRY("ない"), true},
    {ENTRY("なかった"), true}, {ENTRY("なく"), true},  {ENTRY("せん"), true},  {ENTRY("ไม่"), true},
    {ENTRY("មិន"), true},       {ENTRY("ບໍ່"), true},
};

/* Words that begin so. */
static const char *const beginnings[] = {"않", "없", "못"};

/* ---- looking up ------------------------------------------------------------------------------------------ */

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

void twt_negation_find_ranges(twt_negation_range ranges[256])
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

const twt_negation_word *twt_negation_find(const twt_negation_range ranges[256], const char *bytes, size_t len)
{
    const twt_negation_range *range = &ranges[(unsigned char)bytes[0]];
    size_t low = range->begin, high = may_hold(range, bytes, len) ? range->end : low;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const twt_negation_word *word = &words[middle];
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

const char *twt_negation_word_at(size_t i)
{
    return i < WORDS ? words[i].text : NULL;
}

bool twt_negation_run_negates(const char *bytes, size_t len)
{
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++)
        if (begins_with(bytes, len, runs[i].text, runs[i].len))
            return runs[i].negates;
    return false;
}

bool twt_negation_has_part(const char *bytes, size_t len)
{
    for (size_t i = 0; (unsigned char)bytes[0] >= 0x80 && i < sizeof beginnings / sizeof *beginnings; i++)
        if (begins_with(bytes, len, beginnings[i], strlen(beginnings[i])))
            return true;
    return bytes[len - 1] == 't' && (ends_with(bytes, len, "n't", 3) || ends_with(bytes, len, "n\xE2\x80\x99t", 5));
}

bool twt_negation_is_french_half(const char *bytes, size_t len)
{
    return begins_with(bytes, len, "n'", 2) || begins_with(bytes, len, "n\xE2\x80\x99", 4);
}

/* ---- prefixes -------------------------------------------------------------------------------------------- */

/* Words that mean something else, or the same: unless less, immigrants migrants, imprison prison. */
static bool is_no_opposite(const char *word, size_t len)
{
    static const char *const others[] = {"unless",  "immigra",  "imprison", "discharg",
                                         "disclos", "discours", "inflamma", "invaluab"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (begins_with(word, len, others[i], strlen(others[i])))
            return true;
    return false;
}

static bool is_negated(const char *word, size_t len, const char *longer, size_t longer_len)
{
    static const struct {
        const char *text;
        unsigned char len, least; /* bytes of the prefix; of a word that can bear it */
    } prefixes[] = {{ENTRY("un"), 4},  {ENTRY("in"), 6},  {ENTRY("im"), 6}, {ENTRY("il"), 6}, {ENTRY("ir"), 6},
                    {ENTRY("dis"), 6}, {ENTRY("non"), 4}, {ENTRY("не"), 8}, {ENTRY("без"), 8}};
    if (longer_len <= len || !ends_with(longer, longer_len, word, len) || is_no_opposite(longer, longer_len))
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
