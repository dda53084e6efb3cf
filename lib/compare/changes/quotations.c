/* A quotation is a run of quoted tokens, ended by any double quotation mark between two of them. Pairs are voted for by
 * the word bigrams that two quotations share, the most votes first; the words of a pair are then aligned by a small
 * table (longest common subsequence), and only what differs between two words in common counts: what was cut at the
 * ends did not change. */
#include "compare/changes/quotations.h"

#include <string.h>

#include "base/sort.h"
#include "base/vec.h"
#include "compare/words/text_gap.h"
#include "compare/words/word_form.h"

#define TABLE_MAX 256    /* tokens of a quotation that are aligned; the rest is not looked at */
#define HOLDERS_MAX 8    /* quotations of b that may hold a bigram; more: it is too common to tell */
#define VOTES_LEAST 3    /* bigrams, or all of the shorter quotation's */
#define SHARE_LEAST 0.35 /* of the shorter quotation's bigrams */
#define END_TOKENS 4     /* more differing words at an end: each text goes on with another part */
#define EXAMPLE_TOKENS 3 /* put around a changed place */

typedef TWT_VEC(twt_quoted) quoted_list;
typedef TWT_VEC(twt_keyed) keyed_list;

struct twt_quotation_finder {
    quoted_list quoted[2];
    keyed_list bigrams[2], votes, scratch;
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
    for (int s = 0; s < 2; s++) {
        twt_vec_free(&finder->quoted[s]);
        twt_vec_free(&finder->bigrams[s]);
    }
    twt_vec_free(&finder->votes);
    twt_vec_free(&finder->scratch);
    twt_free(finder);
}

/* ---- finding --------------------------------------------------------------------------------------------- */

static bool is_quoted(const twt_analysis *text, size_t token)
{
    return token < text->token_count && (text->tokens[token].flags & TWT_TOKEN_QUOTED) != 0;
}

static bool find_quoted(const twt_analysis *text, quoted_list *out)
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

/* ---- voting ---------------------------------------------------------------------------------------------- */

static bool sort_keyed(keyed_list *items, keyed_list *scratch)
{
    twt_vec_clear(scratch);
    if (!twt_vec_reserve(scratch, items->count))
        return false;
    twt_sort_keyed(items->data, scratch->data, items->count);
    return true;
}

/* (bigram, number of the quotation) of words that both texts have, ascending by bigram, each once a quotation. */
static bool list_bigrams(twt_quotation_finder *finder, const twt_pair_words *words, int side)
{
    const quoted_list *quoted = &finder->quoted[side];
    const uint32_t *ids = finder->ids[side];
    keyed_list *out = &finder->bigrams[side];
    size_t kept = 0;
    twt_vec_clear(out);
    for (size_t q = 0; q < quoted->count; q++)
        for (uint32_t i = quoted->data[q].begin; i + 1 < quoted->data[q].end; i++) {
            twt_keyed bigram = {(uint64_t)ids[i] << 32 | ids[i + 1], q};
            if (twt_pair_is_shared(words, ids[i]) && twt_pair_is_shared(words, ids[i + 1]) &&
                !twt_vec_push(out, bigram))
                return false;
        }
    if (!sort_keyed(out, &finder->scratch))
        return false;
    for (size_t i = 0; i < out->count; i++)
        if (kept == 0 || out->data[kept - 1].key != out->data[i].key || out->data[kept - 1].value != out->data[i].value)
            out->data[kept++] = out->data[i];
    out->count = kept;
    return true;
}

static size_t end_of_key(const keyed_list *items, size_t begin)
{
    size_t end = begin;
    while (end < items->count && items->data[end].key == items->data[begin].key)
        end++;
    return end;
}

/* One vote a shared bigram: key holds both numbers. */
static bool cast_votes(twt_quotation_finder *finder)
{
    const keyed_list *a = &finder->bigrams[0], *b = &finder->bigrams[1];
    twt_vec_clear(&finder->votes);
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        size_t i_end = end_of_key(a, i), j_end = end_of_key(b, j);
        if (a->data[i].key < b->data[j].key) {
            i = i_end;
        } else if (b->data[j].key < a->data[i].key) {
            j = j_end;
        } else {
            bool is_telling = i_end - i <= HOLDERS_MAX && j_end - j <= HOLDERS_MAX;
            for (size_t x = i; is_telling && x < i_end; x++)
                for (size_t y = j; y < j_end; y++)
                    if (!twt_vec_push(&finder->votes, ((twt_keyed){a->data[x].value << 32 | b->data[y].value, 1})))
                        return false;
            i = i_end;
            j = j_end;
        }
    }
    return true;
}

