#include "cluster/canonical.h"

#include <math.h>
#include <string.h>

#include "base/reason.h"

/* Points of a FIRST reason for document: positive ones speak for pair->a, negative ones for pair->b. */
static double points_for(const twt_pair *pair, uint32_t document, const twt_reason *reason)
{
    return pair->a == document ? reason->value : -reason->value;
}

static void add_reasons(twt_canonical_key *key, const twt_pair *pair, uint32_t document)
{
    double sum = 0;
    for (size_t i = 0; i < pair->reason_count; i++) {
        const twt_reason *reason = &pair->reasons[i];
        if (!twt_reason_is_about_first(reason->code))
            continue;
        double points = points_for(pair, document, reason);
        sum += points;
        if (reason->code == TWT_REASON_FIRST_CREDIT && points > 0)
            key->credited++;
    }
    key->first += (int32_t)lround(100 * sum);
}

/* What the second-best supporter holds of the document is held by two others at least. */
typedef struct support {
    double best, second;
} support;

static void add_support(support *s, double containment)
{
    if (containment > s->best) {
        s->second = s->best;
        s->best = containment;
    } else if (containment > s->second) {
        s->second = containment;
    }
}

twt_canonical_key twt_canonical_key_of(const twt_graph *graph, uint32_t document, const uint32_t *home,
                                       uint32_t cluster)
{
    const twt_cluster_document *known = &graph->documents[document];
    twt_canonical_key key = {.is_preferred = known->is_preferred,
                             .tier = known->tier,
                             .earliest = known->published.precision ? known->published.seconds : INT64_MAX,
                             .tokens = known->tokens,
                             .id = known->id};
    support s = {0};
    for (size_t e = graph->begins[document]; e < graph->begins[document + 1]; e++) {
        const twt_pair *pair = &graph->pairs[graph->edges[e].pair];
        if (home[graph->edges[e].neighbour] != cluster || !twt_pair_makes_version(pair))
            continue;
        add_reasons(&key, pair, document);
        add_support(&s, pair->verdict.containment[pair->a == document ? 0 : 1]);
        key.centrality += (uint64_t)llround(ldexp(pair->verdict.jaccard, 20));
    }
    key.supported = (uint64_t)llround(s.second * known->tokens);
    return key;
}

static int order(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

int twt_canonical_compare(const twt_canonical_key *a, const twt_canonical_key *b, twt_reason_code *deciding)
{
    const struct {
        twt_reason_code term;
        int order;
    } terms[] = {
        {TWT_REASON_CANONICAL_PREFERRED, order(a->is_preferred, b->is_preferred)},
        {TWT_REASON_CANONICAL_TIER, order(a->tier, b->tier)},
        {TWT_REASON_CANONICAL_CREDITED, order(a->credited, b->credited)},
        {TWT_REASON_CANONICAL_FIRST, order(a->first, b->first)},
        {TWT_REASON_CANONICAL_EARLIEST, order(b->earliest, a->earliest)},
        {TWT_REASON_CANONICAL_SUPPORTED, order((int64_t)a->supported, (int64_t)b->supported)},
        {TWT_REASON_CANONICAL_MEDOID, order((int64_t)a->centrality, (int64_t)b->centrality)},
        {TWT_REASON_CANONICAL_LONGEST, order(a->tokens, b->tokens)},
        {TWT_REASON_CANONICAL_SMALLEST_ID, order(strcmp(b->id, a->id), 0)},
    };
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        *deciding = terms[i].term;
        if (terms[i].order)
            return terms[i].order;
    }
    return 0;
}

double twt_canonical_value(const twt_canonical_key *key, twt_reason_code term)
{
    switch (term) {
    case TWT_REASON_CANONICAL_TIER:
        return key->tier;
    case TWT_REASON_CANONICAL_CREDITED:
        return key->credited;
    case TWT_REASON_CANONICAL_FIRST:
        return key->first / 100.0;
    case TWT_REASON_CANONICAL_EARLIEST:
        return (double)key->earliest;
    case TWT_REASON_CANONICAL_SUPPORTED:
        return (double)key->supported;
    case TWT_REASON_CANONICAL_MEDOID:
        return ldexp((double)key->centrality, -20);
    case TWT_REASON_CANONICAL_LONGEST:
        return key->tokens;
    default:
        return 0;
    }
}
