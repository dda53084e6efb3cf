/* Facts altered in sentences told in other words, as a comparison lists them. */
#include <stdio.h>

#include "listed.h"
#include "support/failing_alloc.h"

static const char original[] =
    "Halvorsen Ferries will withdraw the night boat between Orsund and Lyngholm from 3 March. The company carried 186 "
    "passengers a night last winter, and 24 of its 61 crew members will lose their posts.\n\n"
    "\"Nobody takes this step lightly, but we cannot sail half empty for another year,\" said the managing director, "
    "Berit Solvang. The boat costs 2,400 crowns an hour to run.\n\n"
    "Season tickets stay valid on the morning boat until the end of June. A petition against the decision has gathered "
    "7,300 signatures in Lyngholm alone.";

static const char retold[] =
    "From 3 March on there will be no boat at night between Orsund and Lyngholm, Halvorsen Ferries has decided. Last "
    "winter %s passengers were carried each night by the company; of its 61 crew members 24 must go.\n\n"
    "Its managing director, Berit Solvang, said: \"%s.\" To run the boat takes 2,400 crowns every hour.\n\n"
    "On the morning boat season tickets are still valid till June ends. In Lyngholm alone a petition that opposes the "
    "decision was signed %s times.";

static const char own_words[] =
    "It hurts us all, yet sailing with so few on board for twelve more months is impossible";

enum { NAMES = 1 << TWT_CHANGE_NAME, NUMBERS = 1 << TWT_CHANGE_NUMBER, QUOTATIONS = 1 << TWT_CHANGE_QUOTATION };

static const char *retell(char out[2048], const char *passengers, const char *quotation, const char *signatures)
{
    snprintf(out, 2048, retold, passengers, quotation, signatures);
    return out;
}

START_TEST(a_figure_altered_in_a_reworded_sentence_is_named)
{
    char text[2048];
    expect(original, retell(text, "168", own_words, "7,300"), NUMBERS, "number: 186 -> 168\n");
    expect(text, original, NUMBERS, "number: 168 -> 186\n");
    expect(original, retell(text, "168", own_words, "3,700"), NUMBERS, "number: 186 -> 168\nnumber: 7,300 -> 3,700\n");
}
END_TEST

START_TEST(figures_that_are_all_told_are_no_change)
{
    char text[2048];
    expect(original, retell(text, "186", own_words, "7,300"), NUMBERS, "");
    expect(original, retell(text, "186", own_words, "7 300"), NUMBERS, "");
}
END_TEST

START_TEST(numerals_in_words_are_figures)
{
    char text[2048];
    expect(original, retell(text, "a hundred and eighty-six", own_words, "seven thousand three hundred"), NUMBERS, "");
    expect(original, retell(text, "a hundred and sixty-eight", own_words, "7,300"), NUMBERS,
           "number: 186 -> hundred and sixty-eight\n");
}
END_TEST

/* Something was left out, something else added: no figure is set in another's place. */
START_TEST(figures_of_another_size_without_a_word_in_common_are_no_change)
{
    char text[2048];
    char *lines = changes_of(original, retell(text, "many", own_words, "by 5 of 90 councillors and many"), NUMBERS);
    const char *arrow = lines;
    while ((arrow = strstr(arrow, " -> ")) != NULL) {
        arrow += strlen(" -> ");
        ck_assert(strcspn(arrow, "0123456789") >= strcspn(arrow, "\n"));
    }
    ck_assert_ptr_nonnull(strstr(lines, "7,300"));
    twt_free(lines);
}
END_TEST

START_TEST(a_figure_that_only_moved_is_a_word)
{
    expect("On 12 May the council of Orsund met behind closed doors and talked about the harbour dues.",
           "The council of Orsund met behind closed doors and talked about the harbour dues on 12 May.", NUMBERS, "");
}
END_TEST

START_TEST(a_name_that_only_moved_is_a_word)
{
    static const char a[] = "In the town of Lyngholm the council met behind closed doors and talked about harbour dues "
                            "while fishermen waited outside in the rain.";
    static const char b[] = "The council met behind closed doors and talked about harbour dues while in the town of "
                            "%s fishermen waited outside in the rain.";
    char text[512];
    snprintf(text, sizeof text, b, "Lyngholm");
    expect(a, text, 1 << TWT_CHANGE_NAME, "");
    snprintf(text, sizeof text, b, "Orsund");
    char *lines = changes_of(a, text, 1 << TWT_CHANGE_NAME);
    ck_assert_str_ne(lines, "");
    twt_free(lines);
}
END_TEST

