/* What the words alone say, and the sum. The points of each term are in ALGORITHMS.md; length is worth nothing, since
 * spinners lengthen and polishers shorten. */
#include "compare/first/first.h"

#include <math.h>

#include "base/reason.h"
#include "compare/first/terms.h"
#include "compare/words/text_gap.h"

#define QUOTATION_POINTS 1.2
#define TRUNCATED_POINTS 0.8
#define BROKEN_POINTS 0.8
#define LAYOUT_POINTS 0.4

#define LIKELY_POINTS 1.0
#define CERTAIN_POINTS 2.5
#define CERTAIN_METADATA 1.0
#define SLACK 1e-9 /* sums of tenths are not exact */

#define LOST_TOKENS 6       /* of a quotation that may count as lost */
#define LOST_MOST 24        /* a long speech without marks is a play or a transcript, whose marks the later text put */
#define LOST_MATCHED 0.7    /* of its words stand in the other text */
#define LOST_QUOTED 0.2     /* of these at most are inside quotation marks */
#define END_TOKENS 25       /* cut off at least, and */
#define END_SHARE 0.1       /* of the text at least */
#define EDGE_SHARE 0.03     /* the rest of the text may miss at its edges */
#define LAYOUT_PARAGRAPHS 4 /* at least, and */
#define LAYOUT_TIMES 3      /* as many as the other has */
#define LAYOUT_COVERED 0.45 /* of each text, so that both tell the same */

/* points speak for text side. */
static void add(twt_first_adder *to, twt_reason_code code, double points, int side, const twt_range example[2])
{
    twt_first_add(to, code, side == 0 ? points : -points, NULL, example);
}

static const twt_analysis *text_of(const twt_first_facts *facts, int side)
{
    return side == 0 ? facts->a : facts->b;
}

/* ---- quotations ------------------------------------------------------------------------------------------ */

/* Opened after a blank and closed: else a mark was lost or misread. */
static bool is_marked(const twt_analysis *text, const twt_quoted *quoted)
{
    unsigned opening = twt_gap_marks(text, quoted->begin), closing = twt_gap_marks(text, quoted->end);
    bool is_apart = quoted->begin == 0 || (opening & (TWT_GAP_BLANK | TWT_GAP_LINE)) != 0 ||
                    (text->tokens[quoted->begin].flags & TWT_TOKEN_SPACELESS) != 0;
    return is_apart && (opening & TWT_GAP_QUOTE) != 0 && (closing & TWT_GAP_QUOTE) != 0;
}

/* Words that mostly begin with capitals: a title, which one text marks and another prints in italics. */
static bool is_title(const twt_analysis *text, const twt_quoted *quoted)
{
    uint32_t upper = 0, lower = 0;
    for (uint32_t i = quoted->begin; i < quoted->end; i++) {
        upper += (text->tokens[i].flags & TWT_TOKEN_UPPER) != 0;
        lower += (text->tokens[i].flags & TWT_TOKEN_LOWER) != 0;
    }
    return upper >= lower;
}

typedef struct retold {      /* the words of a quotation in the other text */
    uint32_t matched, still; /* found there; inside quotation marks there too */
    uint32_t first, last;    /* tokens there */
    uint32_t ahead;          /* words of the quotation before the first that was found */
} retold;

static retold find_words(const twt_analysis *there, const uint32_t *map, const twt_quoted *quoted)
{
    retold out = {.first = UINT32_MAX};
    for (uint32_t i = quoted->begin; i < quoted->end; i++) {
        if (map[i] == TWT_TOKEN_NOWHERE)
            continue;
        out.ahead = out.matched == 0 ? i - quoted->begin : out.ahead;
        out.matched++;
        out.still += (there->tokens[map[i]].flags & TWT_TOKEN_QUOTED) != 0;
        out.first = map[i] < out.first ? map[i] : out.first;
        out.last = map[i] > out.last ? map[i] : out.last;
    }
    return out;
}

static bool is_single_blank(const twt_analysis *text, uint32_t token)
{
    return token > 0 && twt_gap_marks(text, token) == TWT_GAP_BLANK &&
           text->tokens[token].begin - text->tokens[token - 1].end == 1;
}

