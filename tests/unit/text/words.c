#include "reading.h"

#include "support/suite.h"

START_TEST(words_are_folded_and_punctuation_is_left_out)
{
    ck_assert_str_eq(reading_words("The Council’s plan, (draft) – page 3.5!"), "the council's plan draft page 3.5");
    ck_assert_str_eq(reading_words("www.example.org U.S. l'eau _emphasis_"), "www.example.org u.s l'eau emphasis");
    ck_assert_str_eq(reading_words(""), "");
    ck_assert_str_eq(reading_words(" – … !? \n\t"), "");
}
END_TEST

START_TEST(a_currency_sign_is_a_word)
{
    ck_assert_str_eq(reading_words("$5 became €5, or 5 % of £7m"), "$ 5 became € 5 or 5 of £ 7m");
}
END_TEST

START_TEST(every_script_gives_its_words)
{
    ck_assert_str_eq(reading_words("Москва, Ёлка"), "москва ёлка");
    ck_assert_str_eq(reading_words("ΚΑΛΗΜΈΡΑ κόσμος"), "καλημέρα κόσμοσ");
    ck_assert_str_eq(reading_words("السلام عليكم، مرحبا"), "السلام عليكم مرحبا");
    ck_assert_str_eq(reading_words("हिन्दी में पाठ।"), "हिन्दी में पाठ");
    ck_assert_str_eq(reading_words("שלום צה״ל"), "שלום צה\"ל");
    ck_assert_str_eq(reading_words("東京タワーへ"), "東 京 タ ワ ー へ");
    ck_assert_str_eq(reading_words("สวัสดี"), "ส วั ส ดี");
    ck_assert_str_eq(reading_words("한국어 문장"), "한국어 문장");
}
END_TEST

START_TEST(ranges_count_in_the_text_as_given)
{
    ck_assert_str_eq(reading_ranges("ﬁnance, Straße İzmir ＡＢＣ"), "[ﬁnance][Straße][İzmir][ＡＢＣ]");
    ck_assert_str_eq(reading_words("ﬁnance, Straße ＡＢＣ"), "finance strasse abc");
    ck_assert_str_eq(reading_ranges("cafe\u0301s cr\u00e8me"), "[cafe\u0301s][cr\u00e8me]");
    ck_assert_str_eq(reading_ranges("so\u00adft \u200bhid\u200bden\ufeff"), "[so\u00adft][hid\u200bden]");
}
END_TEST

START_TEST(a_hyphen_at_a_line_end_is_joined)
{
    ck_assert_str_eq(reading_words("the inspec-\ntion and sup-  \r\n\tport"), "the inspection and support");
    ck_assert_str_eq(reading_ranges("an inspec-\ntion"), "[an][inspec-\ntion]");
    ck_assert_str_eq(reading_words("the inspec\u00ad\ntion"), "the inspection");
    ck_assert_str_eq(reading_words("Lib-\nDem and one-\n\ntwo"), "lib dem and one two");
}
END_TEST

START_TEST(a_lost_blank_after_a_stop_is_no_word)
{
    ck_assert_str_eq(reading_words("the end.Next one"), "the end next one");
    ck_assert_str_eq(reading_ranges("the end.Next one"), "[the][end][Next][one]");
}
END_TEST

START_TEST(flags_tell_case_numbers_and_quotations)
{
    ck_assert_str_eq(reading_flags("The Mayor said: “We know Ann.” Then 12 left."),
                     "the/U mayor/UC said/L we/UQ know/LQ ann/UCQ then/U 12/N left/L");
    ck_assert_str_eq(reading_flags("He is \"not here\", she said"), "he/U is/L not/LQ here/LQ she/L said/L");
    ck_assert_str_eq(reading_flags("dogs’ tails and ‘so called’ rocks’ shadows"),
                     "dogs/L tails/L and/L so/LQ called/LQ rocks/L shadows/L");
    ck_assert_str_eq(reading_flags("er sagte „Guten Tag“ laut"), "er/L sagte/L guten/UQ tag/UCQ laut/L");
    ck_assert_str_eq(reading_flags("il dit « oui » fort"), "il/L dit/L oui/LQ fort/L");
}
END_TEST

START_TEST(an_open_quotation_ends_with_its_paragraph)
{
    ck_assert_str_eq(reading_flags("“one two\n\nthree four"), "one/LQ two/LQ three/L four/L");
    ck_assert_str_eq(reading_flags("“one two\n\n“three” four"), "one/LQ two/LQ three/LQ four/L");
}
END_TEST

TWT_SUITE("text_words", words_are_folded_and_punctuation_is_left_out, a_currency_sign_is_a_word,
          every_script_gives_its_words, ranges_count_in_the_text_as_given, a_hyphen_at_a_line_end_is_joined,
          a_lost_blank_after_a_stop_is_no_word, flags_tell_case_numbers_and_quotations,
          an_open_quotation_ends_with_its_paragraph)
