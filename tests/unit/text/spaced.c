#include "reading.h"

#include <stdlib.h>
#include <string.h>

#include "support/suite.h"

/* Seven groups of letters, so that one more in a text makes eight. */
#define SEVEN "O n e\nt w o\nT h r e e\nf o u r\nf i v e\ns i x\ns e v e n\n"
#define SEVEN_WORDS "one two three four five six seven "

START_TEST(words_set_letter_by_letter_are_joined)
{
    ck_assert_str_eq(reading_words(SEVEN "P o r t  o f f i c e"), SEVEN_WORDS "port office");
    ck_assert_str_eq(reading_ranges(SEVEN "P o r t  o f f i c e") + strlen("[O n e][t w o][T h r e e]"),
                     "[f o u r][f i v e][s i x][s e v e n][P o r t][o f f i c e]");
}
END_TEST

START_TEST(marks_and_wider_gaps_part_such_words)
{
    ck_assert_str_eq(reading_words(SEVEN "s a i d ,  t h a t . T h e y - a l l"), SEVEN_WORDS "said that they all");
}
END_TEST

START_TEST(pieces_may_have_kept_some_letters)
{
    ck_assert_str_eq(reading_words(SEVEN "Th e  M I NI S T E R  s p o ke  o f  AID"),
                     SEVEN_WORDS "the minister spoke of aid");
}
END_TEST

START_TEST(other_words_beside_them_stay_as_they_are)
{
    ck_assert_str_eq(reading_words(SEVEN "e i g h t  were set in a wide face by Mr Hale in 1 9 5 1"),
                     SEVEN_WORDS "eight were set in a wide face by mr hale in 1 9 5 1");
}
END_TEST

START_TEST(a_joined_word_has_the_hash_and_the_case_of_the_word)
{
    ck_assert_str_eq(reading_flags(SEVEN "E i g h t\nthe  P o r t") +
                         strlen("one/U two/L three/U four/L five/L six/L seven/L "),
                     "eight/U the/L port/UC");
    ck_assert_uint_eq(reading_hash(SEVEN "e i g h t"), reading_hash("one two three four five six seven eight"));
}
END_TEST

START_TEST(a_currency_sign_stays_a_word)
{
    ck_assert_str_eq(reading_words(SEVEN "c o s t  £ 4 1 2"), SEVEN_WORDS "cost £ 412");
}
END_TEST

START_TEST(rows_of_figures_are_no_such_words)
{
    ck_assert_str_eq(reading_words("1 2\n3 4 5\n0 0 1\n2 2 2\n3 4 5\n0 0 1\n2 2 2\n3 4 5\n0 0 1\n2 2 2"),
                     "1 2 3 4 5 0 0 1 2 2 2 3 4 5 0 0 1 2 2 2 3 4 5 0 0 1 2 2 2");
}
END_TEST

START_TEST(a_few_single_letters_are_no_such_words)
{
    ck_assert_str_eq(reading_words(SEVEN), "o n e t w o t h r e e f o u r f i v e s i x s e v e n");
    ck_assert_str_eq(reading_words("Teams A B C play teams D E F."), "teams a b c play teams d e f");
}
END_TEST

START_TEST(a_line_without_wider_gaps_is_left_alone)
{
    enum { LETTERS = 41 };
    char text[256] = SEVEN "e i g h t\n", wanted[256] = SEVEN_WORDS "eight";
    for (int i = 0; i < LETTERS; i++) {
        strcat(text, "x ");
        strcat(wanted, " x");
    }
    ck_assert_str_eq(reading_words(text), wanted);
}
END_TEST

START_TEST(sentences_end_where_they_do_in_common_print)
{
    ck_assert_str_eq(reading_sentences("T h e  s h i p  c a m e  b a c k .  T h e  c r e w  w e n t  h o m e ."),
                     "P[T h e  s h i p  c a m e  b a c k .].[T h e  c r e w  w e n t  h o m e .].");
}
END_TEST

/* Texts are read in windows, at whose borders gaps are taken for open that are not. */
START_TEST(a_long_text_is_joined_throughout)
{
    enum { WORDS = 2000 };
    char *text = calloc(WORDS, sizeof "w o r d  ");
    ck_assert_ptr_nonnull(text);
    for (int i = 0; i < WORDS; i++)
        strcat(text, "w o r d  ");
    ck_assert_uint_eq(strlen(reading_words(text)), WORDS * strlen("word ") - 1);
    const char *sentences = reading_sentences(text);
    size_t piece = strcspn(sentences, "]"), pieces = 0;
    for (const char *at = sentences + strlen("P"); *at; at += strcspn(at, "]") + strlen("]"), pieces++)
        ck_assert_uint_le(strcspn(at, "]"), piece);
    ck_assert_uint_eq(pieces, WORDS / 40);
    free(text);
}
END_TEST

START_TEST(other_scripts_with_capitals_are_joined_too)
{
    ck_assert_str_eq(reading_words("П о р т  б е р е г  м о р е  г о р о д  р е к а  м о с т  л е с  д о м"),
                     "порт берег море город река мост лес дом");
}
END_TEST

TWT_SUITE("text_spaced", words_set_letter_by_letter_are_joined, marks_and_wider_gaps_part_such_words,
          pieces_may_have_kept_some_letters, other_words_beside_them_stay_as_they_are,
          a_joined_word_has_the_hash_and_the_case_of_the_word, a_currency_sign_stays_a_word,
          rows_of_figures_are_no_such_words, a_few_single_letters_are_no_such_words,
          a_line_without_wider_gaps_is_left_alone, sentences_end_where_they_do_in_common_print,
          a_long_text_is_joined_throughout, other_scripts_with_capitals_are_joined_too)
