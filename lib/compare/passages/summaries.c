/* Stretches that lie close to each other in one text are taken as parts of one: if what is left of the other text
 * without the best answering stretch still explains the words there, they were drawn from all over it. The other end is
 * then the hull of the sentences that answer best, or the whole text when they reach over most of it. */
#include "compare/passages/summaries.h"

#include <stdlib.h>

#include "base/sort.h"
enum { GAP_SENTENCES = 3 };
static const double evidence_max = 180; /* of a part: stronger ones are passages of their own */
static const double left_min = 10;      /* evidence without the best part */
static const double evidence_min = 20;  /* with it; one side */
static const double length_ratio = 3.5; /* of the text to its summary: the least shortening */
static const double link_cosine = .15;
static const double whole_share = .4;

typedef struct group {
    const twt_told *begin, *end;
    int side; /* of the summary */
    twt_told all, best;
    double sum;
} group;

static int compare_told(const twt_told *a, const twt_told *b, int side)
{
    for (int i = 0; i < 2; i++, side = !side) {
        if (a->tokens.begin[side] != b->tokens.begin[side])
            return a->tokens.begin[side] < b->tokens.begin[side] ? -1 : 1;
        if (a->tokens.end[side] != b->tokens.end[side])
            return a->tokens.end[side] < b->tokens.end[side] ? -1 : 1;
    }
    if (a->evidence[0] != b->evidence[0])
        return a->evidence[0] < b->evidence[0] ? -1 : 1;
    return a->evidence[1] < b->evidence[1] ? -1 : a->evidence[1] > b->evidence[1];
}

static int compare_by_first(const void *left, const void *right)
{
    return compare_told(left, right, 0);
}

static int compare_by_second(const void *left, const void *right)
{
    return compare_told(left, right, 1);
}

static void join(twt_stretch *all, const twt_stretch *part)
{
    for (int side = 0; side < 2; side++) {
        if (part->begin[side] < all->begin[side])
            all->begin[side] = part->begin[side];
        if (part->end[side] > all->end[side])
            all->end[side] = part->end[side];
    }
}

/* The stretches from begin on that follow each other closely on one side. */
static group group_at(const twt_borders *borders, int side, const twt_told *begin, const twt_told *end)
{
    const uint32_t *sentence_of = borders->words->own[side].homes;
    group of = {begin, begin, side, *begin, *begin, 0};
    for (; of.end < end; of.end++) {
        uint32_t last = sentence_of[of.all.tokens.end[side] - 1];
        if (sentence_of[of.end->tokens.begin[side]] > last + 1 + GAP_SENTENCES)
            break;
        join(&of.all.tokens, &of.end->tokens);
        of.all.is_weak &= of.end->is_weak;
        of.sum += twt_told_evidence(of.end);
        if (of.end->evidence[side] > of.best.evidence[side])
            of.best = *of.end;
    }
    return of;
}

static double length_of(const twt_stretch *tokens, int side)
{
    return (double)tokens->end[side] - tokens->begin[side];
}

static bool may_be_summary(const twt_borders *borders, const group *of)
{
    for (const twt_told *told = of->begin; told < of->end; told++)
        if (twt_told_evidence(told) > evidence_max)
            return false;
    double text = (double)borders->texts[!of->side]->token_count;
    return !of->all.is_weak && text >= length_ratio * length_of(&of->all.tokens, of->side);
}

/* Widens the other side to where the summary's sentences have their best answers. */
static void join_answers(const twt_borders *borders, twt_sentence_index *index, const group *of, twt_stretch *tokens)
{
    const uint32_t *sentence_of = borders->words->own[of->side].homes;
    const twt_sentence *sentences = borders->texts[index->side]->sentences;
    uint32_t end = sentence_of[tokens->end[of->side] - 1];
    for (uint32_t s = sentence_of[tokens->begin[of->side]]; s <= end; s++) {
        double best = 0;
        uint32_t answer = 0;
        twt_sentence_index_meet(index, borders->words, s, link_cosine, 0);
        for (size_t i = 0; i < index->met.count; i++) {
            uint32_t met = index->met.data[i];
            twt_likeness like = twt_sentence_index_take(index, borders->words, s, met, link_cosine, 0);
            if (like.cosine > best || (like.cosine == best && best > 0 && met < answer)) {
                best = like.cosine;
                answer = met;
            }
        }
        if (best == 0)
            continue;
        if (sentences[answer].token_begin < tokens->begin[index->side])
            tokens->begin[index->side] = sentences[answer].token_begin;
        if (sentences[answer].token_end > tokens->end[index->side])
            tokens->end[index->side] = sentences[answer].token_end;
    }
}

static twt_status read_summary(twt_borders *borders, twt_sentence_index *index, group *of, bool *is_summary)
{
    *is_summary = false;
    if (!may_be_summary(borders, of))
        return TWT_OK;
    int side = of->side;
    twt_stretch tokens = of->all.tokens;
    double left, evidence;
    twt_status status = twt_borders_fit_to_text(borders, side, &of->best.tokens, &tokens, &left);
    if (status || left < left_min)
        return status;
    tokens = of->all.tokens;
    status = twt_borders_fit_to_text(borders, side, NULL, &tokens, &evidence);
    if (status || evidence < evidence_min)
        return status;
    tokens.begin[!side] = of->all.tokens.begin[!side];
    tokens.end[!side] = of->all.tokens.end[!side];
    join_answers(borders, index, of, &tokens);
    uint32_t text = (uint32_t)borders->texts[!side]->token_count;
    if (length_of(&tokens, !side) >= whole_share * text) {
        tokens.begin[!side] = 0;
        tokens.end[!side] = text;
    }
    *is_summary = length_of(&tokens, !side) >= length_ratio * length_of(&tokens, side);
    of->all.tokens = tokens;
    of->all.evidence[0] = of->all.evidence[1] = evidence > of->sum / 2 ? evidence : of->sum / 2;
    return TWT_OK;
}

twt_status twt_summaries_find(twt_borders *borders, twt_sentence_index index[2], twt_told_list *list)
{
    for (int side = 0; side < 2 && list->items.count; side++) {
        twt_told *items = list->items.data, *end = items + list->items.count, *kept = items;
        if (list->items.count > 1)
            twt_sort_items(items, list->items.count, sizeof *items, side ? compare_by_second : compare_by_first);
        for (const twt_told *at = items; at < end;) {
            group of = group_at(borders, side, at, end);
            bool is_summary;
            twt_status status = read_summary(borders, &index[!side], &of, &is_summary);
            if (status)
                return status;
            if (is_summary)
                *kept++ = of.all;
            else
                for (; at < of.end; at++)
                    *kept++ = *at;
            at = of.end;
        }
        list->items.count = (size_t)(kept - items);
    }
    return TWT_OK;
}
