/* Carelessness that the other text has put right, beside words that both have: who copies a careful text by machine
 * makes no such faults, and who rewrites a careless one mends them. What stands between two neighbouring words of one
 * text is compared with what stands between the same two of the other. */
#include <string.h>

#include "compare/first/counts.h"
#include "compare/words/text_gap.h"

enum { GAP_MOST = 16, WORD_LEAST = 2 }; /* bytes; what is longer is no slip; one-letter words are often said twice */

typedef struct gap {
    const char *bytes;
    size_t len;
} gap;

static gap gap_before(const twt_analysis *text, uint32_t token)
{
    uint32_t begin = text->tokens[token - 1].end, end = text->tokens[token].begin;
    return (gap){text->text + begin, end > begin ? end - begin : 0};
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static bool is_point(char byte)
{
    return byte == '.' || byte == ',' || byte == ';' || byte == ':' || byte == '!' || byte == '?';
}

static size_t blanks_of(gap g)
{
    size_t count = 0;
    while (count < g.len && is_blank(g.bytes[count]))
        count++;
    return count;
}

static bool has_only_blanks(gap g)
{
    return blanks_of(g) == g.len;
}

/* One comma of any script and blanks. */
static bool is_comma(gap g)
{
    static const char *const commas[] = {",", "\xD8\x8C", "\xE3\x80\x81", "\xEF\xBC\x8C"};
    for (size_t i = 0; i < sizeof commas / sizeof *commas; i++) {
        size_t len = strlen(commas[i]);
        if (g.len >= len && memcmp(g.bytes, commas[i], len) == 0)
            return has_only_blanks((gap){g.bytes + len, g.len - len});
    }
    return false;
}

static bool is_hyphen(gap g)
{
    return g.len == 1 && g.bytes[0] == '-';
}

/* "end.Next" */
static bool is_glued(gap g)
{
    return g.len == 1 && is_point(g.bytes[0]);
}

static bool is_point_and_blank(gap g)
{
    return g.len > 1 && is_point(g.bytes[0]) && (is_blank(g.bytes[1]) || g.bytes[1] == '\n' || g.bytes[1] == '\r');
}

/* "end ." */
static bool has_blank_before_point(gap g)
{
    size_t blanks = blanks_of(g);
    return blanks > 0 && blanks < g.len && is_point(g.bytes[blanks]);
}

/* "!!", "..", "?!", "…" */
static bool has_many_points(gap g)
{
    for (size_t i = 1; i < g.len; i++)
        if (is_point(g.bytes[i]) && is_point(g.bytes[i - 1]))
            return true;
    return g.len >= 3 && memcmp(g.bytes, "\xE2\x80\xA6", 3) == 0;
}

static bool is_mended_gap(gap here, gap there)
{
    if (has_only_blanks(here))
        return is_comma(there) || (here.len > 0 && is_hyphen(there));
    if (is_glued(here))
        return is_point_and_blank(there);
    if (has_blank_before_point(here))
        return there.len > 0 && is_point(there.bytes[0]) && !has_many_points(there);
    return has_many_points(here) && there.len > 0 && !has_many_points(there);
}

static void note(const twt_told_pair *pair, int side, uint32_t a, uint32_t b, twt_first_counts *out)
{
    const uint32_t at[2] = {a, b};
    if (out->mended[side]++ > 0)
        return;
    for (int s = 0; s < 2; s++) {
        const twt_token *token = &pair->texts[s]->tokens[at[s]];
        out->mending[side][s] = (twt_range){at[s] > 0 ? token[-1].begin : token->begin, token->end};
    }
}

static void look_at_gap(const twt_told_pair *pair, uint32_t a, uint32_t b, twt_first_counts *out)
{
    gap in_a = gap_before(pair->texts[0], a), in_b = gap_before(pair->texts[1], b);
    if (in_a.len > GAP_MOST || in_b.len > GAP_MOST ||
        (in_a.len == in_b.len && memcmp(in_a.bytes, in_b.bytes, in_a.len) == 0))
        return;
    if (is_mended_gap(in_a, in_b))
        note(pair, 0, a, b, out);
    else if (is_mended_gap(in_b, in_a))
        note(pair, 1, a, b, out);
}

static void look_at_capitals(const twt_token *a, const twt_token *b, twt_first_counts *out)
{
    enum { INSIDE = TWT_TOKEN_CAPITALISED, LOWER = TWT_TOKEN_LOWER };
    out->capitals += (a->flags & b->flags & INSIDE) != 0;
    out->recased += ((a->flags & INSIDE) && (b->flags & LOWER)) || ((b->flags & INSIDE) && (a->flags & LOWER));
}

static bool begins_sentence(const twt_analysis *text, uint32_t token)
{
    size_t sentence = twt_sentence_of(text, token);
    return sentence < text->sentence_count && text->sentences[sentence].token_begin == token;
}

/* Sentences that begin small in one text and with a capital in the other. */
static void look_at_beginnings(const twt_told_pair *pair, twt_first_counts *out)
{
    for (size_t s = 0; s < pair->texts[0]->sentence_count; s++) {
        uint32_t a = pair->texts[0]->sentences[s].token_begin, b = pair->map->to[0].data[a];
        if (b == TWT_TOKEN_NOWHERE)
            continue;
        unsigned in_a = pair->texts[0]->tokens[a].flags, in_b = pair->texts[1]->tokens[b].flags;
        bool a_is_small = in_a & TWT_TOKEN_LOWER && in_b & TWT_TOKEN_UPPER;
        bool b_is_small = in_b & TWT_TOKEN_LOWER && in_a & TWT_TOKEN_UPPER;
        if ((a_is_small || b_is_small) && begins_sentence(pair->texts[1], b))
            note(pair, b_is_small, a, b, out);
    }
}

static bool is_repeat(const twt_analysis *text, uint32_t token)
{
    return token > 0 && token < text->token_count && text->tokens[token].hash == text->tokens[token - 1].hash;
}

/* A word written twice, once too often: one of the two is matched, and the other text has it once there. */
static void look_at_repeats(const twt_told_pair *pair, int side, twt_first_counts *out)
{
    const twt_analysis *text = pair->texts[side], *other = pair->texts[1 - side];
    const uint32_t *map = pair->map->to[side].data;
    for (uint32_t i = 1; i < text->token_count; i++) {
        if (!is_repeat(text, i) || (map[i] == TWT_TOKEN_NOWHERE) == (map[i - 1] == TWT_TOKEN_NOWHERE))
            continue;
        uint32_t there = map[i] == TWT_TOKEN_NOWHERE ? map[i - 1] : map[i];
        if (text->tokens[i].flags & (TWT_TOKEN_NUMBER | TWT_TOKEN_SPACELESS) || text->tokens[i].norm_len < WORD_LEAST ||
            !has_only_blanks(gap_before(text, i)) || is_repeat(other, there) || is_repeat(other, there + 1))
            continue;
        note(pair, side, side == 0 ? i : there, side == 0 ? there : i, out);
    }
}

void twt_first_count_mending(const twt_told_pair *pair, twt_first_counts *out)
{
    for (size_t i = 0; i < pair->alignment->match_count; i++) {
        const twt_match *match = &pair->alignment->matches[i];
        for (uint32_t k = 0; k < match->count; k++) {
            uint32_t a = match->a + k, b = match->b + k;
            look_at_capitals(&pair->texts[0]->tokens[a], &pair->texts[1]->tokens[b], out);
            if (k > 0)
                look_at_gap(pair, a, b, out);
        }
    }
    look_at_beginnings(pair, out);
    look_at_repeats(pair, 0, out);
    look_at_repeats(pair, 1, out);
}
