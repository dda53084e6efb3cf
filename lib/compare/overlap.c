/* One walk over two ascending sets; when one is far longer the walk leaps in it by doubling steps. */
#include "compare/overlap.h"

enum { LEAP_RATIO = 32 };

/* The first position from begin on whose key is not under key. */
static size_t leap(const uint64_t *keys, size_t begin, size_t count, uint64_t key)
{
    size_t step = 1, low = begin;
    while (low + step < count && keys[low + step] < key) {
        low += step;
        step *= 2;
    }
    size_t high = low + step < count ? low + step : count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (keys[middle] < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
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

typedef struct walk { /* two stretches, and how far they are walked */
    const uint64_t *a, *a_end, *b, *b_end;
    size_t shared;
} walk;

static bool goes_on(const walk *w)
{
    return w->a < w->a_end && w->b < w->b_end;
}

/* Without branches: which side is lower can't be foretold. */
static inline void step(walk *w)
{
    uint64_t x = *w->a, y = *w->b;
    w->shared += x == y;
    w->a += x <= y;
    w->b += y <= x;
}

/* Both halves by turns, since each step has to wait for the one before. */
static size_t count_shared(const uint64_t *a, size_t a_count, const uint64_t *b, size_t b_count)
{
    size_t half = a_count / 2, cut = half ? leap(b, 0, b_count, a[half]) : 0;
    walk low = {a, a + half, b, b + cut, 0}, high = {a + half, a + a_count, b + cut, b + b_count, 0};
    while (goes_on(&low) && goes_on(&high)) {
        step(&low);
        step(&high);
    }
    while (goes_on(&low))
        step(&low);
    while (goes_on(&high))
        step(&high);
    return low.shared + high.shared;
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