static uint32_t length_of(const twt_quoted *quoted)
{
    return quoted->end - quoted->begin;
}

static bool is_enough(const twt_quotation_finder *finder, uint64_t pair, uint64_t votes)
{
    uint32_t a = length_of(&finder->quoted[0].data[pair >> 32]),
             b = length_of(&finder->quoted[1].data[pair & UINT32_MAX]);
    uint32_t bigrams = (a < b ? a : b) - 1;
    return votes >= (bigrams < VOTES_LEAST ? bigrams : VOTES_LEAST) && (double)votes >= SHARE_LEAST * bigrams;
}

/* Counts the votes of each pair and orders the pairs: most votes first, then those that stand first in both texts, so
 * that the mirrored texts choose alike. */
static bool count_votes(twt_quotation_finder *finder)
{
    keyed_list *votes = &finder->votes;
    size_t kept = 0;
    if (!sort_keyed(votes, &finder->scratch))
        return false;
    for (size_t i = 0, end; i < votes->count; i = end) {
        uint64_t pair = votes->data[i].key;
        end = end_of_key(votes, i);
        if (!is_enough(finder, pair, end - i))
            continue;
        uint64_t few = UINT32_MAX - (uint64_t)(end - i), place = (pair >> 32) + (pair & UINT32_MAX);
        votes->data[kept++] = (twt_keyed){few << 32 | place, pair};
    }
    votes->count = kept;
    return sort_keyed(votes, &finder->scratch);
}

static void pair_up(twt_quotation_finder *finder)
{
    for (size_t i = 0; i < finder->votes.count; i++) {
        uint64_t pair = finder->votes.data[i].value;
        twt_quoted *a = &finder->quoted[0].data[pair >> 32], *b = &finder->quoted[1].data[pair & UINT32_MAX];
        if (a->partner != TWT_QUOTED_ALONE || b->partner != TWT_QUOTED_ALONE)
            continue;
        a->partner = (uint32_t)(pair & UINT32_MAX);
        b->partner = (uint32_t)(pair >> 32);
    }
}

/* ---- comparing ------------------------------------------------------------------------------------------- */

static uint64_t hash_at(const twt_quotation_finder *finder, int text, uint32_t token)
{
    return finder->texts[text]->tokens[token].hash;
}

static twt_quoted first_tokens(const twt_quoted *quoted)
{
    twt_quoted cut = *quoted;
    cut.end = length_of(quoted) > TABLE_MAX ? quoted->begin + TABLE_MAX : quoted->end;
    return cut;
}

/* table[i][j]: the most words in common, in order, of what follows i and j. */
static void fill_table(twt_quotation_finder *finder, const twt_quoted *a, const twt_quoted *b)
{
    uint32_t rows = length_of(a), columns = length_of(b);
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

static void decode_tokens(const twt_analysis *text, uint32_t begin, uint32_t end, twt_word *out)
{
    const twt_token *first = &text->tokens[begin], *last = &text->tokens[end - 1];
    twt_word_decode(text->norm + first->norm_begin, (size_t)(last->norm_begin - first->norm_begin) + last->norm_len,
                    out);
}

/* Only other letters for the same words: organise, organize; we're, were. */
static bool is_spelling(const twt_quotation_finder *finder, const place *at)
{
    if (at->a_begin == at->a_end || at->b_begin == at->b_end || at->a_end - at->a_begin > 3 ||
        at->b_end - at->b_begin > 3)
        return false;
    twt_word left, right;
    decode_tokens(finder->texts[0], at->a_begin, at->a_end, &left);
    decode_tokens(finder->texts[1], at->b_begin, at->b_end, &right);
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
    for (uint32_t i = 0; i < length_of(shorter); i++)
        if (finder->ids[text][token + i] != finder->ids[other][shorter->begin + i])
            return false;
    return true;
}

/* Word for word: one lies in the other without a gap. */
static bool is_kept(const twt_quotation_finder *finder, const twt_quoted *a, const twt_quoted *b)
{
    int longer = length_of(b) > length_of(a);
    const twt_quoted *in = longer ? b : a, *part = longer ? a : b;
    for (uint32_t at = in->begin; at + length_of(part) <= in->end; at++)
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

static twt_status pair_quotations(twt_quotation_finder *finder, const twt_pair_words *words)
{
    for (int s = 0; s < 2; s++)
        if (!list_bigrams(finder, words, s))
            return TWT_ERROR_MEMORY;
    if (!cast_votes(finder) || !count_votes(finder))
        return TWT_ERROR_MEMORY;
    pair_up(finder);
    return TWT_OK;
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
        twt_status status = pair_quotations(finder, words);
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
