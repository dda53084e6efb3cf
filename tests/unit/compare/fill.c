/* Holds the search of large gaps, which gives hopeless pieces up early, against one that never does. */
#include "compare/align/fill.h"

#include <stdlib.h>
#include <string.h>

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

/* ---- small gaps ------------------------------------------------------------------------------------------ */

enum { SMALL = 24, UP = 0, LEFT, MATCH };

typedef struct table { /* of prefixes: the heaviest subsequence, and the heaviest whose last tokens match */
    uint32_t best[SMALL + 1][SMALL + 1], match[SMALL + 1][SMALL + 1];
    uint8_t from[SMALL + 1][SMALL + 1];
    bool is_run[SMALL + 1][SMALL + 1];
} table;

static void fill_table(table *t, const twt_fill_gap *gap)
{
    memset(t, 0, sizeof *t);
    for (uint32_t i = 1; i <= gap->a_count; i++)
        for (uint32_t j = 1; j <= gap->b_count; j++) {
            uint32_t up = t->best[i - 1][j], left = t->best[i][j - 1], weight = gap->weights[i - 1];
            t->best[i][j] = left >= up ? left : up;
            t->from[i][j] = left >= up ? LEFT : UP;
            if (gap->a[i - 1] != gap->b[j - 1])
                continue;
            uint32_t single = t->best[i - 1][j - 1] + weight, before = t->match[i - 1][j - 1];
            uint32_t joined = before ? before + weight + 2 : 0;
            t->is_run[i][j] = joined >= single;
            t->match[i][j] = joined >= single ? joined : single;
            if (t->match[i][j] > t->best[i][j]) {
                t->best[i][j] = t->match[i][j];
                t->from[i][j] = MATCH;
            }
        }
}

/* By token of a: its partner in b, plus one. */
static void trace_back(const table *t, const twt_fill_gap *gap, uint32_t partners[SMALL])
{
    uint32_t i = gap->a_count, j = gap->b_count;
    bool is_run = false;
    memset(partners, 0, SMALL * sizeof *partners);
    while (i && j) {
        if (is_run || t->from[i][j] == MATCH) {
            is_run = t->is_run[i][j];
            partners[--i] = j--;
        } else if (t->from[i][j] == LEFT) {
            j--;
        } else {
            i--;
        }
    }
}

/* Numbers of words that share a bit of 64, too. */
static uint32_t make_side(uint64_t *state, uint32_t words, uint32_t *ids)
{
    uint32_t count = (uint32_t)(twt_rng_next(state) % (SMALL + 1));
    for (uint32_t i = 0; i < count; i++)
        ids[i] = (uint32_t)(twt_rng_next(state) % words * 32);
    return count;
}

static size_t check_small_round(twt_fill_scratch *scratch, uint64_t *state)
{
    static table t;
    uint32_t a[SMALL], b[SMALL], partners[SMALL], words = 1 + (uint32_t)(twt_rng_next(state) % 60);
    uint8_t weights[SMALL];
    for (size_t i = 0; i < SMALL; i++)
        weights[i] = (uint8_t)(1 + twt_rng_next(state) % 3);
    twt_fill_gap gap = {.a = a,
                        .b = b,
                        .weights = weights,
                        .a_count = make_side(state, words, a),
                        .b_count = make_side(state, words, b)};
    twt_matches out = {.count = 0};
    size_t expected = 0, found = 0;
    fill_table(&t, &gap);
    trace_back(&t, &gap, partners);
    ck_assert(twt_fill_small(scratch, &gap, &out));
    for (size_t i = 0; i < out.count; i++)
        for (uint32_t k = 0; k < out.data[i].count; k++, found++)
            ck_assert_uint_eq(partners[out.data[i].a + k], out.data[i].b + k + 1);
    for (size_t i = 0; i < SMALL; i++)
        expected += partners[i] > 0;
    ck_assert_uint_eq(found, expected);
    twt_vec_free(&out);
    return found > 0;
}

START_TEST(small_gaps_are_filled_as_the_whole_table_says)
{
    twt_fill_scratch scratch = {.found = {.count = 0}};
    uint64_t state = 5;
    size_t filled = 0;
    enum { ROUNDS = 50000 };
    for (int round = 0; round < ROUNDS; round++)
        filled += check_small_round(&scratch, &state);
    ck_assert(filled > ROUNDS / 2 && filled < ROUNDS * 19 / 20);
    twt_fill_free(&scratch);
}
END_TEST

TWT_SUITE("compare_fill", small_gaps_are_filled_as_the_whole_table_says,
          hopeless_stretches_are_given_up_as_if_they_had_been_searched)
