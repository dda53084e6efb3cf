#include "compare/align/align.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/rng.h"
#include "paired.h"
#include "support/failing_alloc.h"
#include "support/suite.h"
#include "support/words.h"

/* "a words=b words" for each match, "a words>b words" for each block, in order. */
typedef struct told {
    char matches[4000], blocks[4000];
    twt_alignment alignment;
} told;

static void append_words(char *out, const twt_analysis *text, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end; i++)
        sprintf(out + strlen(out), "%s%.*s", i > begin ? " " : "", (int)(text->tokens[i].end - text->tokens[i].begin),
                text->text + text->tokens[i].begin);
}

static void align(told *t, const char *x, const char *y, const twt_seed *seeds, size_t seed_count)
{
    twt_analysis *a = words_new(x), *b = words_new(y);
    twt_aligner *aligner = NULL;
    ck_assert_int_eq(twt_aligner_new(&aligner), TWT_OK);
    ck_assert_int_eq(paired_aligner_run(aligner, a, b, seeds, seed_count, &t->alignment), TWT_OK);
    t->matches[0] = t->blocks[0] = '\0';
    for (size_t i = 0; i < t->alignment.match_count; i++) {
        const twt_match *m = &t->alignment.matches[i];
        strcat(t->matches, m->is_moved ? "~" : "");
        append_words(t->matches, a, m->a, m->a + m->count);
        strcat(t->matches, ";");
    }
    for (size_t i = 0; i < t->alignment.block_count; i++) {
        const twt_block *block = &t->alignment.blocks[i];
        append_words(t->blocks, a, block->a_begin, block->a_end);
        strcat(t->blocks, ">");
        append_words(t->blocks, b, block->b_begin, block->b_end);
        strcat(t->blocks, ";");
    }
    twt_aligner_free(aligner);
    words_free(a);
    words_free(b);
}

static const twt_seed first_sentences = {.a = 0, .b = 0, .cosine = .8F, .dice = .8F, .in_chain = true};

START_TEST(empty_texts_have_no_alignment)
{
    told t;
    align(&t, "", "", NULL, 0);
    ck_assert_uint_eq(t.alignment.match_count, 0);
    align(&t, "one two three", "", NULL, 0);
    ck_assert_uint_eq(t.alignment.match_count, 0);
    ck_assert_uint_eq(t.alignment.block_count, 0);
}
END_TEST

START_TEST(equal_texts_are_one_match)
{
    told t;
    align(&t, "the ferry left at noon", "the ferry left at noon", NULL, 0);
    ck_assert_str_eq(t.matches, "the ferry left at noon;");
    ck_assert_str_eq(t.blocks, "");
}
END_TEST

START_TEST(a_replaced_word_is_a_block)
{
    told t;
    align(&t, "the old ferry left at noon for the island", "the old steamer left at noon for the island",
          &first_sentences, 1);
    ck_assert_str_eq(t.matches, "the old;left at noon for the island;");
    ck_assert_str_eq(t.blocks, "ferry>steamer;");
}
END_TEST

START_TEST(a_lost_word_is_a_block_with_an_empty_side)
{
    told t;
    align(&t, "the mayor did not sign the lease today", "the mayor did sign the lease today", &first_sentences, 1);
    ck_assert_str_eq(t.blocks, "not>;");
}
END_TEST

START_TEST(words_without_neighbours_match_inside_a_corridor)
{
    told t;
    const char *a = "fares rose because winter fuel became dear", *b = "prices rose since winter oil became costly";
    align(&t, a, b, &first_sentences, 1);
    ck_assert_str_eq(t.matches, "rose;winter;became;");
    ck_assert_str_eq(t.blocks, "fares>prices;because>since;fuel>oil;dear>costly;");
    align(&t, a, b, NULL, 0);
    ck_assert_str_eq(t.matches, "");
}
END_TEST

