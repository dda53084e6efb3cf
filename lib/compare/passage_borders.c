/* A token inside a passage was drawn from the words of the other side's stretch (P = its share there), or with
 * probability `noise` from the texts at large (Q = its share outside); one outside was drawn from the texts at large.
 * Its score is the log of the ratio, ln(noise + (1 - noise) P / Q), and the passage is the run of tokens with the
 * highest sum, with a bonus for an end at a sentence border. The noise is estimated by expectation maximisation on the
 * stretch as it is; then the sides take turns until nothing moves. So the borders of a copy are sharp (noise near 0: a
 * foreign word costs 4) and those of a free paraphrase forgiving, without a threshold between them. Before and after,
 * the ends follow equal tokens outwards. */
#include "compare/passage_borders.h"

#include <math.h>
#include <string.h>

enum { SCORE_ONE = 1024, WINDOW_SENTENCES = 4, WINDOW_TOKENS = 512, ROUNDS = 6, NOISE_ROUNDS = 3, RUN_MAX = 4096 };
static const double score_max = 3; /* a rare word alone must not bridge far */
static const double border_bonus = 4;
static const double surplus_cost = .2; /* of an unmatched word's cost: a word more often here than there */
static const double discount = .8;     /* a word seen n times in the stretch counts n - .8 for texts at large */
static const double noise_start = .3, noise_min = .02;

twt_status twt_borders_begin(twt_borders *borders, const twt_pair_words *words, const twt_analysis *const texts[2])
{
    size_t count = words->words.count;
    if (!twt_vec_resize(&borders->totals, count) || !twt_vec_resize(&borders->inside[0], count) ||
        !twt_vec_resize(&borders->inside[1], count) || !twt_vec_resize(&borders->taken, count))
        return TWT_ERROR_MEMORY;
    memset(borders->totals.data, 0, count * sizeof(uint32_t));
    memset(borders->inside[0].data, 0, count * sizeof(uint32_t));
    memset(borders->inside[1].data, 0, count * sizeof(uint32_t));
    memset(borders->taken.data, 0, count * sizeof(uint32_t));
    for (int side = 0; side < 2; side++) {
        const twt_analysis *text = texts[side];
        if (!twt_vec_resize(&borders->edges[side], text->token_count + 1) ||
            !twt_vec_resize(&borders->sentence_of[side], text->token_count))
            return TWT_ERROR_MEMORY;
        memset(borders->edges[side].data, 0, text->token_count + 1);
        for (size_t i = 0; i < text->token_count; i++)
            borders->totals.data[words->ids[side].data[i]]++;
        for (uint32_t s = 0; s < text->sentence_count; s++) {
            borders->edges[side].data[text->sentences[s].token_begin] = 1;
            borders->edges[side].data[text->sentences[s].token_end] = 1;
            for (uint32_t i = text->sentences[s].token_begin; i < text->sentences[s].token_end; i++)
                borders->sentence_of[side].data[i] = s;
        }
    }
    return TWT_OK;
}

typedef struct fitting { /* what the steps of one call share */
    twt_borders *borders;
    const twt_pair_words *words;
    const twt_analysis *const *texts;
    const uint32_t *middle;
    twt_stretch *tokens;
} fitting;

static void count_inside(const fitting *fit, int side, bool is_counted)
{
    const uint32_t *ids = fit->words->ids[side].data;
    for (uint32_t i = fit->tokens->begin[side]; i < fit->tokens->end[side]; i++)
        fit->borders->inside[side].data[ids[i]] += is_counted ? 1 : UINT32_MAX;
}

/* P / Q of a word, for a token of side. */
static double ratio_of(const fitting *fit, int side, uint32_t word, double scale)
{
    double here = fit->borders->inside[side].data[word], there = fit->borders->inside[!side].data[word];
    double both = (here + there) / 2, outside = fit->borders->totals.data[word] - here - there;
    return there * scale / (outside + (both > discount ? both - discount : 0) + .1);
}

static double scale_of(const fitting *fit, int side)
{
    const twt_stretch *tokens = fit->tokens;
    double here = tokens->end[side] - tokens->begin[side], there = tokens->end[!side] - tokens->begin[!side];
    double all = (double)fit->texts[0]->token_count + (double)fit->texts[1]->token_count;
    return (all - (here + there) / 2) / there;
}

static double estimate_noise(const fitting *fit, int side, double scale)
{
    const uint32_t *ids = fit->words->ids[side].data;
    uint32_t begin = fit->tokens->begin[side], end = fit->tokens->end[side];
    double noise = noise_start;
    for (int round = 0; round < NOISE_ROUNDS; round++) {
        double sum = 0;
        for (uint32_t i = begin; i < end; i++)
            sum += noise / (noise + (1 - noise) * ratio_of(fit, side, ids[i], scale));
        noise = (sum + 1) / (end - begin + 2);
        if (noise < noise_min)
            noise = noise_min;
    }
    return noise;
}

typedef struct token_window {
    uint32_t begin, end;
} token_window;

static token_window window_of(const fitting *fit, int side)
{
    const twt_analysis *text = fit->texts[side];
    const uint32_t *sentence_of = fit->borders->sentence_of[side].data;
    uint32_t begin = fit->tokens->begin[side], end = fit->tokens->end[side];
    uint32_t first = sentence_of[begin], last = sentence_of[end - 1];
    first = first > WINDOW_SENTENCES ? first - WINDOW_SENTENCES : 0;
    last =
        last + WINDOW_SENTENCES < text->sentence_count ? last + WINDOW_SENTENCES : (uint32_t)text->sentence_count - 1;
    token_window window = {text->sentences[first].token_begin, text->sentences[last].token_end};
    if (begin - window.begin > WINDOW_TOKENS)
        window.begin = begin - WINDOW_TOKENS;
    if (window.end - end > WINDOW_TOKENS)
        window.end = end + WINDOW_TOKENS;
    return window;
}

