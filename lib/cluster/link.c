#include "cluster/link.h"

#include <stdlib.h>
#include <string.h>

#include "base/sort.h"
#include "base/vec.h"
#include "cluster/star.h"

static twt_link_end end_of(const uint32_t *home, uint32_t document)
{
    if (home[document] == TWT_NO_CLUSTER)
        return (twt_link_end){.is_cluster = false, .number = document};
    return (twt_link_end){.is_cluster = true, .number = home[document]};
}

/* From the derived text to its source: the contained one of an excerpt, else the one that came later. */
static bool runs_from_a(const twt_graph *graph, const twt_pair *pair)
{
    const twt_verdict *verdict = &pair->verdict;
    if (twt_pair_link(pair) == TWT_RELATION_EXCERPT && verdict->coverage[0] != verdict->coverage[1])
        return verdict->coverage[0] > verdict->coverage[1];
    if (verdict->first != TWT_FIRST_UNKNOWN)
        return verdict->first == TWT_FIRST_B;
    return strcmp(graph->documents[pair->a].id, graph->documents[pair->b].id) > 0;
}

static int compare_ends(const twt_link_end *a, const twt_link_end *b)
{
    if (a->is_cluster != b->is_cluster)
        return a->is_cluster ? 1 : -1;
    return (a->number > b->number) - (a->number < b->number);
}

static int by_ends(const void *left, const void *right)
{
    const twt_link *a = left, *b = right;
    int order = compare_ends(&a->from, &b->from);
    if (!order)
        order = compare_ends(&a->to, &b->to);
    return order ? order : (a->relation > b->relation) - (a->relation < b->relation);
}

static size_t drop_repeats(twt_link *links, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || by_ends(&links[kept - 1], &links[i]) != 0)
            links[kept++] = links[i];
    return kept;
}

twt_status twt_links_find(const twt_graph *graph, const uint32_t *home, twt_link **links, size_t *count)
{
    TWT_VEC(twt_link) found = {0};
    for (size_t i = 0; i < graph->pair_count; i++) {
        const twt_pair *pair = &graph->pairs[i];
        if (home[pair->a] == home[pair->b] && home[pair->a] != TWT_NO_CLUSTER)
            continue;
        bool is_from_a = runs_from_a(graph, pair);
        twt_link link = {.from = end_of(home, is_from_a ? pair->a : pair->b),
                         .to = end_of(home, is_from_a ? pair->b : pair->a),
                         .relation = twt_pair_link(pair)};
        if (!twt_vec_push(&found, link)) {
            twt_vec_free(&found);
            return TWT_ERROR_MEMORY;
        }
    }
    twt_sort_items(found.data, found.count, sizeof *found.data, by_ends);
    *links = found.data;
    *count = drop_repeats(found.data, found.count);
    return TWT_OK;
}
