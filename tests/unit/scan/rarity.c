#include "scan/rarity.h"

#include "support/suite.h"

static twt_rarity judge(twt_relation relation, double jaccard, float weight, float share)
{
    twt_candidate_pair candidate = {.a = 0, .b = 1, .weight = weight, .share = share};
    twt_verdict verdict = {.relation = relation, .jaccard = jaccard};
    return twt_rarity_of(&candidate, &verdict);
}

START_TEST(a_rewrite_needs_rare_words)
{
    ck_assert_int_eq(judge(TWT_RELATION_REWRITTEN, .1, 40, .2f), TWT_RARITY_ENOUGH);
    ck_assert_int_eq(judge(TWT_RELATION_REWRITTEN, .1, 40, .04f), TWT_RARITY_FORMULA);
    ck_assert_int_eq(judge(TWT_RELATION_NEAR_DUPLICATE, .2, 40, .04f), TWT_RARITY_FORMULA);
    ck_assert_int_eq(judge(TWT_RELATION_REWRITTEN, .05, 40, .01f), TWT_RARITY_NONE);
}
END_TEST

START_TEST(a_passage_needs_fewer)
{
    ck_assert_int_eq(judge(TWT_RELATION_PARTIAL, .05, 40, .04f), TWT_RARITY_ENOUGH);
    ck_assert_int_eq(judge(TWT_RELATION_PARTIAL, .05, 40, .01f), TWT_RARITY_NONE);
}
END_TEST

START_TEST(copies_and_templates_do_not_depend_on_rare_words)
{
    ck_assert_int_eq(judge(TWT_RELATION_EXACT, 1, 40, .01f), TWT_RARITY_ENOUGH);
    ck_assert_int_eq(judge(TWT_RELATION_UPDATED, .05, 40, .01f), TWT_RARITY_ENOUGH);
    ck_assert_int_eq(judge(TWT_RELATION_EXCERPT, .05, 40, .01f), TWT_RARITY_ENOUGH);
    ck_assert_int_eq(judge(TWT_RELATION_NEAR_DUPLICATE, .6, 40, .01f), TWT_RARITY_ENOUGH);
}
END_TEST

START_TEST(what_was_not_weighed_stands)
{
    ck_assert_int_eq(judge(TWT_RELATION_REWRITTEN, .1, 0, 0), TWT_RARITY_ENOUGH);
}
END_TEST

TWT_SUITE("scan_rarity", a_rewrite_needs_rare_words, a_passage_needs_fewer,
          copies_and_templates_do_not_depend_on_rare_words, what_was_not_weighed_stands)
