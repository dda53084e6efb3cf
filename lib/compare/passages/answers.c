/* The pairs of sentences with any likeness to speak of, a few of each sentence; of these the heaviest chain, what is
 * each other's nearest outside it, and a sentence alone between two links on both sides. */
#include "compare/passages/answers.h"

#include <math.h>

enum { NEAREST = 4, ONE = 1024 };
static const double least_cosine = .06, least_dice = .03;
static const double moved_cosine = .25; /* outside the chain */
static const float near_best = .5F;     /* of the cosine of the nearest: a sentence told in two */

void twt_answers_free(twt_answers *answers)
{
    for (int side = 0; side < 2; side++) {
        twt_vec_free(&answers->groups[side]);
        twt_vec_free(&answers->best[side]);
    }
    twt_vec_free(&answers->links);
    twt_vec_free(&answers->parents);
    twt_chain_free(&answers->chain);
}

/* ---- links ----------------------------------------------------------------------------------------------- */

/* Puts a link among the nearest of its sentence, which begin at first. */
static bool put(twt_sentence_links *links, size_t first, twt_sentence_link link)
{
    if (links->count - first < NEAREST && !twt_vec_push(links, link))
        return false;
    size_t at = links->count - 1;
    if (link.cosine > links->data[at].cosine)
        links->data[at] = link;
    for (; at > first && links->data[at].cosine > links->data[at - 1].cosine; at--) {
        twt_sentence_link less = links->data[at - 1];
        links->data[at - 1] = links->data[at];
        links->data[at] = less;
    }
    return true;
}

static void sort_by_second(twt_sentence_link *links, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t at = i; at > 0 && links[at].at[1] < links[at - 1].at[1]; at--) {
            twt_sentence_link later = links[at - 1];
            links[at - 1] = links[at];
            links[at] = later;
        }
}

static bool link_sentence(twt_answers *answers, const twt_pair_words *words, twt_sentence_index *index,
                          uint32_t sentence)
{
    twt_sentence_links *links = &answers->links;
    size_t first = links->count;
    bool is_done = true;
    twt_sentence_index_meet(index, words, sentence, least_cosine, least_dice);
    for (size_t i = 0; i < index->met.count; i++) {
        uint32_t other = index->met.data[i];
        twt_likeness like = twt_sentence_index_take(index, words, sentence, other, least_cosine, least_dice);
        twt_sentence_link link = {{sentence, other}, (float)like.cosine, false};
        if (like.cosine > 0)
            is_done = is_done && put(links, first, link);
    }
    sort_by_second(links->data + first, links->count - first);
    return is_done;
}

static bool find_links(twt_answers *answers, const twt_pair_words *words, twt_sentence_index *index)
{
    twt_vec_clear(&answers->links);
    for (uint32_t s = 0; s < words->sentences[0].count; s++)
        if (!link_sentence(answers, words, index, s))
            return false;
    for (int side = 0; side < 2; side++) {
        size_t count = words->sentences[side].count;
        if (!twt_vec_resize(&answers->best[side], count))
            return false;
        for (size_t s = 0; s < count; s++)
            answers->best[side].data[s] = 0;
    }
    for (size_t i = 0; i < answers->links.count; i++)
        for (int side = 0; side < 2; side++) {
            const twt_sentence_link *link = &answers->links.data[i];
            float *best = &answers->best[side].data[link->at[side]];
            *best = link->cosine > *best ? link->cosine : *best;
        }
    return true;
}

static bool mark_chain(twt_answers *answers, size_t second_count)
{
    twt_vec_clear(&answers->chain.links);
    for (size_t i = 0; i < answers->links.count; i++) {
        const twt_sentence_link *link = &answers->links.data[i];
        twt_chain_link item = {link->at[1], (uint32_t)lround(ONE * (double)fminf(link->cosine, 1)), false};
        if (!twt_vec_push(&answers->chain.links, item))
            return false;
    }
    return twt_chain_mark(&answers->chain, second_count) == TWT_OK;
}