START_TEST(a_common_word_far_from_all_else_is_no_match)
{
    told t;
    const twt_seed seeds[] = {{0, 0, .5F, .5F, true}, {1, 1, .5F, .5F, true}};
    align(&t, "one two three four five six seven the eight nine ten eleven twelve thirteen. the the red door shut.",
          "un deux trois quatre cinq sixe sept the huit neuf dix onze douze treize. the the red door shut.", seeds, 2);
    ck_assert_str_eq(t.matches, "the the red door shut;");
}
END_TEST

START_TEST(a_sentence_moved_whole_is_a_moved_match)
{
    told t;
    align(&t, "alpha beta gamma delta epsilon zeta. one two three four five six seven eight.",
          "one two three four five six seven eight. alpha beta gamma delta epsilon zeta.", NULL, 0);
    ck_assert_str_eq(t.matches, "~alpha beta gamma delta epsilon zeta;one two three four five six seven eight;");
}
END_TEST

START_TEST(a_reworded_sentence_out_of_order_is_found_by_its_seed)
{
    told t;
    const twt_seed seeds[] = {{0, 1, .6F, .6F, false}, {1, 0, .9F, .9F, true}};
    align(&t, "alpha big gamma old epsilon zeta red. one two three four five six seven eight.",
          "one two three four five six seven eight. alpha large gamma ancient epsilon zeta crimson.", seeds, 2);
    ck_assert_str_eq(t.matches, "~alpha;~gamma;~epsilon zeta;one two three four five six seven eight;");
}
END_TEST

START_TEST(whole_sentences_added_are_no_blocks)
{
    told t;
    const twt_seed seeds[] = {{0, 0, 1, 1, true}, {1, 2, 1, 1, true}};
    align(&t, "alpha beta gamma delta. one two three four.",
          "alpha beta gamma delta. quite another sentence here. one two three four.", seeds, 2);
    ck_assert_str_eq(t.matches, "alpha beta gamma delta;one two three four;");
    ck_assert_str_eq(t.blocks, "");
}
END_TEST

/* ---- properties ------------------------------------------------------------------------------------------ */

static void check_alignment(const twt_analysis *a, const twt_analysis *b, const twt_alignment *al)
{
    bool *taken_a = calloc(a->token_count + 1, 1), *taken_b = calloc(b->token_count + 1, 1);
    for (size_t i = 0; i < al->match_count; i++) {
        const twt_match *m = &al->matches[i];
        ck_assert_uint_gt(m->count, 0);
        ck_assert(i == 0 || al->matches[i - 1].a < m->a);
        ck_assert_uint_le((size_t)m->a + m->count, a->token_count);
        ck_assert_uint_le((size_t)m->b + m->count, b->token_count);
        for (uint32_t j = 0; j < m->count; j++) {
            ck_assert(a->tokens[m->a + j].hash == b->tokens[m->b + j].hash);
            ck_assert(!taken_a[m->a + j] && !taken_b[m->b + j]);
            taken_a[m->a + j] = taken_b[m->b + j] = true;
        }
    }
    uint32_t a_floor = 0, b_floor = 0;
    for (size_t i = 0; i < al->block_count; i++) {
        const twt_block *block = &al->blocks[i];
        ck_assert(block->a_begin >= a_floor && block->b_begin >= b_floor);
        ck_assert(block->a_end >= block->a_begin && block->b_end >= block->b_begin);
        ck_assert(block->a_end - block->a_begin + block->b_end - block->b_begin > 0);
        a_floor = block->a_end, b_floor = block->b_end;
    }
    ck_assert(a_floor <= a->token_count && b_floor <= b->token_count);
    free(taken_a);
    free(taken_b);
}

/* A text of count words out of range, and a copy with edits: words replaced, cut, added, stretches moved. */
static size_t make_copy(uint64_t *state, const uint64_t *from, size_t count, uint64_t *to, unsigned permille,
                        uint64_t range)
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t dice = twt_rng_next(state) % 1000;
        if (dice >= permille)
            to[n++] = from[i];
        else if (dice % 3 == 0)
            to[n++] = 1 + twt_rng_next(state) % range;
        else if (dice % 3 == 1) {
            to[n++] = from[i];
            to[n++] = 1 + twt_rng_next(state) % range;
        }
    }
    if (n > 40 && permille % 2) { /* the first quarter goes last */
        uint64_t head[2000];
        size_t quarter = n / 4;
        memcpy(head, to, quarter * sizeof *to);
        memmove(to, to + quarter, (n - quarter) * sizeof *to);
        memcpy(to + n - quarter, head, quarter * sizeof *to);
    }
    return n;
}

