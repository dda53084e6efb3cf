/* A quotation is a run of quoted tokens, ended by any double quotation mark between two of them. The words of a pair
 * are aligned by a small table (longest common subsequence), and only what differs between two words in common counts:
 * what was cut at the ends did not change. */
#include "compare/changes/quotations.h"

#include <string.h>

#include "compare/changes/quotation_pairing.h"
#include "compare/words/text_gap.h"
#include "compare/words/word_form.h"

#define TABLE_MAX 256    /* tokens of a quotation that are aligned; the rest is not looked at */
#define END_TOKENS 4     /* more differing words at an end: each text goes on with another part */
#define EXAMPLE_TOKENS 3 /* put around a changed place */

struct twt_quotation_finder {
    twt_quoted_list quoted[2];
    twt_quotation_pairing pairing;
    uint16_t table[TABLE_MAX + 1][TABLE_MAX + 1];
    const twt_analysis *texts[2];
    const uint32_t *ids[2];
};

twt_status twt_quotation_finder_new(twt_quotation_finder **out)
{
    *out = twt_alloc_zeroed(1, sizeof **out);
    return *out != NULL ? TWT_OK : TWT_ERROR_MEMORY;
}

void twt_quotation_finder_free(twt_quotation_finder *finder)
{
    if (finder == NULL)
        return;
    for (int s = 0; s < 2; s++)
        twt_vec_free(&finder->quoted[s]);
    twt_quotation_pairing_free(&finder->pairing);
    twt_free(finder);
}

/* ---- finding --------------------------------------------------------------------------------------------- */

static bool is_quoted(const twt_analysis *text, size_t token)
{
    return token < text->token_count && (text->tokens[token].flags & TWT_TOKEN_QUOTED) != 0;
}

static bool find_quoted(const twt_analysis *text, twt_quoted_list *out)
{
    twt_vec_clear(out);
    for (size_t i = 0; i < text->token_count;) {
        size_t begin = i;
        if (!is_quoted(text, i++))
            continue;
        while (is_quoted(text, i) && (twt_gap_marks(text, i) & TWT_GAP_QUOTE) == 0)
            i++;
        twt_quoted found = {(uint32_t)begin, (uint32_t)i, TWT_QUOTED_ALONE, false, 0};
        if (i - begin >= TWT_QUOTATION_TOKENS_MIN && !twt_vec_push(out, found))
            return false;
    }
    return true;
}

/* ---- comparing ------------------------------------------------------------------------------------------- */

static uint64_t hash_at(const twt_quotation_finder *finder, int text, uint32_t token)
{
    return finder->texts[text]->tokens[token].hash;
}

static twt_quoted first_tokens(const twt_quoted *quoted)
{
    twt_quoted cut = *quoted;
    cut.end = twt_quoted_length(quoted) > TABLE_MAX ? quoted->begin + TABLE_MAX : quoted->end;
    return cut;
}

/* table[i][j]: the most words in common, in order, of what follows i and j. */
static void fill_table(twt_quotation_finder *finder, const twt_quoted *a, const twt_quoted *b)
{
    uint32_t rows = twt_quoted_length(a), columns = twt_quoted_length(b);
    for (uint32_t j = 0; j <= columns; j++)
        finder->table[rows][j] = 0;
    for (uint32_t i = rows; i-- > 0;) {
        finder->table[i][columns] = 0;
        for (uint32_t j = columns; j-- > 0;) {
            uint16_t down = finder->table[i + 1][j], right = finder->table[i][j + 1];
            finder->table[i][j] = finder->ids[0][a->begin + i] == finder->ids[1][b->begin + j]
                                      ? (uint16_t)(finder->table[i + 1][j + 1] + 1)
                                      : (down > right ? down : right);
        }
    }
}

typedef struct place { /* tokens that differ between two words in common */
    uint32_t a_begin, a_end, b_begin, b_end;
} place;

/* Only other letters for the same words: organise, organize; we're, were. */
static bool is_spelling(const twt_quotation_finder *finder, const place *at)
{
    if (at->a_begin == at->a_end || at->b_begin == at->b_end || at->a_end - at->a_begin > 3 ||
        at->b_end - at->b_begin > 3)
        return false;
    twt_word left, right;
    twt_word_decode_tokens(finder->texts[0], at->a_begin, at->a_end, &left);
    twt_word_decode_tokens(finder->texts[1], at->b_begin, at->b_end, &right);
    return (twt_word_likeness(&left, &right) & (TWT_LIKE_EQUAL | TWT_LIKE_SPELLING)) != 0;
}

static twt_range example_of(const twt_analysis *text, const twt_quoted *quoted, uint32_t begin, uint32_t end)
{
    begin = begin - quoted->begin > EXAMPLE_TOKENS ? begin - EXAMPLE_TOKENS : quoted->begin;
    end = quoted->end - end > EXAMPLE_TOKENS ? end + EXAMPLE_TOKENS : quoted->end;
    return (twt_range){text->tokens[begin].begin, text->tokens[end - 1].end};
}

/* Left out where a sentence ends or an ellipsis stands: cut, not reworded. */
static bool is_cut(const twt_quotation_finder *finder, const place *at)
{
    unsigned marks = TWT_GAP_STOP | TWT_GAP_OTHER;
    if (at->a_begin == at->a_end)
        return (twt_gap_marks(finder->texts[0], at->a_begin) & marks) != 0;
    return at->b_begin == at->b_end && (twt_gap_marks(finder->texts[1], at->b_begin) & marks) != 0;
}