static const char council[] =
    "The dues in the harbour rise by a tenth in spring, the port committee decided on Tuesday. Its head, Councillor "
    "Marit Tolvanger of the farmers' list, called the step overdue and promised that small boats would be spared. "
    "Fishermen from Lyngholm had asked for a delay of two years.";

/* The decision in other words, a name put in. */
static void decide(char out[2048], const char *name)
{
    snprintf(out, 2048,
             "On Tuesday the committee that runs the port settled that in the harbour the dues go up by ten per cent "
             "come spring. Boats of a small size need not pay more, was the promise, and the step had been long "
             "overdue, if one listens to %s, its head. Two years of delay is what fishermen in Lyngholm had hoped for.",
             name);
}

static bool lists(const char *name, const char *change)
{
    char text[2048];
    decide(text, name);
    char *lines = changes_of(council, text, NAMES);
    bool is_listed = strstr(lines, change) != NULL;
    twt_free(lines);
    return is_listed;
}

START_TEST(a_name_altered_in_a_reworded_sentence_is_named)
{
    ck_assert(lists("Marit Tolvinger", "name: Marit Tolvanger -> Marit Tolvinger\n"));
    ck_assert(lists("Marit Sandbakk", "name: Marit Tolvanger -> Marit Sandbakk\n"));
    ck_assert(lists("Merit Tolvanger", "name: Marit -> Merit\n"));
    ck_assert(lists("Marit Tolvangor", "name: Marit Tolvanger -> Marit Tolvangor\n"));
}
END_TEST