START_TEST(random_copies_give_valid_alignments)
{
    uint64_t state = 7, from[2000], to[4000];
    twt_aligner *aligner = NULL;
    ck_assert_int_eq(twt_aligner_new(&aligner), TWT_OK);
    for (int round = 0; round < 600; round++) {
        uint64_t range = 2 + twt_rng_next(&state) % (round % 3 ? 500 : 5);
        size_t count = twt_rng_next(&state) % 600, sentence = 1 + twt_rng_next(&state) % 30;
        for (size_t i = 0; i < count; i++)
            from[i] = 1 + twt_rng_next(&state) % range;
        size_t n = make_copy(&state, from, count, to, (unsigned)(twt_rng_next(&state) % 900), range);
        twt_analysis *a = words_from_hashes(from, count, sentence), *b = words_from_hashes(to, n, sentence);
        twt_seed seeds[64];
        size_t seed_count = 0;
        uint32_t at = 0;
        for (uint32_t s = 0; s < a->sentence_count && b->sentence_count && seed_count < 64; s++) {
            bool in_chain = twt_rng_next(&state) % 2;
            uint32_t other = (uint32_t)(twt_rng_next(&state) % b->sentence_count);
            if (in_chain)
                other = at += twt_rng_next(&state) % 2, other = other < b->sentence_count ? other : at--;
            if (other < b->sentence_count)
                seeds[seed_count++] = (twt_seed){s, other, .5F, .5F, in_chain};
        }
        twt_alignment alignment;
        ck_assert_int_eq(paired_aligner_run(aligner, a, b, seeds, seed_count, &alignment), TWT_OK);
        check_alignment(a, b, &alignment);
        words_free(a);
        words_free(b);
    }
    twt_aligner_free(aligner);
}
END_TEST

START_TEST(few_edits_leave_few_words_unmatched)
{
    uint64_t state = 3, from[2000], to[4000];
    twt_aligner *aligner = NULL;
    ck_assert_int_eq(twt_aligner_new(&aligner), TWT_OK);
    for (int round = 0; round < 50; round++) {
        for (size_t i = 0; i < 1000; i++)
            from[i] = 1 + twt_rng_next(&state) % 300;
        size_t n = make_copy(&state, from, 1000, to, 50, 300), matched = 0;
        twt_analysis *a = words_from_hashes(from, 1000, 20), *b = words_from_hashes(to, n, 20);
        twt_alignment alignment;
        ck_assert_int_eq(paired_aligner_run(aligner, a, b, NULL, 0, &alignment), TWT_OK);
        for (size_t i = 0; i < alignment.match_count; i++)
            matched += alignment.matches[i].count;
        ck_assert_uint_gt(matched, 930); /* about 33 of 1000 words are gone */
        words_free(a);
        words_free(b);
    }
    twt_aligner_free(aligner);
}
END_TEST

START_TEST(every_refused_allocation_is_reported)
{
    twt_analysis *a = words_new("alpha beta gamma delta epsilon zeta. one two three four five six seven eight.");
    twt_analysis *b = words_new("one two three four five six seven eight. alpha beta gamma eta epsilon zeta.");
    const twt_seed seeds[] = {{0, 1, .6F, .6F, false}, {1, 0, .9F, .9F, true}};
    for (size_t n = 1;; n++) {
        twt_aligner *aligner = NULL;
        twt_alignment alignment;
        failing_alloc_arm(n);
        twt_status status = twt_aligner_new(&aligner);
        if (status == TWT_OK)
            status = paired_aligner_run(aligner, a, b, seeds, 2, &alignment);
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        if (aligner && was_refused)
            ck_assert_int_eq(paired_aligner_run(aligner, a, b, seeds, 2, &alignment), TWT_OK);
        twt_aligner_free(aligner);
        if (!was_refused)
            break;
    }
    words_free(a);
    words_free(b);
}
END_TEST

