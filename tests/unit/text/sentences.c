#include "reading.h"

#include <stdio.h>
#include <string.h>

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

static void assert_whole(const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char expected[400];
        snprintf(expected, sizeof expected, "P[%s]", texts[i]);
        ck_assert_str_eq(reading_sentences(texts[i]), expected);
    }
}

START_TEST(some_stops_end_none)
{
    static const char *const whole[] = {"Mr. J. R. Smith of the U.S. Senate left on Sept. 11 at 3.5 miles",
                                        "They paid e.g. 5 dollars, i.e. nothing, to Acme Inc. last year",
                                        "“Is that so?” he asked, and no one answered",
                                        "“That is not so.” she wrote to us at once",
                                        "Ann Brown (L-Wis.) and Jo White agreed (or did they?) at once",
                                        "It was so long ago … that nobody knows",
                                        "Wait for it... here it comes again",
                                        "Am 3. und 4. des Monats war es kalt",
                                        "She asked me “Why me?”, and left the room",
                                        "The price rose to .5 of a cent or so",
                                        "See www.example.org/?page or write to it",
                                        "They met at 5 p.m. on the square, as usual",
                                        "Lot No. 5 was sold to Cllr. Brown for little"};
    assert_whole(whole, sizeof whole / sizeof *whole);
}
END_TEST

