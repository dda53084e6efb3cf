/* Links are first thinned: a sentence often resembles several of the other text, most of them echoes of the one it was
 * made from. Taken by falling cosine, a link stays when half of what it shares is not yet explained by links before it.
 *
 * Then they are split as in Sanchez-Perez et al. 2014 (section 3.2): wherever more than `gap` sentences of a text lie
 * between neighbours, in one text and the other by turns until no gap is left; a part whose two stretches are not
 * similar enough is split again with a smaller gap. What is left does not depend on which text is split first. Unlike
 * there, a row of pairs is kept when its stretches are not similar and no gap is left, for the evidence to judge; a
 * single pair is not. */
#include "compare/passages/clusters.h"

#include <stdlib.h>
#include <string.h>

#include "base/sort.h"
enum { GAP_SENTENCES = 4, SPLITS_MAX = 64 /* bounds the time for links that fall apart one by one */ };
static const double similarity_limit = .34; /* cosine of the bags of words of both stretches */
static const double unexplained_share = .5;

static int compare_at(const twt_sentence_link *a, const twt_sentence_link *b, int side)
{
    for (int i = 0; i < 2; i++, side = !side)
        if (a->at[side] != b->at[side])
            return a->at[side] < b->at[side] ? -1 : 1;
    return 0;
}

static int compare_by_first(const void *left, const void *right)
{
    return compare_at(left, right, 0);
}

static int compare_by_second(const void *left, const void *right)
{
    return compare_at(left, right, 1);
}

static int compare_by_strength(const void *left, const void *right)
{
    const twt_sentence_link *a = left, *b = right;
    if (a->is_weak != b->is_weak)
        return a->is_weak ? 1 : -1;
    if (a->cosine != b->cosine)
        return a->cosine > b->cosine ? -1 : 1;
    return compare_at(a, b, 0);
}

/* ---- echoes ---- */

