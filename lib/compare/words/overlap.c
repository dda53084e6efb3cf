/* One walk over two ascending sets; when one is far longer the walk leaps in it by doubling steps. */
#include "compare/words/overlap.h"

#include "base/search.h"

enum { LEAP_RATIO = 32 };

/* The first position from begin on whose key is not under key. */
static size_t leap(const uint64_t *keys, size_t begin, size_t count, uint64_t key)
{
    size_t step = 1, low = begin;
    while (low + step < count && keys[low + step] < key) {
        low += step;
        step *= 2;
    }
    return twt_search(keys, low, low + step < count ? low + step : count, key);
}

static size_t count_shared_leaping(const uint64_t *few, size_t few_count, const uint64_t *many, size_t many_count)
{
    size_t shared = 0, at = 0;
    for (size_t i = 0; i < few_count && at < many_count; i++) {
        at = leap(many, at, many_count, few[i]);
        shared += at < many_count && many[at] == few[i];
    }
    return shared;
}

static size_t count_shared(const uint64_t *a, size_t a_count, const uint64_t *b, size_t b_count)
{
    size_t shared = 0, i = 0, j = 0;
    while (i < a_count && j < b_count) { /* without branches: which side is lower can't be foretold */
        uint64_t x = a[i], y = b[j];
        shared += x == y;
        i += x <= y;
        j += y <= x;
    }
    return shared;
}

static double ratio(size_t part, size_t whole)
{
    return whole ? (double)part / (double)whole : 0;
}

twt_overlap twt_overlap_of(const twt_analysis *a, const twt_analysis *b)
{
    const twt_analysis *few = a->shingle_set_count <= b->shingle_set_count ? a : b, *many = few == a ? b : a;
    size_t m = few->shingle_set_count, n = many->shingle_set_count;
    size_t shared = m < n / LEAP_RATIO ? count_shared_leaping(few->shingle_set, m, many->shingle_set, n)
                                       : count_shared(few->shingle_set, m, many->shingle_set, n);
    return (twt_overlap){.shared = (uint32_t)shared,
                         .jaccard = ratio(shared, m + n - shared),
                         .containment = {ratio(shared, a->shingle_set_count), ratio(shared, b->shingle_set_count)}};
}
