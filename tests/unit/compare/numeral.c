#include "compare/words/numeral.h"

#include "compare/changes/numeral_places.h"
#include "compare/words/numeral_languages.h"

#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "support/failing_alloc.h"
#include "support/suite.h"
#include "told.h"

enum { WRITTEN_MAX = 4096 };

/* The numerals of a text and the words between them: [32] - [5?]; ? is a weak one. */
static void write_numerals(const char *text, char out[WRITTEN_MAX])
{
    told pair;
    twt_numeral_words *words;
    twt_numeral numeral;
    size_t len = 0;
    ck_assert_int_eq(twt_numeral_words_new(&words), TWT_OK);
    told_open(&pair, text, "");
    out[0] = '\0';
    for (uint32_t i = 0; i < pair.a->token_count; i++) {
        const char *gap = len > 0 ? " " : "";
        if (!twt_numeral_read(words, pair.a, i, &numeral)) {
            len += (size_t)snprintf(out + len, WRITTEN_MAX - len, "%s-", gap);
            ck_assert_uint_lt(len, WRITTEN_MAX);
            continue;
        }
        ck_assert_uint_eq(numeral.begin, i);
        ck_assert(twt_numeral_is_word(words, pair.a, i) || pair.a->tokens[i].flags & TWT_TOKEN_NUMBER);
        len += (size_t)snprintf(out + len, WRITTEN_MAX - len, "%s[%.*s%s]", gap, (int)numeral.value.count,
                                numeral.value.digits, numeral.is_weak ? "?" : "");
        ck_assert_uint_lt(len, WRITTEN_MAX);
        i = numeral.end - 1;
    }
    told_close(&pair);
    twt_numeral_words_free(words);
}

static void expect(const char *text, const char *wanted)
{
    char found[WRITTEN_MAX];
    write_numerals(text, found);
    ck_assert_msg(strcmp(found, wanted) == 0, "%s: wanted %s, got %s", text, wanted, found);
}

START_TEST(a_place_asked_for_again_says_the_same)
{
    told pair;
    twt_numeral_words *words;
    twt_numeral_places places = {.words = NULL};
    uint32_t count = 0;
    ck_assert_int_eq(twt_numeral_words_new(&words), TWT_OK);
    ck_assert_uint_lt(words->words.count, TWT_NUMERAL_SLOTS / 2);
    told_open(&pair, "On Friday twenty-two geese and einundzwanzig swans crossed 7 roads, the third since May.", "");
    ck_assert(twt_numeral_places_begin(&places, words, pair.a));
    for (uint32_t round = 0; round < 2; round++)
        for (uint32_t i = 0; i < pair.a->token_count; i++) {
            ck_assert_int_eq(twt_numeral_stands_at(&places, i), twt_numeral_is_word(words, pair.a, i));
            count += twt_numeral_stands_at(&places, i);
        }
    ck_assert_uint_ge(count, 2 * 6);
    twt_numeral_places_free(&places);
    told_close(&pair);
    twt_numeral_words_free(words);
}
END_TEST

START_TEST(words_add_fill_hundreds_and_scales)
{
    expect("seven", "[7]");
    expect("forty-two geese", "[42] -");
    expect("two hundred and five", "[205]");
    expect("fifteen hundred", "[1500]");
    expect("three hundred and twelve thousand four hundred and one", "[312401]");
    expect("two thousand and five", "[2005]");
    expect("nine million", "[9000000]");
    expect("zero", "[0]");
}
END_TEST

START_TEST(what_has_no_room_begins_another_numeral)
{
    expect("five six", "[5] [6]");
    expect("twenty and thirty", "[20] - [30]");
    expect("nineteen ninety-five", "[19] [95]");
    expect("one hundred and five hundred", "[100] - [500]");
    expect("two million and three", "[2000000] - [3]");
    expect("five, six", "[5] [6]");
}
END_TEST

START_TEST(figures_take_a_scale)
{
    expect("2.5 million", "[2500000]");
    expect("0.75 billion", "[750000000]");
    expect("12 thousand", "[12000]");
    expect("3 Millionen", "[3000000]");
    expect("12 hens", "- -");
    expect("2.5 metres", "- -");
}
END_TEST

START_TEST(each_language_has_its_ways)
{
    expect("zweiunddreißig", "[32]");
    expect("dreihundertfünfzehntausend", "[315000]");
    expect("tweeënveertig", "[42]");
    expect("femogtyve", "[25]");
    expect("tjugosju", "[27]");
    expect("quatre-vingt-dix-sept", "[97]");
    expect("soixante et onze", "[71]");
    expect("ciento veintitrés", "[123]");
    expect("dos mil millones", "[2000000000]");
    expect("trezentos e quarenta e dois", "[342]");
    expect("trecentosessantaquattro", "[364]");
    expect("двадцать три", "[23]");
    expect("dwieście czternaście", "[214]");
    expect("kaksikymmentäviisi", "[25]");
    expect("huszonöt", "[25]");
    expect("otuz altı", "[36]");
    expect("خمسة وعشرون", "[25]");
    expect("שלוש עשרה", "[13]");
    expect("dua belas", "[12]");
    expect("hai mươi lăm", "[25]");
    expect("三百二十五", "[325]");
}
END_TEST

