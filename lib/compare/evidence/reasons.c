/* The sentence of each reason. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "twicetold/types.h"

#define EXAMPLE_BYTES 120 /* of one text; a longer example is cut and told so */

typedef struct line { /* a sentence being written */
    char *to;
    size_t len;
} line;

typedef enum figure { /* how a value is told */
                      NO_FIGURE,
                      COUNT,
                      SHARE,
                      RATE,
                      POINTS,
                      POINTS_TENTHS /* counts in tenths */
} figure;

typedef struct pattern {
    const char *one, *more; /* % stands for the figure, # behind it for the count of b; of points: for a, for b, @ and #
                               for the counts of a and of b; more may be NULL: the same */
    figure figure;
} pattern;

static const pattern patterns[TWT_REASON_CODES] = {
    [TWT_REASON_EQUAL_TEXT] = {"the words are the same", NULL, NO_FIGURE},
    [TWT_REASON_SPELLING_NOISE] = {"% of the replaced words look like misread or mistyped letters", NULL, SHARE},
    [TWT_REASON_NEW_FIGURES] = {"% of the replaced words are figures or dates", NULL, SHARE},
    [TWT_REASON_REWORDED] = {"% wordings replaced in every 100 words that both texts tell", NULL, RATE},
    [TWT_REASON_CONTAINED] = {"% of one text is told in the other", NULL, SHARE},
    [TWT_REASON_COVERED] = {"each text tells at least % of the other", NULL, SHARE},
    [TWT_REASON_SHARED_PASSAGE] = {"one word lies in a shared passage", "% words lie in shared passages", COUNT},
    [TWT_REASON_LIKE_WORDS] = {"the texts have % of their words in common", NULL, SHARE},
    [TWT_REASON_SAME_ORDER] = {"% of the # words that stand once in each text keep one order", NULL, COUNT},
    [TWT_REASON_SAME_TOPIC] = {"of the names, figures and longer words % are in both texts", NULL, SHARE},
    [TWT_REASON_NOTHING_SHARED] = {"no shared passage", NULL, NO_FIGURE},
    [TWT_REASON_SHORT_TEXT] = {"only one shared word: too short for a firmer verdict",
                               "only % shared words: too short for a firmer verdict", COUNT},
    [TWT_REASON_COMMON_WORDING] = {"the shared wording is common in this collection: % of the rarer words are shared",
                                   NULL, SHARE},
    [TWT_REASON_RECURRING] = {"% of both texts stands in many documents of this collection", NULL, SHARE},
    [TWT_REASON_SIGN_ORDER] = {"sentence by sentence in the same order: % of the sentences that both texts tell", NULL,
                               SHARE},
    [TWT_REASON_SIGN_QUOTATION] = {"words changed inside a quotation that both texts quote",
                                   "words changed inside % quotations that both texts quote", COUNT},
    [TWT_REASON_SIGN_BROKEN] = {"a sentence is broken by a stray full stop",
                                "% sentences are broken by stray full stops", COUNT},
    [TWT_REASON_SIGN_NAMES] = {"% of the names are replaced by other names", NULL, SHARE},
    [TWT_REASON_SIGN_TOUCHED] = {"% of the sentences that both texts tell have other words", NULL, SHARE},
    [TWT_REASON_QUOTATIONS_KEPT] = {"a quotation stayed word for word, which speaks against a machine",
                                    "% quotations stayed word for word, which speaks against a machine", COUNT},
    [TWT_REASON_TRANSLATION_NOTE] = {"two human translations of one statement look the same", NULL, NO_FIGURE},
    [TWT_REASON_FIRST_TIER] = {"a comes from the higher tier of source", "b comes from the higher tier of source",
                               POINTS},
    [TWT_REASON_FIRST_TIME] = {"a was published earlier", "b was published earlier", POINTS},
    [TWT_REASON_FIRST_DATE] = {"a is dated earlier", "b is dated earlier", POINTS},
    [TWT_REASON_FIRST_CREDIT] = {"b credits the source of a", "a credits the source of b", POINTS},
    [TWT_REASON_FIRST_QUOTATION] = {"a quotation of a is altered or lost in b",
                                    "a quotation of b is altered or lost in a", POINTS},
    [TWT_REASON_FIRST_TRUNCATED] = {"b is a without its end", "a is b without its end", POINTS},
    [TWT_REASON_FIRST_BROKEN] = {"sentences of a are broken in b", "sentences of b are broken in a", POINTS},
    [TWT_REASON_FIRST_LAYOUT] = {"headings and paragraphs of a are lost in b",
                                 "headings and paragraphs of b are lost in a", POINTS},
    [TWT_REASON_FIRST_LONGER] =
        {"the words that only b has are longer than those of a alone, as rewriting makes them: # letters, "
         "not @",
         "the words that only a has are longer than those of b alone, as rewriting makes them: @ letters, "
         "not #",
         POINTS_TENTHS},
    [TWT_REASON_FIRST_VARIED] = {"where the wording differs b repeats fewer words, as rewriting does: # % stand once, "
                                 "not @ %",
                                 "where the wording differs a repeats fewer words, as rewriting does: @ % stand once, "
                                 "not # %",
                                 POINTS},
    [TWT_REASON_FIRST_DETAIL] = {"figures, names or brackets: @ in a alone, # in b alone",
                                 "figures, names or brackets: # in b alone, @ in a alone", POINTS},
    [TWT_REASON_FIRST_MENDED] = {"slips of writing: @ of a put right in b, # the other way",
                                 "slips of writing: # of b put right in a, @ the other way", POINTS},
    [TWT_REASON_FIRST_BELONGS] = {"the shared passage belongs to a: @ of its words recur near it in a alone, # in b",
                                  "the shared passage belongs to b: # of its words recur near it in b alone, @ in a",
                                  POINTS},
    [TWT_REASON_CANONICAL_PREFERRED] = {"preferred by the caller", NULL, NO_FIGURE},
    [TWT_REASON_CANONICAL_TIER] = {"from the highest tier of source", NULL, NO_FIGURE},
    [TWT_REASON_CANONICAL_CREDITED] = {"credited by another version", "credited by % other versions", COUNT},
    [TWT_REASON_CANONICAL_FIRST] = {"more speaks for its coming first, by % points", NULL, RATE},
    [TWT_REASON_CANONICAL_EARLIEST] = {"published earliest", NULL, NO_FIGURE},
    [TWT_REASON_CANONICAL_SUPPORTED] = {"holds the most text that other versions support", NULL, NO_FIGURE},
    [TWT_REASON_CANONICAL_MEDOID] = {"most like all other versions", NULL, NO_FIGURE},
    [TWT_REASON_CANONICAL_LONGEST] = {"the longest version", NULL, NO_FIGURE},
    [TWT_REASON_CANONICAL_SMALLEST_ID] = {"the first id; nothing else tells the versions apart", NULL, NO_FIGURE},
};