static uint32_t lesser(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

static void note_positions(twt_link_clusters *clusters, const twt_pair_words *words, uint32_t sentence, bool is_noted)
{
    for (uint32_t i = words->own[0].first_term[sentence]; i < words->own[0].first_term[sentence + 1]; i++)
        clusters->positions.data[words->terms[0][i].word] = is_noted ? i + 1 : 0;
}

/* Whether enough of the link's shared words is left; if so they are explained from now on. */
static bool explain(twt_link_clusters *clusters, const twt_pair_words *words, const twt_sentence_link *link)
{
    const uint32_t *first = words->own[1].first_term + link->at[1];
    uint32_t *left_a = clusters->unexplained[0].data, *left_b = clusters->unexplained[1].data;
    double shared = 0, left = 0;
    note_positions(clusters, words, link->at[0], true);
    for (uint32_t i = first[0]; i < first[1]; i++) {
        twt_term term = words->terms[1][i];
        uint32_t at = clusters->positions.data[term.word];
        if (!at)
            continue;
        double weight = words->weights.data[term.word];
        shared += weight * weight * lesser(term.tf, words->terms[0][at - 1].tf);
        left += weight * weight * lesser(left_b[i], left_a[at - 1]);
    }
    bool is_new = left >= unexplained_share * shared;
    for (uint32_t i = first[0]; i < first[1] && is_new; i++) {
        uint32_t at = clusters->positions.data[words->terms[1][i].word];
        if (!at)
            continue;
        uint32_t both = lesser(left_b[i], left_a[at - 1]);
        left_b[i] -= both;
        left_a[at - 1] -= both;
    }
    note_positions(clusters, words, link->at[0], false);
    return is_new;
}

static bool drop_echoes(twt_link_clusters *clusters, const twt_pair_words *words, twt_sentence_links *links)
{
    for (int side = 0; side < 2; side++) {
        if (!twt_vec_resize(&clusters->unexplained[side], words->own[side].term_count))
            return false;
        for (size_t i = 0; i < words->own[side].term_count; i++)
            clusters->unexplained[side].data[i] = words->terms[side][i].tf;
    }
    if (!twt_vec_resize(&clusters->positions, words->count))
        return false;
    memset(clusters->positions.data, 0, words->count * sizeof *clusters->positions.data);
    twt_sort_items(links->data, links->count, sizeof *links->data, compare_by_strength);
    size_t kept = 0;
    for (size_t i = 0; i < links->count; i++)
        if (explain(clusters, words, &links->data[i]))
            links->data[kept++] = links->data[i];
    links->count = kept;
    return true;
}

/* ---- clusters ---- */

static void count_words(twt_link_clusters *clusters, const twt_pair_words *words, int side, const twt_stretch *stretch)
{
    uint32_t begin = words->own[side].first_term[stretch->begin[side]];
    uint32_t end = words->own[side].first_term[stretch->end[side]];
    for (uint32_t i = begin; i < end; i++) {
        twt_term term = words->terms[side][i];
        if (!clusters->counts[0].data[term.word] && !clusters->counts[1].data[term.word])
            clusters->used.data[clusters->used.count++] = term.word;
        clusters->counts[side].data[term.word] += term.tf;
    }
}

/* Whether the bags of words of both sides are alike; stretches of words beyond the work limit pass. */
static bool is_similar(twt_link_clusters *clusters, const twt_pair_words *words, const twt_stretch *stretch)
{
    twt_vec_clear(&clusters->used);
    count_words(clusters, words, 0, stretch);
    count_words(clusters, words, 1, stretch);
    double dot = 0, norm_a = 0, norm_b = 0;
    for (size_t i = 0; i < clusters->used.count; i++) {
        uint32_t word = clusters->used.data[i];
        double weight = words->weights.data[word];
        double a = clusters->counts[0].data[word] * weight, b = clusters->counts[1].data[word] * weight;
        dot += a * b;
        norm_a += a * a;
        norm_b += b * b;
        clusters->counts[0].data[word] = clusters->counts[1].data[word] = 0;
    }
    return norm_a * norm_b == 0 || dot * dot > similarity_limit * similarity_limit * norm_a * norm_b;
}

static bool is_better(const twt_sentence_link *link, const twt_sentence_link *best, const twt_analysis *const texts[2])
{
    double alike[2] = {0, 0};
    for (int side = 0; side < 2; side++) {
        const twt_sentence *own = &texts[side]->sentences[link->at[side]];
        const twt_sentence *other = &texts[side]->sentences[best->at[side]];
        alike[0] += (double)link->cosine * (own->token_end - own->token_begin);
        alike[1] += (double)best->cosine * (other->token_end - other->token_begin);
    }
    return link->is_weak == best->is_weak ? alike[0] > alike[1] : best->is_weak;
}

static twt_link_cluster cluster_of(const twt_sentence_link *links, size_t count, const twt_analysis *const texts[2])
{
    twt_link_cluster cluster = {{{links->at[0], links->at[1]}, {0, 0}}, *links};
    twt_stretch *sentences = &cluster.sentences;
    for (size_t i = 0; i < count; i++) {
        for (int side = 0; side < 2; side++) {
            uint32_t at = links[i].at[side];
            sentences->begin[side] = lesser(sentences->begin[side], at);
            if (at >= sentences->end[side])
                sentences->end[side] = at + 1;
        }
        if (is_better(&links[i], &cluster.best, texts))
            cluster.best = links[i];
    }
    return cluster;
}

/* Sorts a part along one text and cuts it at every gap; *is_cut, when there was one. */
static bool cut(twt_link_clusters *clusters, twt_sentence_link *links, twt_link_part part, int side, bool *is_cut)
{
    twt_sort_items(links + part.begin, part.end - part.begin, sizeof *links,
                   side ? compare_by_second : compare_by_first);
    size_t begin = part.begin;
    for (size_t i = part.begin + 1; i <= part.end; i++) {
        if (i < part.end && links[i].at[side] - links[i - 1].at[side] <= part.gap + 1)
            continue;
        if (begin == part.begin && i == part.end)
            break;
        twt_link_part piece = {begin, i, part.gap, part.splits + 1};
        if (!twt_vec_push(&clusters->parts, piece))
            return false;
        begin = i;
    }
    *is_cut = begin > part.begin;
    return true;
}

static bool split(twt_link_clusters *clusters, const twt_pair_words *words, const twt_analysis *const texts[2],
                  twt_sentence_link *links, twt_link_part part)
{
    for (int side = 0; side < 2 && part.splits < SPLITS_MAX; side++) {
        bool is_cut;
        if (!cut(clusters, links, part, side, &is_cut))
            return false;
        if (is_cut)
            return true;
    }
    twt_link_cluster cluster = cluster_of(links + part.begin, part.end - part.begin, texts);
    if (cluster.best.is_weak || is_similar(clusters, words, &cluster.sentences))
        return twt_vec_push(&clusters->clusters, cluster);
    if (part.gap == 0 || part.splits >= SPLITS_MAX)
        return part.end - part.begin == 1 || twt_vec_push(&clusters->clusters, cluster);
    part.gap--;
    part.splits++;
    return twt_vec_push(&clusters->parts, part);
}

static bool make_room(twt_link_clusters *clusters, size_t words)
{
    twt_vec_clear(&clusters->clusters);
    twt_vec_clear(&clusters->parts);
    if (!twt_vec_resize(&clusters->counts[0], words) || !twt_vec_resize(&clusters->counts[1], words) ||
        !twt_vec_resize(&clusters->used, words))
        return false;
    memset(clusters->counts[0].data, 0, words * sizeof(uint32_t));
    memset(clusters->counts[1].data, 0, words * sizeof(uint32_t));
    return true;
}

twt_status twt_link_clusters_find(twt_link_clusters *clusters, const twt_pair_words *words,
                                  const twt_analysis *const texts[2], twt_sentence_links *links)
{
    if (!make_room(clusters, words->count))
        return TWT_ERROR_MEMORY;
    if (!links->count)
        return TWT_OK;
    twt_link_part all = {0, 0, GAP_SENTENCES, 0};
    if (!drop_echoes(clusters, words, links) || !twt_vec_push(&clusters->parts, all))
        return TWT_ERROR_MEMORY;
    clusters->parts.data[0].end = links->count;
    while (clusters->parts.count)
        if (!split(clusters, words, texts, links->data, clusters->parts.data[--clusters->parts.count]))
            return TWT_ERROR_MEMORY;
    return TWT_OK;
}

void twt_link_clusters_free(twt_link_clusters *clusters)
{
    twt_vec_free(&clusters->clusters);
    twt_vec_free(&clusters->parts);
    twt_vec_free(&clusters->positions);
    twt_vec_free(&clusters->used);
    for (int side = 0; side < 2; side++) {
        twt_vec_free(&clusters->unexplained[side]);
        twt_vec_free(&clusters->counts[side]);
    }
}
