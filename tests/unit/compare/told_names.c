/* Names altered in sentences told in other words, as a comparison lists them. */
#include <stdio.h>

#include "listed.h"

enum { NAMES = 1 << TWT_CHANGE_NAME };

static const char notice[] =
    "The dues in the harbour of Orsund rise by a tenth in spring, the port committee decided on Tuesday after a talk "
    "that went on for nine hours. Fishermen around %s and Lyngholm had asked for a delay of two years, and they got "
    "none. Councillor Marit %s called the step overdue and promised that small boats would be spared.";

static const char retold[] =
    "On Tuesday, when nine hours of talk were over, the committee that runs the port settled that at Orsund the dues "
    "in the harbour go up by ten per cent come spring. Two years of delay is what had been hoped for by the people "
    "who fish around %s and Lyngholm; nothing came of it. Boats of a small size need not pay more, promised "
    "Councillor Marit %s, who found the step long overdue.";

/* The name changes of both, in the place of the village and of the councillor, told in either order. */
static void expect_names(const char *village, const char *other_village, const char *who, const char *other_who,
                         const char *wanted, const char *mirrored)
{
    char a[1024], b[1024];
    snprintf(a, sizeof a, notice, village, who);
    snprintf(b, sizeof b, retold, other_village, other_who);
    expect(a, b, NAMES, wanted);
    expect(b, a, NAMES, mirrored);
}

START_TEST(a_name_in_the_place_of_another_is_named)
{
    expect_names("Sandbakk", "Tveitnes", "Tolvanger", "Tolvanger", "name: Sandbakk -> Tveitnes\n",
                 "name: Tveitnes -> Sandbakk\n");
    expect_names("Old Sandbakk", "Tveitnes", "Tolvanger", "Tolvanger", "name: Old Sandbakk -> Tveitnes\n",
                 "name: Tveitnes -> Old Sandbakk\n");
}
END_TEST

START_TEST(what_may_be_short_for_a_name_or_a_form_of_it_is_none_in_its_place)
{
    static const char *const same[][2] = {
        {"Sandbakk", "Sandb"}, {"Upper Sandbakk", "US"}, {"Sand Bakk", "Sandbakk"}, {"Sandbakk", "Sandbakken"}};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        expect_names(same[i][0], same[i][1], "Tolvanger", "Tolvanger", "", "");
}
END_TEST

START_TEST(an_ending_that_no_other_word_takes_makes_another_name)
{
    expect_names("Sandbakk", "Sandbakk", "Bredal", "Bredall", "name: Marit Bredal -> Marit Bredall\n",
                 "name: Marit Bredall -> Marit Bredal\n");
}
END_TEST

/* Boat, boats; hope, hoped and dues, due. */
START_TEST(an_ending_that_other_words_take_is_a_form)
{
    expect_names("small boat", "boats", "Bredal", "Bredals", "", "");
}
END_TEST

START_TEST(where_names_come_in_forms_an_ending_is_a_form)
{
    expect_names("Sandbakk, Tveitnes, Vestnesk", "Sandbakkun, Tveitnesom, Vestneskor", "Bredal", "Bredall", "", "");
}
END_TEST

/* "The head of the club, Talal al-Marzuqani, thanked his players after the long season and left the hall", twice, the
 * name short of a letter; and the same with another ending in the place. */
START_TEST(without_capitals_one_letter_inside_a_long_word_makes_another_name)
{
    static const char a[] = "شكر رئيس النادي طلال المرزوقاني لاعبيه بعد الموسم الطويل ثم غادر القاعة.";
    static const char other[] = "بعد الموسم الطويل غادر القاعة طلال المرزقاني رئيس النادي وقد شكر لاعبيه.";
    static const char form[] = "بعد الموسم الطويل غادر القاعة طلال المرزوقانية رئيس النادي وقد شكر لاعبيه.";
    expect(a, other, NAMES, "name: طلال المرزوقاني -> طلال المرزقاني\n");
    expect(a, form, NAMES, "");
}
END_TEST

START_TEST(a_word_that_the_text_writes_small_elsewhere_is_no_name)
{
    static const char a[] = "The harbour office of Orsund keeps the berths dry, and %s berths cost nothing in winter. "
                            "In the list stand Those that pay early, and boats that leave before spring ends.";
    static const char b[] = "The harbour office of Orsund keeps the berths dry, and %s berths cost nothing in winter. "
                            "In the list stand Anyone that pay early, and boats that leave before spring ends.";
    char left[512], right[512];
    snprintf(left, sizeof left, a, "those");
    snprintf(right, sizeof right, b, "for anyone");
    expect(left, right, NAMES, "");
    snprintf(left, sizeof left, a, "all");
    snprintf(right, sizeof right, b, "all");
    char *lines = changes_of(left, right, NAMES);
    ck_assert_str_ne(lines, "");
    twt_free(lines);
}
END_TEST

TWT_SUITE("compare_told_names", a_name_in_the_place_of_another_is_named,
          what_may_be_short_for_a_name_or_a_form_of_it_is_none_in_its_place,
          an_ending_that_no_other_word_takes_makes_another_name, an_ending_that_other_words_take_is_a_form,
          where_names_come_in_forms_an_ending_is_a_form,
          without_capitals_one_letter_inside_a_long_word_makes_another_name,
          a_word_that_the_text_writes_small_elsewhere_is_no_name)
