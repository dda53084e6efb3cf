/* Holds the fit of borders against a model that counts each word anew for each token and tries every run. */
#include "compare/passages/borders.h"

#include <math.h>
#include <string.h>

#include "base/rng.h"
#include "paired.h"
#include "support/suite.h"
#include "support/words.h"
#include "tiny_text.h"

enum { TOKENS_MAX = 512 };

typedef struct model {
    const twt_pair_words *words;
    twt_stretch at;
    const uint32_t *middle;
    double evidence[2];
} model;

static double count(const model *m, int side, uint32_t word, uint32_t begin, uint32_t end)
{
    double found = 0;
    for (uint32_t i = begin; i < end; i++)
        found += m->words->ids[side][i] == word;
    return found;
}

static double inside(const model *m, int side, uint32_t word)
{
    return count(m, side, word, m->at.begin[side], m->at.end[side]);
}

static double tokens_of(const model *m, int side)
{
    return (double)m->words->texts[side]->token_count;
}

static double ratio_at(const model *m, int side, uint32_t token)
{
    uint32_t word = m->words->ids[side][token];
    double here = inside(m, side, word), there = inside(m, !side, word), half = (here + there) / 2;
    double own = m->at.end[side] - m->at.begin[side], other = m->at.end[!side] - m->at.begin[!side];
    double scale = (tokens_of(m, 0) + tokens_of(m, 1) - (own + other) / 2) / other;
    double all = count(m, 0, word, 0, (uint32_t)tokens_of(m, 0)) + count(m, 1, word, 0, (uint32_t)tokens_of(m, 1));
    return there > 0 ? there * scale / (all - here - there + (half > .8 ? half - .8 : 0) + .1) : 0;
}

static double noise_of(const model *m, int side)
{
    double noise = .3, size = m->at.end[side] - m->at.begin[side];
    for (int round = 0; round < 3; round++) {
        double sum = 0;
        for (uint32_t i = m->at.begin[side]; i < m->at.end[side]; i++)
            sum += noise / (noise + (1 - noise) * ratio_at(m, side, i));
        noise = fmax((sum + 1) / (size + 2), .02);
    }
    return noise;
}

static uint32_t distance(uint32_t token, uint32_t middle)
{
    return token < middle ? middle - token - 1 : token - middle;
}

/* Whether as many of the token's word stand nearer to the middle as the other side has; of two that are equally near,
 * the left one comes first. */
static bool is_surplus(const model *m, int side, uint32_t token, twt_range window, uint32_t middle)
{
    const uint32_t *ids = m->words->ids[side];
    double nearer = 0, there = inside(m, !side, ids[token]);
    for (uint32_t i = window.begin; i < window.end; i++) {
        uint32_t d = distance(i, middle), own = distance(token, middle);
        nearer += ids[i] == ids[token] && (d < own || (d == own && i < token));
    }
    return there > 0 && nearer >= there;
}

static int32_t score_at(const model *m, int side, uint32_t token, twt_range window, double noise)
{
    uint32_t middle = m->middle[side];
    middle = middle < window.begin || middle > window.end ? window.begin : middle;
    if (is_surplus(m, side, token, window, middle))
        return (int32_t)(1024 * .2 * log(noise));
    double score = log(noise + (1 - noise) * ratio_at(m, side, token));
    return (int32_t)(1024 * fmin(score, 3));
}

static int64_t bonus_at(const twt_analysis *text, uint32_t token)
{
    for (size_t s = 0; s < text->sentence_count; s++)
        if (text->sentences[s].token_begin == token || text->sentences[s].token_end == token)
            return 4 * 1024;
    return 0;
}

static twt_range window_of(const model *m, int side, uint32_t sentences)
{
    const twt_analysis *text = m->words->texts[side];
    uint32_t first = m->words->own[side].homes[m->at.begin[side]];
    uint32_t last = m->words->own[side].homes[m->at.end[side] - 1], most = (uint32_t)text->sentence_count - 1;
    return (twt_range){text->sentences[first > sentences ? first - sentences : 0].token_begin,
                       text->sentences[last + sentences < most ? last + sentences : most].token_end};
}

