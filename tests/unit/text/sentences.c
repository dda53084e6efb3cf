#include "reading.h"

#include <stdio.h>

#include "support/suite.h"

START_TEST(stops_end_sentences)
{
    ck_assert_str_eq(reading_sentences("The first one is here. Is the second one? Yes, it surely is!"),
                     "P[The first one is here.].[Is the second one?].[Yes, it surely is!].");
    ck_assert_str_eq(reading_sentences("“The first is quoted here.” The second is not."),
                     "P[“The first is quoted here.”].[The second is not.].");
    ck_assert_str_eq(reading_sentences("The first one ends.Then comes the second"),
                     "P[The first one ends.].[Then comes the second]");
    ck_assert_str_eq(reading_sentences("今日は晴れ。明日も晴れ。"), "P[今日は晴れ。].[明日も晴れ。].");
}
END_TEST

START_TEST(a_stray_stop_ends_a_sentence)
{
    ck_assert_str_eq(reading_sentences("We await the publication. of the full report."),
                     "P[We await the publication.].[of the full report.].");
}
END_TEST

START_TEST(abbreviations_and_numbers_end_none)
{
    static const char *const whole[] = {"Mr. J. R. Smith of the U.S. Senate left on Sept. 11 at 3.5 miles",
                                        "They paid e.g. 5 dollars, i.e. nothing, to Acme Inc. last year",
                                        "“Is that so?” he asked, and no one answered"};
    for (size_t i = 0; i < 3; i++) {
        char expected[200];
        snprintf(expected, sizeof expected, "P[%s]", whole[i]);
        ck_assert_str_eq(reading_sentences(whole[i]), expected);
    }
}
END_TEST

START_TEST(a_short_sentence_joins_its_neighbour)
{
    ck_assert_str_eq(reading_sentences("No. Never. It is not going to be built. Never again."),
                     "P[No. Never. It is not going to be built. Never again.].");
    ck_assert_str_eq(reading_sentences("A headline\n\nThe first sentence of the text."),
                     "P[A headline]P[The first sentence of the text.].");
}
END_TEST

START_TEST(a_wrapped_line_goes_on)
{
    ck_assert_str_eq(reading_sentences("The council has decided to close the swimming bath in\n"
                                       "the old town at the end of the season, because repairs\n"
                                       "would cost more than building a new one. The decision\n"
                                       "was taken by twelve votes to nine after a long debate\n"
                                       "that ended at midnight."),
                     "P[The council has decided to close the swimming bath in\n"
                     "the old town at the end of the season, because repairs\n"
                     "would cost more than building a new one.].[The decision\n"
                     "was taken by twelve votes to nine after a long debate\n"
                     "that ended at midnight.].");
}
END_TEST

START_TEST(a_line_that_is_not_wrapped_ends)
{
    ck_assert_str_eq(reading_sentences("Council closes its bath\nThe bath will close in May\nRead more about it here"),
                     "P[Council closes its bath]P[The bath will close in May]P[Read more about it here]");
}
END_TEST

TWT_SUITE("text_sentences", stops_end_sentences, a_stray_stop_ends_a_sentence, abbreviations_and_numbers_end_none,
          a_short_sentence_joins_its_neighbour, a_wrapped_line_goes_on, a_line_that_is_not_wrapped_ends)
