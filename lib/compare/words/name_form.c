#include "compare/words/name_form.h"

#include "compare/words/text_gap.h"

/* Single capitalised words between lower-case ones, as a share of all words with case: English news 0.02 to 0.07,
 * German prose 0.2 and more. */
#define NOUN_SHARE 0.12
#define NOUN_TOKENS 20 /* fewer words with case say nothing */

enum { ROW_MIN = 4, WHOLE_MIN = 3 }; /* words in capitals: a name of three is BAE SYSTEMS PLC */

static bool is_capitalised(const twt_analysis *text, size_t token)
{
    return token < text->token_count && (text->tokens[token].flags & TWT_TOKEN_CAPITALISED) != 0;
}

void twt_names_init(twt_names *names, const twt_analysis *text)
{
    size_t cased = 0, single = 0;
    for (size_t i = 0; i < text->token_count; i++) {
        cased += (text->tokens[i].flags & (TWT_TOKEN_CAPITALISED | TWT_TOKEN_LOWER)) != 0;
        single += is_capitalised(text, i) && (i == 0 || (text->tokens[i - 1].flags & TWT_TOKEN_UPPER) == 0) &&
                  (i + 1 == text->token_count || (text->tokens[i + 1].flags & TWT_TOKEN_UPPER) == 0);
    }
    *names =
        (twt_names){.text = text, .marks_nouns = cased >= NOUN_TOKENS && (double)single > NOUN_SHARE * (double)cased};
}

/* I, I'm: written with a capital wherever they stand. */
static bool is_pronoun(const twt_analysis *text, size_t token)
{
    const twt_token *word = &text->tokens[token];
    const char *norm = text->norm + word->norm_begin;
    return norm[0] == 'i' && (word->norm_len == 1 || norm[1] == '\'' || (unsigned char)norm[1] == 0xE2);
}

bool twt_names_bear(const twt_names *names, size_t token)
{
    const twt_analysis *text = names->text;
    if (is_pronoun(text, token))
        return false;
    if (!names->marks_nouns)
        return true;
    return (is_capitalised(text, token + 1) && twt_gap_joins(text, token + 1)) ||
           (token > 0 && is_capitalised(text, token - 1) && twt_gap_joins(text, token));
}

size_t twt_names_end(const twt_names *names, size_t token)
{
    while (twt_names_at(names, token) && token + 1 < names->text->token_count &&
           twt_gap_joins(names->text, token + 1) && twt_names_at(names, token + 1))
        token++;
    return token + 1;
}

bool twt_names_are_capitals(const twt_analysis *text, uint32_t token)
{
    const twt_token *word = &text->tokens[token];
    bool has_changed = text->text[word->end - 1] != text->norm[word->norm_begin + word->norm_len - 1];
    return (word->flags & (TWT_TOKEN_UPPER | TWT_TOKEN_LOWER)) == TWT_TOKEN_UPPER && has_changed;
}

/* Or a figure. */
static bool is_in_capitals(const twt_analysis *text, uint32_t token)
{
    const twt_token *word = &text->tokens[token];
    unsigned letters = word->flags & (TWT_TOKEN_UPPER | TWT_TOKEN_LOWER);
    return letters == 0 ? (word->flags & TWT_TOKEN_NUMBER) != 0 : twt_names_are_capitals(text, token);
}

/* Whether a sentence or a line ends before a token. */
static bool is_closed(const twt_analysis *text, uint32_t token)
{
    return token == 0 || token == text->token_count ||
           twt_gap_marks(text, token) & (TWT_GAP_STOP | TWT_GAP_FULL_STOP | TWT_GAP_LINE);
}

bool twt_names_are_shouted(const twt_analysis *text, uint32_t token)
{
    twt_range row = {token, token + 1};
    if (!is_in_capitals(text, token))
        return false;
    while (row.end - token < ROW_MIN && !is_closed(text, row.end) && is_in_capitals(text, row.end))
        row.end++;
    while (token - row.begin < ROW_MIN && !is_closed(text, row.begin) && is_in_capitals(text, row.begin - 1))
        row.begin--;
    bool is_whole = is_closed(text, row.begin) && is_closed(text, row.end);
    return row.end - row.begin >= (is_whole ? WHOLE_MIN : ROW_MIN);
}
