#include "compare/passages/seed_limit.h"

typedef struct ranking {
    uint64_t sentences_a, sentences_b;
} ranking;

/* How far apart the two sentences stand. */
static uint64_t distance(const ranking *r, const twt_seed *seed)
{
    uint64_t a = seed->a * r->sentences_b, b = seed->b * r->sentences_a;
    return a > b ? a - b : b - a;
}

static bool is_stronger(const ranking *r, const twt_seed *seed, const twt_seed *other)
{
    if (seed->cosine != other->cosine)
        return seed->cosine > other->cosine;
    uint64_t here = distance(r, seed), there = distance(r, other);
    return here != there ? here < there : seed->b < other->b;
}

/* Of the seeds of one sentence puts the strongest first, as many as are kept, the strongest of all first. */
static void put_strongest_first(const ranking *r, twt_seed *seeds, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        twt_seed seed = seeds[i];
        size_t at = i < TWT_SEEDS_KEPT ? i : TWT_SEEDS_KEPT - 1;
        if (at < i && !is_stronger(r, &seed, &seeds[at]))
            continue;
        for (; at > 0 && is_stronger(r, &seed, &seeds[at - 1]); at--)
            seeds[at] = seeds[at - 1];
        seeds[at] = seed;
    }
}

static void sort_by_second(twt_seed *seeds, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        twt_seed seed = seeds[i];
        size_t at = i;
        for (; at > 0 && seeds[at - 1].b > seed.b; at--)
            seeds[at] = seeds[at - 1];
        seeds[at] = seed;
    }
}

void twt_seeds_thin(twt_seeds *seeds, size_t begin, size_t sentences_a, size_t sentences_b)
{
    ranking r = {sentences_a, sentences_b};
    size_t kept = begin;
    for (size_t first = begin, end; first < seeds->count; first = end) {
        for (end = first + 1; end < seeds->count && seeds->data[end].a == seeds->data[first].a;)
            end++;
        size_t count = end - first < TWT_SEEDS_KEPT ? end - first : TWT_SEEDS_KEPT;
        put_strongest_first(&r, seeds->data + first, end - first);
        sort_by_second(seeds->data + first, count);
        for (size_t i = 0; i < count; i++)
            seeds->data[kept++] = seeds->data[first + i];
    }
    seeds->count = kept;
}