/* ---- hostile texts --------------------------------------------------------------------------------------- */

enum { MANY = 100000 };

static uint64_t one_word(size_t i)
{
    (void)i;
    return 7;
}

static uint64_t period_of_7(size_t i)
{
    return 1 + i % 7;
}

static uint64_t period_of_11(size_t i)
{
    return 1 + i % 11;
}

static uint64_t two_words_at_random(size_t i)
{
    return 1 + twt_hash_mix(i) % 2;
}

static uint64_t two_others_at_random(size_t i)
{
    return 1 + twt_hash_mix(i + 9999999) % 2;
}

static uint64_t news(size_t i)
{
    return 1 + twt_hash_mix(i) % (1 + twt_hash_mix(i + 5) % 20000);
}

static uint64_t other_news(size_t i)
{
    return 1 + twt_hash_mix(i + 777777777) % (1 + twt_hash_mix(i + 888888888) % 20000);
}

typedef uint64_t (*word_maker)(size_t i);

static const struct {
    word_maker a, b;
    size_t a_count, b_count;
} hostile[] = {
    {one_word, one_word, MANY, MANY - 1000},
    {one_word, period_of_7, MANY, MANY},
    {period_of_7, period_of_11, MANY, MANY},
    {period_of_7, period_of_7, MANY, MANY / 2},
    {two_words_at_random, two_others_at_random, MANY, MANY},
    {news, other_news, MANY, MANY},
    {news, news, MANY, MANY - 5},
    {one_word, news, 50, MANY},
};

static void check_hostile(size_t which, size_t sentence)
{
    uint64_t *words = calloc(MANY, sizeof *words);
    for (size_t i = 0; i < hostile[which].a_count; i++)
        words[i] = hostile[which].a(i);
    twt_analysis *a = words_from_hashes(words, hostile[which].a_count, sentence);
    for (size_t i = 0; i < hostile[which].b_count; i++)
        words[i] = hostile[which].b(i);
    twt_analysis *b = words_from_hashes(words, hostile[which].b_count, sentence);
    twt_aligner *aligner = NULL;
    twt_alignment alignment;
    ck_assert_int_eq(twt_aligner_new(&aligner), TWT_OK);
    clock_t start = clock();
    ck_assert_int_eq(paired_aligner_run(aligner, a, b, &first_sentences, 1, &alignment), TWT_OK);
    ck_assert_msg((double)(clock() - start) / CLOCKS_PER_SEC < 5, "case %zu takes too long", which);
    check_alignment(a, b, &alignment);
    twt_aligner_free(aligner);
    words_free(a);
    words_free(b);
    free(words);
}

START_TEST(hostile_texts_are_aligned_in_time)
{
    check_hostile((size_t)_i, 20);
    check_hostile((size_t)_i, MANY);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {empty_texts_have_no_alignment,
                                  equal_texts_are_one_match,
                                  a_replaced_word_is_a_block,
                                  a_lost_word_is_a_block_with_an_empty_side,
                                  words_without_neighbours_match_inside_a_corridor,
                                  a_common_word_far_from_all_else_is_no_match,
                                  a_sentence_moved_whole_is_a_moved_match,
                                  a_reworded_sentence_out_of_order_is_found_by_its_seed,
                                  whole_sentences_added_are_no_blocks,
                                  random_copies_give_valid_alignments,
                                  few_edits_leave_few_words_unmatched,
                                  every_refused_allocation_is_reported};
    Suite *suite = suite_create("compare_align");
    TCase *all = tcase_create("all");
    tcase_set_timeout(all, 240);
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)
        tcase_add_test(all, tests[i]);
    tcase_add_loop_test(all, hostile_texts_are_aligned_in_time, 0, sizeof hostile / sizeof *hostile);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
