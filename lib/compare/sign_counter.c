/* Names and broken sentences, counted. */
#include <string.h>

#include "compare/name_form.h"
#include "compare/signs.h"
#include "compare/text_gap.h"

#define NEAR 6           /* tokens between a stray stop and the words that both texts have */
#define OTHER_NEAR 16    /* tokens between these words in the other text */
#define WORD_LEAST 4     /* bytes before a stray stop: shorter words are abbreviations */
#define STOPS_LEAST 2    /* sentences begun with a capital: else the text does without them */
#define STOPS_SHARE 5    /* at most one stop in five stands before a lower-case word */
#define EXAMPLE_TOKENS 2 /* put around a stray stop */

enum { /* of a token */
       APART,
       MATCHED,
       RENAMED
};

void twt_sign_counter_free(twt_sign_counter *counter)
{
    twt_vec_free(&counter->states[0]);
    twt_vec_free(&counter->states[1]);
}

/* ---- names ----------------------------------------------------------------------------------------------- */

static bool holds_name(const twt_names *names, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end; i++)
        if (twt_names_at(names, i))
            return true;
    return false;
}

static bool is_renaming(const twt_names names[2], const twt_change *change, const twt_block *block)
{
    return change->kind == TWT_CHANGE_NAME && holds_name(&names[0], block->a_begin, block->a_end) &&
           holds_name(&names[1], block->b_begin, block->b_end);
}

static bool fill_states(twt_sign_counter *counter, const twt_names names[2], const twt_token_map *map,
                        const twt_change *changes, const twt_block *blocks, size_t count, twt_sign_examples *examples)
{
    for (int s = 0; s < 2; s++) {
        size_t tokens = names[s].text->token_count;
        twt_vec_clear(&counter->states[s]);
        if (!twt_vec_reserve(&counter->states[s], tokens))
            return false;
        for (size_t i = 0; i < tokens; i++)
            counter->states[s].data[i] = map->to[s].data[i] != TWT_TOKEN_NOWHERE ? MATCHED : APART;
        counter->states[s].count = tokens;
    }
    for (size_t i = 0; i < count; i++) {
        if (!is_renaming(names, &changes[i], &blocks[i]))
            continue;
        memset(counter->states[0].data + blocks[i].a_begin, RENAMED, blocks[i].a_end - blocks[i].a_begin);
        memset(counter->states[1].data + blocks[i].b_begin, RENAMED, blocks[i].b_end - blocks[i].b_begin);
        if (examples->names[0].end == 0) {
            examples->names[0] = changes[i].a;
            examples->names[1] = changes[i].b;
        }
    }
    return true;
}

/* A name counts when all its words are matched (kept) or one of them is renamed. */
static void count_names(const twt_names *names, const uint8_t *states, twt_measures *measures)
{
    for (size_t i = 0, end; i < names->text->token_count; i = end) {
        bool is_told = true, is_renamed = false;
        end = i + 1;
        if (!twt_names_at(names, i))
            continue;
        end = twt_names_end(names, i);
        for (size_t k = i; k < end; k++) {
            is_told &= states[k] != APART;
            is_renamed |= states[k] == RENAMED;
        }
        measures->names += is_told || is_renamed;
        measures->names_replaced += is_renamed;
    }
}

/* ---- broken sentences ------------------------------------------------------------------------------------ */

/* A full stop, blanks, and no other mark between token - 1 and token. */
static bool follows_stop(const twt_analysis *text, size_t token)
{
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

/* The nearest token at or before (step -1), at or after (step 1) from that the other text has. */
static uint32_t nearest_matched(const uint32_t *to, size_t count, size_t from, int step)
{
    for (size_t k = 0, i = from; k < NEAR && i < count; k++, i += (size_t)step)
        if (to[i] != TWT_TOKEN_NOWHERE)
            return to[i];
    return TWT_TOKEN_NOWHERE;
}

/* Whether the other text tells the words around the stop without closing a sentence between them. */
static bool runs_on(const twt_analysis *other, uint32_t left, uint32_t right)
{
    if (left == TWT_TOKEN_NOWHERE || right == TWT_TOKEN_NOWHERE || right <= left || right - left > OTHER_NEAR)
        return false;
    for (uint32_t i = left + 1; i <= right; i++)
        if (twt_gap_marks(other, i) & (TWT_GAP_STOP | TWT_GAP_LINE))
            return false;
    return true;
}

static bool is_broken(const twt_analysis *text, size_t token, const twt_analysis *other, const uint32_t *to)
{
    const twt_token *before = &text->tokens[token - 1];
    if ((text->tokens[token].flags & TWT_TOKEN_LOWER) == 0 || (before->flags & TWT_TOKEN_LOWER) == 0 ||
        before->norm_len < WORD_LEAST || !follows_stop(text, token))
        return false;
    return runs_on(other, nearest_matched(to, text->token_count, token - 1, -1),
                   nearest_matched(to, text->token_count, token, 1));
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

/* ---- the run --------------------------------------------------------------------------------------------- */

twt_status twt_sign_counter_run(twt_sign_counter *counter, const twt_analysis *a, const twt_analysis *b,
                                const twt_token_map *map, const twt_change *changes, const twt_block *blocks,
                                size_t change_count, twt_measures *measures, twt_sign_examples *examples)
{
    const twt_analysis *texts[2] = {a, b};
    twt_names names[2];
    measures->names = measures->names_replaced = 0;
    *examples = (twt_sign_examples){.broken = {{0, 0}, {0, 0}}};
    for (int s = 0; s < 2; s++)
        twt_names_init(&names[s], texts[s]);
    if (!fill_states(counter, names, map, changes, blocks, change_count, examples))
        return TWT_ERROR_MEMORY;
    for (int s = 0; s < 2; s++) {
        count_names(&names[s], counter->states[s].data, measures);
        measures->broken_sentences[s] = count_broken(texts[s], texts[1 - s], map->to[s].data, &examples->broken[s]);
    }
    return TWT_OK;
}
