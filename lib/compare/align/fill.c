/* Small gaps: dynamic programming over all cells, with two states (the last tokens match, or not) so that a run of two
 * scores above two single matches. Large gaps: the greedy algorithm of Myers (1986, section 4) up to DIFFERENCES_MAX
 * edits; then the farthest path is kept and the search begins anew at its end, so that no piece costs more than
 * DIFFERENCES_MAX times its length and memory stays constant. A piece that matches under half is the end. */
#include "compare/align/fill.h"

#include <string.h>

void twt_fill_free(twt_fill_scratch *scratch)
{
    twt_vec_free(&scratch->steps);
    twt_vec_free(&scratch->rows);
    twt_vec_free(&scratch->reach);
    twt_vec_free(&scratch->found);
}

/* ---- small gaps ------------------------------------------------------------------------------------------ */

enum { NEIGHBOUR_BONUS = 2 };
enum { STEP_UP = 0, STEP_LEFT = 1, STEP_MATCH = 2, STEP_FROM = 3, STEP_RUN = 4 }; /* best's origin; match's: a match */

static void fill_row(const twt_fill_gap *gap, uint32_t i, const uint16_t *above, uint16_t *row, uint8_t *steps)
{
    uint32_t n = gap->b_count;
    const uint16_t *above_match = above + n + 1;
    uint16_t *match = row + n + 1;
    uint32_t token = gap->a[i];
    uint16_t weight = gap->weights[i];
    row[0] = match[0] = 0;
    for (uint32_t j = 0; j < n; j++) {
        bool is_left = row[j] >= above[j + 1];
        uint16_t best = is_left ? row[j] : above[j + 1];
        uint8_t step = is_left ? STEP_LEFT : STEP_UP;
        match[j + 1] = 0;
        if (gap->b[j] == token) {
            uint16_t single = above[j] + weight;
            uint16_t joined = above_match[j] ? above_match[j] + weight + NEIGHBOUR_BONUS : 0;
            match[j + 1] = joined >= single ? joined : single;
            step |= joined >= single ? STEP_RUN : 0;
            if (match[j + 1] > best) {
                best = match[j + 1];
                step = (uint8_t)((step & STEP_RUN) | STEP_MATCH);
            }
        }
        row[j + 1] = best;
        steps[j] = step;
    }
}

/* Takes one token pair before those taken so far. */
static bool take_pair(twt_matches *found, uint32_t a, uint32_t b)
{
    twt_match *last = found->count ? &found->data[found->count - 1] : NULL;
    if (last && last->a == a + 1 && last->b == b + 1) {
        last->a--, last->b--, last->count++;
        return true;
    }
    return twt_vec_push(found, ((twt_match){.a = a, .b = b, .count = 1}));
}

static bool trace_back(const twt_fill_gap *gap, const uint8_t *steps, twt_matches *found)
{
    uint32_t i = gap->a_count, j = gap->b_count;
    bool is_run = false; /* the pair after (i, j) was scored as its follower */
    while (i && j) {
        uint8_t step = steps[(size_t)(i - 1) * gap->b_count + j - 1];
        if (is_run || (step & STEP_FROM) == STEP_MATCH) {
            if (!take_pair(found, gap->a_begin + --i, gap->b_begin + --j))
                return false;
            is_run = step & STEP_RUN;
        } else if ((step & STEP_FROM) == STEP_LEFT) {
            j--;
        } else {
            i--;
        }
    }
    return true;
}

static bool append_backwards(const twt_matches *found, twt_matches *out)
{
    for (size_t i = found->count; i-- > 0;)
        if (!twt_vec_push(out, found->data[i]))
            return false;
    return true;
}

/* A bit for each word, by its number modulo 64. */
static uint64_t bit_of(uint32_t id)
{
    return UINT64_C(1) << (id & 63);
}

static uint64_t words_of(const uint32_t *ids, uint32_t count)
{
    uint64_t words = 0;
    for (uint32_t i = 0; i < count; i++)
        words |= bit_of(ids[i]);
    return words;
}

/* Cuts off the ends of both sides whose words the other side surely lacks: they match nothing, and no step through them
 * comes before one that matches. */
static twt_fill_gap inner_of(const twt_fill_gap *gap)
{
    twt_fill_gap in = *gap;
    uint64_t in_a = words_of(gap->a, gap->a_count), in_b = words_of(gap->b, gap->b_count);
    while (in.a_count && !(bit_of(in.a[in.a_count - 1]) & in_b))
        in.a_count--;
    while (in.b_count && !(bit_of(in.b[in.b_count - 1]) & in_a))
        in.b_count--;
    while (in.a_count && !(bit_of(*in.a) & in_b))
        in.a++, in.weights++, in.a_begin++, in.a_count--;
    while (in.b_count && !(bit_of(*in.b) & in_a))
        in.b++, in.b_begin++, in.b_count--;
    return in;
}

bool twt_fill_small(twt_fill_scratch *scratch, const twt_fill_gap *outer, twt_matches *out)
{
    const twt_fill_gap in = inner_of(outer), *gap = &in;
    size_t m = gap->a_count, n = gap->b_count, width = 2 * (n + 1);
    twt_vec_clear(&scratch->rows);
    twt_vec_clear(&scratch->steps);
    twt_vec_clear(&scratch->found);
    if (!m || !n)
        return true;
    if (!twt_vec_reserve(&scratch->rows, 2 * width) || !twt_vec_reserve(&scratch->steps, m * n))
        return false;
    uint16_t *above = scratch->rows.data, *row = above + width;
    memset(above, 0, width * sizeof *above);
    for (uint32_t i = 0; i < m; i++) {
        fill_row(gap, i, above, row, scratch->steps.data + i * n);
        uint16_t *swap = above;
        above = row;
        row = swap;
    }
    return trace_back(gap, scratch->steps.data, &scratch->found) && append_backwards(&scratch->found, out);
}

