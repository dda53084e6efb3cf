#include "compare/word_form.h"

#include <string.h>

#include "base/rng.h"
#include "compare/number_form.h"
#include "support/suite.h"

static unsigned likeness(const char *a, const char *b)
{
    twt_word left, right;
    twt_word_decode(a, strlen(a), &left);
    twt_word_decode(b, strlen(b), &right);
    unsigned one = twt_word_likeness(&left, &right);
    ck_assert_uint_eq(one, twt_word_likeness(&right, &left));
    return one;
}

START_TEST(the_same_word_is_equal)
{
    ck_assert_uint_eq(likeness("house", "house"), TWT_LIKE_EQUAL);
    ck_assert_uint_eq(likeness("", ""), TWT_LIKE_EQUAL);
    ck_assert_uint_eq(likeness("", "house"), 0);
}
END_TEST

START_TEST(one_letter_in_a_long_word_is_a_spelling)
{
    ck_assert(likeness("colour", "color") & TWT_LIKE_SPELLING);
    ck_assert(likeness("centre", "center") & TWT_LIKE_SPELLING);
    ck_assert(likeness("travelled", "traveled") & TWT_LIKE_SPELLING);
    ck_assert(likeness("город", "горюд") & TWT_LIKE_SPELLING);
    ck_assert(!(likeness("report", "reports") & TWT_LIKE_SPELLING));
    ck_assert(!(likeness("returning", "resuming") & TWT_LIKE_SPELLING));
    ck_assert(!(likeness("waiting", "awaiting") & TWT_LIKE_SPELLING));
    ck_assert(!(likeness("house", "horn") & (TWT_LIKE_SPELLING | TWT_LIKE_MISREAD)));
}
END_TEST

START_TEST(letters_that_print_alike_are_told)
{
    ck_assert(likeness("modern", "modem") & TWT_LIKE_PRINT);
    ck_assert(likeness("children's", "childrens") & TWT_LIKE_PRINT);
    ck_assert(likeness("café", "cafe") & TWT_LIKE_PRINT);
    ck_assert(likeness("h0use", "house") & TWT_LIKE_PRINT);
    ck_assert(likeness("dear", "clear") & TWT_LIKE_PRINT);
}
END_TEST

START_TEST(a_figure_is_no_spelling_of_another)
{
    ck_assert_uint_eq(likeness("2023", "2024"), 0);
    ck_assert_uint_eq(likeness("10000", "lo000"), 0);
    ck_assert_uint_eq(likeness("1,000", "1,001"), 0);
}
END_TEST

START_TEST(short_words_are_at_most_misread)
{
    ck_assert_uint_eq(likeness("was", "wae"), TWT_LIKE_MISREAD);
    ck_assert_uint_eq(likeness("of", "on"), 0);
}
END_TEST

START_TEST(forms_of_one_stem_are_told)
{
    ck_assert(likeness("report", "reported") & TWT_LIKE_STEM);
    ck_assert(likeness("improve", "improving") & TWT_LIKE_STEM);
    ck_assert(likeness("gesagt", "sagt") & TWT_LIKE_STEM);
    ck_assert(likeness("المجلس", "مجلس") & TWT_LIKE_STEM);
    ck_assert(!(likeness("inspector", "institute") & TWT_LIKE_STEM));
}
END_TEST

START_TEST(malformed_bytes_and_long_words_are_no_harm)
{
    char longest[400];
    memset(longest, 'a', sizeof longest);
    twt_word word;
    twt_word_decode(longest, sizeof longest, &word);
    ck_assert_uint_eq(word.count, TWT_WORD_POINTS_MAX);
    twt_word_decode("\xE2\x80", 2, &word);
    ck_assert_uint_eq(word.points[0], 0xFFFD);
    twt_word_decode("\xFF\xC0\x80\xED", 4, &word);
    ck_assert_uint_eq(word.count, 4);
}
END_TEST

/* ---- distance against the table in full -------------------------------------------------------------------- */

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t plain_distance(const twt_word *a, const twt_word *b)
{
    size_t d[20][20];
    for (size_t i = 0; i <= a->count; i++)
        for (size_t j = 0; j <= b->count; j++) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            size_t best = d[i - 1][j - 1] + (a->points[i - 1] != b->points[j - 1]);
            best = least(best, least(d[i - 1][j], d[i][j - 1]) + 1);
            if (i > 1 && j > 1 && a->points[i - 1] == b->points[j - 2] && a->points[i - 2] == b->points[j - 1])
                best = least(best, d[i - 2][j - 2] + 1);
            d[i][j] = best;
        }
    return d[a->count][b->count];
}

START_TEST(the_bounded_distance_equals_the_full_table)
{
    uint64_t state = 3;
    for (int round = 0; round < 20000; round++) {
        twt_word words[2];
        for (int s = 0; s < 2; s++) {
            words[s].count = twt_rng_next(&state) % 12;
            for (size_t i = 0; i < words[s].count; i++)
                words[s].points[i] = (uint32_t)('a' + twt_rng_next(&state) % 3);
        }
        size_t limit = twt_rng_next(&state) % 6, full = plain_distance(&words[0], &words[1]);
        ck_assert_uint_eq(twt_word_distance(&words[0], &words[1], limit), full <= limit ? full : limit + 1);
    }
}
END_TEST

/* ---- numbers ---------------------------------------------------------------------------------------------- */

static void check_number(const char *text, const char *digits)
{
    twt_number number;
    twt_number_read(text, strlen(text), &number);
    ck_assert_uint_eq(number.count, strlen(digits));
    ck_assert_mem_eq(number.digits, digits, number.count);
}

START_TEST(figures_are_read_whatever_their_digits)
{
    check_number("2023", "2023");
    check_number("1,000", "1000");
    check_number("1.000.000", "1000000");
    check_number("2,5", "2.5");
    check_number("2.5", "2.5");
    check_number("1,000.5", "1.000.5");
    check_number("5bn", "5");
    check_number("١٢", "12");
    check_number("१२", "12");
    check_number("", "");
    check_number(".", "");
    check_number("\xE0", "");
}
END_TEST

TWT_SUITE("compare_word_form", the_same_word_is_equal, one_letter_in_a_long_word_is_a_spelling,
          letters_that_print_alike_are_told, a_figure_is_no_spelling_of_another, short_words_are_at_most_misread,
          forms_of_one_stem_are_told, malformed_bytes_and_long_words_are_no_harm,
          the_bounded_distance_equals_the_full_table, figures_are_read_whatever_their_digits)
