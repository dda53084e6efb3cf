/* The example that shows most is taken, among equal ones the first; so a reason has one wherever the texts
 * hold any. */
#include "compare/evidence/examples.h"

enum { RUN_LEAST = 8 }; /* tokens of a run that shows reuse better than two sentences alike */

typedef struct example {
    twt_range of[2];
} example;

static const example none;

/* ---- changes --------------------------------------------------------------------------------------------- */

static uint32_t length(twt_range range)
{
    return range.end - range.begin;
}

/* A change shows most when both sides have many words, and about as many: twice the bytes of the shorter side without
 * those of the longer. */
static int64_t shown_by(const twt_change *change)
{
    int64_t a = length(change->a), b = length(change->b);
    return a < b ? 2 * a - b : 2 * b - a;
}

/* kinds: bits by twt_change_kind */
static example best_change(const twt_example_facts *facts, unsigned kinds)
{
    const twt_change *best = NULL;
    for (size_t i = 0; i < facts->change_count; i++)
        if (kinds >> facts->changes[i].kind & 1 && (!best || shown_by(&facts->changes[i]) > shown_by(best)))
            best = &facts->changes[i];
    return best ? (example){{best->a, best->b}} : none;
}

/* ---- stretches ------------------------------------------------------------------------------------------- */

static twt_range tokens_of(const twt_analysis *text, uint32_t begin, uint32_t end)
{
    return (twt_range){text->tokens[begin].begin, text->tokens[end - 1].end};
}

static twt_range sentence_of(const twt_analysis *text, uint32_t sentence)
{
    return (twt_range){text->sentences[sentence].begin, text->sentences[sentence].end};
}

static example longest_run(const twt_example_facts *facts, uint32_t least)
{
    const twt_match *best = NULL;
    for (size_t i = 0; i < facts->match_count; i++)
        if (facts->matches[i].count >= least && (!best || facts->matches[i].count > best->count))
            best = &facts->matches[i];
    if (!best)
        return none;
    return (example){{tokens_of(facts->texts[0], best->a, best->a + best->count),
                      tokens_of(facts->texts[1], best->b, best->b + best->count)}};
}

static bool is_copied(const twt_example_facts *facts, const twt_seed *seed)
{
    const twt_sentence *s = &facts->texts[0]->sentences[seed->a], *t = &facts->texts[1]->sentences[seed->b];
    uint32_t count = s->token_end - s->token_begin;
    bool is_same = t->token_end - t->token_begin == count;
    for (uint32_t i = 0; i < count && is_same; i++)
        is_same = facts->texts[0]->tokens[s->token_begin + i].hash == facts->texts[1]->tokens[t->token_begin + i].hash;
    return is_same;
}

static example best_seed(const twt_example_facts *facts, bool is_touched)
{
    const twt_seed *best = NULL;
    for (size_t i = 0; i < facts->seed_count; i++)
        if ((!best || facts->seeds[i].cosine > best->cosine) && !(is_touched && is_copied(facts, &facts->seeds[i])))
            best = &facts->seeds[i];
    return best ? (example){{sentence_of(facts->texts[0], best->a), sentence_of(facts->texts[1], best->b)}} : none;
}

/* From the first to the last sentence of the chain. */
static example whole_chain(const twt_example_facts *facts)
{
    const twt_seed *first = NULL, *last = NULL;
    for (size_t i = 0; i < facts->seed_count; i++) {
        if (!facts->seeds[i].in_chain)
            continue;
        first = first ? first : &facts->seeds[i];
        last = &facts->seeds[i];
    }
    if (!first)
        return none;
    example out = {{sentence_of(facts->texts[0], first->a), sentence_of(facts->texts[1], first->b)}};
    out.of[0].end = facts->texts[0]->sentences[last->a].end;
    out.of[1].end = facts->texts[1]->sentences[last->b].end;
    return out;
}