/* ---- large gaps ------------------------------------------------------------------------------------------ */

enum { DIFFERENCES_MAX = 64, DIAGONALS = 2 * DIFFERENCES_MAX + 3, OUTSIDE = -(1 << 30) };
enum { BALANCES = 1024, COUNTED_MOST = 512 };

typedef struct piece { /* what is left of a gap, and how far the search has come in it */
    const uint32_t *a, *b;
    int32_t a_count, b_count;
    int32_t longest;               /* no longer stretch can match by half */
    int32_t differences, diagonal; /* of the path to keep */
} piece;

/* Takes a token of one side (step 1) or the other (-1); whether the other has one for it. */
static bool balance(int8_t *balances, uint32_t id, int8_t step)
{
    int8_t *at = &balances[id % BALANCES];
    bool is_met = *at * step < 0;
    *at += step;
    return is_met;
}

/* How long a stretch may be at most of which half could match, by the words alone: two beginnings of n tokens have no
 * more matches than words in common. And a path of DIFFERENCES_MAX leaves no more of them unmatched, so none gets past
 * an n that lacks more. Words that share a balance make the bound looser, not wrong. */
static int32_t longest_half(const piece *p)
{
    int8_t balances[BALANCES] = {0};
    int32_t common = 0, longest = 0;
    for (int32_t n = 0; n < p->a_count || n < p->b_count; n++) {
        if (n == COUNTED_MOST)
            return INT32_MAX;
        if (common < n - DIFFERENCES_MAX)
            break;
        common += n < p->a_count && balance(balances, p->a[n], 1);
        common += n < p->b_count && balance(balances, p->b[n], -1);
        longest = 2 * common > n ? n + 1 : longest;
    }
    return longest;
}

static int32_t slide(const piece *p, int32_t x, int32_t y)
{
    while (x < p->a_count && y < p->b_count && p->a[x] == p->b[y])
        x++, y++;
    return x;
}

/* Where a path with d differences on diagonal k begins its slide: one step right or down from a path with d - 1. */
static int32_t step_onto(const int32_t *before, int32_t d, int32_t k, bool *is_down)
{
    const int32_t *at = before + DIFFERENCES_MAX + 1 + k;
    *is_down = k == -d || (k != d && at[-1] < at[1]);
    return *is_down ? at[1] : at[-1] + 1;
}

/* Fills reach, a row for each number of differences; stops at the end of both sides, at the bound, or when more matches
 * than any stretch may have that they are half of. */
static void search(piece *p, int32_t *reach)
{
    int32_t best = -1, most = p->longest < INT32_MAX / 2 ? 2 * p->longest + 1 : INT32_MAX;
    for (int32_t d = 0; d <= DIFFERENCES_MAX; d++) {
        int32_t *row = reach + (size_t)d * DIAGONALS;
        for (int32_t k = -d; k <= d; k += 2) {
            bool is_down;
            int32_t x = d ? step_onto(row - DIAGONALS, d, k, &is_down) : 0;
            if (x < 0 || x > p->a_count || x - k > p->b_count) {
                row[DIFFERENCES_MAX + 1 + k] = OUTSIDE;
                continue;
            }
            x = slide(p, x, x - k);
            row[DIFFERENCES_MAX + 1 + k] = x;
            bool is_end = x == p->a_count && x - k == p->b_count;
            int32_t matched_twice = 2 * x - k - d;
            if (matched_twice > best || is_end)
                best = matched_twice, p->differences = d, p->diagonal = k;
            if (is_end || best > most)
                return;
        }
    }
}

static bool collect(const piece *p, const int32_t *reach, uint32_t a_begin, uint32_t b_begin, twt_matches *found)
{
    twt_vec_clear(found);
    for (int32_t d = p->differences, k = p->diagonal; d >= 0; d--) {
        const int32_t *row = reach + (size_t)d * DIAGONALS;
        bool is_down = false;
        int32_t end = row[DIFFERENCES_MAX + 1 + k], begin = d ? step_onto(row - DIAGONALS, d, k, &is_down) : 0;
        twt_match run = {
            .a = a_begin + (uint32_t)begin, .b = b_begin + (uint32_t)(begin - k), .count = (uint32_t)(end - begin)};
        if (run.count && !twt_vec_push(found, run))
            return false;
        k += is_down ? 1 : -1;
    }
    return true;
}

bool twt_fill_large(twt_fill_scratch *scratch, const twt_fill_gap *gap, twt_matches *out)
{
    twt_vec_clear(&scratch->reach);
    if (!twt_vec_reserve(&scratch->reach, (size_t)(DIFFERENCES_MAX + 1) * DIAGONALS))
        return false;
    uint32_t i = 0, j = 0;
    while (i < gap->a_count && j < gap->b_count) {
        piece p = {.a = gap->a + i,
                   .b = gap->b + j,
                   .a_count = (int32_t)(gap->a_count - i),
                   .b_count = (int32_t)(gap->b_count - j)};
        p.longest = longest_half(&p);
        if (!p.longest)
            return true;
        search(&p, scratch->reach.data);
        int32_t x = scratch->reach.data[(size_t)p.differences * DIAGONALS + DIFFERENCES_MAX + 1 + (size_t)p.diagonal];
        int32_t y = x - p.diagonal, matched = (x + y - p.differences) / 2;
        if (!matched || 2 * matched < (x > y ? x : y))
            return true;
        if (!collect(&p, scratch->reach.data, gap->a_begin + i, gap->b_begin + j, &scratch->found) ||
            !append_backwards(&scratch->found, out))
            return false;
        i += (uint32_t)x, j += (uint32_t)y;
    }
    return true;
}
