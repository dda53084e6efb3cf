/* Negations gained and lost, as a comparison lists them: of a sentence among others that stayed. */
#include <stdio.h>

#include "listed.h"

static const char around[] =
    "Halvorsen Ferries will withdraw the night boat between Orsund and Lyngholm from 3 March. %s Season tickets stay "
    "valid on the morning boat until the end of June. A petition against the decision has gathered 7,300 signatures.";

static void expect_sentence(const char *a, const char *b, const char *wanted)
{
    char texts[2][1024];
    snprintf(texts[0], sizeof texts[0], around, a);
    snprintf(texts[1], sizeof texts[1], around, b);
    expect(texts[0], texts[1], 1 << TWT_CHANGE_NEGATION, wanted);
}

START_TEST(a_negation_gained_or_lost_between_words_that_stay_is_named)
{
    expect_sentence("The crew was not told about it in autumn.", "The crew was told about it in autumn.",
                    "negation: not -> \n");
    expect_sentence("The crew could read of it in autumn.", "The crew couldn't read of it in autumn.",
                    "negation: could -> couldn't\n");
    expect_sentence("The crew was aware of it in autumn.", "The crew was unaware of it in autumn.",
                    "negation: aware -> unaware\n");
}
END_TEST

/* The endings change with the negation. */
START_TEST(a_negation_between_kana_is_named)
{
    static const char *const pairs[][3] = {
        {"町は橋を直すと発表した。", "町は橋を直さないと発表した。", "negation: す -> さない\n"},
        {"住民は新しい家に入居したと町は述べた。", "住民は新しい家に入居しなかったと町は述べた。",
         "negation:  -> なかっ\n"},
        {"工事は来年も続けますと町長は述べた。", "工事は来年も続けませんと町長は述べた。", "negation: す -> せん\n"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        expect(pairs[i][0], pairs[i][1], 1 << TWT_CHANGE_NEGATION, pairs[i][2]);
}
END_TEST

START_TEST(a_change_that_reaches_over_the_end_of_a_sentence_is_judged_by_the_later_one)
{
    expect_sentence(
        "The boat was inspected in dock. No case of illness was reported on board.",
        "The boat was inspected in dock by engineers from Aalborg. A case of illness was reported on board.",
        "negation: No -> by engineers from Aalborg. A\n");
    expect_sentence("The boat was inspected in dock. No case of illness was reported on board.",
                    "The boat was inspected in dock. Hardly a case of illness was reported on board.", "");
}
END_TEST

START_TEST(what_is_denied_in_other_words_is_no_lost_negation)
{
    expect_sentence("The company has no plan for the crew of the boat.",
                    "The company lacks a plan for the crew of the "
                    "boat.",
                    "");
    expect_sentence("The crew did not hear of it in autumn.", "The crew remained ignorant of it in autumn.", "");
    expect_sentence("The boat is not cheap to run at night.", "The boat is expensive to run at night.", "");
}
END_TEST

START_TEST(a_negation_that_stands_elsewhere_in_the_answering_sentences_is_none)
{
#define ACCOUNTS                                                                                                       \
    "the accounts that were shown to the crew last week in the old customs house by the harbour, with every crown "    \
    "earned and spent since the boat was bought from a yard in Denmark eleven years ago,"
    expect_sentence("Nothing in " ACCOUNTS " supports the step.", "In " ACCOUNTS " nothing supports the step.", "");
    expect_sentence("Nothing in " ACCOUNTS " supports the step.", "In " ACCOUNTS " much supports the step.",
                    "negation: Nothing -> \n");
}
END_TEST

START_TEST(a_negation_in_other_letters_is_none)
{
    expect_sentence("The crew dont know of it yet.", "The crew don't know of it yet.", "");
    expect_sentence("The crew was not aware of it in autumn.", "The crew was unaware of it in autumn.", "");
    expect_sentence("It is a not uncommon sight in the harbour.", "It is a common sight in the harbour.", "");
}
END_TEST

START_TEST(a_number_sign_is_no_negation)
{
    expect_sentence("The crew meets at No 10 on the quay.", "The crew meets at Number 10 on the quay.", "");
}
END_TEST

TWT_SUITE("compare_told_negations", a_negation_gained_or_lost_between_words_that_stay_is_named,
          a_negation_between_kana_is_named, a_change_that_reaches_over_the_end_of_a_sentence_is_judged_by_the_later_one,
          what_is_denied_in_other_words_is_no_lost_negation,
          a_negation_that_stands_elsewhere_in_the_answering_sentences_is_none, a_negation_in_other_letters_is_none,
          a_number_sign_is_no_negation)