/* From the first to the last word that stands once in each text. */
static example all_singles(const twt_example_facts *facts)
{
    if (facts->single_count == 0)
        return longest_run(facts, 1);
    const twt_range *singles = facts->singles;
    uint32_t first = singles[0].end, last = first;
    for (size_t i = 1; i < facts->single_count; i++) {
        first = singles[i].end < first ? singles[i].end : first;
        last = singles[i].end > last ? singles[i].end : last;
    }
    return (example){{tokens_of(facts->texts[0], singles[0].begin, singles[facts->single_count - 1].begin + 1),
                      tokens_of(facts->texts[1], first, last + 1)}};
}

static bool is_empty(const example *found)
{
    return length(found->of[0]) == 0 && length(found->of[1]) == 0;
}

static example passage(const twt_example_facts *facts)
{
    example found = longest_run(facts, RUN_LEAST);
    if (is_empty(&found))
        found = best_seed(facts, false);
    return is_empty(&found) ? longest_run(facts, 1) : found;
}

/* ---- layout ---------------------------------------------------------------------------------------------- */

static uint32_t sentence_at(const twt_analysis *text, uint32_t token)
{
    uint32_t low = 0, high = (uint32_t)text->sentence_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (text->sentences[middle].token_begin <= token)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* A run of equal words in which side begins a paragraph and the other text does not. */
static example lost_paragraph(const twt_example_facts *facts, int side)
{
    const twt_analysis *text = facts->texts[side], *other = facts->texts[1 - side];
    for (size_t i = 0; i < facts->match_count; i++) {
        uint32_t begins[2] = {facts->matches[i].a, facts->matches[i].b};
        uint32_t here = begins[side], there = begins[1 - side], end = here + facts->matches[i].count;
        for (uint32_t s = sentence_at(text, here); s < text->sentence_count && text->sentences[s].token_begin < end;
             s++) {
            const twt_sentence *opened = &text->sentences[s];
            if (s == 0 || !(opened->flags & TWT_SENTENCE_PARAGRAPH) || opened->token_begin < here)
                continue;
            uint32_t token = there + (opened->token_begin - here), t = sentence_at(other, token);
            if (other->sentences[t].flags & TWT_SENTENCE_PARAGRAPH && other->sentences[t].token_begin == token)
                continue;
            example out;
            out.of[side] = sentence_of(text, s);
            out.of[1 - side] = sentence_of(other, t);
            return out;
        }
    }
    return none;
}

/* ---- which ----------------------------------------------------------------------------------------------- */

static example whole(const twt_example_facts *facts)
{
    return (example){{{0, (uint32_t)facts->texts[0]->text_len}, {0, (uint32_t)facts->texts[1]->text_len}}};
}

static example example_of(const twt_reason *reason, const twt_example_facts *facts)
{
    switch (reason->code) {
    case TWT_REASON_EQUAL_TEXT:
        return whole(facts);
    case TWT_REASON_SPELLING_NOISE:
        return best_change(facts, 1 << TWT_CHANGE_SPELLING);
    case TWT_REASON_NEW_FIGURES:
        return best_change(facts, 1 << TWT_CHANGE_NUMBER);
    case TWT_REASON_REWORDED:
        return best_change(facts, 1 << TWT_CHANGE_WORD | 1 << TWT_CHANGE_NAME | 1 << TWT_CHANGE_QUOTATION |
                                      1 << TWT_CHANGE_NEGATION);
    case TWT_REASON_CONTAINED:
    case TWT_REASON_COVERED:
    case TWT_REASON_SHARED_PASSAGE:
        return passage(facts);
    case TWT_REASON_LIKE_WORDS:
    case TWT_REASON_SAME_ORDER:
        return all_singles(facts);
    case TWT_REASON_SAME_TOPIC:
        return best_seed(facts, false);
    case TWT_REASON_SIGN_ORDER:
        return whole_chain(facts);
    case TWT_REASON_SIGN_TOUCHED:
        return best_seed(facts, true);
    case TWT_REASON_FIRST_LAYOUT:
        return lost_paragraph(facts, reason->value < 0);
    default:
        return none;
    }
}

void twt_example_fill(twt_reason *reason, const twt_example_facts *facts)
{
    if (length(reason->a) != 0 || length(reason->b) != 0)
        return;
    example found = example_of(reason, facts);
    reason->a = found.of[0];
    reason->b = found.of[1];
}
