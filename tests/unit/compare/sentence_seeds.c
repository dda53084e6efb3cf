#include "compare/passages/sentence_seeds.h"

#include <math.h>
#include <stdio.h>

#include "paired.h"
#include "support/failing_alloc.h"
#include "support/suite.h"
#include "tiny_text.h"

enum { TEXT_MAX = 1 << 16 };

typedef struct found_seeds { /* a copy of a result */
    twt_seed seeds[4096];
    size_t count;
} found_seeds;

static void find(const tiny_text *a, const tiny_text *b, found_seeds *out)
{
    twt_seed_finder *finder;
    const twt_seed *seeds;
    ck_assert_int_eq(twt_seed_finder_new(&finder), TWT_OK);
    ck_assert_int_eq(paired_seed_finder_run(finder, &a->analysis, &b->analysis, &seeds, &out->count), TWT_OK);
    ck_assert_uint_le(out->count, sizeof out->seeds / sizeof *out->seeds);
    for (size_t i = 0; i < out->count; i++)
        out->seeds[i] = seeds[i];
    twt_seed_finder_free(finder);
}

static tiny_text random_text(uint64_t *state, unsigned sentences, unsigned words)
{
    char string[TEXT_MAX], *end = string;
    *end = '\0';
    for (unsigned i = 0; i < sentences; i++)
        end = add_sentence(end, state, 1 + (unsigned)(twt_rng_next(state) % 12), 0, words);
    return tiny_text_of(string);
}

START_TEST(texts_without_words_have_no_seeds)
{
    tiny_text none = tiny_text_of(""), one = tiny_text_of("a plain sentence of words.");
    found_seeds found;
    find(&none, &one, &found);
    ck_assert_uint_eq(found.count, 0);
    find(&none, &none, &found);
    ck_assert_uint_eq(found.count, 0);
    tiny_text_free(&none);
    tiny_text_free(&one);
}
END_TEST

START_TEST(a_text_seeds_itself_on_the_diagonal)
{
    tiny_text text =
        tiny_text_of("red tram stops here. the council met again. the council met again. quiet rivers freeze late.");
    found_seeds found;
    find(&text, &text, &found);
    unsigned chained = 0;
    for (size_t i = 0; i < found.count; i++) {
        ck_assert(found.seeds[i].in_chain == (found.seeds[i].a == found.seeds[i].b));
        chained += found.seeds[i].in_chain;
        ck_assert(found.seeds[i].cosine > .999f && found.seeds[i].dice > .999f);
    }
    ck_assert_uint_eq(chained, 4);
    ck_assert_uint_eq(found.count, 6); /* the two equal sentences seed each other as well */
    tiny_text_free(&text);
}
END_TEST

START_TEST(one_sentence_texts_can_be_seeds)
{
    tiny_text a = tiny_text_of("the new bridge opens in spring"), b = tiny_text_of("in spring the new bridge opens");
    found_seeds found;
    find(&a, &b, &found);
    ck_assert_uint_eq(found.count, 1);
    ck_assert(found.seeds[0].in_chain);
    tiny_text_free(&a);
    tiny_text_free(&b);
}
END_TEST

/* ---- against every pair of sentences, with strings and plain sums ---- */

static bool is_word(const tiny_text *text, uint32_t sentence, uint64_t hash, double *tf)
{
    *tf = 0;
    for (uint32_t i = text->sentences[sentence].token_begin; i < text->sentences[sentence].token_end; i++)
        *tf += text->tokens[i].hash == hash;
    return *tf > 0;
}

static double idf(const tiny_text *a, const tiny_text *b, uint64_t hash)
{
    double df = 0, tf, sentences = (double)(a->analysis.sentence_count + b->analysis.sentence_count);
    for (uint32_t s = 0; s < a->analysis.sentence_count; s++)
        df += is_word(a, s, hash, &tf);
    for (uint32_t s = 0; s < b->analysis.sentence_count; s++)
        df += is_word(b, s, hash, &tf);
    return log((sentences + 1) / df);
}

