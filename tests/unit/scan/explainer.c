#include <string.h>

#include "support/failing_alloc.h"
#include "support/suite.h"
#include "twicetold/compare.h"
#include "twicetold/scan.h"

static const char statement[] = "The council will open the new library on Monday, said the mayor, Ada Quill.";
static const char altered[] = "The council will not open the new library on Monday, said the mayor, Ada Quill.";

static twt_document document_of(const char *id, const char *text)
{
    return (twt_document){.id = id, .text = text, .text_len = strlen(text)};
}

START_TEST(a_lost_negation_is_a_change)
{
    twt_document a = document_of("a", statement), b = document_of("b", altered);
    twt_explainer *explainer;
    const twt_explanation *explanation;
    ck_assert_int_eq(twt_explainer_new(NULL, &explainer), TWT_OK);
    ck_assert_int_eq(twt_explainer_run(explainer, &a, &b, TWT_WANT_CHANGES, &explanation, NULL, NULL), TWT_OK);
    ck_assert_uint_eq(explanation->a->token_count, 14);
    bool is_found = false;
    for (size_t i = 0; i < explanation->comparison->change_count; i++)
        is_found |= explanation->comparison->changes[i].kind == TWT_CHANGE_NEGATION;
    ck_assert(is_found);
    twt_explainer_free(explainer);
}
END_TEST

START_TEST(metadata_decide_who_came_first)
{
    twt_document a = document_of("a", statement), b = document_of("b", altered);
    a.published = (twt_time){1700000000, TWT_PRECISION_TIME};
    b.published = (twt_time){1700009000, TWT_PRECISION_TIME};
    a.tier = TWT_TIER_OFFICIAL;
    twt_explainer *explainer;
    const twt_explanation *explanation;
    ck_assert_int_eq(twt_explainer_new(NULL, &explainer), TWT_OK);
    ck_assert_int_eq(twt_explainer_run(explainer, &a, &b, 0, &explanation, NULL, NULL), TWT_OK);
    ck_assert_int_eq(explanation->comparison->verdict.first, TWT_FIRST_A);
    ck_assert_int_eq(twt_explainer_run(explainer, &b, &a, 0, &explanation, NULL, NULL), TWT_OK);
    ck_assert_int_eq(explanation->comparison->verdict.first, TWT_FIRST_B);
    twt_explainer_free(explainer);
}
END_TEST

START_TEST(a_malformed_side_is_named_and_the_explainer_stays_usable)
{
    twt_document a = document_of("a", statement), b = document_of("b", "good\xc3(");
    twt_explainer *explainer;
    const twt_explanation *explanation;
    int side = -1;
    size_t offset = 0;
    ck_assert_int_eq(twt_explainer_new(NULL, &explainer), TWT_OK);
    ck_assert_int_eq(twt_explainer_run(explainer, &a, &b, 0, &explanation, &side, &offset), TWT_ERROR_UTF8);
    ck_assert_int_eq(side, 1);
    ck_assert_uint_eq(offset, 4);
    ck_assert_int_eq(twt_explainer_run(explainer, &a, &a, 0, &explanation, &side, &offset), TWT_OK);
    ck_assert_int_eq(explanation->comparison->verdict.relation, TWT_RELATION_EXACT);
    twt_explainer_free(explainer);
}
END_TEST

START_TEST(the_short_way_gives_the_same_verdict)
{
    twt_verdict verdict;
    ck_assert_int_eq(twt_compare_texts(statement, strlen(statement), statement, strlen(statement), &verdict), TWT_OK);
    ck_assert_int_eq(verdict.relation, TWT_RELATION_EXACT);
    ck_assert_int_eq(twt_compare_texts(statement, strlen(statement), "\xff", 1, &verdict), TWT_ERROR_UTF8);
    ck_assert_int_eq(twt_compare_texts(statement, strlen(statement), "", 0, &verdict), TWT_OK);
    ck_assert_int_eq(verdict.relation, TWT_RELATION_UNRELATED);
}
END_TEST

START_TEST(every_failed_allocation_is_reported)
{
    for (size_t n = 1;; n++) {
        twt_verdict verdict;
        failing_alloc_arm(n);
        twt_status status = twt_compare_texts(statement, strlen(statement), altered, strlen(altered), &verdict);
        if (!failing_alloc_disarm()) {
            ck_assert_int_eq(status, TWT_OK);
            break;
        }
        ck_assert_int_eq(status, TWT_ERROR_MEMORY);
    }
}
END_TEST

TWT_SUITE("scan_explainer", a_lost_negation_is_a_change, metadata_decide_who_came_first,
          a_malformed_side_is_named_and_the_explainer_stays_usable, the_short_way_gives_the_same_verdict,
          every_failed_allocation_is_reported)
