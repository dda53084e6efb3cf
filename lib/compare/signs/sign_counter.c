/* Names and broken sentences, counted. */
#include <string.h>

#include "compare/signs/signs.h"
#include "compare/words/text_gap.h"

#define NEAR 6           /* tokens between a word that both texts have and a stray stop after it */
#define FRAGMENT 8       /* tokens looked at after a stray stop */
#define OTHER_NEAR 24    /* tokens of the other text in which they may stand */
#define FRAGMENT_LEAST 2 /* of them that must, and half */
#define WORD_LEAST 4     /* bytes before a stray stop: shorter words are abbreviations */
#define STOPS_LEAST 2    /* sentences begun with a capital: else the text does without them */
#define STOPS_SHARE 20   /* one stop before a lower-case word, and one more in twenty: else the writer does not care */
#define EXAMPLE_TOKENS 2 /* put around a stray stop */

void twt_sign_counter_free(twt_sign_counter *counter)
{
    twt_vec_free(&counter->is_renamed[0]);
    twt_vec_free(&counter->is_renamed[1]);
}

/* ---- names ----------------------------------------------------------------------------------------------- */

/* Whether at least half of the words are names. */
static bool is_name(const twt_names *names, uint32_t begin, uint32_t end)
{
    uint32_t count = 0;
    for (uint32_t i = begin; i < end; i++)
        count += twt_names_at(names, i);
    return count > 0 && count * 2 >= end - begin;
}

static bool is_renaming(const twt_names names[2], const twt_change *change, const twt_block *block)
{
    return change->kind == TWT_CHANGE_NAME && is_name(&names[0], block->a_begin, block->a_end) &&
           is_name(&names[1], block->b_begin, block->b_end);
}

/* How well a change shows as an example: the name words of the side that has fewer, twice when both are names
 * throughout. */
static uint32_t name_words(const twt_names names[2], const twt_block *block)
{
    uint32_t a = 0, b = 0, all = block->a_end - block->a_begin + block->b_end - block->b_begin;
    for (uint32_t i = block->a_begin; i < block->a_end; i++)
        a += twt_names_at(&names[0], i);
    for (uint32_t i = block->b_begin; i < block->b_end; i++)
        b += twt_names_at(&names[1], i);
    return (a < b ? a : b) * (a + b == all ? 2 : 1);
}

static bool clear_marks(twt_sign_counter *counter, const twt_names names[2])
{
    for (int s = 0; s < 2; s++) {
        if (!twt_vec_resize(&counter->is_renamed[s], names[s].text->token_count))
            return false;
        memset(counter->is_renamed[s].data, 0, counter->is_renamed[s].count);
    }
    return true;
}

static void mark_renamed(twt_sign_counter *counter, const twt_names names[2], const twt_change *changes,
                         const twt_block *blocks, size_t count, twt_sign_examples *examples)
{
    uint32_t best = 0;
    for (size_t i = 0; i < count; i++) {
        if (!is_renaming(names, &changes[i], &blocks[i]))
            continue;
        memset(counter->is_renamed[0].data + blocks[i].a_begin, 1, blocks[i].a_end - blocks[i].a_begin);
        memset(counter->is_renamed[1].data + blocks[i].b_begin, 1, blocks[i].b_end - blocks[i].b_begin);
        uint32_t words = name_words(names, &blocks[i]);
        if (words > best) {
            best = words;
            examples->names[0] = changes[i].a;
            examples->names[1] = changes[i].b;
        }
    }
}

/* A name counts when all its words are matched (kept) or one of them is renamed. */
static void count_names(const twt_names *names, const uint8_t *is_renamed_at, const uint32_t *map,
                        twt_measures *measures)
{
    for (size_t i = 0, end; i < names->text->token_count; i = end) {
        bool is_told = true, is_renamed = false;
        end = i + 1;
        if (!twt_names_at(names, i))
            continue;
        end = twt_names_end(names, i);
        for (size_t k = i; k < end; k++) {
            is_told &= is_renamed_at[k] || map[k] != TWT_TOKEN_NOWHERE;
            is_renamed |= is_renamed_at[k];
        }
        measures->names += is_told || is_renamed;
        measures->names_replaced += is_renamed;
    }
}

twt_status twt_sign_counter_names(twt_sign_counter *counter, const twt_names names[2], const twt_token_map *map,
                                  const twt_change *changes, const twt_block *blocks, size_t change_count,
                                  twt_measures *measures, twt_sign_examples *examples)
{
    measures->names = measures->names_replaced = 0;
    examples->names[0] = examples->names[1] = (twt_range){0, 0};
    if (!clear_marks(counter, names))
        return TWT_ERROR_MEMORY;
    mark_renamed(counter, names, changes, blocks, change_count, examples);
    for (int s = 0; s < 2; s++)
        count_names(&names[s], counter->is_renamed[s].data, map->to[s].data, measures);
    return TWT_OK;
}

/* ---- broken sentences ------------------------------------------------------------------------------------ */