static void measure(const tiny_text *a, const tiny_text *b, uint32_t i, uint32_t j, double *cosine, double *dice)
{
    double dot = 0, norms[2] = {0, 0}, shared = 0, sizes[2] = {0, 0};
    for (int side = 0; side < 2; side++) {
        const tiny_text *own = side ? b : a, *other = side ? a : b;
        const twt_sentence *sentence = &own->sentences[side ? j : i];
        for (uint32_t t = sentence->token_begin; t < sentence->token_end; t++) {
            uint64_t hash = own->tokens[t].hash;
            bool is_repeat = false;
            for (uint32_t u = sentence->token_begin; u < t; u++)
                is_repeat |= own->tokens[u].hash == hash;
            if (is_repeat)
                continue;
            double tf, tf_other, weight = idf(a, b, hash);
            is_word(own, side ? j : i, hash, &tf);
            norms[side] += tf * weight * tf * weight;
            sizes[side]++;
            if (side == 0 && is_word(other, j, hash, &tf_other)) {
                dot += tf * tf_other * weight * weight;
                shared++;
            }
        }
    }
    *cosine = dot / sqrt(norms[0] * norms[1]);
    *dice = 2 * shared / (sizes[0] + sizes[1]);
}

START_TEST(seeds_equal_comparing_every_pair)
{
    uint64_t state = 11;
    for (int round = 0; round < 25; round++) {
        tiny_text a = random_text(&state, 8, 30), b = random_text(&state, 10, 30);
        found_seeds found;
        find(&a, &b, &found);
        size_t next = 0;
        for (uint32_t i = 0; i < a.analysis.sentence_count; i++)
            for (uint32_t j = 0; j < b.analysis.sentence_count; j++) {
                double cosine, dice;
                measure(&a, &b, i, j, &cosine, &dice);
                bool is_told = next < found.count && found.seeds[next].a == i && found.seeds[next].b == j;
                if (fabs(cosine - .30) > .003) /* weights are in steps of 1/256 */
                    ck_assert_msg(is_told == (cosine > .30 && dice > .33), "%u %u: cosine %f dice %f", i, j, cosine,
                                  dice);
                if (is_told) {
                    ck_assert(fabs(found.seeds[next].cosine - cosine) < .005);
                    ck_assert(fabs(found.seeds[next].dice - dice) < 1e-6);
                    next++;
                }
            }
        ck_assert_uint_eq(next, found.count);
        tiny_text_free(&a);
        tiny_text_free(&b);
    }
}
END_TEST

static bool has_mirror(const found_seeds *found, const twt_seed *seed)
{
    for (size_t i = 0; i < found->count; i++) {
        const twt_seed *other = &found->seeds[i];
        if (other->a == seed->b && other->b == seed->a)
            return other->cosine == seed->cosine && other->dice == seed->dice && other->in_chain == seed->in_chain;
    }
    return false;
}

START_TEST(the_other_order_gives_the_mirror_image)
{
    uint64_t state = 5;
    for (int round = 0; round < 60; round++) {
        tiny_text a = random_text(&state, 12, 18), b = random_text(&state, 12, 18);
        found_seeds forth, back;
        find(&a, &b, &forth);
        find(&b, &a, &back);
        ck_assert_uint_eq(forth.count, back.count);
        for (size_t i = 0; i < forth.count; i++)
            ck_assert(has_mirror(&back, &forth.seeds[i]));
        for (size_t i = 1; i < back.count; i++)
            ck_assert(back.seeds[i - 1].a < back.seeds[i].a ||
                      (back.seeds[i - 1].a == back.seeds[i].a && back.seeds[i - 1].b < back.seeds[i].b));
        tiny_text_free(&a);
        tiny_text_free(&b);
    }
}
END_TEST

START_TEST(a_moved_sentence_leaves_the_chain)
{
    tiny_text a = tiny_text_of(
        "amber lamps glow softly. brown bears climb trees. cold coffee tastes bitter. dusty desks need paper.");
    tiny_text b = tiny_text_of(
        "dusty desks need paper. amber lamps glow softly. brown bears climb trees. cold coffee tastes bitter.");
    found_seeds found;
    find(&a, &b, &found);
    ck_assert_uint_eq(found.count, 4);
    for (size_t i = 0; i < 4; i++)
        ck_assert(found.seeds[i].in_chain == (found.seeds[i].a != 3));
    tiny_text_free(&a);
    tiny_text_free(&b);
}
END_TEST

