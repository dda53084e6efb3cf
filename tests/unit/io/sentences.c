#include "io/write/sentences.h"
#include <stdio.h>
#include <string.h>

#include "base/rng.h"
#include "support/failing_alloc.h"
#include "support/suite.h"

enum { TOKENS_MAX = 4096 };

typedef struct side { /* a text of which only the words' hashes matter */
    twt_token tokens[TOKENS_MAX];
    twt_sentence sentences[TOKENS_MAX];
    twt_analysis analysis;
} side;

static side a, b;
static twt_match matches[TOKENS_MAX];
static twt_seed seeds[TOKENS_MAX];

/* A letter is a word, a full stop ends a sentence. */
static void read_letters(side *into, const char *letters)
{
    uint32_t tokens = 0, sentences = 0, begin = 0;
    for (; *letters; letters++) {
        if (*letters != '.') {
            into->tokens[tokens++].hash = (uint64_t)(unsigned char)*letters;
            continue;
        }
        into->sentences[sentences++] = (twt_sentence){.token_begin = begin, .token_end = tokens};
        begin = tokens;
    }
    into->analysis = (twt_analysis){
        .tokens = into->tokens, .token_count = tokens, .sentences = into->sentences, .sentence_count = sentences};
}

static twt_comparison comparison;

static twt_compared compared_letters(const char *letters_a, const char *letters_b, size_t match_count,
                                     size_t seed_count)
{
    read_letters(&a, letters_a);
    read_letters(&b, letters_b);
    comparison =
        (twt_comparison){.matches = matches, .match_count = match_count, .seeds = seeds, .seed_count = seed_count};
    return (twt_compared){.analyses = {&a.analysis, &b.analysis}, .comparison = &comparison};
}

/* "0=0 1|1+2 2<": sentences of the left, the sign, sentences of the right. */
static const char *drawn(const twt_compared *compared, unsigned left)
{
    static char drawing[1 << 12];
    twt_sentence_rows rows = {0};
    ck_assert(twt_sentence_rows_fill(&rows, compared, left));
    char *to = drawing;
    *to = '\0';
    for (size_t i = 0; i < rows.rows.count; i++) {
        to += sprintf(to, i ? " " : "");
        for (unsigned s = 0; s < 2; s++) {
            for (uint32_t n = rows.rows.data[i].first[s]; n != TWT_NO_SENTENCE; n = rows.next[s].data[n])
                to += sprintf(to, "%s%u", n == rows.rows.data[i].first[s] ? "" : "+", n);
            if (s == 0)
                *to++ = "=|~<>"[rows.rows.data[i].kind];
        }
    }
    *to = '\0';
    twt_sentence_rows_free(&rows);
    return drawing;
}

START_TEST(texts_without_sentences_have_no_rows)
{
    twt_compared compared = compared_letters("", "", 0, 0);
    ck_assert_str_eq(drawn(&compared, 0), "");
}
END_TEST

START_TEST(a_sentence_that_is_found_stands_beside_its_partner)
{
    matches[0] = (twt_match){0, 0, 3, false};
    matches[1] = (twt_match){4, 4, 2, false};
    twt_compared compared = compared_letters("abc.defg.", "abc.xefy.", 2, 0);
    ck_assert_str_eq(drawn(&compared, 0), "0=0 1|1");
}
END_TEST

START_TEST(a_broken_sentence_stands_beside_its_whole)
{
    matches[0] = (twt_match){0, 0, 6, false};
    twt_compared compared = compared_letters("abcdef.", "abc.def.", 1, 0);
    ck_assert_str_eq(drawn(&compared, 0), "0|0+1");
    ck_assert_str_eq(drawn(&compared, 1), "0+1|0");
}
END_TEST

START_TEST(a_sentence_alone_stands_between_its_neighbours)
{
    matches[0] = (twt_match){0, 2, 2, false};
    matches[1] = (twt_match){4, 6, 2, false};
    twt_compared compared = compared_letters("ab.cd.ef.", "xy.ab.zw.ef.vu.", 2, 0);
    ck_assert_str_eq(drawn(&compared, 0), ">0 0=1 1< >2 2=3 >4");
}
END_TEST

START_TEST(the_fewest_rows_are_moved)
{
    matches[0] = (twt_match){0, 6, 2, true};
    matches[1] = (twt_match){2, 0, 6, false};
    twt_compared compared = compared_letters("ab.cd.ef.gh.", "cd.ef.gh.ab.", 2, 0);
    ck_assert_str_eq(drawn(&compared, 0), "0~3 1=0 2=1 3=2");
}
END_TEST

START_TEST(a_seed_ties_reworded_sentences_and_a_few_equal_words_do_not)
{
    matches[0] = (twt_match){0, 0, 1, false};
    matches[1] = (twt_match){5, 5, 1, false};
    seeds[0] = (twt_seed){1, 1, .5f, .5f, true};
    twt_compared compared = compared_letters("abcd.efghi.", "axyz.uvwst.", 2, 1);
    ck_assert_str_eq(drawn(&compared, 0), "0< >0 1|1");
}
END_TEST