/* Whether the words are told like any others: no mark before or after, as of a title in asterisks, a line of a play,
 * speech after a comma, or a quotation whose marks were misread. */
static bool runs_in(const twt_analysis *text, const retold *words)
{
    uint32_t reach = words->ahead > 0 ? words->ahead + 1 : 0; /* other words there: You're, You are */
    for (uint32_t k = 0; k <= reach && k <= words->first; k++)
        if (!is_single_blank(text, words->first - k))
            return false;
    return (twt_gap_marks(text, (size_t)words->last + 1) & TWT_GAP_QUOTE) == 0;
}

/* Whether a quotation's words stand in the other text without quotation marks. */
static bool is_lost(const twt_first_facts *facts, int side, const twt_quoted *quoted, twt_range *other)
{
    const twt_analysis *there = text_of(facts, 1 - side);
    uint32_t length = quoted->end - quoted->begin;
    if (quoted->partner != TWT_QUOTED_ALONE || length < LOST_TOKENS || length > LOST_MOST ||
        !is_marked(text_of(facts, side), quoted) || is_title(text_of(facts, side), quoted))
        return false;
    retold words = find_words(there, facts->map->to[side].data, quoted);
    if (words.matched < LOST_MATCHED * length || words.still > LOST_QUOTED * words.matched ||
        words.last - words.first >= 2 * length || !runs_in(there, &words))
        return false;
    *other = (twt_range){there->tokens[words.first].begin, there->tokens[words.last].end};
    return true;
}

static uint32_t count_lost(const twt_first_facts *facts, int side, twt_range example[2])
{
    const twt_analysis *text = text_of(facts, side);
    uint32_t lost = 0;
    for (size_t i = 0; i < facts->quotations->counts[side]; i++) {
        const twt_quoted *quoted = &facts->quotations->quoted[side][i];
        twt_range other;
        if (!is_lost(facts, side, quoted, &other) || lost++ > 0)
            continue;
        example[side] = (twt_range){text->tokens[quoted->begin].begin, text->tokens[quoted->end - 1].end};
        example[1 - side] = other;
    }
    return lost;
}

/* Only where both texts quote other words alike: statements give a speaker's words as paragraphs of their own, letters
 * and posts give them bare, and then the later text is the one that puts the marks. */
static void weigh_quotations(const twt_first_facts *facts, twt_first_adder *to)
{
    twt_range examples[2][2] = {{{0, 0}, {0, 0}}, {{0, 0}, {0, 0}}};
    if (facts->measures->quotations == 0)
        return;
    uint32_t lost[2] = {count_lost(facts, 0, examples[0]), count_lost(facts, 1, examples[1])};
    int side = lost[1] > lost[0];
    if (lost[0] != lost[1])
        add(to, TWT_REASON_FIRST_QUOTATION, QUOTATION_POINTS, side, examples[side]);
}

/* ---- a cut end, broken sentences, layout ------------------------------------------------------------------ */

/* Tokens of a text after its last word that the other has (step -1), or before its first (step 1). */
static size_t unmatched_edge(const twt_first_facts *facts, int side, int step)
{
    size_t count = text_of(facts, side)->token_count, edge = 0;
    const uint32_t *map = facts->map->to[side].data;
    while (edge < count && map[step > 0 ? edge : count - 1 - edge] == TWT_TOKEN_NOWHERE)
        edge++;
    return edge;
}

/* Whether the other text is this one up to a point where it stops. */
static bool is_cut_short(const twt_first_facts *facts, int side)
{
    double here = (double)text_of(facts, side)->token_count, there = (double)text_of(facts, 1 - side)->token_count;
    double end = (double)unmatched_edge(facts, side, -1);
    if (end < END_TOKENS || end < END_SHARE * here)
        return false;
    return (double)unmatched_edge(facts, side, 1) <= EDGE_SHARE * here &&
           (double)unmatched_edge(facts, 1 - side, 1) <= EDGE_SHARE * there &&
           (double)unmatched_edge(facts, 1 - side, -1) <= EDGE_SHARE * there;
}

static twt_range last_sentence(const twt_analysis *text)
{
    const twt_sentence *last = &text->sentences[text->sentence_count - 1];
    return (twt_range){last->begin, last->end};
}

