/* The wording that differs: words without a match between two neighbouring matches of the main chain. */
#include "compare/first/counts.h"

#include "base/utf8.h"
#include "compare/words/number_form.h"

enum {
    STRETCH_MOST = 60, /* tokens of one text between two matches; what is longer was added or cut */
    EXAMPLE_MOST = 4   /* tokens of one text in an example */
};

uint32_t twt_first_letters(const twt_analysis *text, const twt_token *token)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < token->norm_len; i++)
        count += !twt_utf8_is_inside(text->norm[token->norm_begin + i]);
    return count;
}

static bool has_bracket(const twt_analysis *text, uint32_t token)
{
    uint32_t begin = token > 0 ? text->tokens[token - 1].end : 0;
    uint32_t end = token < text->token_count ? text->tokens[token].begin : (uint32_t)text->text_len;
    for (uint32_t i = begin; i < end; i++)
        if (text->text[i] == '(')
            return true;
    return false;
}

/* A figure or a name that the other text has nowhere; each word counts once. */
static void count_detail(twt_first_counter *counter, const twt_told_pair *pair, int side, uint32_t token,
                         twt_first_counts *out)
{
    const twt_token *t = &pair->texts[side]->tokens[token];
    uint32_t number = twt_pair_ids(pair->words, side)[token];
    bool is_figure = twt_number_is_figure(pair->texts[side], t);
    bool is_name = !(t->flags & TWT_TOKEN_NUMBER) && t->flags & TWT_TOKEN_CAPITALISED;
    uint16_t *here = &counter->words[side].data[number];
    if (!(is_figure || is_name) || counter->words[1 - side].data[number] || *here & TWT_KNOWN_LOST)
        return;
    *here |= TWT_KNOWN_LOST;
    if (is_figure ? out->figures[side] == 0 : out->figures[side] + out->names[side] == 0)
        out->detail[side] = (twt_range){t->begin, t->end};
    out->figures[side] += is_figure;
    out->names[side] += is_name;
}

typedef struct stretch { /* of one text between two matches */
    uint32_t begin, end;
    uint32_t words, repeats; /* without a match; of these, those that stand in the text again, */
    uint32_t fresh, letters; /* those that the other text has nowhere, and the letters of these */
} stretch;

static void count_fresh(const twt_analysis *text, int side, const twt_token *token, stretch *of, twt_first_counts *out)
{
    uint32_t letters = twt_first_letters(text, token);
    of->fresh++;
    of->letters += letters;
    out->squares[side] += (uint64_t)letters * letters;
}

static void count_words(twt_first_counter *counter, const twt_told_pair *pair, int side, stretch *of,
                        twt_first_counts *out)
{
    const twt_analysis *text = pair->texts[side];
    for (uint32_t i = of->begin; i < of->end; i++) {
        if (pair->map->to[side].data[i] != TWT_TOKEN_NOWHERE)
            continue; /* moved */
        uint32_t number = twt_pair_ids(pair->words, side)[i];
        of->words++;
        of->repeats += (counter->words[side].data[number] & TWT_KNOWN_OFTEN) != 0;
        if (counter->words[1 - side].data[number] == 0)
            count_fresh(text, side, &text->tokens[i], of, out);
        count_detail(counter, pair, side, i, out);
    }
    if (of->words > 0 && out->differing[side] == 0)
        out->wording[side] = (twt_range){text->tokens[of->begin].begin, text->tokens[of->end - 1].end};
    out->differing[side] += of->words;
    out->once[side] += of->words - of->repeats;
    out->fresh[side] += of->fresh;
    out->letters[side] += of->letters;
}

static void count_brackets(const twt_told_pair *pair, int side, const stretch *of, twt_first_counts *out)
{
    const twt_analysis *text = pair->texts[side];
    for (uint32_t i = of->begin; i <= of->end; i++) {
        if (!has_bracket(text, i))
            continue;
        out->brackets[side]++;
        if (out->detail[side].end == 0 && i < text->token_count)
            out->detail[side] = (twt_range){text->tokens[i].begin, text->tokens[i].end};
    }
}

static void show(const twt_told_pair *pair, const stretch of[2], twt_range example[2])
{
    for (int s = 0; s < 2; s++)
        example[s] = (twt_range){pair->texts[s]->tokens[of[s].begin].begin, pair->texts[s]->tokens[of[s].end - 1].end};
}

/* A short wording on both sides may show what all of them say. */
static void show_stretch(const twt_told_pair *pair, const stretch of[2], uint32_t leads[2], twt_first_counts *out)
{
    for (int s = 0; s < 2; s++)
        if (of[s].words == 0 || of[s].words != of[s].end - of[s].begin || of[s].words > EXAMPLE_MOST)
            return;
    for (int s = 0; s < 2; s++) {
        uint32_t here = of[s].letters * of[1 - s].fresh, there = of[1 - s].letters * of[s].fresh;
        uint32_t lead = there > here ? (there - here) * 12 / (of[0].fresh * of[1].fresh) : 0;
        if (lead > leads[s]) {
            leads[s] = lead;
            show(pair, of, out->longer[s]);
        }
        if (of[s].repeats > 0 && of[1 - s].repeats == 0 && out->repeated[s][0].end == 0)
            show(pair, of, out->repeated[s]);
    }
}

static void count_stretch(twt_first_counter *counter, const twt_told_pair *pair, const twt_match *before,
                          const twt_match *after, uint32_t leads[2], twt_first_counts *out)
{
    stretch of[2] = {{.begin = before->a + before->count, .end = after->a},
                     {.begin = before->b + before->count, .end = after->b}};
    if (of[0].end - of[0].begin > STRETCH_MOST || of[1].end - of[1].begin > STRETCH_MOST)
        return;
    for (int s = 0; s < 2; s++) {
        count_words(counter, pair, s, &of[s], out);
        count_brackets(pair, s, &of[s], out);
    }
    show_stretch(pair, of, leads, out);
}

void twt_first_count_wording(twt_first_counter *counter, const twt_told_pair *pair, twt_first_counts *out)
{
    const twt_match *before = NULL;
    uint32_t leads[2] = {0, 0};
    for (size_t i = 0; i < pair->alignment->match_count; i++) {
        const twt_match *match = &pair->alignment->matches[i];
        if (match->is_moved)
            continue;
        if (before)
            count_stretch(counter, pair, before, match, leads, out);
        before = match;
    }
}