/* From the middle outwards, so that of a word's repeats those nearest to it are set against the other side's. */
static void score_window(const fitting *fit, int side, token_window window)
{
    twt_borders *borders = fit->borders;
    const uint32_t *ids = fit->words->ids[side].data;
    double scale = scale_of(fit, side), noise = estimate_noise(fit, side, scale);
    int32_t surplus = (int32_t)(SCORE_ONE * surplus_cost * log(noise));
    uint32_t middle = fit->middle[side];
    if (middle < window.begin || middle > window.end)
        middle = window.begin;
    uint32_t left = middle, right = middle;
    while (left > window.begin || right < window.end) {
        bool is_left = right >= window.end || (left > window.begin && middle - left <= right - middle);
        uint32_t at = is_left ? --left : right++, word = ids[at];
        double score = log(noise + (1 - noise) * ratio_of(fit, side, word, scale));
        bool is_surplus =
            borders->inside[!side].data[word] && borders->taken.data[word] >= borders->inside[!side].data[word];
        borders->taken.data[word]++;
        borders->scores.data[at - window.begin] =
            is_surplus ? surplus : (int32_t)(SCORE_ONE * (score < score_max ? score : score_max));
    }
    for (uint32_t i = window.begin; i < window.end; i++)
        borders->taken.data[ids[i]] = 0;
}

/* The run with the highest sum (Bentley 1984, Kadane's scan), ends at sentence borders preferred; false when no sum is
 * above 0. */
static bool best_run(const fitting *fit, int side, token_window window, uint32_t *begin, uint32_t *end)
{
    const uint8_t *edges = fit->borders->edges[side].data;
    int64_t sum = 0, lowest = INT64_MAX, best = 0;
    uint32_t lowest_at = window.begin;
    bool is_found = false;
    for (uint32_t i = window.begin; i <= window.end; i++) {
        int64_t bonus = edges[i] ? (int64_t)(SCORE_ONE * border_bonus) : 0;
        if (i > window.begin && sum - lowest + bonus > best) {
            best = sum - lowest + bonus;
            *begin = lowest_at;
            *end = i;
            is_found = true;
        }
        if (i == window.end)
            break;
        if (sum - bonus < lowest) {
            lowest = sum - bonus;
            lowest_at = i;
        }
        sum += fit->borders->scores.data[i - window.begin];
    }
    return is_found;
}

static void follow_equal_tokens(const fitting *fit)
{
    const uint32_t *a = fit->words->ids[0].data, *b = fit->words->ids[1].data;
    uint32_t *begin = fit->tokens->begin, *end = fit->tokens->end;
    for (int i = 0; i < RUN_MAX && begin[0] && begin[1] && a[begin[0] - 1] == b[begin[1] - 1]; i++) {
        begin[0]--;
        begin[1]--;
    }
    size_t end_a = fit->texts[0]->token_count, end_b = fit->texts[1]->token_count;
    for (int i = 0; i < RUN_MAX && end[0] < end_a && end[1] < end_b && a[end[0]] == b[end[1]]; i++) {
        end[0]++;
        end[1]++;
    }
}

/* *is_moved: the ends of this side are elsewhere now. */
static twt_status fit_side(const fitting *fit, int side, bool *is_moved)
{
    token_window window = window_of(fit, side);
    if (!twt_vec_resize(&fit->borders->scores, window.end - window.begin))
        return TWT_ERROR_MEMORY;
    score_window(fit, side, window);
    uint32_t begin, end;
    *is_moved = best_run(fit, side, window, &begin, &end) &&
                (begin != fit->tokens->begin[side] || end != fit->tokens->end[side]);
    if (*is_moved) {
        count_inside(fit, side, false);
        fit->tokens->begin[side] = begin;
        fit->tokens->end[side] = end;
        count_inside(fit, side, true);
    }
    return TWT_OK;
}

twt_status twt_borders_fit(twt_borders *borders, const twt_pair_words *words, const twt_analysis *const texts[2],
                           const uint32_t middle[2], twt_stretch *tokens)
{
    fitting fit = {borders, words, texts, middle, tokens};
    twt_status status = TWT_OK;
    follow_equal_tokens(&fit);
    count_inside(&fit, 0, true);
    count_inside(&fit, 1, true);
    bool was_moved = true, is_moved = true;
    for (int round = 0; round < ROUNDS && !status && (was_moved || is_moved); round++) {
        was_moved = is_moved;
        status = fit_side(&fit, round & 1, &is_moved);
    }
    count_inside(&fit, 0, false);
    count_inside(&fit, 1, false);
    follow_equal_tokens(&fit);
    return status;
}

void twt_borders_free(twt_borders *borders)
{
    twt_vec_free(&borders->totals);
    twt_vec_free(&borders->taken);
    twt_vec_free(&borders->scores);
    for (int side = 0; side < 2; side++) {
        twt_vec_free(&borders->inside[side]);
        twt_vec_free(&borders->edges[side]);
        twt_vec_free(&borders->sentence_of[side]);
    }
}
