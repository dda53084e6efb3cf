#include <math.h>
#include <string.h>

#include "base/rng.h"
#include "support/suite.h"
#include "twicetold/types.h"

static char buffer[TWT_REASON_TEXT_MAX];

static const char *text_of(twt_reason_code code, double value, const char *a, const char *b)
{
    twt_reason reason = {.code = code, .value = value};
    reason.a.end = a ? (uint32_t)strlen(a) : 0;
    reason.b.end = b ? (uint32_t)strlen(b) : 0;
    return twt_reason_text(&reason, a, b, buffer);
}

START_TEST(every_code_has_a_sentence_of_its_own)
{
    static char all[TWT_REASON_CODES][TWT_REASON_TEXT_MAX];
    for (int code = 0; code < TWT_REASON_CODES; code++) {
        strcpy(all[code], text_of((twt_reason_code)code, 0.5, NULL, NULL));
        ck_assert_uint_gt(strlen(all[code]), 5);
        for (int other = 0; other < code; other++)
            ck_assert_str_ne(all[code], all[other]);
    }
    ck_assert_str_eq(text_of(TWT_REASON_CODES, 1, NULL, NULL), "");
}
END_TEST

START_TEST(figures_stand_in_the_sentence)
{
    ck_assert_str_eq(text_of(TWT_REASON_SIGN_NAMES, 0.216, "Trust", "Foundation"),
                     "22 % of the names are replaced by other names: “Trust” → “Foundation”");
    ck_assert_str_eq(text_of(TWT_REASON_SIGN_BROKEN, 1, NULL, "publication. of the report"),
                     "a sentence is broken by a stray full stop: “publication. of the report”");
    ck_assert_str_eq(text_of(TWT_REASON_SIGN_BROKEN, 3, NULL, NULL), "3 sentences are broken by stray full stops");
    ck_assert_str_eq(text_of(TWT_REASON_REWORDED, 12.34, NULL, NULL),
                     "12.3 wordings replaced in every 100 words that both texts tell");
    ck_assert_str_eq(text_of(TWT_REASON_SHARED_PASSAGE, 41, NULL, NULL), "41 words lie in shared passages");
}
END_TEST

START_TEST(words_in_order_are_told_with_all_that_could_be)
{
    twt_reason reason = {.code = TWT_REASON_SAME_ORDER, .value = 24, .counts = {48, 48}};
    ck_assert_str_eq(twt_reason_text(&reason, NULL, NULL, buffer),
                     "24 of the 48 words that stand once in each text keep one order");
    ck_assert_str_eq(text_of(TWT_REASON_LIKE_WORDS, .494, "no stretch", "is quoted"),
                     "the texts have 49 % of their words in common");
    ck_assert_str_eq(text_of(TWT_REASON_CANONICAL_FIRST, .44, NULL, NULL),
                     "more speaks for its coming first, by 0.4 points");
}
END_TEST

START_TEST(points_say_for_whom)
{
    ck_assert_str_eq(text_of(TWT_REASON_FIRST_TIME, 2.5, NULL, NULL), "a was published earlier (2.5 points for a)");
    ck_assert_str_eq(text_of(TWT_REASON_FIRST_QUOTATION, -1.2, NULL, NULL),
                     "a quotation of b is altered or lost in a (1.2 points for b)");
}
END_TEST

START_TEST(controls_and_line_breaks_become_blanks)
{
    ck_assert_str_eq(
        text_of(TWT_REASON_SIGN_BROKEN, 1, "\n one\r\n\ttwo\x1b[31m\x7f three\xE2\x80\xAE four\xC2\x85", NULL),
        "a sentence is broken by a stray full stop: “one two [31m three four ”");
}
END_TEST

START_TEST(strange_values_are_no_harm)
{
    static const double strange[] = {NAN, INFINITY, -INFINITY, 1e300, -1e300, -5, 0};
    for (int code = 0; code < TWT_REASON_CODES; code++)
        for (size_t i = 0; i < sizeof strange / sizeof *strange; i++)
            ck_assert_uint_lt(strlen(text_of((twt_reason_code)code, strange[i], "x", "y")), 200);
}
END_TEST

static bool is_whole(const char *text)
{
    const unsigned char *at = (const unsigned char *)text;
    while (*at) {
        size_t size = *at < 0x80 ? 1 : *at < 0xC2 ? 0 : *at < 0xE0 ? 2 : *at < 0xF0 ? 3 : *at < 0xF5 ? 4 : 0;
        if (size == 0)
            return false;
        for (size_t i = 1; i < size; i++)
            if ((at[i] & 0xC0) != 0x80)
                return false;
        at += size;
    }
    return true;
}

START_TEST(long_examples_are_cut_between_characters)
{
    static const char *const letters[] = {"a", "é", "桥", "😀", " "};
    char texts[2][3000];
    uint64_t state = 5;
    for (int round = 0; round < 2000; round++) {
        for (int s = 0; s < 2; s++) {
            size_t len = 0, most = twt_rng_next(&state) % 700;
            texts[s][0] = '\0';
            for (size_t i = 0; i < most; i++) {
                const char *letter = letters[twt_rng_next(&state) % 5];
                strcpy(texts[s] + len, letter);
                len += strlen(letter);
            }
        }
        const char *text = text_of((twt_reason_code)(twt_rng_next(&state) % TWT_REASON_CODES), 3, texts[0], texts[1]);
        ck_assert_uint_lt(strlen(text), TWT_REASON_TEXT_MAX);
        ck_assert(is_whole(text));
    }
}
END_TEST

START_TEST(ranges_that_cut_a_character_are_mended)
{
    twt_reason reason = {.code = TWT_REASON_SIGN_BROKEN, .value = 1, .a = {1, 4}};
    ck_assert_str_eq(twt_reason_text(&reason, "éxé", NULL, buffer), "a sentence is broken by a stray full stop: “x”");
}
END_TEST

TWT_SUITE("compare_reasons", every_code_has_a_sentence_of_its_own, figures_stand_in_the_sentence,
          words_in_order_are_told_with_all_that_could_be, points_say_for_whom, controls_and_line_breaks_become_blanks,
          strange_values_are_no_harm, long_examples_are_cut_between_characters, ranges_that_cut_a_character_are_mended)
