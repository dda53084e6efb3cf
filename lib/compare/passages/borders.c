/* A token inside a passage was drawn from the words of the other side's stretch (P = its share there), or with
 * probability `noise` from the texts at large (Q = its share outside); one outside was drawn from the texts at large.
 * Its score is the log of the ratio, ln(noise + (1 - noise) P / Q), and the passage is the run of tokens with the
 * highest sum, with a bonus for an end at a sentence border. The noise is estimated by expectation maximisation on the
 * stretch as it is; then the sides take turns until nothing moves. So the borders of a copy are sharp (noise near 0: a
 * foreign word costs 4) and those of a free paraphrase forgiving, without a threshold between them. Before and after,
 * the ends follow equal tokens outwards. */
#include "compare/passages/borders.h"

#include <math.h>
#include <string.h>

enum {
    SCORE_ONE = 1024,     /* fixed point: sums are exact */
    START_SENTENCES = 1,  /* taken in on both ends before the first turn; what does not fit is cut off again */
    WINDOW_SENTENCES = 4, /* by which an end may move outwards in a turn */
    WINDOW_TOKENS = 512,
    TURNS = 6,
    TURNS_TO_TEXT = 3,
    NOISE_ROUNDS = 3,
    RUN_MAX = 4096
};
static const double score_max = 3; /* a rare word alone must not bridge far */
static const double border_bonus = 4;
static const double surplus_cost = .2; /* of an unmatched word's, for a word that stands here more often than there */
static const double discount = .8;     /* a word told n times in the stretch counts n - .8 for the texts at large */
static const double unseen = .1;
static const double noise_start = .3, noise_min = .02;

static bool note_edges(twt_borders *borders, int side, const twt_analysis *text)
{
    if (!twt_vec_resize(&borders->is_edge[side], text->token_count + 1))
        return false;
    uint8_t *is_edge = borders->is_edge[side].data;
    memset(is_edge, 0, text->token_count + 1);
    for (uint32_t s = 0; s < text->sentence_count; s++) {
        const twt_sentence *sentence = &text->sentences[s];
        is_edge[sentence->token_begin] = is_edge[sentence->token_end] = 1;
    }
    return true;
}

static bool note_words(twt_borders *borders, int side)
{
    size_t count = borders->words->count;
    if (!twt_vec_resize(&borders->totals[side], count) || !twt_vec_resize(&borders->inside[side], count))
        return false;
    memcpy(borders->totals[side].data, borders->words->totals[side].data, count * sizeof *borders->totals[side].data);
    memset(borders->inside[side].data, 0, count * sizeof *borders->inside[side].data);
    return true;
}

twt_status twt_borders_begin(twt_borders *borders, const twt_pair_words *words)
{
    borders->words = words;
    borders->fits = 0;
    if (!twt_vec_resize(&borders->fitted, words->count))
        return TWT_ERROR_MEMORY;
    memset(borders->fitted.data, 0, words->count * sizeof *borders->fitted.data);
    for (int side = 0; side < 2; side++) {
        borders->texts[side] = words->texts[side];
        if (!note_words(borders, side) || !note_edges(borders, side, words->texts[side]))
            return TWT_ERROR_MEMORY;
    }
    return TWT_OK;
}

typedef struct fitting { /* what the steps of one call share */
    twt_borders *borders;
    twt_stretch *tokens;
    const uint32_t *middle;
    bool is_text[2]; /* this side's stretch is the whole text */
    double evidence[2];
} fitting;

static void count_words(const twt_borders *borders, int side, const twt_stretch *tokens, uint32_t *counts, int by)
{
    const uint32_t *ids = borders->words->ids[side];
    for (uint32_t i = tokens->begin[side]; i < tokens->end[side]; i++)
        counts[ids[i]] += (uint32_t)by;
}

static void count_inside(const fitting *of, int side, int by)
{
    count_words(of->borders, side, of->tokens, of->borders->inside[side].data, by);
}