/* A full stop, blanks, and no other mark between token - 1 and token. */
static bool follows_stop(const twt_analysis *text, size_t token)
{
    if (text->text[text->tokens[token - 1].end] != '.' || text->tokens[token - 1].end == text->tokens[token].begin)
        return false;
    unsigned marks = twt_gap_marks(text, token);
    return (marks & TWT_GAP_FULL_STOP) != 0 && (marks & (TWT_GAP_BLANK | TWT_GAP_LINE)) != 0 &&
           (marks & (TWT_GAP_QUOTE | TWT_GAP_OTHER)) == 0;
}

/* Whether the text begins its sentences with capitals, so that a stop before a lower-case word is strange. */
static bool minds_capitals(const twt_analysis *text)
{
    size_t upper = 0, lower = 0;
    for (size_t i = 1; i < text->token_count; i++) {
        if ((text->tokens[i].flags & (TWT_TOKEN_UPPER | TWT_TOKEN_LOWER)) == 0 || !follows_stop(text, i))
            continue;
        upper += (text->tokens[i].flags & TWT_TOKEN_UPPER) != 0;
        lower += (text->tokens[i].flags & TWT_TOKEN_LOWER) != 0;
    }
    return lower > 0 && upper >= STOPS_LEAST && lower <= 1 + (upper + lower) / STOPS_SHARE;
}

/* The token of the other text that equals the nearest one at or before from. */
static uint32_t nearest_matched(const uint32_t *to, size_t from)
{
    for (size_t k = 0; k < NEAR && k <= from; k++)
        if (to[from - k] != TWT_TOKEN_NOWHERE)
            return to[from - k];
    return TWT_TOKEN_NOWHERE;
}

/* The end of what is told from token on without a stop or a line end, at most tokens of it. */
static size_t end_of_run(const twt_analysis *text, size_t token, size_t most)
{
    size_t end = token + 1;
    while (end < text->token_count && end - token < most &&
           (twt_gap_marks(text, end) & (TWT_GAP_STOP | TWT_GAP_LINE)) == 0)
        end++;
    return end;
}

/* The end of what is told from token on without any mark: a writer who joins two sentences puts a comma or a dash. */
static size_t end_of_words(const twt_analysis *text, size_t token, size_t most)
{
    size_t end = token + 1;
    while (end < text->token_count && end - token < most && twt_gap_joins(text, end))
        end++;
    return end;
}

static bool holds_word(const twt_analysis *text, size_t begin, size_t end, uint64_t hash)
{
    for (size_t i = begin; i < end; i++)
        if (text->tokens[i].hash == hash)
            return true;
    return false;
}

/* Whether the other text goes on after its token left, without a stop, with words that follow the stop here. */
static bool runs_on(const twt_analysis *text, size_t token, const twt_analysis *other, uint32_t left)
{
    size_t end = end_of_run(text, token, FRAGMENT), other_end = end_of_words(other, left, OTHER_NEAR), found = 0;
    for (size_t i = token; i < end; i++)
        found += holds_word(other, (size_t)left + 1, other_end, text->tokens[i].hash);
    return found >= FRAGMENT_LEAST && found * 2 >= end - token;
}

/* http://… */
static bool is_address(const twt_analysis *text, size_t token)
{
    return text->tokens[token].end < text->text_len && text->text[text->tokens[token].end] == ':';
}

static bool is_broken(const twt_analysis *text, size_t token, const twt_analysis *other, const uint32_t *to)
{
    const twt_token *before = &text->tokens[token - 1];
    if ((text->tokens[token].flags & TWT_TOKEN_LOWER) == 0 || (before->flags & TWT_TOKEN_LOWER) == 0 ||
        before->norm_len < WORD_LEAST || !follows_stop(text, token) ||
        memchr(text->text + before->begin, '.', before->end - before->begin) != NULL || is_address(text, token))
        return false;
    uint32_t left = nearest_matched(to, token - 1);
    return left != TWT_TOKEN_NOWHERE && runs_on(text, token, other, left);
}

static uint32_t count_broken(const twt_analysis *text, const twt_analysis *other, const uint32_t *to,
                             twt_range *example)
{
    uint32_t count = 0;
    if (!minds_capitals(text))
        return 0;
    for (size_t i = 1; i < text->token_count; i++) {
        if (!is_broken(text, i, other, to) || count++ > 0)
            continue;
        size_t begin = i > EXAMPLE_TOKENS ? i - EXAMPLE_TOKENS : 0;
        size_t last = i + EXAMPLE_TOKENS < text->token_count ? i + EXAMPLE_TOKENS : text->token_count - 1;
        *example = (twt_range){text->tokens[begin].begin, text->tokens[last].end};
    }
    return count;
}

void twt_signs_count_broken(const twt_analysis *a, const twt_analysis *b, const twt_token_map *map,
                            twt_measures *measures, twt_sign_examples *examples)
{
    const twt_analysis *texts[2] = {a, b};
    for (int s = 0; s < 2; s++) {
        examples->broken[s] = (twt_range){0, 0};
        measures->broken_sentences[s] = count_broken(texts[s], texts[1 - s], map->to[s].data, &examples->broken[s]);
    }
}
