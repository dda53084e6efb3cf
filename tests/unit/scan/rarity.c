#include "scan/rarity.h"

#include "support/suite.h"

static twt_rarity judge(twt_relation relation, double jaccard, float share, float evidence, uint32_t run)
{
    twt_candidate_pair candidate = {.a = 0, .b = 1, .weight = 40, .share = share};
    twt_comparison comparison = {.verdict = {.relation = relation, .jaccard = jaccard},
                                 .measures = {.order_evidence = evidence, .longest_run = run}};
    return twt_rarity_of(&candidate, &comparison);
}

START_TEST(a_version_needs_rare_words)
{
    ck_assert_int_eq(judge(TWT_RELATION_REWRITTEN, .1, .2f, 12, 8), TWT_RARITY_ENOUGH);
    ck_assert_int_eq(judge(TWT_RELATION_REWRITTEN, .1, .05f, 12, 8), TWT_RARITY_FORMULA);
    ck_assert_int_eq(judge(TWT_RELATION_NEAR_DUPLICATE, .2, .05f, 12, 8), TWT_RARITY_FORMULA);
    ck_assert_int_eq(judge(TWT_RELATION_REWRITTEN, .1, .01f, 12, 8), TWT_RARITY_NONE);
}
END_TEST

START_TEST(a_passage_needs_rare_words_or_much_order_or_a_long_run)
{
    ck_assert_int_eq(judge(TWT_RELATION_PARTIAL, .05, .05f, 11, 8), TWT_RARITY_ENOUGH);
    ck_assert_int_eq(judge(TWT_RELATION_PARTIAL, .05, .02f, 11, 8), TWT_RARITY_NONE);
    ck_assert_int_eq(judge(TWT_RELATION_PARTIAL, .05, .02f, 16, 8), TWT_RARITY_ENOUGH);
    ck_assert_int_eq(judge(TWT_RELATION_PARTIAL, .05, .02f, 11, 12), TWT_RARITY_ENOUGH);
}
END_TEST

START_TEST(a_form_that_many_fill_in_is_no_update)
{
    ck_assert_int_eq(judge(TWT_RELATION_UPDATED, .1, .05f, 20, 8), TWT_RARITY_NONE);
    ck_assert_int_eq(judge(TWT_RELATION_UPDATED, .1, .2f, 20, 8), TWT_RARITY_ENOUGH);
    ck_assert_int_eq(judge(TWT_RELATION_UPDATED, .1, .05f, 20, 12), TWT_RARITY_ENOUGH);
    ck_assert_int_eq(judge(TWT_RELATION_UPDATED, .4, .05f, 20, 8), TWT_RARITY_ENOUGH);
}
END_TEST

START_TEST(copies_and_excerpts_do_not_depend_on_rare_words)
{
    ck_assert_int_eq(judge(TWT_RELATION_EXACT, 1, .01f, 0, 0), TWT_RARITY_ENOUGH);
    ck_assert_int_eq(judge(TWT_RELATION_EXCERPT, .05, .01f, 0, 0), TWT_RARITY_ENOUGH);
    ck_assert_int_eq(judge(TWT_RELATION_NEAR_DUPLICATE, .6, .01f, 0, 0), TWT_RARITY_ENOUGH);
}
END_TEST

START_TEST(what_was_not_weighed_stands)
{
    twt_candidate_pair candidate = {.a = 0, .b = 1, .channels = TWT_CHANNEL_BANDS};
    twt_comparison comparison = {.verdict = {.relation = TWT_RELATION_REWRITTEN, .jaccard = .1}};
    ck_assert_int_eq(twt_rarity_of(&candidate, &comparison), TWT_RARITY_ENOUGH);
}
END_TEST

TWT_SUITE("scan_rarity", a_version_needs_rare_words, a_passage_needs_rare_words_or_much_order_or_a_long_run,
          a_form_that_many_fill_in_is_no_update, copies_and_excerpts_do_not_depend_on_rare_words,
          what_was_not_weighed_stands)
