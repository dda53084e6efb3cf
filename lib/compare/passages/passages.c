/* Seeds, extension and filtering of Sanchez-Perez, Sidorov, Gelbukh (PAN 2014), each step replaced where something
 * better was measured: lib/ALGORITHMS.md. Clusters of seeds (clusters.c) get borders by token (borders.c)
 * and a kind (kind.c); long runs of equal tokens outside all of them are passages too. */
#include "compare/passages/passages.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/sort.h"
#include "compare/passages/chain.h"
#include "compare/passages/kind.h"
#include "compare/passages/summaries.h"

enum { BYTES_MIN = 150 };

/* What must speak for a passage, both sides together. The first term grows with the number of places where chance could
 * have put it, as in Karlin and Altschul 1990. The second: texts that share one passage are of one topic, and a topic
 * has its words. */
static const double evidence_per_log = 2.2;
static const double evidence_share = .2, evidence_other_max = 400;

struct twt_passage_finder {
    const twt_pair_words *words; /* of the pair at hand */
    twt_sentence_index *index;   /* of either side; borrowed */
    twt_link_finder link_finder;
    twt_sentence_links links;
    twt_link_clusters clusters;
    twt_borders borders;
    twt_told_list told;
    twt_run_set runs;
    twt_chain chain;
    TWT_VEC(twt_match) matches;  /* as given, first side first */
    TWT_VEC(uint8_t) is_told[2]; /* of each token, whether it lies in a passage */
    TWT_VEC(twt_keyed) order;
    TWT_VEC(twt_keyed) scratch;
    TWT_VEC(twt_passage) passages;
};

twt_status twt_passage_finder_new(twt_passage_finder **out)
{
    *out = twt_alloc_zeroed(1, sizeof **out);
    return *out ? TWT_OK : TWT_ERROR_MEMORY;
}

void twt_passage_finder_free(twt_passage_finder *finder)
{
    if (!finder)
        return;
    for (int side = 0; side < 2; side++) {
        twt_vec_free(&finder->is_told[side]);
    }
    twt_link_finder_free(&finder->link_finder);
    twt_vec_free(&finder->links);
    twt_link_clusters_free(&finder->clusters);
    twt_vec_free(&finder->told.items);
    twt_borders_free(&finder->borders);
    twt_run_set_free(&finder->runs);
    twt_chain_free(&finder->chain);
    twt_vec_free(&finder->matches);
    twt_vec_free(&finder->order);
    twt_vec_free(&finder->scratch);
    twt_vec_free(&finder->passages);
    twt_free(finder);
}

static int compare_passages(const void *left, const void *right)
{
    const twt_passage *a = left, *b = right;
    uint32_t keys[4][2] = {
        {a->a.begin, b->a.begin}, {a->b.begin, b->b.begin}, {a->a.end, b->a.end}, {a->b.end, b->b.end}};
    for (int i = 0; i < 4; i++)
        if (keys[i][0] != keys[i][1])
            return keys[i][0] < keys[i][1] ? -1 : 1;
    return 0;
}

/* A border at a sentence's takes the mark that closes it along. */
static twt_range bytes_of(const twt_analysis *text, const uint32_t *sentence_of, uint32_t begin, uint32_t end)
{
    const twt_sentence *first = &text->sentences[sentence_of[begin]], *last = &text->sentences[sentence_of[end - 1]];
    twt_range range;
    range.begin = first->token_begin == begin ? first->begin : text->tokens[begin].begin;
    range.end = last->token_end == end ? last->end : text->tokens[end - 1].end;
    return range;
}

/* Adds a stretch that is long enough; one that is not well supported only when it was copied word for word. */
static twt_status add_passage(twt_passage_finder *finder, const twt_analysis *const texts[2], const twt_stretch *tokens,
                              bool is_supported)
{
    twt_range range[2];
    for (int side = 0; side < 2; side++) {
        const uint32_t *sentence_of = finder->words->own[side].homes;
        range[side] = bytes_of(texts[side], sentence_of, tokens->begin[side], tokens->end[side]);
        if (range[side].end - range[side].begin < BYTES_MIN)
            return TWT_OK;
    }
    twt_passage passage = {range[0], range[1], TWT_PASSAGE_VERBATIM};
    twt_status status = twt_passage_kind_of(&finder->runs, finder->words, tokens, &passage.kind);
    if (status || (!is_supported && passage.kind != TWT_PASSAGE_VERBATIM))
        return status;
    for (int side = 0; side < 2; side++)
        memset(finder->is_told[side].data + tokens->begin[side], 1, tokens->end[side] - tokens->begin[side]);
    return twt_vec_push(&finder->passages, passage) ? TWT_OK : TWT_ERROR_MEMORY;
}