/* Every run of the window: the highest sum, of equal ones the last end and for it the first begin. */
static bool fit_side(model *m, int side)
{
    const twt_analysis *text = m->words->texts[side];
    twt_range window = window_of(m, side, 4), best_run = {m->at.begin[side], m->at.end[side]};
    double noise = noise_of(m, side);
    int64_t scores[TOKENS_MAX], best = 1;
    m->evidence[side] = 0;
    for (uint32_t i = window.begin; i < window.end; i++)
        scores[i] = score_at(m, side, i, window, noise);
    for (uint32_t end = window.begin + 1; end <= window.end; end++)
        for (uint32_t begin = window.begin; begin < end; begin++) {
            int64_t sum = 0, value;
            for (uint32_t i = begin; i < end; i++)
                sum += scores[i];
            value = sum + bonus_at(text, begin) + bonus_at(text, end);
            if (value < best || (value == best && end == best_run.end && m->evidence[side] != 0))
                continue;
            best = value;
            best_run = (twt_range){begin, end};
            m->evidence[side] = (double)sum / 1024;
        }
    bool is_moved = best_run.begin != m->at.begin[side] || best_run.end != m->at.end[side];
    m->at.begin[side] = best_run.begin;
    m->at.end[side] = best_run.end;
    return is_moved;
}

static void follow_equal_tokens(model *m)
{
    const uint32_t *a = m->words->ids[0], *b = m->words->ids[1];
    uint32_t *begin = m->at.begin, *end = m->at.end;
    for (; begin[0] && begin[1] && a[begin[0] - 1] == b[begin[1] - 1]; begin[0]--)
        begin[1]--;
    for (; end[0] < tokens_of(m, 0) && end[1] < tokens_of(m, 1) && a[end[0]] == b[end[1]]; end[0]++)
        end[1]++;
}

static void fit(model *m)
{
    bool was_moved = true, is_moved = true;
    follow_equal_tokens(m);
    for (int side = 0; side < 2; side++) {
        twt_range window = window_of(m, side, 1);
        m->at.begin[side] = window.begin;
        m->at.end[side] = window.end;
    }
    for (int turn = 0; turn < 6 && (was_moved || is_moved); turn++) {
        was_moved = is_moved;
        is_moved = fit_side(m, turn & 1);
    }
    follow_equal_tokens(m);
}

static void check(twt_borders *borders, const twt_pair_words *words, uint64_t *state)
{
    twt_stretch at;
    uint32_t middle[2];
    double evidence[2];
    for (int side = 0; side < 2; side++) {
        const twt_analysis *text = words->texts[side];
        size_t first = twt_rng_next(state) % text->sentence_count;
        size_t last = first + twt_rng_next(state) % (text->sentence_count - first);
        at.begin[side] = text->sentences[first].token_begin;
        at.end[side] = text->sentences[last].token_end;
        middle[side] = (uint32_t)((at.begin[side] + at.end[side]) / 2);
    }
    model m = {.words = words, .at = at, .middle = middle};
    fit(&m);
    ck_assert_int_eq(twt_borders_fit(borders, middle, &at, evidence), TWT_OK);
    for (int side = 0; side < 2; side++) {
        ck_assert_uint_eq(at.begin[side], m.at.begin[side]);
        ck_assert_uint_eq(at.end[side], m.at.end[side]);
        ck_assert(evidence[side] == m.evidence[side]);
    }
}

/* Sentences of common words and of rare ones; the second text has some of the first's. */
static void make_texts(char *a, char *b, uint64_t *state)
{
    *a = *b = '\0';
    for (unsigned s = 0; s < 14; s++) {
        char sentence[200];
        add_sentence(sentence, state, 3 + (unsigned)(twt_rng_next(state) % 6), 0, twt_rng_next(state) % 2 ? 5 : 60);
        strcat(a, sentence);
        if (twt_rng_next(state) % 2)
            add_sentence(sentence, state, 3 + (unsigned)(twt_rng_next(state) % 6), 0, 30);
        strcat(b, sentence);
    }
}

START_TEST(borders_are_those_that_trying_every_run_gives)
{
    uint64_t state = 3;
    char a[4000], b[4000];
    twt_borders borders = {.fits = 0};
    paired_words words = {.words = {.is_same = false}};
    for (int round = 0; round < 60; round++) {
        make_texts(a, b, &state);
        twt_analysis *left = words_new(a), *right = words_new(b);
        ck_assert_int_eq(paired_words_number(&words, left, right), TWT_OK);
        ck_assert_int_eq(twt_borders_begin(&borders, &words.words), TWT_OK);
        for (int i = 0; i < 6; i++)
            check(&borders, &words.words, &state);
        words_free(left);
        words_free(right);
    }
    paired_words_free(&words);
    twt_borders_free(&borders);
}
END_TEST

TWT_SUITE("compare_passage_borders", borders_are_those_that_trying_every_run_gives)