START_TEST(aligned_words_outweigh_a_seed)
{
    matches[0] = (twt_match){0, 4, 3, false};
    seeds[0] = (twt_seed){0, 0, 1.f, 1.f, true};
    seeds[1] = (twt_seed){0, 1, .4f, .4f, true};
    twt_compared compared = compared_letters("abcd.", "wxyz.abce.", 1, 2);
    ck_assert_str_eq(drawn(&compared, 0), "0|0+1"); /* the other one has no better partner */
}
END_TEST

/* Whatever the matches and seeds: every sentence stands in one row, left ones ascend, and the seeds and matches that
 * point outside are passed over. */
START_TEST(every_sentence_stands_in_exactly_one_row)
{
    uint64_t random = 7;
    for (size_t round = 0; round < 400; round++) {
        char letters[2][200];
        for (unsigned s = 0; s < 2; s++) {
            size_t len = twt_rng_next(&random) % 150;
            for (size_t i = 0; i < len; i++)
                letters[s][i] = i && letters[s][i - 1] != '.' && twt_rng_next(&random) % 4 == 0
                                    ? '.'
                                    : (char)('a' + twt_rng_next(&random) % 20);
            letters[s][len] = '\0';
        }
        size_t match_count = twt_rng_next(&random) % 30, seed_count = twt_rng_next(&random) % 30;
        for (size_t i = 0; i < match_count; i++)
            matches[i] = (twt_match){(uint32_t)(twt_rng_next(&random) % 120), (uint32_t)(twt_rng_next(&random) % 120),
                                     (uint32_t)(1 + twt_rng_next(&random) % 6), false};
        for (size_t i = 0; i < seed_count; i++)
            seeds[i] = (twt_seed){(uint32_t)(twt_rng_next(&random) % 40), (uint32_t)(twt_rng_next(&random) % 40),
                                  (float)(twt_rng_next(&random) % 100) / 100, .5f, true};
        twt_compared compared = compared_letters(letters[0], letters[1], match_count, seed_count);
        /* Words behind the last full stop belong to no sentence: leave them out. */
        for (unsigned s = 0; s < 2; s++) {
            side *text = s ? &b : &a;
            text->analysis.token_count =
                text->analysis.sentence_count ? text->sentences[text->analysis.sentence_count - 1].token_end : 0;
        }
        unsigned left = round % 2;
        twt_sentence_rows rows = {0};
        ck_assert(twt_sentence_rows_fill(&rows, &compared, left));
        uint8_t seen[2][200] = {{0}};
        uint32_t last = 0;
        for (size_t i = 0; i < rows.rows.count; i++) {
            const twt_row *row = &rows.rows.data[i];
            bool has_left = row->first[0] != TWT_NO_SENTENCE, has_right = row->first[1] != TWT_NO_SENTENCE;
            if (row->kind == TWT_ROW_LEFT ? has_right : row->kind == TWT_ROW_RIGHT ? has_left : !has_left || !has_right)
                ck_abort_msg("a row of kind %d has the wrong sides", (int)row->kind);
            if (has_left && row->first[0] < last)
                ck_abort_msg("left sentence %u comes late", row->first[0]);
            last = has_left ? row->first[0] : last;
            for (unsigned s = 0; s < 2; s++) {
                for (uint32_t n = row->first[s]; n != TWT_NO_SENTENCE; n = rows.next[s].data[n])
                    seen[s][n]++;
            }
        }
        for (unsigned s = 0; s < 2; s++) {
            for (size_t n = 0; n < rows.sides[s]->sentence_count; n++) {
                if (seen[s][n] != 1)
                    ck_abort_msg("sentence %zu stands in %u rows", n, seen[s][n]);
            }
        }
        twt_sentence_rows_free(&rows);
    }
}
END_TEST

START_TEST(every_refused_allocation_is_told)
{
    for (size_t i = 0; i < 40; i++)
        matches[i] = (twt_match){(uint32_t)i * 2, (uint32_t)i * 2, 1, false};
    char letters[200] = "";
    for (size_t i = 0; i < 40; i++)
        strcat(letters, "ab.");
    twt_compared compared = compared_letters(letters, letters, 40, 0);
    for (size_t n = 1;; n++) {
        twt_sentence_rows rows = {0};
        failing_alloc_arm(n);
        bool is_good = twt_sentence_rows_fill(&rows, &compared, 0);
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(is_good, !was_refused);
        twt_sentence_rows_free(&rows);
        if (!was_refused)
            break;
    }
}
END_TEST

TWT_SUITE("io_sentences", texts_without_sentences_have_no_rows, a_sentence_that_is_found_stands_beside_its_partner,
          a_broken_sentence_stands_beside_its_whole, a_sentence_alone_stands_between_its_neighbours,
          the_fewest_rows_are_moved, a_seed_ties_reworded_sentences_and_a_few_equal_words_do_not,
          aligned_words_outweigh_a_seed, every_sentence_stands_in_exactly_one_row, every_refused_allocation_is_told)
