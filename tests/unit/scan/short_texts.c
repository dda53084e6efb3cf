/* Headlines, briefs and single sentences, read and compared as the command line does it. */
#include <stdio.h>
#include <string.h>

#include "base/rng.h"
#include "support/suite.h"
#include "twicetold/scan.h"

static const char brief[] =
    "The harbour authority said on Monday that the ferry to Skelvig will not run until Thursday because of a damaged "
    "ramp. Passengers with tickets can travel from Norrby instead.";

static twt_verdict verdict_of(const char *a, const char *b)
{
    twt_verdict verdict;
    ck_assert_int_eq(twt_compare_texts(a, strlen(a), b, strlen(b), &verdict), TWT_OK);
    ck_assert(verdict.confidence > 0 && verdict.confidence <= 1);
    return verdict;
}

static twt_relation relation_of(const char *a, const char *b)
{
    return verdict_of(a, b).relation;
}

START_TEST(few_words_in_common_are_no_reuse)
{
    static const char *const pairs[][2] = {{"Yes", "No"},
                                           {"Sports news", "Sports results"},
                                           {"Who was Ottilie Brandt?", "This is Ottilie Brandt."},
                                           {"Council approves new bridge", "Bridge closed for repairs"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        ck_assert(!twt_relation_is_reuse(relation_of(pairs[i][0], pairs[i][1])));
}
END_TEST

START_TEST(a_changed_word_leaves_a_headline_a_near_duplicate)
{
    ck_assert_int_eq(relation_of("Council approves plan for new bridge over the Tarrow",
                                 "Council rejects plan for new bridge over the Tarrow"),
                     TWT_RELATION_NEAR_DUPLICATE);
    ck_assert_int_eq(relation_of("栖霞坪市议会批准在青河上兴建新桥", "栖霞坪市议会否决在青河上兴建新桥"),
                     TWT_RELATION_NEAR_DUPLICATE);
}
END_TEST

START_TEST(new_figures_in_a_headline_are_an_update)
{
    ck_assert_int_eq(
        relation_of("Factory fire in Brannock: 3 dead, 12 injured", "Factory fire in Brannock: 5 dead, 17 injured"),
        TWT_RELATION_UPDATED);
    ck_assert_int_eq(relation_of("工厂火灾：3人死亡，12人受伤", "工厂火灾：5人死亡，17人受伤"), TWT_RELATION_UPDATED);
}
END_TEST

START_TEST(a_lost_not_in_a_brief_is_no_update)
{
    char changed[sizeof brief];
    strcpy(changed, brief);
    char *not_there = strstr(changed, "not ");
    memmove(not_there, not_there + 4, strlen(not_there + 4) + 1);
    ck_assert_int_eq(relation_of(brief, changed), TWT_RELATION_NEAR_DUPLICATE);
}
END_TEST

START_TEST(a_misread_brief_is_noisy)
{
    ck_assert_int_eq(relation_of(brief,
                                 "The harbour autbority said 0n Monday that the feny to Skelvig wi1l not run until "
                                 "Thursday because of a darnaged ramp. Passengers vvith tickets can travel from "
                                 "Norrby instead."),
                     TWT_RELATION_NOISY);
}
END_TEST

START_TEST(a_sentence_that_stands_in_a_longer_text_is_an_excerpt)
{
    const char *sentence = "Work on the northern pier is to begin in the second week of May.";
    const char *text =
        "The council of Rosvik voted on Tuesday to repair what the storm left. Work on the northern pier is to begin "
        "in "
        "the second week of May. Until then boats land their catch at the old quay, and fishermen pay half the usual "
        "dues, the mayor said after the meeting.";
    ck_assert_int_eq(relation_of(sentence, text), TWT_RELATION_EXCERPT);
    ck_assert_int_eq(relation_of(text, sentence), TWT_RELATION_EXCERPT);
}
END_TEST

/* brief with some of its words put out by others. */
static void reword(char *to, size_t size, uint64_t *seed, unsigned percent)
{
    char copy[sizeof brief];
    strcpy(copy, brief);
    *to = '\0';
    for (char *word = strtok(copy, " "); word; word = strtok(NULL, " ")) {
        size_t len = strlen(to);
        if (twt_rng_next(seed) % 100 < percent)
            snprintf(to + len, size - len, "w%u ", (unsigned)(twt_rng_next(seed) % 1000));
        else
            snprintf(to + len, size - len, "%s ", word);
    }
}

START_TEST(a_text_under_sixty_words_is_never_rewritten)
{
    uint64_t seed = 7;
    char other[1024];
    for (unsigned percent = 0; percent <= 100; percent++)
        for (int n = 0; n < 5; n++) {
            reword(other, sizeof other, &seed, percent);
            ck_assert_int_ne(relation_of(brief, other), TWT_RELATION_REWRITTEN);
        }
}
END_TEST

START_TEST(either_way_round_is_as_sure)
{
    uint64_t seed = 8;
    char other[1024];
    for (unsigned percent = 0; percent <= 100; percent += 2) {
        reword(other, sizeof other, &seed, percent);
        twt_verdict one = verdict_of(brief, other), turned = verdict_of(other, brief);
        ck_assert_int_eq(one.relation, turned.relation);
        ck_assert_double_eq(one.confidence, turned.confidence);
    }
}
END_TEST

START_TEST(a_longer_copy_is_surer)
{
    static const char *const copies[][2] = {{"Council approves bridge plan", "Council approves bridge design"},
                                            {"Council approves plan for new bridge over the Tarrow",
                                             "Council approves design for new bridge over the Tarrow"},
                                            {brief, NULL}};
    char other[sizeof brief];
    strcpy(other, brief);
    memcpy(strstr(other, "until"), "after", 5);
    double last = 0;
    for (size_t i = 0; i < 3; i++) {
        twt_verdict verdict = verdict_of(copies[i][0], copies[i][1] ? copies[i][1] : other);
        ck_assert(twt_relation_is_reuse(verdict.relation));
        ck_assert_double_ge(verdict.confidence, last);
        ck_assert(i != 1 || verdict.confidence > last);
        last = verdict.confidence;
    }
    ck_assert_double_ge(last, .98);
    ck_assert_double_eq(verdict_of(brief, brief).confidence, 1);
}
END_TEST

TWT_SUITE("scan_short_texts", few_words_in_common_are_no_reuse, a_changed_word_leaves_a_headline_a_near_duplicate,
          new_figures_in_a_headline_are_an_update, a_lost_not_in_a_brief_is_no_update, a_misread_brief_is_noisy,
          a_sentence_that_stands_in_a_longer_text_is_an_excerpt, a_text_under_sixty_words_is_never_rewritten,
          either_way_round_is_as_sure, a_longer_copy_is_surer)