static void count_total(const twt_borders *borders, int side, const twt_stretch *tokens, int by)
{
    count_words(borders, side, tokens, borders->totals[side].data, by);
}

/* By word: how often it stands in the other side's stretch. */
static const uint32_t *counts_there(const fitting *of, int side)
{
    return of->is_text[!side] ? of->borders->totals[!side].data : of->borders->inside[!side].data;
}

/* What P / Q of a word has in common with all others: the sizes of the texts at large and of the other side's stretch.
 */
static double scale_of(const fitting *of, int side)
{
    const twt_stretch *tokens = of->tokens;
    double here = tokens->end[side] - tokens->begin[side], there = tokens->end[!side] - tokens->begin[!side];
    double all = (double)of->borders->texts[0]->token_count + (double)of->borders->texts[1]->token_count;
    return (all - (here + there) / 2) / there;
}

static double ratio_of(const fitting *of, int side, uint32_t word, double scale)
{
    const twt_borders *borders = of->borders;
    double here = borders->inside[side].data[word], there = counts_there(of, side)[word];
    double all = (double)borders->totals[0].data[word] + borders->totals[1].data[word], half = (here + there) / 2;
    return there * scale / (all - here - there + (half > discount ? half - discount : 0) + unseen);
}

/* From the ratios of the side's stretch of so many tokens; those that are not among the ratios have 0, and are noise.
 */
static double estimate_noise(const double *ratios, size_t ratio_count, uint32_t count)
{
    double noise = noise_start;
    for (int round = 0; round < NOISE_ROUNDS; round++) {
        double sum = (double)(count - ratio_count);
        for (size_t i = 0; i < ratio_count; i++)
            sum += noise / (noise + (1 - noise) * ratios[i]);
        noise = (sum + 1) / ((double)count + 2);
        if (noise < noise_min)
            noise = noise_min;
    }
    return noise;
}

typedef struct token_window {
    uint32_t begin, end;
} token_window;

/* The side's stretch and up to so many sentences on both ends. */
static token_window window_of(const fitting *of, int side, uint32_t sentences)
{
    const twt_analysis *text = of->borders->texts[side];
    const uint32_t *sentence_of = of->borders->words->own[side].homes;
    uint32_t begin = of->tokens->begin[side], end = of->tokens->end[side];
    uint32_t first = sentence_of[begin], last = sentence_of[end - 1];
    first = first > sentences ? first - sentences : 0;
    last = last + sentences < text->sentence_count ? last + sentences : (uint32_t)text->sentence_count - 1;
    token_window window = {text->sentences[first].token_begin, text->sentences[last].token_end};
    if (begin - window.begin > WINDOW_TOKENS)
        window.begin = begin - WINDOW_TOKENS;
    if (window.end - end > WINDOW_TOKENS)
        window.end = end + WINDOW_TOKENS;
    return window;
}

/* Collects the tokens of the window whose words the other side has: no branch to guess. */
static void collect_shared(const fitting *of, int side, token_window window)
{
    const uint32_t *ids = of->borders->words->ids[side], *there = counts_there(of, side);
    uint32_t *shared = of->borders->shared.data;
    size_t count = 0;
    for (uint32_t i = window.begin; i < window.end; i++) {
        shared[count] = i;
        count += there[ids[i]] > 0;
    }
    of->borders->shared.count = count;
}

/* Each word once, however often it stands here. Returns the noise. */
static double read_ratios(const fitting *of, int side)
{
    twt_borders *borders = of->borders;
    const uint32_t *ids = borders->words->ids[side], *shared = borders->shared.data;
    uint32_t begin = of->tokens->begin[side], end = of->tokens->end[side];
    double scale = scale_of(of, side), *ratios = borders->ratios.data;
    size_t count = 0;
    for (size_t i = 0; i < borders->shared.count; i++) {
        twt_fitted_word *word = &borders->fitted.data[ids[shared[i]]];
        if (word->fit != borders->fits)
            *word = (twt_fitted_word){.fit = borders->fits, .ratio = ratio_of(of, side, ids[shared[i]], scale)};
        ratios[count] = word->ratio;
        count += shared[i] >= begin && shared[i] < end;
    }
    return estimate_noise(ratios, count, end - begin);
}

