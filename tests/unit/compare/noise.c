#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "support/suite.h"
#include "told.h"

static const char planted[] =
    "城南小学的学生每天早上在河边种树，老师说树长大以后河边会有很多鸟。今年春天学校一共种下了三百棵小树，"
    "明年还要在城北种树。";

static size_t count_of(const char *lines, const char *part)
{
    size_t count = 0;
    for (const char *at = lines; (at = strstr(at, part)) != NULL; at++)
        count++;
    return count;
}

static size_t changes_of(const char *kind, const char *a, const char *b)
{
    char *changes = told_changes(a, b);
    size_t count = count_of(changes, kind);
    twt_free(changes);
    return count;
}

static size_t spellings(const char *a, const char *b)
{
    return changes_of("spelling:", a, b);
}

START_TEST(letters_misread_here_and_there_are_noise_without_spaces_too)
{
    const char *scan =
        "城南小孚的学生每天早上在河边种树，老师说村长大以后河迈会有很多鸟。今年春天学校一共钟下了三百棵小树，"
        "明午还要在诚北种树。";
    ck_assert_uint_eq(spellings(planted, scan), 6);
    ck_assert_uint_eq(spellings(scan, planted), 6);
}
END_TEST

START_TEST(another_script_for_the_same_letters_is_no_noise)
{
    const char *traditional =
        "城南小學的學生每天早上在河邊種樹，老師說樹長大以後河邊會有很多鳥。今年春天學校一共種下了三百棵小樹，"
        "明年還要在城北種樹。";
    ck_assert_uint_eq(spellings(planted, traditional), 0);
}
END_TEST

START_TEST(who_edits_gains_and_loses_words)
{
    const char *edited = "城南小学的孩子每天在河边种树，老师介绍，树长大后河边会来许多鸟。今年春天一共种下三百棵树苗，"
                         "明年也要在城北种树。";
    ck_assert_uint_eq(spellings(planted, edited), 0);
}
END_TEST

START_TEST(a_few_letters_replaced_are_an_edit)
{
    const char *other =
        "城南小孚的学生每天早上在河边种树，老师说村长大以后河边会有很多鸟。今年春天学校一共种下了三百棵小树，"
        "明年还要在诚北种树。";
    ck_assert_uint_eq(spellings(planted, other), 0);
}
END_TEST

START_TEST(other_ideographic_figures_are_numbers)
{
    char *changes = told_changes("今年春天学校一共种下了三百棵小树。", "今年春天学校一共种下了五百棵小树。");
    ck_assert_str_eq(changes, "number: 三 -> 五\n");
    twt_free(changes);
    changes = told_changes("今年春天学校一共种下了一百二十五棵小树。", "今年春天学校一共种下了一百五棵小树。");
    ck_assert_str_eq(changes, "number: 二十 -> \n");
    twt_free(changes);
    changes = told_changes("他们在河边种下了一棵树。", "他们在河边种下了树。");
    ck_assert_uint_eq(count_of(changes, "number:"), 0);
    twt_free(changes);
    changes = told_changes("他们一起在河边种树和看鸟。", "他们共同在河边种树和看鸟。");
    ck_assert_uint_eq(count_of(changes, "number:"), 0);
    twt_free(changes);
}
END_TEST

/* A third of the words misread beyond what one edit explains. */
START_TEST(many_misread_words_outweigh_those_beyond_recognition)
{
    char clean[4096] = "", scan[4096] = "";
    for (int i = 0; i < 66; i++) {
        char word[64], misread[64];
        snprintf(word, sizeof word, "%c%cold%cborn ", 'a' + i % 26, 'a' + i / 26, 'b' + i % 23);
        memcpy(misread, word, sizeof word);
        char *end = strstr(misread, "born");
        memcpy(end, i % 3 == 0 ? "bom " : "xqzk", 4);
        strcat(strcat(clean, "the same words and "), word);
        strcat(strcat(scan, "the same words and "), misread);
    }
    ck_assert_uint_ge(spellings(clean, scan), 20);
}
END_TEST

/* In a noisy pair names are spellings, too: Marsh, Marth. */
START_TEST(words_run_together_are_noise_unless_it_is_a_habit)
{
    const char *said = "They told us that Ada Marsh of the health care board had seen the home work in the wind mill, "
                       "and that the rain coat was hers.";
    ck_assert_uint_eq(changes_of("name:", said,
                                 "They toldus that Ada Marth of thehealth care board hadseen the home work in "
                                 "thewind mill, andthat the rain coat was hers."),
                      0);
    const char *habit = "They gave health care and health care, then health care and more health care to Ada Marsh.";
    ck_assert_uint_eq(changes_of("name:", habit,
                                 "They gave healthcare and healthcare, then healthcare and more healthcare to "
                                 "Ada Marth."),
                      1);
}
END_TEST

TWT_SUITE("compare_noise", letters_misread_here_and_there_are_noise_without_spaces_too,
          another_script_for_the_same_letters_is_no_noise, who_edits_gains_and_loses_words,
          a_few_letters_replaced_are_an_edit, other_ideographic_figures_are_numbers,
          many_misread_words_outweigh_those_beyond_recognition, words_run_together_are_noise_unless_it_is_a_habit)