static twt_status fit_cluster(twt_passage_finder *finder, const twt_link_cluster *cluster)
{
    twt_told told = {.is_weak = cluster->best.is_weak};
    uint32_t middle[2];
    for (int side = 0; side < 2; side++) {
        const twt_sentence *sentences = finder->borders.texts[side]->sentences;
        const twt_sentence *best = &sentences[cluster->best.at[side]];
        told.tokens.begin[side] = sentences[cluster->sentences.begin[side]].token_begin;
        told.tokens.end[side] = sentences[cluster->sentences.end[side] - 1].token_end;
        middle[side] = (best->token_begin + best->token_end) / 2;
    }
    twt_status status = twt_borders_fit(&finder->borders, middle, &told.tokens, told.evidence);
    if (!status && !twt_vec_push(&finder->told.items, told))
        status = TWT_ERROR_MEMORY;
    return status;
}

static twt_status find_told(twt_passage_finder *finder, const twt_analysis *const texts[2])
{
    twt_status status = TWT_OK;
    for (int side = 0; side < 2 && !status; side++)
        status = twt_sentence_index_fill(&finder->index[side], finder->words, side);
    if (!status)
        status = twt_link_finder_add_weak(&finder->link_finder, finder->words, finder->index, &finder->links);
    if (!status)
        status = twt_link_clusters_find(&finder->clusters, finder->words, texts, &finder->links);
    twt_vec_clear(&finder->told.items);
    for (size_t i = 0; i < finder->clusters.clusters.count && !status; i++)
        status = fit_cluster(finder, &finder->clusters.clusters.data[i]);
    return status ? status : twt_summaries_find(&finder->borders, finder->index, &finder->told);
}

/* Takes those with enough evidence, seen beside the strongest other one. */
static twt_status add_told(twt_passage_finder *finder, const twt_analysis *const texts[2])
{
    const twt_told *told = finder->told.items.data, *end = told + finder->told.items.count;
    double strongest = 0, second = 0;
    for (const twt_told *at = told; at < end; at++) {
        double evidence = at->is_weak ? 0 : twt_told_evidence(at);
        second = evidence > strongest ? strongest : evidence > second ? evidence : second;
        strongest = evidence > strongest ? evidence : strongest;
    }
    double places = log((double)texts[0]->token_count) + log((double)texts[1]->token_count);
    twt_status status = TWT_OK;
    for (const twt_told *at = told; at < end && !status; at++) {
        double evidence = twt_told_evidence(at), other = evidence == strongest ? second : strongest;
        double needed =
            evidence_per_log * places + evidence_share * (other < evidence_other_max ? other : evidence_other_max);
        if (!at->is_weak)
            status = add_passage(finder, texts, &at->tokens, evidence >= needed);
    }
    return status;
}

static bool is_mostly_told(const twt_passage_finder *finder, int side, uint32_t begin, uint32_t count)
{
    uint32_t told = 0;
    for (uint32_t i = begin; i < begin + count; i++)
        told += finder->is_told[side].data[i];
    return 2 * told >= count;
}

/* Equal tokens that run on long enough are a passage even where the sentences around them are no seeds. */
static twt_status add_runs(twt_passage_finder *finder, const twt_analysis *const texts[2])
{
    twt_status status = TWT_OK;
    for (size_t i = 0; i < finder->matches.count && !status; i++) {
        twt_match match = finder->matches.data[i];
        twt_stretch tokens = {{match.a, match.b}, {match.a + match.count, match.b + match.count}};
        if (!is_mostly_told(finder, 0, match.a, match.count) || !is_mostly_told(finder, 1, match.b, match.count))
            status = add_passage(finder, texts, &tokens, true);
    }
    return status;
}

/* Gives every passage its place in the second text, in the order of the first. */
static twt_status rank_passages(twt_passage_finder *finder)
{
    size_t count = finder->passages.count;
    if (!twt_vec_resize(&finder->order, count) || !twt_vec_resize(&finder->scratch, count) ||
        !twt_vec_resize(&finder->chain.links, count))
        return TWT_ERROR_MEMORY;
    for (size_t i = 0; i < count; i++)
        finder->order.data[i] = (twt_keyed){finder->passages.data[i].b.begin, i};
    twt_sort_keyed(finder->order.data, finder->scratch.data, count);
    for (size_t rank = 0; rank < count; rank++) {
        const twt_passage *passage = &finder->passages.data[finder->order.data[rank].value];
        uint32_t weight = (passage->a.end - passage->a.begin) / 2 + (passage->b.end - passage->b.begin) / 2;
        finder->chain.links.data[finder->order.data[rank].value] = (twt_chain_link){(uint32_t)rank, weight, false};
    }
    return TWT_OK;
}