/* Before the first or after the last word in common: words of one text alone were cut off there by the other, few words
 * of both are a rewording. */
static bool is_replaced_end(const place *at)
{
    uint32_t a = at->a_end - at->a_begin, b = at->b_end - at->b_begin;
    return a > 0 && b > 0 && a <= END_TOKENS && b <= END_TOKENS;
}

/* Walks along the table to the first place that was reworded, if any. */
static bool find_rewording(twt_quotation_finder *finder, const twt_quoted *a, const twt_quoted *b, place *out)
{
    place at = {a->begin, a->begin, b->begin, b->begin};
    bool is_inside = false;
    fill_table(finder, a, b);
    while (at.a_end < a->end && at.b_end < b->end && finder->table[at.a_end - a->begin][at.b_end - b->begin] > 0) {
        if (finder->ids[0][at.a_end] != finder->ids[1][at.b_end]) {
            uint32_t i = at.a_end - a->begin, j = at.b_end - b->begin;
            uint16_t down = finder->table[i + 1][j], right = finder->table[i][j + 1];
            bool is_down = down != right ? down > right : hash_at(finder, 0, at.a_end) > hash_at(finder, 1, at.b_end);
            at.a_end += is_down;
            at.b_end += !is_down;
            continue;
        }
        bool differs = is_inside ? at.a_begin < at.a_end || at.b_begin < at.b_end : is_replaced_end(&at);
        if (differs && !is_spelling(finder, &at) && !is_cut(finder, &at)) {
            *out = at;
            return true;
        }
        is_inside = true;
        at = (place){at.a_end + 1, at.a_end + 1, at.b_end + 1, at.b_end + 1};
    }
    at.a_end = a->end;
    at.b_end = b->end;
    *out = at;
    return is_replaced_end(&at) && !is_spelling(finder, &at);
}

static bool begins_at(const twt_quotation_finder *finder, int text, uint32_t token, int other,
                      const twt_quoted *shorter)
{
    for (uint32_t i = 0; i < twt_quoted_length(shorter); i++)
        if (finder->ids[text][token + i] != finder->ids[other][shorter->begin + i])
            return false;
    return true;
}

/* Word for word: one lies in the other without a gap. */
static bool is_kept(const twt_quotation_finder *finder, const twt_quoted *a, const twt_quoted *b)
{
    int longer = twt_quoted_length(b) > twt_quoted_length(a);
    const twt_quoted *in = longer ? b : a, *part = longer ? a : b;
    for (uint32_t at = in->begin; at + twt_quoted_length(part) <= in->end; at++)
        if (begins_at(finder, longer, at, 1 - longer, part))
            return true;
    return false;
}

static twt_range bytes_of(const twt_analysis *text, const twt_quoted *quoted)
{
    return (twt_range){text->tokens[quoted->begin].begin, text->tokens[quoted->end - 1].end};
}

static bool is_shorter(twt_range one, twt_range other)
{
    return one.end - one.begin < other.end - other.begin;
}

/* Whether the one was reworded to the other. */
static bool compare_pair(twt_quotation_finder *finder, const twt_quoted *a, const twt_quoted *b, twt_measures *measures,
                         twt_quotation_result *out)
{
    place at;
    measures->quotations++;
    if (is_kept(finder, a, b)) {
        measures->quotations_kept++;
        if (is_shorter(out->kept[0], bytes_of(finder->texts[0], a))) {
            out->kept[0] = bytes_of(finder->texts[0], a);
            out->kept[1] = bytes_of(finder->texts[1], b);
        }
        return false;
    }
    if (!find_rewording(finder, a, b, &at))
        return false;
    if (measures->quotations_changed++ == 0) {
        out->example[0] = example_of(finder->texts[0], a, at.a_begin, at.a_end);
        out->example[1] = example_of(finder->texts[1], b, at.b_begin, at.b_end);
    }
    return true;
}

static void compare_all(twt_quotation_finder *finder, twt_measures *measures, twt_quotation_result *out)
{
    for (size_t q = 0; q < finder->quoted[0].count; q++) {
        twt_quoted *a = &finder->quoted[0].data[q];
        if (a->partner == TWT_QUOTED_ALONE)
            continue;
        twt_quoted *b = &finder->quoted[1].data[a->partner], left = first_tokens(a), right = first_tokens(b);
        a->is_changed = b->is_changed = compare_pair(finder, &left, &right, measures, out);
        a->common = b->common = a->is_changed ? finder->table[0][0] : 0;
    }
}

twt_status twt_quotation_finder_run(twt_quotation_finder *finder, const twt_pair_words *words, twt_measures *measures,
                                    twt_quotation_result *out)
{
    measures->quotations = measures->quotations_kept = measures->quotations_changed = 0;
    *out = (twt_quotation_result){.counts = {0, 0}};
    for (int s = 0; s < 2; s++) {
        finder->texts[s] = twt_pair_text(words, s);
        finder->ids[s] = twt_pair_ids(words, s);
        if (!find_quoted(finder->texts[s], &finder->quoted[s]))
            return TWT_ERROR_MEMORY;
    }
    if (finder->quoted[0].count > 0 && finder->quoted[1].count > 0) {
        twt_status status = twt_quotation_pairing_run(&finder->pairing, words, finder->quoted);
        if (status != TWT_OK)
            return status;
        compare_all(finder, measures, out);
    }
    for (int s = 0; s < 2; s++) {
        out->quoted[s] = finder->quoted[s].data;
        out->counts[s] = finder->quoted[s].count;
    }
    return TWT_OK;
}
