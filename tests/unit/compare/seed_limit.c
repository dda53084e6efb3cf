#include "compare/passages/seed_limit.h"

#include <stdlib.h>

#include "compare/passages/links.h"
#include "paired.h"
#include "support/suite.h"
#include "tiny_text.h"

/* ---- what is kept ---------------------------------------------------------------------------------------- */

enum { SENTENCES_A = 30, SENTENCES_B = 70 };

static bool is_seeded(uint64_t *state)
{
    return twt_rng_next(state) % 3 > 0;
}

/* A few cosines, so that many are equal. */
static twt_seeds random_seeds(uint64_t state)
{
    twt_seeds seeds = {0};
    for (uint32_t a = 0; a < SENTENCES_A; a++)
        for (uint32_t b = 0; b < SENTENCES_B; b++) {
            twt_seed seed = {a, b, .3f + .1f * (float)(twt_rng_next(&state) % 5), .5f, false};
            if (is_seeded(&state))
                ck_assert(twt_vec_push(&seeds, seed));
        }
    return seeds;
}

/* How many of the sentence's seeds go before this one. */
static size_t count_before(const twt_seeds *seeds, const twt_seed *seed)
{
    size_t count = 0;
    long far = labs((long)seed->a * SENTENCES_B - (long)seed->b * SENTENCES_A);
    for (size_t i = 0; i < seeds->count; i++) {
        const twt_seed *other = &seeds->data[i];
        long other_far = labs((long)other->a * SENTENCES_B - (long)other->b * SENTENCES_A);
        bool is_nearer = other_far < far || (other_far == far && other->b < seed->b);
        count += other->a == seed->a && (other->cosine > seed->cosine || (other->cosine == seed->cosine && is_nearer));
    }
    return count;
}

START_TEST(each_sentence_keeps_its_strongest_seeds)
{
    for (uint64_t state = 1; state < 20; state++) {
        twt_seeds all = random_seeds(state), seeds = random_seeds(state);
        twt_seeds_thin(&seeds, 0, SENTENCES_A, SENTENCES_B);
        size_t kept = 0;
        for (size_t i = 0; i < all.count; i++) {
            if (count_before(&all, &all.data[i]) >= TWT_SEEDS_KEPT)
                continue;
            ck_assert_uint_lt(kept, seeds.count);
            ck_assert(seeds.data[kept].a == all.data[i].a && seeds.data[kept].b == all.data[i].b);
            kept++;
        }
        ck_assert_uint_eq(kept, seeds.count);
        ck_assert_uint_lt(kept, all.count);
        twt_vec_free(&all);
        twt_vec_free(&seeds);
    }
}
END_TEST

START_TEST(seeds_before_the_given_one_stay)
{
    twt_seeds all = random_seeds(3), seeds = random_seeds(3);
    size_t begin = all.count / 2;
    while (all.data[begin].a == all.data[begin - 1].a)
        begin++;
    twt_seeds_thin(&seeds, begin, SENTENCES_A, SENTENCES_B);
    ck_assert_uint_lt(seeds.count, all.count);
    for (size_t i = 0; i < begin; i++)
        ck_assert_uint_eq(seeds.data[i].b, all.data[i].b);
    twt_vec_free(&all);
    twt_vec_free(&seeds);
}
END_TEST

/* ---- when ------------------------------------------------------------------------------------------------ */

/* Sentences of seven of so many words. */
static tiny_text of_few_words(uint64_t seed, unsigned sentences, unsigned words)
{
    char *string = malloc(sentences * 40 + 1), *end = string;
    for (unsigned i = 0; i < sentences; i++)
        end = add_sentence(end, &seed, 7, 0, words);
    tiny_text text = tiny_text_of(string);
    free(string);
    return text;
}

START_TEST(texts_of_one_form_keep_eight_seeds_a_sentence_and_their_order)
{
    enum { SENTENCES = 500 };
    tiny_text a = of_few_words(1, SENTENCES, 12), b = of_few_words(1, SENTENCES, 12);
    b.analysis.content_hash[1]++; /* the same, but not known to be */
    twt_seed_finder *finder;
    const twt_seed *seeds;
    size_t count, diagonal = 0;
    ck_assert_int_eq(twt_seed_finder_new(&finder), TWT_OK);
    ck_assert_int_eq(paired_seed_finder_run(finder, &a.analysis, &b.analysis, &seeds, &count), TWT_OK);
    ck_assert_uint_eq(count, TWT_SEEDS_KEPT * SENTENCES);
    for (size_t i = 0; i < count; i++)
        diagonal += seeds[i].a == seeds[i].b && seeds[i].in_chain;
    ck_assert_uint_eq(diagonal, SENTENCES);
    twt_seed_finder_free(finder);
    tiny_text_free(&a);
    tiny_text_free(&b);
}
END_TEST

/* Weak links of the first sentences of two such texts, with a seed for each. */
static size_t count_weak(unsigned sentences)
{
    tiny_text a = of_few_words(1, sentences, 28), b = of_few_words(2, sentences, 28);
    paired_words paired = {.words = {.is_same = false}};
    twt_sentence_index index[2] = {{.side = 0}, {.side = 0}};
    twt_link_finder finder = {0};
    twt_sentence_links links = {0};
    ck_assert_int_eq(paired_words_number(&paired, &a.analysis, &b.analysis), TWT_OK);
    ck_assert_int_eq(twt_pair_words_weigh(&paired.words, UINT64_MAX), TWT_OK);
    for (int side = 0; side < 2; side++)
        ck_assert_int_eq(twt_sentence_index_fill(&index[side], &paired.words, side), TWT_OK);
    for (uint32_t i = 0; i < sentences; i++) {
        twt_sentence_link seed = {{i, i}, .9f, false};
        ck_assert(twt_vec_push(&links, seed));
    }
    ck_assert_int_eq(twt_link_finder_add_weak(&finder, &paired.words, index, &links), TWT_OK);
    size_t weak = links.count - sentences;
    for (size_t i = 0; i < links.count; i++)
        ck_assert(links.data[i].is_weak == (i >= sentences));
    for (int side = 0; side < 2; side++)
        twt_sentence_index_free(&index[side]);
    twt_link_finder_free(&finder);
    twt_vec_free(&links);
    paired_words_free(&paired);
    tiny_text_free(&a);
    tiny_text_free(&b);
    return weak;
}

START_TEST(texts_of_one_form_have_no_weak_links)
{
    size_t few = count_weak(200);
    ck_assert_uint_gt(few, 200 * 200 / 5);
    ck_assert_uint_gt(few * 25, twt_seeds_most(2000)); /* so a text five times as long is beyond the limit */
    ck_assert_uint_eq(count_weak(1000), 0);
}
END_TEST

TWT_SUITE("compare_seed_limit", each_sentence_keeps_its_strongest_seeds, seeds_before_the_given_one_stay,
          texts_of_one_form_keep_eight_seeds_a_sentence_and_their_order, texts_of_one_form_have_no_weak_links)