/* In the chain: the nearest of one of the two, or not far from it for both. Outside it: the nearest of both. */
static bool is_answer(const twt_answers *answers, size_t i)
{
    const twt_sentence_link *link = &answers->links.data[i];
    float best[2] = {answers->best[0].data[link->at[0]], answers->best[1].data[link->at[1]]};
    bool is_nearest[2] = {link->cosine >= best[0], link->cosine >= best[1]};
    if (!answers->chain.links.data[i].in_chain)
        return is_nearest[0] && is_nearest[1] && link->cosine > moved_cosine;
    return is_nearest[0] || is_nearest[1] || link->cosine >= near_best * fmaxf(best[0], best[1]);
}

/* ---- groups ---------------------------------------------------------------------------------------------- */

static uint32_t root_of(const twt_answers *answers, uint32_t node)
{
    uint32_t *parents = answers->parents.data;
    while (parents[node] != node)
        node = parents[node] = parents[parents[node]];
    return node;
}

static void join(twt_answers *answers, uint32_t first, uint32_t second)
{
    uint32_t a = root_of(answers, first), b = root_of(answers, second);
    answers->parents.data[a > b ? a : b] = a < b ? a : b;
}

static bool is_alone(const twt_answers *answers, int side, uint32_t sentence)
{
    return (double)answers->best[side].data[sentence] <= moved_cosine;
}

/* One sentence on each side between two links of the chain answers the other, unless one is near another. */
static void join_between(twt_answers *answers, const twt_sentence_link *before, const twt_sentence_link *after,
                         uint32_t first_count)
{
    if (after->at[0] != before->at[0] + 2 || after->at[1] != before->at[1] + 2)
        return;
    if (is_alone(answers, 0, before->at[0] + 1) && is_alone(answers, 1, before->at[1] + 1))
        join(answers, before->at[0] + 1, first_count + before->at[1] + 1);
}

static bool join_answers(twt_answers *answers, const twt_pair_words *words)
{
    uint32_t first_count = (uint32_t)words->sentences[0].count;
    size_t nodes = first_count + words->sentences[1].count;
    const twt_sentence_link *before = NULL;
    if (!twt_vec_resize(&answers->parents, nodes))
        return false;
    for (uint32_t i = 0; i < nodes; i++)
        answers->parents.data[i] = i;
    for (size_t i = 0; i < answers->links.count; i++) {
        const twt_sentence_link *link = &answers->links.data[i];
        if (!is_answer(answers, i))
            continue;
        join(answers, link->at[0], first_count + link->at[1]);
        if (!answers->chain.links.data[i].in_chain)
            continue;
        if (before)
            join_between(answers, before, link, first_count);
        before = link;
    }
    return true;
}

static bool number_groups(twt_answers *answers, const twt_pair_words *words)
{
    uint32_t first_count = (uint32_t)words->sentences[0].count;
    uint32_t counts[2] = {first_count, (uint32_t)words->sentences[1].count};
    for (int side = 0; side < 2; side++) {
        int text = twt_pair_side(words, side);
        if (!twt_vec_resize(&answers->groups[text], counts[side]))
            return false;
        for (uint32_t s = 0; s < counts[side]; s++)
            answers->groups[text].data[s] = TWT_NO_ANSWER;
    }
    uint32_t *first = answers->groups[twt_pair_side(words, 0)].data;
    uint32_t *second = answers->groups[twt_pair_side(words, 1)].data;
    answers->count = 0;
    for (uint32_t s = 0; s < counts[1]; s++) {
        uint32_t root = root_of(answers, first_count + s);
        if (root < first_count)
            second[s] = first[root] = first[root] == TWT_NO_ANSWER ? answers->count++ : first[root];
    }
    for (uint32_t s = 0; s < first_count; s++)
        first[s] = first[root_of(answers, s)];
    return true;
}

twt_status twt_answers_find(twt_answers *answers, const twt_pair_words *words, twt_sentence_index *index)
{
    if (twt_sentence_index_fill(index, words, 1) != TWT_OK || !find_links(answers, words, index) ||
        !mark_chain(answers, words->sentences[1].count) || !join_answers(answers, words) ||
        !number_groups(answers, words))
        return TWT_ERROR_MEMORY;
    return TWT_OK;
}
