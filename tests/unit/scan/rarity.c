#include "scan/rarity.h"

#include "support/suite.h"

enum { FAMILIES = 1000 };

static twt_rarity judge(twt_relation relation, double jaccard, float share)
{
    twt_candidate_pair candidate = {.a = 0, .b = 1, .weight = 40, .share = share};
    twt_comparison comparison = {.verdict = {.relation = relation, .jaccard = jaccard},
                                 .measures = {.shared_words = 10}};
    return twt_rarity_of(&candidate, &comparison, FAMILIES, 0);
}

START_TEST(a_version_needs_rare_words)
{
    ck_assert_int_eq(judge(TWT_RELATION_REWRITTEN, .1, .2f), TWT_RARITY_ENOUGH);
    ck_assert_int_eq(judge(TWT_RELATION_REWRITTEN, .1, .05f), TWT_RARITY_FORMULA);
    ck_assert_int_eq(judge(TWT_RELATION_NEAR_DUPLICATE, .2, .05f), TWT_RARITY_FORMULA);
}
END_TEST

START_TEST(a_version_needs_words_that_others_do_not_have)
{
    twt_candidate_pair candidate = {.a = 0, .b = 1, .weight = 40, .share = .2f};
    twt_comparison comparison = {.verdict = {.relation = TWT_RELATION_REWRITTEN, .jaccard = .1},
                                 .measures = {.shared_words = 15}};
    ck_assert_int_eq(twt_rarity_of(&candidate, &comparison, FAMILIES, 0), TWT_RARITY_ENOUGH);
    comparison.measures.shared_words = 25;
    ck_assert_int_eq(twt_rarity_of(&candidate, &comparison, FAMILIES, 0), TWT_RARITY_FORMULA);
    ck_assert_int_eq(twt_rarity_of(&candidate, &comparison, 5, 0), TWT_RARITY_ENOUGH);
    comparison.verdict.jaccard = .4;
    ck_assert_int_eq(twt_rarity_of(&candidate, &comparison, FAMILIES, 0), TWT_RARITY_ENOUGH);
}
END_TEST

START_TEST(a_version_that_those_around_speak_for_needs_no_rare_words)
{
    twt_candidate_pair candidate = {.a = 0, .b = 1, .weight = 40, .share = .05f};
    twt_comparison comparison = {.verdict = {.relation = TWT_RELATION_REWRITTEN, .jaccard = .1},
                                 .measures = {.shared_words = 10}};
    ck_assert_int_eq(twt_rarity_of(&candidate, &comparison, FAMILIES, 1), TWT_RARITY_ENOUGH);
    ck_assert_int_eq(twt_rarity_of(&candidate, &comparison, FAMILIES, -1), TWT_RARITY_FORMULA);
}
END_TEST

START_TEST(what_claims_no_version_does_not_depend_on_rare_words)
{
    ck_assert_int_eq(judge(TWT_RELATION_EXACT, 1, .01f), TWT_RARITY_ENOUGH);
    ck_assert_int_eq(judge(TWT_RELATION_EXCERPT, .05, .01f), TWT_RARITY_ENOUGH);
    ck_assert_int_eq(judge(TWT_RELATION_PARTIAL, .05, .01f), TWT_RARITY_ENOUGH);
    ck_assert_int_eq(judge(TWT_RELATION_NEAR_DUPLICATE, .6, .01f), TWT_RARITY_ENOUGH);
}
END_TEST

START_TEST(a_form_that_many_fill_in_is_no_update)
{
    twt_candidate_pair candidate = {.a = 0, .b = 1, .weight = 40, .share = .05f};
    twt_comparison comparison = {.verdict = {.relation = TWT_RELATION_UPDATED, .jaccard = .1},
                                 .measures = {.longest_run = 8}};
    ck_assert_int_eq(twt_rarity_of(&candidate, &comparison, FAMILIES, 0), TWT_RARITY_NONE);
    comparison.measures.longest_run = 12;
    ck_assert_int_eq(twt_rarity_of(&candidate, &comparison, FAMILIES, 0), TWT_RARITY_ENOUGH);
    ck_assert_int_eq(judge(TWT_RELATION_UPDATED, .1, .2f), TWT_RARITY_ENOUGH);
    ck_assert_int_eq(judge(TWT_RELATION_UPDATED, .4, .05f), TWT_RARITY_ENOUGH);
}
END_TEST

START_TEST(what_was_not_weighed_stands)
{
    twt_candidate_pair candidate = {.a = 0, .b = 1, .channels = TWT_CHANNEL_BANDS};
    twt_comparison comparison = {.verdict = {.relation = TWT_RELATION_REWRITTEN, .jaccard = .1}};
    ck_assert_int_eq(twt_rarity_of(&candidate, &comparison, FAMILIES, 0), TWT_RARITY_ENOUGH);
}
END_TEST

START_TEST(what_the_texts_alone_show_may_be_taken_away)
{
    twt_comparison comparison = {.verdict = {.relation = TWT_RELATION_RELATED},
                                 .measures = {.tokens = {60, 60},
                                              .words = {40, 40},
                                              .shared_words = 24,
                                              .single_words = 20,
                                              .single_phrases = 12,
                                              .ordered_phrases = 8,
                                              .collection_evidence = -3}};
    ck_assert(twt_rarity_took_away(&comparison));
    comparison.measures.shared_words = 12;
    ck_assert(!twt_rarity_took_away(&comparison));
    comparison.measures.collection_evidence = 0;
    ck_assert(!twt_rarity_took_away(&comparison));
}
END_TEST

TWT_SUITE("scan_rarity", a_version_needs_rare_words, a_version_needs_words_that_others_do_not_have,
          a_version_that_those_around_speak_for_needs_no_rare_words,
          what_claims_no_version_does_not_depend_on_rare_words, a_form_that_many_fill_in_is_no_update,
          what_was_not_weighed_stands, what_the_texts_alone_show_may_be_taken_away)