START_TEST(another_form_of_a_name_or_less_of_it_or_a_title_is_no_change)
{
    static const char *const names[] = {
        "Marit Tolvanger",    "Tolvanger", "Marit Tolvangerin", "Marit Tolvanger's aide",
        "Marita Tolvanger's", "Marit T.",  "Mayor Marit"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        ck_assert_msg(!lists(names[i], "-> M") && !lists(names[i], "-> T"), "%s", names[i]);
}
END_TEST

/* A scan in which letters were misread all over: the alignment says so of the names too. */
START_TEST(a_misread_name_is_no_change)
{
    expect(council,
           "The dues in the barbour rise by a tentb in sprinq, tbe port cornmittee decided on Tuesday. 1ts head, "
           "Councillor Marit Tolvanqer of the farmcrs' list, called tbe step overdue and prornised that smal1 boats "
           "wou1d be spared. Fisbermen frorn Lynqholm had asked for a de1ay of two years.",
           NAMES, "");
}
END_TEST

START_TEST(a_word_in_a_row_of_capitals_is_a_name_where_it_is_one_elsewhere)
{
    static const char a[] = "A man from Orsund told us on the plane to brave the queue and try the best breakfast in "
                            "town. %s The pancakes were fluffy, the salsa hot, and a table was free by nine.";
    static const char b[] = "A man from Orsund whom we met on the plane told us to brave the queue and try the best "
                            "breakfast of the town. %s The pancakes were fluffy, the salsa hot, and a table free.";
    char left[512], right[512];
    snprintf(left, sizeof left, a, "HE WAS RIGHT.");
    snprintf(right, sizeof right, b, "HE WAS ABSOLUTELY SPOT ON.");
    expect(left, right, NAMES, "");
    snprintf(left, sizeof left, a, "HE SAID WHAT SANDBAKK SAID. His name was Sandbakk.");
    snprintf(right, sizeof right, b, "HE SAID WHAT TOLVANGER SAID. His name was Tolvanger.");
    expect(left, right, NAMES, "name: HE SAID WHAT SANDBAKK -> HE SAID WHAT TOLVANGER\nname: Sandbakk -> Tolvanger\n");
}
END_TEST

START_TEST(a_name_that_stands_elsewhere_is_no_change)
{
    ck_assert(!lists("Marit Sandbakk, not to Tolvanger", "-> Marit"));
    ck_assert(!lists("Marit Lyngholm", "Marit Tolvanger -> Marit Lyngholm"));
}
END_TEST

START_TEST(a_figure_of_several_groups_of_digits_is_named_whole)
{
    expect("The match at Orsund was watched by 5 300 people, more than any this year.",
           "The match at Orsund was watched by 5 200 people, more than any this year.", NUMBERS,
           "number: 5 300 -> 5 200\n");
}
END_TEST

START_TEST(hours_of_both_clocks_are_one)
{
    static const char first[] =
        "The night boat leaves the old quay at %s and calls at three small islands before dawn.\n"
        "Berit Solvang of Halvorsen Ferries promised passengers a warm meal on the way.";
    static const char other[] =
        "Halvorsen Ferries will serve passengers a warm meal on the way, Berit Solvang promised.\n"
        "Three small islands see the night boat before dawn, which leaves from the old quay; "
        "departure is at %s sharp.";
    char texts[3][512];
    snprintf(texts[0], sizeof texts[0], first, "7 pm");
    snprintf(texts[1], sizeof texts[1], other, "19");
    snprintf(texts[2], sizeof texts[2], other, "9");
    expect(texts[0], texts[1], NUMBERS, "");
    expect(texts[0], texts[2], NUMBERS, "number: 7 -> 9\n");
}
END_TEST

START_TEST(a_quotation_in_other_words_is_named_whole)
{
    char text[2048], wanted[512];
    snprintf(wanted, sizeof wanted, "quotation: %s -> %s\n",
             "Nobody takes this step lightly, but we cannot sail half empty for another year", own_words);
    expect(original, retell(text, "186", own_words, "7,300"), QUOTATIONS, wanted);
}
END_TEST

START_TEST(a_quotation_kept_or_cut_is_no_change)
{
    char text[2048];
    expect(
        original,
        retell(text, "186", "Nobody takes this step lightly, but we cannot sail half empty for another year", "7,300"),
        QUOTATIONS, "");
    expect(original, retell(text, "186", "we cannot sail half empty for another year", "7,300"), QUOTATIONS, "");
}
END_TEST

START_TEST(of_a_quotation_mostly_kept_the_words_are_named)
{
    char text[2048];
    expect(
        original,
        retell(text, "186", "Nobody takes this step gladly, but we cannot sail half empty for another year", "7,300"),
        QUOTATIONS, "quotation: lightly -> gladly\n");
}
END_TEST

static void fail_each_allocation(const char *a, const char *b)
{
    pair p;
    const twt_analysis *read[2];
    const char *texts[2] = {a, b};
    open_pair(&p);
    for (int s = 0; s < 2; s++)
        ck_assert_int_eq(twt_analyzer_run(p.analyzers[s], texts[s], strlen(texts[s]), &read[s], NULL), TWT_OK);
    for (size_t n = 1;; n++) {
        twt_profile profile;
        twt_comparer *comparer = NULL;
        const twt_comparison *comparison = NULL;
        twt_profile_init(&profile);
        failing_alloc_arm(n);
        twt_status status = twt_comparer_new(&profile, &comparer);
        if (status == TWT_OK)
            status = twt_comparer_run(comparer, read[0], read[1], TWT_WANT_CHANGES, &comparison);
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        if (comparer) /* still usable */
            ck_assert_int_eq(twt_comparer_run(comparer, read[0], read[1], TWT_WANT_CHANGES, &comparison), TWT_OK);
        twt_comparer_free(comparer);
        if (!was_refused)
            break;
    }
    close_pair(&p);
}

START_TEST(every_allocation_may_fail)
{
    char text[2048];
    fail_each_allocation(original, retell(text, "168", own_words, "3,700"));
    decide(text, "Marit Tolvinger");
    fail_each_allocation(council, text);
}
END_TEST

TWT_SUITE("compare_told_facts", a_figure_altered_in_a_reworded_sentence_is_named,
          figures_that_are_all_told_are_no_change, numerals_in_words_are_figures,
          figures_of_another_size_without_a_word_in_common_are_no_change, a_figure_that_only_moved_is_a_word,
          a_name_that_only_moved_is_a_word, a_name_altered_in_a_reworded_sentence_is_named,
          another_form_of_a_name_or_less_of_it_or_a_title_is_no_change, a_misread_name_is_no_change,
          a_word_in_a_row_of_capitals_is_a_name_where_it_is_one_elsewhere, a_name_that_stands_elsewhere_is_no_change,
          a_figure_of_several_groups_of_digits_is_named_whole, hours_of_both_clocks_are_one,
          a_quotation_in_other_words_is_named_whole, a_quotation_kept_or_cut_is_no_change,
          of_a_quotation_mostly_kept_the_words_are_named, every_allocation_may_fail)
