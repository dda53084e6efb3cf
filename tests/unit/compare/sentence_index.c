#include "compare/passages/sentence_index.h"

#include "base/rng.h"
#include "paired.h"
#include "support/suite.h"
#include "tiny_text.h"

enum { SENTENCES_MAX = 300 }; /* more than there are masks for */

/* What two sentences share, word by word. */
static twt_likeness plain_likeness(const twt_pair_words *words, int side, uint32_t own, uint32_t other)
{
    double dot = 0, shared = 0;
    const uint32_t *first = words->own[side].first_term + own, *second = words->own[!side].first_term + other;
    for (uint32_t i = first[0]; i < first[1]; i++)
        for (uint32_t j = second[0]; j < second[1]; j++) {
            twt_term x = words->terms[side][i], y = words->terms[!side][j];
            if (x.word != y.word || !words->weights.data[x.word])
                continue;
            dot += (double)twt_term_weight(words, x) * twt_term_weight(words, y);
            shared++;
        }
    const twt_pair_sentence *a = &words->sentences[side].data[own], *b = &words->sentences[!side].data[other];
    double norms = (double)a->norm * (double)b->norm;
    return (twt_likeness){norms > 0 ? dot / sqrt(norms) : 0, 2 * shared / (a->terms + b->terms)};
}

/* The part of the cosine that is due to words that are followed. */
static double followed_cosine(const twt_pair_words *words, int side, uint32_t own, uint32_t other)
{
    double dot = 0;
    const uint32_t *first = words->own[side].first_term + own, *others = words->own[!side].first_term + other;
    for (uint32_t i = first[0]; i < first[1]; i++)
        for (uint32_t k = others[0]; k < others[1]; k++) {
            twt_term a = words->terms[side][i], b = words->terms[!side][k];
            if (a.word == b.word && !(words->is_limited && words->is_beyond.data[a.word]))
                dot += (double)twt_term_weight(words, a) * twt_term_weight(words, b);
        }
    return dot / sqrt((double)words->sentences[side].data[own].norm * (double)words->sentences[!side].data[other].norm);
}

static size_t check_sentence(twt_sentence_index *index, const twt_pair_words *words, uint32_t own, double cosine_min,
                             double dice_min)
{
    static twt_likeness found[SENTENCES_MAX];
    size_t above = 0, others = words->sentences[index->side].count;
    for (size_t other = 0; other < others; other++)
        found[other] = (twt_likeness){0, 0};
    twt_sentence_index_meet(index, words, own, cosine_min, dice_min);
    for (size_t i = 0; i < index->met.count; i++) {
        uint32_t met = index->met.data[i];
        found[met] = twt_sentence_index_take(index, words, own, met, cosine_min, dice_min);
    }
    for (uint32_t other = 0; other < others; other++) {
        twt_likeness plain = plain_likeness(words, !index->side, own, other);
        bool is_above = plain.cosine > cosine_min && plain.dice > dice_min;
        bool is_missed = is_above && found[other].cosine == 0;
        ck_assert(is_above && !is_missed ? found[other].cosine == plain.cosine && found[other].dice == plain.dice
                                         : found[other].cosine == 0);
        /* beyond the limit: where what is followed shows little, six tenths and what is common by itself */
        ck_assert(!is_missed ||
                  (words->is_limited && followed_cosine(words, !index->side, own, other) <= (.6 + .8) * cosine_min));
        above += is_above;
        ck_assert(index->tallies.data[other].dot == 0 && index->tallies.data[other].shared == 0);
    }
    return above;
}

/* Sentences of a few words that nearly all have and of some that are rare. */
static void make_text(char *at, uint64_t *state, unsigned sentences)
{
    for (unsigned s = 0; s < sentences; s++) {
        at = add_sentence(at, state, 3 + (unsigned)(twt_rng_next(state) % 6), 0, 6);
        at[-2] = ' '; /* one sentence with the next */
        at = add_sentence(at, state, 2 + (unsigned)(twt_rng_next(state) % 4), 6, 90);
    }
}

START_TEST(what_is_met_is_what_all_pairs_of_sentences_give)
{
    static const double limits[] = {.15, .2, .3}, dice_limits[] = {0, .2, .33, .6};
    static char strings[2][64 * SENTENCES_MAX];
    uint64_t state = 9;
    size_t above = 0;
    for (int round = 0; round < 60; round++) {
        unsigned most = round % 5 ? 100 : SENTENCES_MAX;
        make_text(strings[0], &state, 1 + (unsigned)(twt_rng_next(&state) % most));
        make_text(strings[1], &state, 1 + (unsigned)(twt_rng_next(&state) % most));
        tiny_text a = tiny_text_of(strings[0]), b = tiny_text_of(strings[1]);
        paired_words paired = {.words = {.is_same = false}};
        twt_pair_words *words = &paired.words;
        twt_sentence_index index = {.side = 0};
        ck_assert_int_eq(paired_words_number(&paired, &a.analysis, &b.analysis), TWT_OK);
        ck_assert_int_eq(twt_pair_words_weigh(words, round % 4 ? twt_pair_limit(&a.analysis, &b.analysis) : 500),
                         TWT_OK);
        ck_assert_int_eq(twt_sentence_index_fill(&index, words, round & 1), TWT_OK);
        for (uint32_t s = 0; s < words->sentences[!index.side].count; s++)
            above += check_sentence(&index, words, s, limits[round % 3], dice_limits[s % 4]);
        twt_sentence_index_free(&index);
        paired_words_free(&paired);
        tiny_text_free(&a);
        tiny_text_free(&b);
    }
    ck_assert_uint_gt(above, 1000);
}
END_TEST

TWT_SUITE("compare_sentence_index", what_is_met_is_what_all_pairs_of_sentences_give)
