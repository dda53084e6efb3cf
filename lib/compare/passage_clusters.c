/* Seeds are first thinned: a sentence often resembles several of the other text, most of them echoes of the one it was
 * made from. Taken by falling cosine, a seed stays when half of what it shares is not yet explained by seeds before it.
 *
 * Then they are split as in Sanchez-Perez et al. 2014 (section 3.2): wherever more than `gap` sentences of a text lie
 * between neighbours, in one text and the other by turns until no gap is left; a part whose two stretches are not
 * similar enough is split again with a smaller gap. What is left by this does not depend on which text is split first.
 */
#include "compare/passage_clusters.h"

#include <stdlib.h>
#include <string.h>

enum { GAP_SENTENCES = 4, SPLITS_MAX = 64 };
static const double similarity_limit = .34; /* cosine of the bags of words of both stretches */
static const double unexplained_share = .5;

static int compare_cosines(const void *left, const void *right)
{
    const twt_seed *a = left, *b = right;
    if (a->cosine != b->cosine)
        return a->cosine > b->cosine ? -1 : 1;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return a->b < b->b ? -1 : a->b > b->b;
}

static int compare_by_a(const void *left, const void *right)
{
    const twt_seed *a = left, *b = right;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return a->b < b->b ? -1 : a->b > b->b;
}

static int compare_by_b(const void *left, const void *right)
{
    const twt_seed *a = left, *b = right;
    if (a->b != b->b)
        return a->b < b->b ? -1 : 1;
    return a->a < b->a ? -1 : a->a > b->a;
}

/* ---- echoes ---- */

