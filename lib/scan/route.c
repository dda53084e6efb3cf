#include "scan/route.h"

#include <string.h>

#include "base/sort.h"

typedef struct graph { /* documents and their pairs */
    const twt_candidate_pair *pairs;
    size_t *first;     /* of each document, in edges, and one more */
    uint32_t *edges;   /* positions in pairs; each pair stands at both its documents */
    size_t *next;      /* of each document: the edge to follow next */
    uint32_t *waiting; /* documents on the way from the beginning to the one at hand */
    bool *is_visited;
} graph;

static void free_graph(graph *g)
{
    twt_free(g->first);
    twt_free(g->edges);
    twt_free(g->next);
    twt_free(g->waiting);
    twt_free(g->is_visited);
}

/* Counting sort of the pairs by both documents. */
static bool make_graph(graph *g, const twt_candidate_pair *pairs, size_t count, size_t documents)
{
    *g = (graph){.pairs = pairs,
                 .first = twt_alloc_zeroed(documents + 1, sizeof *g->first),
                 .edges = twt_alloc_array(2 * count, sizeof *g->edges),
                 .next = twt_alloc_array(documents, sizeof *g->next),
                 .waiting = twt_alloc_array(documents, sizeof *g->waiting),
                 .is_visited = twt_alloc_zeroed(documents, sizeof *g->is_visited)};
    if (!g->first || !g->edges || !g->next || !g->waiting || !g->is_visited)
        return false;
    for (size_t i = 0; i < count; i++) {
        g->first[pairs[i].a + 1]++;
        g->first[pairs[i].b + 1]++;
    }
    for (size_t d = 0; d < documents; d++) {
        g->first[d + 1] += g->first[d];
        g->next[d] = g->first[d];
    }
    for (size_t i = 0; i < count; i++) {
        g->edges[g->next[pairs[i].a]++] = (uint32_t)i;
        g->edges[g->next[pairs[i].b]++] = (uint32_t)i;
    }
    memcpy(g->next, g->first, documents * sizeof *g->next);
    return true;
}

static uint32_t other_of(const graph *g, uint32_t edge, uint32_t document)
{
    const twt_candidate_pair *pair = &g->pairs[edge];
    return pair->a == document ? pair->b : pair->a;
}

/* Marks a document, and appends its pairs with those that were visited before. */
static uint32_t *visit(graph *g, uint32_t document, uint32_t *out)
{
    g->is_visited[document] = true;
    for (size_t e = g->first[document]; e < g->first[document + 1]; e++)
        if (g->is_visited[other_of(g, g->edges[e], document)])
            *out++ = g->edges[e];
    return out;
}

/* The next document to visit from one; false when all its pairs were followed. */
static bool follow(graph *g, uint32_t document, uint32_t *to)
{
    while (g->next[document] < g->first[document + 1]) {
        *to = other_of(g, g->edges[g->next[document]++], document);
        if (!g->is_visited[*to])
            return true;
    }
    return false;
}

static uint32_t *visit_all_from(graph *g, uint32_t document, uint32_t *out)
{
    size_t depth = 0;
    g->waiting[depth++] = document;
    out = visit(g, document, out);
    while (depth) {
        uint32_t to;
        if (!follow(g, g->waiting[depth - 1], &to)) {
            depth--;
            continue;
        }
        out = visit(g, to, out);
        g->waiting[depth++] = to;
    }
    return out;
}

/* The two texts, the lower number first, and which of them is the pair's a; a document's number takes 24 bits. */
static uint64_t texts_of(const twt_candidate_pair *pair, const uint32_t *first_copies)
{
    uint64_t a = first_copies[pair->a], b = first_copies[pair->b];
    return a <= b ? a << 25 | b << 1 : b << 25 | a << 1 | 1;
}

/* Pairs of the same two texts follow the first of them. */
static bool bring_together(const twt_candidate_pair *pairs, size_t count, const uint32_t *first_copies, uint32_t *route)
{
    twt_keyed *steps = twt_alloc_array(count, sizeof *steps), *scratch = twt_alloc_array(count, sizeof *scratch);
    bool is_ready = steps && scratch;
    if (is_ready) {
        for (size_t i = 0; i < count; i++)
            steps[i] = (twt_keyed){texts_of(&pairs[route[i]], first_copies), (uint64_t)i << 32 | route[i]};
        twt_sort_keyed(steps, scratch, count);
        for (size_t begin = 0, end; begin < count; begin = end) {
            uint64_t texts = steps[begin].key, first = steps[begin].value >> 32;
            for (end = begin; end < count && steps[end].key == texts; end++)
                scratch[end] = (twt_keyed){first, (uint32_t)steps[end].value};
        }
        twt_sort_keyed(scratch, steps, count);
        for (size_t i = 0; i < count; i++)
            route[i] = (uint32_t)scratch[i].value;
    }
    twt_free(steps);
    twt_free(scratch);
    return is_ready;
}

twt_status twt_route_find(const twt_candidate_pair *pairs, size_t count, size_t document_count,
                          const uint32_t *first_copies, uint32_t **out)
{
    graph g;
    bool is_made = make_graph(&g, pairs, count, document_count);
    uint32_t *route = is_made ? twt_alloc_array(count, sizeof *route) : NULL, *end = route;
    for (uint32_t d = 0; route && d < document_count; d++)
        if (!g.is_visited[d])
            end = visit_all_from(&g, d, end);
    free_graph(&g);
    if (route && first_copies && !bring_together(pairs, count, first_copies, route)) {
        twt_free(route);
        route = NULL;
    }
    *out = route;
    return route ? TWT_OK : TWT_ERROR_MEMORY;
}
