#include "compare/words/word_form.h"

#include <string.h>

#include "base/rng.h"
#include "compare/words/number_form.h"
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

/* ---- the short ways ------------------------------------------------------------------------------------- */

static uint32_t plain_fold(uint32_t point)
{
    return point == '0' ? 'o' : point == '1' || point == 'i' ? 'l' : point == '5' ? 's' : point == 0xE1 ? 'a' : point;
}

/* A whole word as it prints, written out. */
static twt_word plain_print(const twt_word *word)
{
    twt_word out = {.count = 0};
    for (size_t i = 0; i < word->count; i++) {
        uint32_t point = plain_fold(word->points[i]), *last = out.count ? &out.points[out.count - 1] : NULL;
        if (last && *last == 'r' && point == 'n')
            *last = 'm';
        else if (last && *last == 'v' && point == 'v')
            *last = 'w';
        else if (last && *last == 'c' && point == 'l')
            *last = 'd';
        else if (point != '\'')
            out.points[out.count++] = point;
    }
    return out;
}

static bool plain_is_open(uint32_t first)
{
    return first == 'r' || first == 'v' || first == 'c' || first == '\'';
}

/* By their first letters alone. */
static bool plain_may_print_alike(const twt_word *a, const twt_word *b)
{
    return a->count && b->count &&
           (plain_fold(a->points[0]) == plain_fold(b->points[0]) || plain_is_open(a->points[0]) ||
            plain_is_open(b->points[0]));
}

static bool plain_prints_alike(const twt_word *a, const twt_word *b)
{
    twt_word x = plain_print(a), y = plain_print(b);
    return x.count >= 3 && x.count == y.count && !memcmp(x.points, y.points, x.count * sizeof *x.points) &&
           plain_may_print_alike(a, b);
}

/* Two words of parts that print like one another, most of them the same in both. */
static void random_words(uint64_t *state, twt_word out[2])
{
    static const char *const parts[] = {"r", "n",  "v",  "c", "l", "1", "i", "o",
                                        "0", "rn", "cl", "'", "m", "w", "d", "á"};
    enum { PARTS = sizeof parts / sizeof *parts };
    char norm[2][32] = {"", ""};
    for (size_t i = 0, count = twt_rng_next(state) % 10; i < count; i++) {
        const char *part = parts[twt_rng_next(state) % PARTS];
        strcat(norm[0], part);
        strcat(norm[1], twt_rng_next(state) % 4 ? part : parts[twt_rng_next(state) % PARTS]);
    }
    for (int side = 0; side < 2; side++)
        twt_word_decode(norm[side], strlen(norm[side]), &out[side]);
}

START_TEST(words_told_apart_early_are_those_the_full_comparison_tells_apart)
{
    uint64_t state = 11;
    size_t alike = 0, misread = 0;
    for (int round = 0; round < 400000; round++) {
        twt_word words[2];
        random_words(&state, words);
        twt_word a = words[0], b = words[1];
        unsigned told = twt_word_likeness(&a, &b);
        ck_assert_int_eq(twt_word_may_print_alike(&a, &b), plain_may_print_alike(&a, &b));
        ck_assert_uint_eq(twt_word_print_likeness(&a, &b), told & (TWT_LIKE_EQUAL | TWT_LIKE_PRINT));
        if (told == TWT_LIKE_EQUAL || a.is_figure || b.is_figure)
            continue;
        bool prints = plain_prints_alike(&a, &b);
        ck_assert_int_eq((told & TWT_LIKE_PRINT) != 0, prints);
        alike += prints;
        size_t shorter = a.count < b.count ? a.count : b.count, limit = shorter < 8 ? 1 : shorter < 12 ? 2 : 3;
        bool is_near = shorter >= 3 && twt_word_distance(&a, &b, limit) <= limit;
        ck_assert_int_eq((told & (TWT_LIKE_SPELLING | TWT_LIKE_MISREAD)) != 0, prints || is_near);
        misread += is_near;
    }
    ck_assert_uint_gt(alike, 100);
    ck_assert_uint_gt(misread, 100);
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
          the_bounded_distance_equals_the_full_table, words_told_apart_early_are_those_the_full_comparison_tells_apart,
          figures_are_read_whatever_their_digits)