static void weigh_end(const twt_first_facts *facts, twt_first_adder *to)
{
    for (int side = 0; side < 2; side++) {
        const twt_analysis *text = text_of(facts, side);
        twt_range example[2] = {{0, 0}, {0, 0}};
        if (text->sentence_count == 0 || !is_cut_short(facts, side))
            continue;
        example[side] = last_sentence(text);
        add(to, TWT_REASON_FIRST_TRUNCATED, TRUNCATED_POINTS, side, example);
        return;
    }
}

static void weigh_broken(const twt_first_facts *facts, twt_first_adder *to)
{
    const uint32_t *broken = facts->measures->broken_sentences;
    if ((broken[0] > 0) != (broken[1] > 0))
        add(to, TWT_REASON_FIRST_BROKEN, BROKEN_POINTS, broken[0] > 0, facts->examples->broken);
}

static size_t count_paragraphs(const twt_analysis *text)
{
    size_t count = 0;
    for (size_t i = 0; i < text->sentence_count; i++)
        count += (text->sentences[i].flags & TWT_SENTENCE_PARAGRAPH) != 0;
    return count;
}

static bool is_broken_on(const twt_first_adder *to, int side)
{
    for (size_t i = 0; i < to->count; i++)
        if (to->out[i].code == TWT_REASON_FIRST_BROKEN && (side == 0) == (to->out[i].value < 0))
            return true;
    return false;
}

/* Scrapers and spinners lose paragraphs, but language models put them in, along with a conclusion: this speaks only
 * where the other text has broken sentences as well. */
static void weigh_layout(const twt_first_facts *facts, twt_first_adder *to)
{
    const twt_measures *measures = facts->measures;
    size_t paragraphs[2] = {count_paragraphs(facts->a), count_paragraphs(facts->b)};
    int side = paragraphs[1] > paragraphs[0];
    for (int s = 0; s < 2; s++)
        if (measures->covered_tokens[s] < LAYOUT_COVERED * measures->tokens[s])
            return;
    if (is_broken_on(to, 1 - side) && paragraphs[side] >= LAYOUT_PARAGRAPHS &&
        paragraphs[side] >= LAYOUT_TIMES * paragraphs[1 - side])
        add(to, TWT_REASON_FIRST_LAYOUT, LAYOUT_POINTS, side, NULL);
}

size_t twt_first_from_text(const twt_first_facts *facts, twt_reason out[TWT_FIRST_TEXT_REASONS])
{
    twt_first_adder to = {.out = out};
    if (facts->a->token_count == 0 || facts->b->token_count == 0)
        return 0;
    weigh_quotations(facts, &to);
    weigh_end(facts, &to);
    weigh_broken(facts, &to);
    weigh_layout(facts, &to);
    twt_first_weigh_counts(facts, &to);
    return to.count;
}

/* ---- the sum --------------------------------------------------------------------------------------------- */

static bool is_metadata(twt_reason_code code)
{
    return code >= TWT_REASON_FIRST_TIER && code <= TWT_REASON_FIRST_CREDIT;
}

void twt_first_decide(const twt_reason *reasons, size_t count, twt_first *first, twt_confidence *confidence)
{
    double sum = 0, metadata = 0;
    for (size_t i = 0; i < count; i++) {
        sum += twt_reason_is_about_first(reasons[i].code) ? reasons[i].value : 0;
        metadata += is_metadata(reasons[i].code) ? reasons[i].value : 0;
    }
    double points = sum < 0 ? -sum : sum, told = sum < 0 ? -metadata : metadata;
    *first = TWT_FIRST_UNKNOWN;
    *confidence = TWT_CONFIDENCE_UNKNOWN;
    if (points < LIKELY_POINTS - SLACK)
        return;
    *first = sum > 0 ? TWT_FIRST_A : TWT_FIRST_B;
    bool is_certain = points >= CERTAIN_POINTS - SLACK && told >= CERTAIN_METADATA - SLACK;
    *confidence = is_certain ? TWT_CONFIDENCE_CERTAIN : TWT_CONFIDENCE_LIKELY;
}
