/* Where a shared passage belongs: its words recur nearby in the text that it was written for. As many words of both
 * rests are looked at, those nearest to what is told, so that neither the longer text nor the one that speaks of many
 * things is at a disadvantage. */
#include <string.h>

#include "compare/first/counts.h"

enum { NEAR = 250 }; /* words of a rest */

typedef struct gap { /* of a rest: tokens between two sentences that are told, or an end of the text */
    uint32_t begin, end;
    bool is_open[2]; /* nothing is told before, after */
} gap;

typedef struct reach { /* the nearest words: all under a distance, and some at it */
    uint32_t distance, at_distance;
} reach;

/* Moves *sentence past the next gap; false when there is none. */
static bool next_gap(const twt_analysis *text, const uint8_t *told, size_t *sentence, gap *out)
{
    size_t count = text->sentence_count;
    while (*sentence < count && told[*sentence])
        ++*sentence;
    if (*sentence == count)
        return false;
    *out = (gap){.begin = text->sentences[*sentence].token_begin, .is_open = {*sentence == 0}};
    while (*sentence < count && !told[*sentence])
        out->end = text->sentences[(*sentence)++].token_end;
    out->is_open[1] = *sentence == count;
    return true;
}

/* Words to what is told, 1 beside it; UINT32_MAX when nothing is. */
static uint32_t distance_of(const gap *in, uint32_t token)
{
    uint32_t before = in->is_open[0] ? UINT32_MAX : token - in->begin + 1;
    uint32_t after = in->is_open[1] ? UINT32_MAX : in->end - token;
    return before < after ? before : after;
}

/* How far from told sentences one must go for count words. The farthest is count away at most, since the words of a gap
 * stand in a row. */
static reach reach_of(const twt_analysis *text, const uint8_t *told, uint32_t count)
{
    uint32_t at[NEAR + 1] = {0}, sum = 0, distance = 1;
    gap in;
    for (size_t sentence = 0; next_gap(text, told, &sentence, &in);)
        for (uint32_t i = in.begin; i < in.end; i++)
            if (distance_of(&in, i) <= NEAR)
                at[distance_of(&in, i)]++;
    while (distance < NEAR && sum + at[distance] < count)
        sum += at[distance++];
    return (reach){distance, count - sum};
}

static void mark_near(twt_first_counter *counter, const twt_told_pair *pair, int side, uint32_t count)
{
    const twt_analysis *text = pair->texts[side];
    const uint8_t *told = counter->sentences[side].data;
    const uint32_t *ids = twt_pair_ids(pair->words, side);
    reach near = reach_of(text, told, count);
    gap in;
    for (size_t sentence = 0; next_gap(text, told, &sentence, &in);)
        for (uint32_t i = in.begin; i < in.end; i++) {
            uint32_t distance = distance_of(&in, i);
            if (distance < near.distance || (distance == near.distance && near.at_distance > 0))
                counter->words[side].data[ids[i]] |= TWT_KNOWN_NEAR;
            near.at_distance -= distance == near.distance && near.at_distance > 0;
        }
}

/* Whether a word that both texts tell stands near the passage in one of them alone. */
static bool recurs(const twt_first_counter *counter, int side, uint32_t word)
{
    uint16_t here = counter->words[side].data[word], there = counter->words[1 - side].data[word];
    return here & there & TWT_KNOWN_TOLD && here & TWT_KNOWN_NEAR && !(there & TWT_KNOWN_NEAR) &&
           (here | there) & TWT_KNOWN_LONG;
}

static void show(const twt_first_counter *counter, const twt_told_pair *pair, int side, twt_first_counts *out)
{
    const twt_analysis *text = pair->texts[side];
    uint32_t longest = 0;
    gap in;
    for (size_t sentence = 0; next_gap(text, counter->sentences[side].data, &sentence, &in);)
        for (uint32_t i = in.begin; i < in.end; i++) {
            if (text->tokens[i].norm_len <= longest || !recurs(counter, side, twt_pair_ids(pair->words, side)[i]))
                continue;
            longest = text->tokens[i].norm_len;
            out->recurrence[side] = (twt_range){text->tokens[i].begin, text->tokens[i].end};
        }
}

void twt_first_count_place(twt_first_counter *counter, const twt_told_pair *pair, twt_first_counts *out)
{
    uint32_t count = out->rest_tokens[0] < out->rest_tokens[1] ? out->rest_tokens[0] : out->rest_tokens[1];
    for (int s = 0; s < 2; s++)
        mark_near(counter, pair, s, count < NEAR ? count : NEAR);
    for (size_t i = 0; i < pair->words->count; i++)
        for (int s = 0; s < 2; s++)
            out->recurring[s] += recurs(counter, s, (uint32_t)i);
    for (int s = 0; s < 2; s++)
        if (out->recurring[s] > 0)
            show(counter, pair, s, out);
}