START_TEST(words_that_mostly_mean_something_else_are_weak_alone)
{
    expect("one", "[1?]");
    expect("thousand", "[1000?]");
    expect("neuf", "[9?]");
    expect("vingt-neuf", "[29]");
    expect("第二天", "- [2?] -");
    expect("one hundred", "[100]");
}
END_TEST

START_TEST(ranks_end_a_numeral)
{
    expect("third", "[3]");
    expect("twenty-fifth", "[25]");
    expect("hundred and twelfth", "[112]");
    expect("third five", "[3] [5]");
    expect("zweiundzwanzigste", "[22]");
    expect("двадцать седьмой", "[27]");
    expect("first", "[1?]");
}
END_TEST

START_TEST(days_and_months_stand_alone)
{
    expect("Tuesday", "[2]");
    expect("mardi", "[2]");
    expect("вторник", "[2]");
    expect("twenty Tuesday five", "[20] [2] [5]");
    expect("marzec, marca", "[3] [3]");
    expect("May", "[5?]");
}
END_TEST

START_TEST(words_that_only_begin_like_a_numeral_are_none)
{
    expect("tension sevenfold Achtung Zweifel dreist fivefold", "- - - - - -");
    expect("twenty-fold", "[20] -");
    expect("and", "-");
}
END_TEST

/* Reads a word of the table and finds it with its value: it is in the normal form of tokens, and of languages that
 * share it none gives it another value. */
static void expect_listed(const char *begin, const char *end, const char *ending, const char *value)
{
    char text[128], wanted[32], found[WRITTEN_MAX];
    bool is_weak = end[-1] == '?';
    snprintf(text, sizeof text, "%.*s%s", (int)(end - begin - is_weak), begin, ending);
    snprintf(wanted, sizeof wanted, "[%.*s", (int)strcspn(value, " "), value);
    write_numerals(text, found);
    ck_assert_msg(strncmp(found, wanted, strlen(wanted)) == 0 && strchr("?]", found[strlen(wanted)]) != NULL,
                  "%s: wanted %s, got %s", text, wanted, found);
}

static void expect_list(const char *list, const char *ending)
{
    for (const char *at = list; at != NULL && *at != '\0'; at += strcspn(at, " ") + (strchr(at, ' ') != NULL)) {
        const char *value = strchr(at, '=') + 1;
        for (const char *form = at; form < value; form += strcspn(form, "|=") + 1)
            expect_listed(form, form + strcspn(form, "|="), ending, value);
    }
}

START_TEST(each_word_of_the_table_is_found)
{
    for (size_t i = 0; i < TWT_NUMERAL_LANGUAGES; i++) {
        const twt_numeral_language *language = &twt_numeral_languages[i];
        const char *const lists[] = {language->adding, language->times, language->scales, language->weekdays,
                                     language->months};
        for (size_t list = 0; list < sizeof lists / sizeof *lists; list++)
            expect_list(lists[list], "");
        char ending[32] = "";
        if (language->endings != NULL)
            snprintf(ending, sizeof ending, "%.*s", (int)strcspn(language->endings, " "), language->endings);
        expect_list(language->ordinals, ending);
    }
}
END_TEST

START_TEST(languages_are_not_mixed)
{
    expect("forty zwei", "[40] [2]");
    expect("двадцать two", "[20] [2]");
}
END_TEST

START_TEST(a_long_row_of_words_ends)
{
    char text[WRITTEN_MAX] = "", wanted[WRITTEN_MAX] = "";
    for (int i = 0; i < 60; i++) {
        strcat(text, "million thousand hundred ");
        strcat(wanted, &" [1000000?] [1100]"[i == 0]);
    }
    expect(text, wanted);
    memset(text, 0, sizeof text);
    for (int i = 0; i < 40; i++)
        strcat(text, "einundzwanzig");
    expect(text, "-");
}
END_TEST

START_TEST(short_memory_is_an_error)
{
    for (size_t allowed = 1;; allowed++) {
        twt_numeral_words *words;
        failing_alloc_arm(allowed);
        twt_status status = twt_numeral_words_new(&words);
        bool has_failed = failing_alloc_disarm();
        ck_assert_int_eq(status, has_failed ? TWT_ERROR_MEMORY : TWT_OK);
        twt_numeral_words_free(words);
        if (!has_failed)
            break;
    }
}
END_TEST

TWT_SUITE("compare_numeral", a_place_asked_for_again_says_the_same, words_add_fill_hundreds_and_scales,
          what_has_no_room_begins_another_numeral, figures_take_a_scale, each_language_has_its_ways,
          words_that_mostly_mean_something_else_are_weak_alone, ranks_end_a_numeral, days_and_months_stand_alone,
          words_that_only_begin_like_a_numeral_are_none, each_word_of_the_table_is_found, languages_are_not_mixed,
          a_long_row_of_words_ends, short_memory_is_an_error)