static uint32_t lesser(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

static void note_positions(twt_seed_clusters *clusters, const twt_pair_words *words, uint32_t sentence, bool is_noted)
{
    for (uint32_t i = words->first_term[0].data[sentence]; i < words->first_term[0].data[sentence + 1]; i++)
        clusters->positions.data[words->terms[0].data[i].word] = is_noted ? i + 1 : 0;
}

/* Whether enough of the seed's shared words is left; if so they are explained from now on. */
static bool explain(twt_seed_clusters *clusters, const twt_pair_words *words, const twt_seed *seed)
{
    uint32_t begin = words->first_term[1].data[seed->b], end = words->first_term[1].data[seed->b + 1];
    uint32_t *left_a = clusters->unexplained[0].data, *left_b = clusters->unexplained[1].data;
    double shared = 0, left = 0;
    note_positions(clusters, words, seed->a, true);
    for (uint32_t i = begin; i < end; i++) {
        twt_term term = words->terms[1].data[i];
        uint32_t at = clusters->positions.data[term.word];
        if (!at)
            continue;
        double weight = words->words.data[term.word].weight;
        shared += weight * weight * lesser(term.tf, words->terms[0].data[at - 1].tf);
        left += weight * weight * lesser(left_b[i], left_a[at - 1]);
    }
    bool is_new = left >= unexplained_share * shared;
    for (uint32_t i = begin; i < end && is_new; i++) {
        uint32_t at = clusters->positions.data[words->terms[1].data[i].word];
        if (!at)
            continue;
        uint32_t both = lesser(left_b[i], left_a[at - 1]);
        left_b[i] -= both;
        left_a[at - 1] -= both;
    }
    note_positions(clusters, words, seed->a, false);
    return is_new;
}

static bool drop_echoes(twt_seed_clusters *clusters, const twt_pair_words *words)
{
    for (int side = 0; side < 2; side++) {
        if (!twt_vec_resize(&clusters->unexplained[side], words->terms[side].count))
            return false;
        for (size_t i = 0; i < words->terms[side].count; i++)
            clusters->unexplained[side].data[i] = words->terms[side].data[i].tf;
    }
    if (!twt_vec_resize(&clusters->positions, words->words.count))
        return false;
    memset(clusters->positions.data, 0, words->words.count * sizeof *clusters->positions.data);
    qsort(clusters->seeds.data, clusters->seeds.count, sizeof(twt_seed), compare_cosines);
    size_t kept = 0;
    for (size_t i = 0; i < clusters->seeds.count; i++)
        if (explain(clusters, words, &clusters->seeds.data[i]))
            clusters->seeds.data[kept++] = clusters->seeds.data[i];
    clusters->seeds.count = kept;
    return true;
}

/* ---- clusters ---- */

static void count_stretch(twt_seed_clusters *clusters, const twt_pair_words *words, int side,
                          const twt_stretch *stretch)
{
    uint32_t begin = words->first_term[side].data[stretch->begin[side]];
    uint32_t end = words->first_term[side].data[stretch->end[side]];
    for (uint32_t i = begin; i < end; i++) {
        twt_term term = words->terms[side].data[i];
        if (!clusters->counts[0].data[term.word] && !clusters->counts[1].data[term.word])
            clusters->used.data[clusters->used.count++] = term.word;
        clusters->counts[side].data[term.word] += term.tf;
    }
}

/* Of the bags of words of both sides, above the limit. */
static bool is_similar(twt_seed_clusters *clusters, const twt_pair_words *words, const twt_stretch *stretch)
{
    twt_vec_clear(&clusters->used);
    count_stretch(clusters, words, 0, stretch);
    count_stretch(clusters, words, 1, stretch);
    double dot = 0, norm_a = 0, norm_b = 0;
    for (size_t i = 0; i < clusters->used.count; i++) {
        uint32_t word = clusters->used.data[i];
        double weight = words->words.data[word].weight;
        double a = clusters->counts[0].data[word] * weight, b = clusters->counts[1].data[word] * weight;
        dot += a * b;
        norm_a += a * a;
        norm_b += b * b;
        clusters->counts[0].data[word] = clusters->counts[1].data[word] = 0;
    }
    return norm_a * norm_b == 0 || dot * dot > similarity_limit * similarity_limit * norm_a * norm_b;
}

static double text_of(const twt_seed *seed, const twt_analysis *const texts[2])
{
    const twt_sentence *a = &texts[0]->sentences[seed->a], *b = &texts[1]->sentences[seed->b];
    return (double)seed->cosine * ((a->token_end - a->token_begin) + (b->token_end - b->token_begin));
}

static twt_cluster_of_seeds cluster_of(const twt_seed *seeds, size_t count, const twt_analysis *const texts[2])
{
    twt_cluster_of_seeds cluster = {{{seeds->a, seeds->b}, {0, 0}}, *seeds, (uint32_t)count};
    twt_stretch *sentences = &cluster.sentences;
    for (size_t i = 0; i < count; i++) {
        uint32_t at[2] = {seeds[i].a, seeds[i].b};
        for (int side = 0; side < 2; side++) {
            if (at[side] < sentences->begin[side])
                sentences->begin[side] = at[side];
            if (at[side] >= sentences->end[side])
                sentences->end[side] = at[side] + 1;
        }
        if (text_of(&seeds[i], texts) > text_of(&cluster.best, texts))
            cluster.best = seeds[i];
    }
    return cluster;
}

static bool is_gap(const twt_seed *before, const twt_seed *after, int side, uint32_t gap)
{
    return side ? after->b - before->b > gap + 1 : after->a - before->a > gap + 1;
}

/* Sorts a part along one text and cuts it at every gap; *is_cut, when there was one. */
static bool cut(twt_seed_clusters *clusters, twt_part_of_seeds part, int side, bool *is_cut)
{
    twt_seed *seeds = clusters->seeds.data;
    qsort(seeds + part.begin, part.end - part.begin, sizeof *seeds, side ? compare_by_b : compare_by_a);
    size_t begin = part.begin;
    for (size_t i = part.begin + 1; i <= part.end; i++) {
        if (i < part.end && !is_gap(&seeds[i - 1], &seeds[i], side, part.gap))
            continue;
        if (begin == part.begin && i == part.end)
            break;
        twt_part_of_seeds piece = {begin, i, part.gap, part.splits + 1};
        if (!twt_vec_push(&clusters->parts, piece))
            return false;
        begin = i;
    }
    *is_cut = begin > part.begin;
    return true;
}

static bool split(twt_seed_clusters *clusters, const twt_pair_words *words, const twt_analysis *const texts[2],
                  twt_part_of_seeds part)
{
    for (int side = 0; side < 2 && part.splits < SPLITS_MAX; side++) {
        bool is_cut;
        if (!cut(clusters, part, side, &is_cut))
            return false;
        if (is_cut)
            return true;
    }
    twt_cluster_of_seeds cluster = cluster_of(clusters->seeds.data + part.begin, part.end - part.begin, texts);
    if (is_similar(clusters, words, &cluster.sentences))
        return twt_vec_push(&clusters->clusters, cluster);
    part.gap--;
    part.splits++;
    return part.gap == UINT32_MAX || part.splits > SPLITS_MAX || twt_vec_push(&clusters->parts, part);
}

static bool make_room(twt_seed_clusters *clusters, size_t words, const twt_seed *seeds, size_t count)
{
    twt_vec_clear(&clusters->clusters);
    twt_vec_clear(&clusters->parts);
    if (!twt_vec_resize(&clusters->counts[0], words) || !twt_vec_resize(&clusters->counts[1], words) ||
        !twt_vec_resize(&clusters->used, words) || !twt_vec_resize(&clusters->seeds, count))
        return false;
    memset(clusters->counts[0].data, 0, words * sizeof(uint32_t));
    memset(clusters->counts[1].data, 0, words * sizeof(uint32_t));
    memcpy(clusters->seeds.data, seeds, count * sizeof *seeds);
    return true;
}

twt_status twt_seed_clusters_find(twt_seed_clusters *clusters, const twt_pair_words *words,
                                  const twt_analysis *const texts[2], const twt_seed *seeds, size_t count)
{
    if (!make_room(clusters, words->words.count, seeds, count) || !drop_echoes(clusters, words))
        return TWT_ERROR_MEMORY;
    twt_part_of_seeds all = {0, clusters->seeds.count, GAP_SENTENCES, 0};
    if (all.end && !twt_vec_push(&clusters->parts, all))
        return TWT_ERROR_MEMORY;
    while (clusters->parts.count)
        if (!split(clusters, words, texts, clusters->parts.data[--clusters->parts.count]))
            return TWT_ERROR_MEMORY;
    return TWT_OK;
}

void twt_seed_clusters_free(twt_seed_clusters *clusters)
{
    twt_vec_free(&clusters->clusters);
    twt_vec_free(&clusters->seeds);
    twt_vec_free(&clusters->parts);
    twt_vec_free(&clusters->positions);
    twt_vec_free(&clusters->used);
    for (int side = 0; side < 2; side++) {
        twt_vec_free(&clusters->unexplained[side]);
        twt_vec_free(&clusters->counts[side]);
    }
}