START_TEST(other_stops_do)
{
    ck_assert_str_eq(reading_sentences("He knew what the answer was: no. The whole council left."),
                     "P[He knew what the answer was: no.].[The whole council left.].");
    ck_assert_str_eq(reading_sentences("It all happened back in 2020. After that it stopped."),
                     "P[It all happened back in 2020.].[After that it stopped.].");
    ck_assert_str_eq(reading_sentences("It was late, they say… Then it all began."),
                     "P[It was late, they say…].[Then it all began.].");
    ck_assert_str_eq(reading_sentences("(The first is in brackets.) The second is not so."),
                     "P[(The first is in brackets.)].[The second is not so.].");
    ck_assert_str_eq(reading_sentences("The first ends in a quotation.”Then comes another one."),
                     "P[The first ends in a quotation.”].[Then comes another one.].");
    ck_assert_str_eq(reading_sentences("यह पहला वाक्य है। यह दूसरा वाक्य है।"), "P[यह पहला वाक्य है।].[यह दूसरा वाक्य है।].");
    ck_assert_str_eq(reading_sentences("هل هذه هي الجملة الأولى؟ نعم هذه هي الأولى"),
                     "P[هل هذه هي الجملة الأولى؟].[نعم هذه هي الأولى]");
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

START_TEST(a_wrapped_paragraph_may_begin_with_a_blank)
{
    ck_assert_str_eq(reading_sentences("The company said it has agreed in principle to buy\n"
                                       "a chain of twelve small shops for an amount that was\n"
                                       "not disclosed.\n"
                                       "    It said the shops would be closed by the end of\n"
                                       "the year.\n"),
                     "P[The company said it has agreed in principle to buy\n"
                     "a chain of twelve small shops for an amount that was\n"
                     "not disclosed.].P[It said the shops would be closed by the end of\n"
                     "the year.].");
}
END_TEST

START_TEST(scripts_without_case_are_wrapped_by_width)
{
    ck_assert_str_eq(reading_sentences("परिषद ने पुराने शहर के तालाब को बंद\n"
                                       "करने का निर्णय लिया है क्योंकि उसकी\n"
                                       "मरम्मत नए तालाब से महंगी पड़ेगी और\n"
                                       "इस साल के लिए पैसा नहीं बचा है जैसा\n"
                                       "सभा में कहा गया।"),
                     "P[परिषद ने पुराने शहर के तालाब को बंद\n"
                     "करने का निर्णय लिया है क्योंकि उसकी\n"
                     "मरम्मत नए तालाब से महंगी पड़ेगी और\n"
                     "इस साल के लिए पैसा नहीं बचा है जैसा\n"
                     "सभा में कहा गया।].");
}
END_TEST

START_TEST(a_line_broken_by_accident_goes_on)
{
    ck_assert_str_eq(
        reading_sentences("The mayor of the old town\nsat down with us.\nRead more here\nShare\nthis page"),
        "P[The mayor of the old town\nsat down with us.].P[Read more here]P[Share]P[this page]");
}
END_TEST

START_TEST(every_kind_of_line_end_ends)
{
    static const char *const ends[] = {"\n", "\r\n", "\r", "\v", "\f", "\u2028", "\xc2\x85"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        char text[100];
        snprintf(text, sizeof text, "One two Three four%sFive six Seven eight", ends[i]);
        const char *got = reading_sentences(text);
        ck_assert_msg(strstr(got, "[One two Three four]") && strstr(got, "[Five six Seven eight]"), "%zu: %s", i, got);
    }
    ck_assert_str_eq(reading_sentences("One two\r\n\r\nThree\r\rFour\u2029Five \n \t\n Six"),
                     "P[One two]P[Three]P[Four]P[Five]P[Six]");
}
END_TEST

START_TEST(a_line_that_is_not_wrapped_ends)
{
    ck_assert_str_eq(reading_sentences("Council closes its bath\nThe bath will close in May\nRead more about it here"),
                     "P[Council closes its bath]P[The bath will close in May]P[Read more about it here]");
}
END_TEST

/* Words w0 to w(count - 1) from the first given on, a blank between, a comma behind those of number 19, 45 and 70. */
static const char *words_from(int first, int count, const char *comma)
{
    static char text[4000];
    size_t len = 0;
    for (int i = first; i < count; i++)
        len += (size_t)snprintf(text + len, sizeof text - len, "%sw%d%s", i > first ? " " : "", i,
                                i == 19 || i == 45 || i == 70 ? comma : "");
    return text;
}

START_TEST(a_long_sentence_is_cut_behind_its_marks)
{
    const char *cut = reading_sentences(words_from(0, 100, ","));
    ck_assert_ptr_nonnull(strstr(cut, " w19,][w20 "));
    ck_assert_ptr_nonnull(strstr(cut, " w45,][w46 "));
    ck_assert_ptr_null(strchr(strstr(cut, "[w46 ") + 1, '['));
    ck_assert_ptr_null(strchr(strchr(reading_sentences(words_from(0, 64, ",")), '[') + 1, '['));
}
END_TEST

START_TEST(versions_without_marks_are_cut_at_the_same_words)
{
    char whole[8000], other[8000];
    snprintf(whole, sizeof whole, "%s", reading_sentences(words_from(0, 300, "")));
    snprintf(other, sizeof other, "%s", reading_sentences(words_from(17, 300, "")));
    size_t pieces = 0, shared = 0;
    for (const char *at = strchr(whole, '['); at; at = strchr(at + 1, '[')) {
        char begin[16] = "";
        strncat(begin, at, strcspn(at, " ") + 1);
        pieces++;
        shared += strstr(other, begin) != NULL;
    }
    ck_assert_uint_ge(pieces, 300 / 40);
    ck_assert_uint_ge(2 * shared, pieces);
}
END_TEST

/* Thai parts clauses, not words, by a blank. */
START_TEST(scripts_without_spaces_have_longer_pieces)
{
    char text[1000] = "";
    for (int i = 0; i < 120; i++)
        strcat(text, "字");
    ck_assert_ptr_null(strchr(strchr(reading_sentences(text), '[') + 1, '['));
    text[0] = '\0';
    for (int i = 0; i < 140; i++)
        strcat(text, i == 50 ? " ก" : "ก");
    const char *cut = reading_sentences(text);
    ck_assert_uint_eq(strcspn(cut, "]"), strlen("P[") + 50 * strlen("ก"));
}
END_TEST

TWT_SUITE("text_sentences", stops_end_sentences, a_stray_stop_ends_a_sentence, some_stops_end_none, other_stops_do,
          a_short_sentence_joins_its_neighbour, a_wrapped_line_goes_on, a_wrapped_paragraph_may_begin_with_a_blank,
          scripts_without_case_are_wrapped_by_width, a_line_broken_by_accident_goes_on, every_kind_of_line_end_ends,
          a_line_that_is_not_wrapped_ends, a_long_sentence_is_cut_behind_its_marks,
          versions_without_marks_are_cut_at_the_same_words, scripts_without_spaces_have_longer_pieces)