static int32_t score_of(double ratio, double noise)
{
    double score = log(noise + (1 - noise) * ratio);
    return (int32_t)(SCORE_ONE * (score < score_max ? score : score_max));
}

static int32_t score_word(twt_fitted_word *word, uint32_t there, double noise, int32_t surplus)
{
    if (there && word->taken++ >= there)
        return surplus;
    if (!word->is_scored) {
        word->is_scored = true;
        word->score = score_of(word->ratio, noise);
    }
    return word->score;
}

/* From the middle outwards, so that of a word's repeats those nearest to it are set against the other side's. A text
 * has room for all of them. */
static void score_shared(const fitting *of, int side, uint32_t window_begin, uint32_t middle, double noise)
{
    twt_borders *borders = of->borders;
    const uint32_t *ids = borders->words->ids[side], *inside_there = borders->inside[!side].data;
    const uint32_t *begin = borders->shared.data, *end = begin + borders->shared.count, *right = begin;
    int32_t surplus = (int32_t)(SCORE_ONE * surplus_cost * log(noise));
    while (right < end && *right < middle)
        right++;
    const uint32_t *left = right;
    while (left > begin || right < end) {
        bool is_left = right >= end || (left > begin && middle - left[-1] <= *right - middle + 1);
        uint32_t at = is_left ? *--left : *right++, word = ids[at];
        borders->scores.data[at - window_begin] =
            score_word(&borders->fitted.data[word], inside_there[word], noise, surplus);
    }
}

static void score_window(const fitting *of, int side, token_window window)
{
    twt_borders *borders = of->borders;
    borders->fits++;
    collect_shared(of, side, window);
    double noise = read_ratios(of, side);
    int32_t foreign = score_of(0, noise);
    for (uint32_t i = 0; i < window.end - window.begin; i++)
        borders->scores.data[i] = foreign;
    uint32_t middle = of->middle[side];
    if (middle < window.begin || middle > window.end)
        middle = window.begin;
    score_shared(of, side, window.begin, middle, noise);
}

/* The run with the highest sum (Bentley 1984 on Kadane's scan), ends at sentence borders preferred; *evidence is the
 * sum without the bonus. False when no sum is above 0. */
static bool best_run(const fitting *of, int side, token_window window, token_window *out, double *evidence)
{
    const uint8_t *is_edge = of->borders->is_edge[side].data;
    int64_t sum = 0, lowest = INT64_MAX, sum_there = 0, best = 1, own = 0;
    uint32_t lowest_at = window.begin;
    bool is_found = false;
    for (uint32_t i = window.begin; i <= window.end; i++) {
        int64_t bonus = is_edge[i] ? (int64_t)(SCORE_ONE * border_bonus) : 0;
        if (i > window.begin && sum - lowest + bonus >= best) { /* of equal ones the longest */
            best = sum - lowest + bonus;
            own = sum - sum_there;
            *out = (token_window){lowest_at, i};
            is_found = true;
        }
        if (sum - bonus < lowest) {
            lowest = sum - bonus;
            lowest_at = i;
            sum_there = sum;
        }
        if (i < window.end)
            sum += of->borders->scores.data[i - window.begin];
    }
    *evidence = (double)own / SCORE_ONE;
    return is_found;
}

