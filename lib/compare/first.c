/* What the words alone say, and the sum. The points are those of DESIGN.md; length is worth nothing, since spinners
 * lengthen and polishers shorten. */
#include "compare/first.h"

#include "compare/text_gap.h"

#define QUOTATION_POINTS 1.2
#define TRUNCATED_POINTS 0.8
#define BROKEN_POINTS 0.8
#define LAYOUT_POINTS 0.4
#define THIRD_POINTS 0.7
#define THIRD_MOST 3 /* 2.1 points */

#define LIKELY_POINTS 1.0
#define CERTAIN_POINTS 2.5
#define CERTAIN_METADATA 1.0
#define SLACK 1e-9 /* sums of tenths are not exact */

#define LOST_TOKENS 6       /* of a quotation that may count as lost */
#define LOST_MATCHED 0.7    /* of its words stand in the other text */
#define LOST_QUOTED 0.2     /* of these at most are inside quotation marks */
#define END_TOKENS 25       /* cut off at least, and */
#define END_SHARE 0.1       /* of the text at least */
#define EDGE_SHARE 0.03     /* the rest of the text may miss at its edges */
#define LAYOUT_PARAGRAPHS 4 /* at least, and */
#define LAYOUT_TIMES 3      /* as many as the other has */
#define LAYOUT_COVERED 0.45 /* of each text, so that both tell the same */

typedef struct adder {
    twt_reason *out;
    size_t count;
} adder;

/* points above 0 speak for text side. */
static void add(adder *to, twt_reason_code code, double points, int side, const twt_range example[2])
{
    twt_reason reason = {.code = code, .value = side == 0 ? points : -points};
    if (example != NULL) {
        reason.a = example[0];
        reason.b = example[1];
    }
    to->out[to->count++] = reason;
}

static const twt_analysis *text_of(const twt_first_facts *facts, int side)
{
    return side == 0 ? facts->a : facts->b;
}

/* ---- third versions -------------------------------------------------------------------------------------- */

static uint32_t at_most(uint32_t value, uint32_t most)
{
    return value < most ? value : most;
}

static void weigh_third(const twt_first_facts *facts, adder *to)
{
    uint32_t a = at_most(facts->third[0], THIRD_MOST), b = at_most(facts->third[1], THIRD_MOST);
    if (a != b)
        add(to, TWT_REASON_FIRST_THIRD, THIRD_POINTS * (a > b ? a - b : b - a), a < b, NULL);
}

/* ---- quotations ------------------------------------------------------------------------------------------ */

static bool has_quotations(const twt_analysis *text)
{
    for (size_t i = 0; i < text->token_count; i++)
        if (text->tokens[i].flags & TWT_TOKEN_QUOTED)
            return true;
    return false;
}

/* Whether a quotation's words stand in the other text without quotation marks. */
static bool is_lost(const twt_first_facts *facts, int side, const twt_quoted *quoted, twt_range *other)
{
    const twt_analysis *there = text_of(facts, 1 - side);
    const uint32_t *map = facts->map->to[side].data;
    uint32_t length = quoted->end - quoted->begin, matched = 0, still = 0, first = UINT32_MAX, last = 0;
    if (quoted->partner != TWT_QUOTED_ALONE || length < LOST_TOKENS)
        return false;
    for (uint32_t i = quoted->begin; i < quoted->end; i++) {
        if (map[i] == TWT_TOKEN_NOWHERE)
            continue;
        matched++;
        still += (there->tokens[map[i]].flags & TWT_TOKEN_QUOTED) != 0;
        first = map[i] < first ? map[i] : first;
        last = map[i] > last ? map[i] : last;
    }
    if (matched < LOST_MATCHED * length || still > LOST_QUOTED * matched)
        return false;
    *other = (twt_range){there->tokens[first].begin, there->tokens[last].end};
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

/* A text that never quotes lost nothing: statements give a speaker's words as paragraphs of their own, and the
 * newspaper is the one that puts the marks. */
static void weigh_quotations(const twt_first_facts *facts, adder *to)
{
    twt_range examples[2][2] = {{{0, 0}, {0, 0}}, {{0, 0}, {0, 0}}};
    if (!has_quotations(facts->a) || !has_quotations(facts->b))
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

static void weigh_end(const twt_first_facts *facts, adder *to)
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

static void weigh_broken(const twt_first_facts *facts, adder *to)
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

static void weigh_layout(const twt_first_facts *facts, adder *to)
{
    const twt_measures *measures = facts->measures;
    size_t paragraphs[2] = {count_paragraphs(facts->a), count_paragraphs(facts->b)};
    int side = paragraphs[1] > paragraphs[0];
    for (int s = 0; s < 2; s++)
        if (measures->covered_tokens[s] < LAYOUT_COVERED * measures->tokens[s])
            return;
    if (paragraphs[side] >= LAYOUT_PARAGRAPHS && paragraphs[side] >= LAYOUT_TIMES * paragraphs[1 - side])
        add(to, TWT_REASON_FIRST_LAYOUT, LAYOUT_POINTS, side, NULL);
}

size_t twt_first_from_text(const twt_first_facts *facts, twt_reason out[TWT_FIRST_TEXT_REASONS])
{
    adder to = {.out = out};
    if (facts->a->token_count == 0 || facts->b->token_count == 0)
        return 0;
    weigh_third(facts, &to);
    weigh_quotations(facts, &to);
    weigh_end(facts, &to);
    weigh_broken(facts, &to);
    weigh_layout(facts, &to);
    return to.count;
}

/* ---- the sum --------------------------------------------------------------------------------------------- */

static bool is_first(twt_reason_code code)
{
    return code >= TWT_REASON_FIRST_TIER && code <= TWT_REASON_FIRST_LAYOUT;
}

static bool is_metadata(twt_reason_code code)
{
    return code >= TWT_REASON_FIRST_TIER && code <= TWT_REASON_FIRST_CREDIT;
}

void twt_first_decide(const twt_reason *reasons, size_t count, twt_first *first, twt_confidence *confidence)
{
    double sum = 0, metadata = 0;
    for (size_t i = 0; i < count; i++) {
        sum += is_first(reasons[i].code) ? reasons[i].value : 0;
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
