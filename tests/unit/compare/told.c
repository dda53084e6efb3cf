#include "told.h"
#include "paired.h"

#include <check.h>
#include <string.h>

#include "base/alloc.h"
#include "base/bytes.h"
#include "paired.h"

enum {
    FROM_A = 1,
    FROM_B = 2,
    FROM_PAIR = 3,
    AFTER_PAIR = 4 /* the pair before is one too */
};

typedef struct table {
    const twt_analysis *a, *b;
    size_t columns;
    uint32_t *best, *paired; /* best of the prefixes; best of those that end in a pair */
    uint8_t *step;
} table;

static size_t at(const table *of, size_t i, size_t j)
{
    return i * of->columns + j;
}

/* Two points for a pair of equal tokens, one more when it goes on from another. */
static void fill(table *of)
{
    for (size_t i = 1; i <= of->a->token_count; i++)
        for (size_t j = 1; j <= of->b->token_count; j++) {
            size_t cell = at(of, i, j), before = at(of, i - 1, j - 1), up = at(of, i - 1, j), left = at(of, i, j - 1);
            of->step[cell] = of->best[up] > of->best[left] ? FROM_A : FROM_B;
            of->best[cell] = of->best[up] > of->best[left] ? of->best[up] : of->best[left];
            if (of->a->tokens[i - 1].hash != of->b->tokens[j - 1].hash)
                continue;
            bool goes_on = of->paired[before] > 0 && of->paired[before] + 1 >= of->best[before];
            of->paired[cell] = goes_on ? of->paired[before] + 3 : of->best[before] + 2;
            if (of->paired[cell] >= of->best[cell]) {
                of->best[cell] = of->paired[cell];
                of->step[cell] = FROM_PAIR;
            }
            if (goes_on)
                of->step[cell] |= AFTER_PAIR;
        }
}

static void trace(told *pair, const table *of)
{
    size_t i = pair->a->token_count, j = pair->b->token_count, end_a = i, end_b = j;
    bool must_pair = false;
    size_t matches = 0, blocks = 0;
    while (i > 0 && j > 0) {
        uint8_t step = of->step[at(of, i, j)];
        if (!must_pair && (step & 3) != FROM_PAIR) {
            i -= (step & 3) == FROM_A;
            j -= (step & 3) == FROM_B;
            continue;
        }
        if (i < end_a || j < end_b)
            pair->blocks[blocks++] = (twt_block){(uint32_t)i, (uint32_t)end_a, (uint32_t)j, (uint32_t)end_b};
        must_pair = (step & AFTER_PAIR) != 0;
        bool joins = matches > 0 && i == end_a && j == end_b;
        i--, j--;
        end_a = i, end_b = j;
        if (joins)
            pair->matches[matches - 1] =
                (twt_match){(uint32_t)i, (uint32_t)j, pair->matches[matches - 1].count + 1, false};
        else
            pair->matches[matches++] = (twt_match){(uint32_t)i, (uint32_t)j, 1, false};
    }
    if (end_a > 0 || end_b > 0)
        pair->blocks[blocks++] = (twt_block){0, (uint32_t)end_a, 0, (uint32_t)end_b};
    for (size_t k = 0; k < matches / 2; k++) {
        twt_match swapped = pair->matches[k];
        pair->matches[k] = pair->matches[matches - 1 - k];
        pair->matches[matches - 1 - k] = swapped;
    }
    for (size_t k = 0; k < blocks / 2; k++) {
        twt_block swapped = pair->blocks[k];
        pair->blocks[k] = pair->blocks[blocks - 1 - k];
        pair->blocks[blocks - 1 - k] = swapped;
    }
    pair->alignment = (twt_alignment){pair->matches, matches, pair->blocks, blocks};
}

void told_open(told *pair, const char *a, const char *b)
{
    const char *texts[2] = {a, b};
    const twt_analysis **read[2] = {&pair->a, &pair->b};
    twt_profile profile;
    twt_profile_init(&profile);
    for (int s = 0; s < 2; s++) {
        ck_assert_int_eq(twt_analyzer_new(&profile, &pair->readers[s]), TWT_OK);
        ck_assert_int_eq(twt_analyzer_run(pair->readers[s], texts[s], strlen(texts[s]), read[s], NULL), TWT_OK);
    }
    table of = {.a = pair->a, .b = pair->b, .columns = pair->b->token_count + 1};
    size_t cells = (pair->a->token_count + 1) * of.columns;
    of.best = twt_alloc_zeroed(cells, sizeof *of.best);
    of.paired = twt_alloc_zeroed(cells, sizeof *of.paired);
    of.step = twt_alloc_zeroed(cells, sizeof *of.step);
    size_t most = pair->a->token_count + pair->b->token_count + 1;
    pair->matches = twt_alloc_array(most, sizeof *pair->matches);
    pair->blocks = twt_alloc_array(most, sizeof *pair->blocks);
    ck_assert(of.best && of.paired && of.step && pair->matches && pair->blocks);
    fill(&of);
    trace(pair, &of);
    twt_free(of.best);
    twt_free(of.paired);
    twt_free(of.step);
}

void told_close(told *pair)
{
    twt_analyzer_free(pair->readers[0]);
    twt_analyzer_free(pair->readers[1]);
    twt_free(pair->matches);
    twt_free(pair->blocks);
}

const char *told_kind_name(twt_change_kind kind)
{
    static const char *const names[TWT_CHANGE_KINDS] = {"number",   "name",       "quotation", "negation",
                                                        "spelling", "inflection", "function",  "word"};
    return names[kind];
}

char *told_changes(const char *a, const char *b)
{
    told pair;
    twt_change_finder *finder;
    twt_measures measures;
    const twt_change *changes;
    size_t count;
    twt_bytes lines = {0};
    told_open(&pair, a, b);
    ck_assert_int_eq(twt_change_finder_new(&finder), TWT_OK);
    ck_assert_int_eq(paired_change_finder_run(finder, pair.a, pair.b, &pair.alignment, &measures, &changes, &count),
                     TWT_OK);
    for (size_t i = 0; i < count; i++)
        ck_assert(twt_bytes_append_format(&lines, "%s: %.*s -> %.*s\n", told_kind_name(changes[i].kind),
                                          (int)(changes[i].a.end - changes[i].a.begin), a + changes[i].a.begin,
                                          (int)(changes[i].b.end - changes[i].b.begin), b + changes[i].b.begin));
    ck_assert(twt_bytes_append(&lines, "", 1));
    twt_change_finder_free(finder);
    told_close(&pair);
    return lines.data;
}