/* *is_moved: the ends of this side are elsewhere now. */
static twt_status fit_side(fitting *of, int side, bool *is_moved)
{
    token_window window = window_of(of, side, WINDOW_SENTENCES), run;
    size_t count = window.end - window.begin;
    if (!twt_vec_resize(&of->borders->scores, count) || !twt_vec_resize(&of->borders->ratios, count) ||
        !twt_vec_resize(&of->borders->shared, count))
        return TWT_ERROR_MEMORY;
    score_window(of, side, window);
    uint32_t *begin = &of->tokens->begin[side], *end = &of->tokens->end[side];
    *is_moved = best_run(of, side, window, &run, &of->evidence[side]) && (run.begin != *begin || run.end != *end);
    if (*is_moved) {
        count_inside(of, side, -1);
        *begin = run.begin;
        *end = run.end;
        count_inside(of, side, 1);
    }
    return TWT_OK;
}

static void follow_equal_tokens(const fitting *of)
{
    const uint32_t *a = of->borders->words->ids[0], *b = of->borders->words->ids[1];
    uint32_t *begin = of->tokens->begin, *end = of->tokens->end;
    for (int i = 0; i < RUN_MAX && begin[0] && begin[1] && a[begin[0] - 1] == b[begin[1] - 1]; i++) {
        begin[0]--;
        begin[1]--;
    }
    size_t end_a = of->borders->texts[0]->token_count, end_b = of->borders->texts[1]->token_count;
    for (int i = 0; i < RUN_MAX && end[0] < end_a && end[1] < end_b && a[end[0]] == b[end[1]]; i++) {
        end[0]++;
        end[1]++;
    }
}

static void take_neighbours_in(const fitting *of)
{
    for (int side = 0; side < 2; side++) {
        token_window window = window_of(of, side, START_SENTENCES);
        of->tokens->begin[side] = window.begin;
        of->tokens->end[side] = window.end;
    }
}

twt_status twt_borders_fit(twt_borders *borders, const uint32_t middle[2], twt_stretch *tokens, double evidence[2])
{
    fitting of = {borders, tokens, middle, {false, false}, {0, 0}};
    twt_status status = TWT_OK;
    follow_equal_tokens(&of);
    take_neighbours_in(&of);
    count_inside(&of, 0, 1);
    count_inside(&of, 1, 1);
    bool was_moved = true, is_moved = true;
    for (int turn = 0; turn < TURNS && !status && (was_moved || is_moved); turn++) {
        was_moved = is_moved;
        status = fit_side(&of, turn & 1, &is_moved);
    }
    count_inside(&of, 0, -1);
    count_inside(&of, 1, -1);
    follow_equal_tokens(&of);
    evidence[0] = of.evidence[0];
    evidence[1] = of.evidence[1];
    return status;
}

twt_status twt_borders_fit_to_text(twt_borders *borders, int side, const twt_stretch *without, twt_stretch *tokens,
                                   double *evidence)
{
    tokens->begin[!side] = 0;
    tokens->end[!side] = (uint32_t)borders->texts[!side]->token_count;
    uint32_t middle[2] = {(tokens->begin[0] + tokens->end[0]) / 2, (tokens->begin[1] + tokens->end[1]) / 2};
    fitting of = {borders, tokens, middle, {side != 0, side == 0}, {0, 0}};
    if (without)
        count_total(borders, !side, without, -1);
    count_inside(&of, side, 1);
    twt_status status = TWT_OK;
    bool is_moved = true;
    for (int turn = 0; turn < TURNS_TO_TEXT && !status && is_moved; turn++)
        status = fit_side(&of, side, &is_moved);
    count_inside(&of, side, -1);
    if (without)
        count_total(borders, !side, without, 1);
    *evidence = of.evidence[side];
    return status;
}

void twt_borders_free(twt_borders *borders)
{
    twt_vec_free(&borders->fitted);
    twt_vec_free(&borders->ratios);
    twt_vec_free(&borders->scores);
    twt_vec_free(&borders->shared);
    for (int side = 0; side < 2; side++) {
        twt_vec_free(&borders->totals[side]);
        twt_vec_free(&borders->inside[side]);
        twt_vec_free(&borders->is_edge[side]);
    }
}