/* ---- writing --------------------------------------------------------------------------------------------- */

/* All of the bytes or, when there is no room for them, none: characters stay whole. */
static void put(line *out, const char *bytes, size_t len)
{
    if (len >= TWT_REASON_TEXT_MAX - out->len)
        return;
    memcpy(out->to + out->len, bytes, len);
    out->len += len;
    out->to[out->len] = '\0';
}

static void put_string(line *out, const char *text)
{
    put(out, text, strlen(text));
}

/* Whole numbers alone are formatted by the C library: its decimal point depends on the locale. */
static void put_whole(line *out, double value)
{
    char number[32];
    long long whole = isfinite(value) ? llround(fmin(fmax(value, 0), 1e12)) : 0;
    snprintf(number, sizeof number, "%lld", whole);
    put_string(out, number);
}

static void put_tenths(line *out, double value)
{
    double tenths = isfinite(value) ? round(fmin(fmax(value, 0), 1e12) * 10) : 0;
    put_whole(out, floor(tenths / 10));
    put_string(out, ".");
    put_whole(out, fmod(tenths, 10));
}

static void put_figure(line *out, figure how, double value)
{
    if (how == RATE) {
        put_tenths(out, value);
        return;
    }
    put_whole(out, how == SHARE ? value * 100 : value);
    put_string(out, how == SHARE ? " %" : "");
}