START_TEST(a_sentence_told_in_two_stays_in_the_chain)
{
    tiny_text a = tiny_text_of("the harbour wall will be raised by two metres next year. nobody else said a word.");
    tiny_text b =
        tiny_text_of("the harbour wall will be raised. it will be raised by two metres next year. birds sang.");
    twt_seed_finder *finder;
    const twt_seed *seeds;
    size_t count;
    ck_assert_int_eq(twt_seed_finder_new(&finder), TWT_OK);
    ck_assert_int_eq(paired_seed_finder_run(finder, &a.analysis, &b.analysis, &seeds, &count), TWT_OK);
    ck_assert_uint_eq(count, 2);
    for (uint32_t i = 0; i < 2; i++) {
        ck_assert_uint_eq(seeds[i].a, 0);
        ck_assert_uint_eq(seeds[i].b, i);
        ck_assert(seeds[i].in_chain);
    }
    tiny_text none = tiny_text_of("");
    ck_assert_int_eq(paired_seed_finder_run(finder, &a.analysis, &none.analysis, &seeds, &count), TWT_OK);
    ck_assert_uint_eq(count, 0);
    twt_seed_finder_free(finder);
    tiny_text_free(&none);
    tiny_text_free(&a);
    tiny_text_free(&b);
}
END_TEST

static tiny_text alike(size_t sentences)
{
    static const char sentence[] = "please mind the gap here. ";
    char *string = malloc(sentences * sizeof sentence + 1), *end = string;
    for (size_t i = 0; i < sentences; i++)
        end = stpcpy(end, sentence);
    tiny_text text = tiny_text_of(string);
    free(string);
    return text;
}

START_TEST(a_hundred_thousand_sentences_alike_pair_one_to_one)
{
    tiny_text a = alike(100000), b = alike(90000);
    twt_seed_finder *finder;
    const twt_seed *seeds;
    size_t count;
    ck_assert_int_eq(twt_seed_finder_new(&finder), TWT_OK);
    ck_assert_int_eq(paired_seed_finder_run(finder, &a.analysis, &b.analysis, &seeds, &count), TWT_OK);
    ck_assert_uint_eq(count, 90000);
    for (size_t i = 0; i < count; i++)
        ck_assert(seeds[i].a == i && seeds[i].b == i && seeds[i].in_chain);
    twt_seed_finder_free(finder);
    tiny_text_free(&a);
    tiny_text_free(&b);
}
END_TEST

START_TEST(beyond_the_work_limit_rare_words_still_lead_to_seeds)
{
    enum { SENTENCES = 4000 };
    char *one = malloc(SENTENCES * 40), *other = malloc(SENTENCES * 40), *end_one = one, *end_other = other;
    for (int i = 0; i < SENTENCES; i++) {
        end_one += sprintf(end_one, "the rare%d and alpha%d. ", i, i);
        end_other += sprintf(end_other, "the rare%d and omega%d. ", SENTENCES - 1 - i, i);
    }
    tiny_text a = tiny_text_of(one), b = tiny_text_of(other);
    found_seeds found;
    find(&a, &b, &found);
    ck_assert_uint_eq(found.count, SENTENCES);
    for (size_t i = 0; i < found.count; i++) {
        ck_assert_uint_eq(found.seeds[i].a + found.seeds[i].b, SENTENCES - 1);
        ck_assert(fabs(found.seeds[i].dice - .75) < 1e-6); /* those beyond the limit count, too: three of four */
    }
    free(one);
    free(other);
    tiny_text_free(&a);
    tiny_text_free(&b);
}
END_TEST

START_TEST(every_refused_allocation_is_told)
{
    uint64_t state = 3;
    tiny_text a = random_text(&state, 12, 18), b = random_text(&state, 12, 18);
    for (size_t n = 1;; n++) {
        twt_seed_finder *finder = NULL;
        const twt_seed *seeds = NULL;
        size_t count = 0;
        failing_alloc_arm(n);
        twt_status status = twt_seed_finder_new(&finder);
        if (!status)
            status = paired_seed_finder_run(finder, &a.analysis, &b.analysis, &seeds, &count);
        bool is_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, is_refused ? TWT_ERROR_MEMORY : TWT_OK);
        if (finder) { /* still usable */
            ck_assert_int_eq(paired_seed_finder_run(finder, &a.analysis, &b.analysis, &seeds, &count), TWT_OK);
            ck_assert_uint_gt(count, 0);
        }
        twt_seed_finder_free(finder);
        if (!is_refused)
            break;
    }
    tiny_text_free(&a);
    tiny_text_free(&b);
}
END_TEST

TWT_SUITE("compare_sentence_seeds", texts_without_words_have_no_seeds, a_text_seeds_itself_on_the_diagonal,
          one_sentence_texts_can_be_seeds, seeds_equal_comparing_every_pair, the_other_order_gives_the_mirror_image,
          a_moved_sentence_leaves_the_chain, a_sentence_told_in_two_stays_in_the_chain,
          a_hundred_thousand_sentences_alike_pair_one_to_one, beyond_the_work_limit_rare_words_still_lead_to_seeds,
          every_refused_allocation_is_told)