static twt_status mark_moved(twt_passage_finder *finder)
{
    size_t count = finder->passages.count;
    if (count < 2)
        return TWT_OK;
    twt_status status = rank_passages(finder);
    if (!status)
        status = twt_chain_mark(&finder->chain, count);
    for (size_t i = 0; i < count && !status; i++)
        if (!finder->chain.links.data[i].in_chain)
            finder->passages.data[i].kind = TWT_PASSAGE_MOVED;
    return status;
}

static twt_status find_passages(twt_passage_finder *finder, const twt_analysis *const texts[2])
{
    twt_status status = finder->links.count ? find_told(finder, texts) : TWT_OK;
    if (!status && finder->links.count && finder->told.items.count)
        status = add_told(finder, texts);
    return status ? status : add_runs(finder, texts);
}

/* Two texts of the same words: their passage is all of them, which also settles how equal sentences pair. */
static twt_status find_all(twt_passage_finder *finder, const twt_analysis *const texts[2])
{
    twt_stretch all = {{0, 0}, {(uint32_t)texts[0]->token_count, (uint32_t)texts[1]->token_count}};
    return add_passage(finder, texts, &all, true);
}

static void sort_passages(twt_passage_finder *finder)
{
    if (finder->passages.count > 1)
        twt_sort_items(finder->passages.data, finder->passages.count, sizeof(twt_passage), compare_passages);
}

static twt_status find(twt_passage_finder *finder, const twt_analysis *const texts[2], bool is_same)
{
    for (int side = 0; side < 2; side++) {
        if (!twt_vec_resize(&finder->is_told[side], texts[side]->token_count))
            return TWT_ERROR_MEMORY;
        memset(finder->is_told[side].data, 0, texts[side]->token_count);
    }
    twt_status status = twt_borders_begin(&finder->borders, finder->words);
    if (!status)
        status = is_same ? find_all(finder, texts) : find_passages(finder, texts);
    sort_passages(finder);
    return status ? status : mark_moved(finder);
}

/* Takes the caller's seeds and matches over, the sides changed if the pair is. */
static bool take_input(twt_passage_finder *finder, bool is_reversed, const twt_seed *seeds, size_t seed_count,
                       const twt_match *matches, size_t match_count)
{
    if (!twt_vec_resize(&finder->links, seed_count) || !twt_vec_resize(&finder->matches, match_count))
        return false;
    for (size_t i = 0; i < seed_count; i++) {
        const twt_seed *seed = &seeds[i];
        twt_sentence_link link = {
            {is_reversed ? seed->b : seed->a, is_reversed ? seed->a : seed->b}, seed->cosine, false};
        finder->links.data[i] = link;
    }
    for (size_t i = 0; i < match_count; i++) {
        finder->matches.data[i] = matches[i];
        if (is_reversed) {
            finder->matches.data[i].a = matches[i].b;
            finder->matches.data[i].b = matches[i].a;
        }
    }
    return true;
}

static void mirror(twt_passage_finder *finder)
{
    for (size_t i = 0; i < finder->passages.count; i++) {
        twt_passage *passage = &finder->passages.data[i];
        twt_range range = passage->a;
        passage->a = passage->b;
        passage->b = range;
    }
    sort_passages(finder);
}

twt_status twt_passage_finder_run(twt_passage_finder *finder, twt_pair_words *words, twt_sentence_index index[2],
                                  const twt_seed *seeds, size_t seed_count, const twt_match *matches,
                                  size_t match_count, const twt_passage **passages, size_t *count)
{
    const twt_analysis *const *texts = words->texts;
    *passages = NULL;
    *count = 0;
    twt_vec_clear(&finder->passages);
    finder->words = words;
    finder->index = index;
    if (!texts[0]->token_count || !texts[1]->token_count || (!seed_count && !match_count))
        return TWT_OK;
    if (!take_input(finder, words->is_reversed, seeds, seed_count, matches, match_count) ||
        twt_pair_words_weigh(words, twt_pair_limit(texts[0], texts[1])) || find(finder, texts, words->is_same))
        return TWT_ERROR_MEMORY;
    if (words->is_reversed)
        mirror(finder);
    *passages = finder->passages.data;
    *count = finder->passages.count;
    return TWT_OK;
}