/* Writes the sentence with the counts of both texts in their places. */
static void put_counted(line *out, const char *text, const twt_reason *reason, bool is_tenths)
{
    for (const char *at = text; *at != '\0';) {
        size_t plain = strcspn(at, "@#");
        put(out, at, plain);
        at += plain;
        if (*at == '\0')
            return;
        double count = reason->counts[*at == '#'];
        is_tenths ? put_tenths(out, count / 10) : put_whole(out, count);
        at++;
    }
}

static void put_pattern(line *out, const char *text, figure how, const twt_reason *reason)
{
    const char *mark = strchr(text, '%');
    if (mark == NULL) {
        put_string(out, text);
        return;
    }
    put(out, text, (size_t)(mark - text));
    put_figure(out, how, reason->value);
    put_counted(out, mark + 1, reason, false);
}

static void put_points(line *out, double value)
{
    put_string(out, " (");
    put_tenths(out, fabs(value));
    put_string(out, value < 0 ? " points for b)" : " points for a)");
}

/* ---- examples -------------------------------------------------------------------------------------------- */

/* White space, controls, and the marks that turn the direction of writing. */
static bool is_blank(uint32_t code)
{
    return code <= 0x20 || (code >= 0x7F && code <= 0xA0) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

/* Runs of blanks become one; what is no UTF-8 is left out. */
static void put_example(line *out, const char *text, twt_range range)
{
    size_t begin = out->len, size;
    bool was_blank = true;
    put_string(out, "“");
    for (size_t at = range.begin; at < range.end; at += size) {
        uint32_t code;
        size = twt_utf8_read(text + at, range.end - at, &code);
        if (code == TWT_UTF8_REPLACEMENT && size == 1)
            continue;
        if (out->len - begin >= EXAMPLE_BYTES) {
            put_string(out, "…");
            break;
        }
        bool blank = is_blank(code);
        if (!blank)
            put(out, text + at, size);
        else if (!was_blank)
            put(out, " ", 1);
        was_blank = blank;
    }
    put_string(out, "”");
}

static bool has_example(const char *text, twt_range range)
{
    return text != NULL && range.begin < range.end;
}

/* Whether a reason's example is longer than a sentence should quote. */
static bool is_stretch(twt_reason_code code)
{
    switch (code) {
    case TWT_REASON_EQUAL_TEXT:
    case TWT_REASON_CONTAINED:
    case TWT_REASON_COVERED:
    case TWT_REASON_SHARED_PASSAGE:
    case TWT_REASON_LIKE_WORDS:
    case TWT_REASON_SAME_ORDER:
    case TWT_REASON_SAME_TOPIC:
    case TWT_REASON_COMMON_WORDING:
    case TWT_REASON_RECURRING:
    case TWT_REASON_SIGN_ORDER:
    case TWT_REASON_SIGN_TOUCHED:
    case TWT_REASON_FIRST_LAYOUT:
        return true;
    default:
        return false;
    }
}

static void put_examples(line *out, const twt_reason *reason, const char *text_a, const char *text_b)
{
    bool in_a = has_example(text_a, reason->a), in_b = has_example(text_b, reason->b);
    if (!in_a && !in_b)
        return;
    put_string(out, ": ");
    if (in_a)
        put_example(out, text_a, reason->a);
    if (in_a && in_b)
        put_string(out, " → ");
    if (in_b)
        put_example(out, text_b, reason->b);
}

const char *twt_reason_text(const twt_reason *reason, const char *text_a, const char *text_b, char *buffer)
{
    line out = {.to = buffer};
    buffer[0] = '\0';
    if ((unsigned)reason->code >= TWT_REASON_CODES)
        return buffer;
    const pattern *of = &patterns[reason->code];
    bool is_points = of->figure == POINTS || of->figure == POINTS_TENTHS;
    bool is_more = of->more != NULL && (is_points ? reason->value < 0 : !(reason->value < 1.5));
    const char *text = is_more ? of->more : of->one;
    if (is_points) {
        put_counted(&out, text, reason, of->figure == POINTS_TENTHS);
        put_points(&out, reason->value);
    } else {
        put_pattern(&out, text, of->figure, reason);
    }
    if (!is_stretch(reason->code))
        put_examples(&out, reason, text_a, text_b);
    return buffer;
}
