/* Holds the search of large gaps, which gives hopeless pieces up early, against one that never does. */
#include "compare/align/fill.h"

#include <stdlib.h>

#include "base/rng.h"
#include "support/suite.h"

enum { DIFFERENCES = 64, OFFSET = DIFFERENCES + 1, REACH = 2 * DIFFERENCES + 3, TOKENS_MAX = 1200, OUT = -1000000 };

typedef struct plain { /* a piece; of the path to keep its end and its tokens of a that match, by b plus one */
    const uint32_t *a, *b;
    int a_count, b_count;
    int reach[DIFFERENCES + 1][REACH];
    int differences, diagonal;
} plain;

static int begin_of(const plain *p, int d, int k)
{
    if (d == 0)
        return 0;
    const int *before = p->reach[d - 1];
    int left = k > -d ? before[OFFSET + k - 1] + 1 : OUT, up = k < d ? before[OFFSET + k + 1] : OUT;
    return left > up ? left : up;
}

static void search(plain *p)
{
    int best = -1;
    for (int d = 0; d <= DIFFERENCES; d++)
        for (int k = -d; k <= d; k += 2) {
            int x = begin_of(p, d, k), *end = &p->reach[d][OFFSET + k];
            *end = OUT;
            if (x < 0 || x > p->a_count || x - k > p->b_count)
                continue;
            while (x < p->a_count && x - k < p->b_count && p->a[x] == p->b[x - k])
                x++;
            *end = x;
            bool is_end = x == p->a_count && x - k == p->b_count;
            if (2 * x - k - d > best || is_end) {
                best = 2 * x - k - d;
                p->differences = d, p->diagonal = k;
            }
            if (is_end)
                return;
        }
}

static void mark_path(const plain *p, uint32_t *partners, uint32_t a_begin, uint32_t b_begin)
{
    for (int d = p->differences, k = p->diagonal; d >= 0; d--) {
        int begin = begin_of(p, d, k), end = p->reach[d][OFFSET + k];
        for (int x = begin; x < end; x++)
            partners[a_begin + (uint32_t)x] = b_begin + (uint32_t)(x - k) + 1;
        if (d > 0)
            k += k < d && p->reach[d - 1][OFFSET + k + 1] == begin &&
                         (k == -d || p->reach[d - 1][OFFSET + k - 1] < begin)
                     ? 1
                     : -1;
    }
}

static void fill_plainly(const twt_fill_gap *gap, uint32_t *partners)
{
    static plain p;
    uint32_t i = 0, j = 0;
    while (i < gap->a_count && j < gap->b_count) {
        p.a = gap->a + i, p.b = gap->b + j;
        p.a_count = (int)(gap->a_count - i), p.b_count = (int)(gap->b_count - j);
        search(&p);
        int x = p.reach[p.differences][OFFSET + p.diagonal], y = x - p.diagonal;
        int matched = (x + y - p.differences) / 2;
        if (!matched || 2 * matched < (x > y ? x : y))
            return;
        mark_path(&p, partners, i, j);
        i += (uint32_t)x, j += (uint32_t)y;
    }
}

static uint32_t edit(uint64_t *state, const uint32_t *from, uint32_t count, unsigned share, unsigned words,
                     uint32_t *to)
{
    uint32_t len = 0;
    for (uint32_t i = 0; i < count && len + 2 < TOKENS_MAX; i++) {
        bool is_edited = twt_rng_next(state) % 100 < share;
        unsigned way = twt_rng_next(state) % 3;
        if (is_edited && way > 0)
            to[len++] = (uint32_t)(twt_rng_next(state) % words);
        if (!is_edited || way == 1)
            to[len++] = from[i];
    }
    return len;
}

static size_t check_round(twt_fill_scratch *scratch, uint64_t *state)
{
    static uint32_t a[TOKENS_MAX], b[TOKENS_MAX], partners[TOKENS_MAX];
    unsigned words = 5 + (unsigned)(twt_rng_next(state) % 200), share = (unsigned)(twt_rng_next(state) % 100);
    uint32_t count = 100 + (uint32_t)(twt_rng_next(state) % 500), found = 0, expected = 0;
    for (uint32_t i = 0; i < count; i++) {
        a[i] = (uint32_t)(twt_rng_next(state) % words);
        partners[i] = 0;
    }
    twt_fill_gap gap = {.a = a, .b = b, .a_count = count, .b_count = edit(state, a, count, share, words, b)};
    twt_matches out = {.count = 0};
    ck_assert(twt_fill_large(scratch, &gap, &out));
    fill_plainly(&gap, partners);
    for (size_t i = 0; i < out.count; i++)
        for (uint32_t k = 0; k < out.data[i].count; k++, found++)
            ck_assert_uint_eq(partners[out.data[i].a + k], out.data[i].b + k + 1);
    for (uint32_t i = 0; i < count; i++)
        expected += partners[i] > 0;
    ck_assert_uint_eq(found, expected);
    twt_vec_free(&out);
    return found > 0;
}

START_TEST(hopeless_stretches_are_given_up_as_if_they_had_been_searched)
{
    twt_fill_scratch scratch = {.found = {.count = 0}};
    uint64_t state = 11;
    size_t filled = 0;
    enum { ROUNDS = 600 };
    for (int round = 0; round < ROUNDS; round++)
        filled += check_round(&scratch, &state);
    ck_assert(filled > ROUNDS / 5 && filled < ROUNDS * 9 / 10);
    twt_fill_free(&scratch);
}
END_TEST

TWT_SUITE("compare_fill", hopeless_stretches_are_given_up_as_if_they_had_been_searched)
