#include "reading.h"

#include <stdio.h>
#include <string.h>

#include "support/suite.h"

/* The quoted words alone, with blanks between. */
static const char *quoted(const char *text)
{
    static char kept[4096];
    char flags[8192];
    snprintf(flags, sizeof flags, "%s", reading_flags(text));
    kept[0] = '\0';
    for (char *word = strtok(flags, " "); word; word = strtok(NULL, " ")) {
        char *slash = strrchr(word, '/');
        if (!strchr(slash, 'Q'))
            continue;
        *slash = '\0';
        if (kept[0])
            strcat(kept, " ");
        strcat(kept, word);
    }
    return kept;
}

START_TEST(each_kind_of_marks_quotes)
{
    static const char *const texts[] = {
        "he said “so it is” today",  "he said \"so it is\" today", "er sagte „so it is“ heute",
        "er sagte „so it is” heute", "er sagte »so it is« heute",  "il dit «so it is» fort",
        "il dit « so it is » fort",  "il dit ‹so it is› fort",     "hän sanoi ”so it is” eilen",
        "he said ‘so it is’ today",  "他说「so it is」今",         "他说『so it is』今",
        "他说｢so it is｣今",          "他说〝so it is〞今",         "he said,\"so it is\" and left",
        "he said “so it is\" today"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        ck_assert_msg(strcmp(quoted(texts[i]), "so it is") == 0, "%s: %s", texts[i], quoted(texts[i]));
}
END_TEST

START_TEST(an_apostrophe_is_no_quotation)
{
    ck_assert_str_eq(quoted("the dogs’ bowl and the cats’ basket, it’s Ann’s"), "");
    ck_assert_str_eq(quoted("the dogs' bowl and the cats' basket"), "");
    ck_assert_str_eq(quoted("rock ‘n’ roll and a 5\" pipe, a 6\" pipe"), "n");
    ck_assert_str_eq(quoted("she said ‘it isn’t so’ twice"), "it isn't so");
    ck_assert_str_eq(quoted("in the ‘90s all was well. No mark here"), "");
}
END_TEST

START_TEST(a_lost_mark_does_not_turn_the_text_inside_out)
{
    ck_assert_str_eq(quoted("“one two. three\n\nfour “five” six"), "one two three five");
    ck_assert_str_eq(quoted("one” two “three” four"), "three");
    ck_assert_str_eq(quoted("one\" two \"three\" four"), "three");
    ck_assert_str_eq(quoted("say \"one \"two\" three"), "one two");
    char text[4096] = "“";
    for (int i = 0; i < 400; i++)
        strcat(text, "word ");
    size_t words = 0;
    for (const char *at = quoted(text); (at = strstr(at, "word")); at++)
        words++;
    ck_assert_uint_eq(words, 200);
}
END_TEST

START_TEST(a_quotation_over_paragraphs_is_opened_anew_in_each)
{
    ck_assert_str_eq(quoted("He said: “one two.\n\n“Three four.\n\n“Five.” Six"), "one two three four five");
    ck_assert_str_eq(quoted("He said: \"one two.\n\n\"Three four.\n\n\"Five.\" Six"), "one two three four five");
}
END_TEST

START_TEST(a_quotation_within_a_quotation_stays_quoted)
{
    ck_assert_str_eq(quoted("“one ‘two’ three” four"), "one two three");
    ck_assert_str_eq(quoted("„one »two« three“ four"), "one two three");
    ck_assert_str_eq(quoted("«one “two” three» four"), "one two three");
}
END_TEST

START_TEST(the_first_word_of_a_quotation_is_not_capitalised)
{
    ck_assert_str_eq(reading_flags("then “The Mayor” spoke and ‘The Clerk’ too"),
                     "then/L the/UQ mayor/UCQ spoke/L and/L the/UQ clerk/UCQ too/L");
}
END_TEST

TWT_SUITE("text_quotations", each_kind_of_marks_quotes, an_apostrophe_is_no_quotation,
          a_lost_mark_does_not_turn_the_text_inside_out, a_quotation_over_paragraphs_is_opened_anew_in_each,
          a_quotation_within_a_quotation_stays_quoted, the_first_word_of_a_quotation_is_not_capitalised)
