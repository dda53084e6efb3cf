#include <stdio.h>
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

/* What is printed of a pair, from an explainer that has met others before and from one that has not. */
static void assert_as_if_new(twt_explainer *used, const char *a, const char *b)
{
    char copies[2][256]; /* of the caller, who writes the next text to the same place */
    snprintf(copies[0], sizeof copies[0], "%s", a);
    snprintf(copies[1], sizeof copies[1], "%s", b);
    twt_document sides[2] = {document_of("a", copies[0]), document_of("b", copies[1])};
    twt_explainer *fresh;
    const twt_explanation *got, *expected;
    ck_assert_int_eq(twt_explainer_new(NULL, &fresh), TWT_OK);
    ck_assert_int_eq(twt_explainer_run(fresh, &sides[0], &sides[1], TWT_WANT_CHANGES, &expected, NULL, NULL), TWT_OK);
    ck_assert_int_eq(twt_explainer_run(used, &sides[0], &sides[1], TWT_WANT_CHANGES, &got, NULL, NULL), TWT_OK);
    memset(copies, '?', sizeof copies);
    const twt_comparison *x = got->comparison, *y = expected->comparison;
    ck_assert_int_eq(x->verdict.relation, y->verdict.relation);
    ck_assert_mem_eq(x->verdict.coverage, y->verdict.coverage, sizeof x->verdict.coverage);
    ck_assert_uint_eq(x->change_count, y->change_count);
    for (size_t i = 0; i < x->change_count; i++) {
        ck_assert_int_eq(x->changes[i].kind, y->changes[i].kind);
        ck_assert_mem_eq(&x->changes[i].a, &y->changes[i].a, sizeof x->changes[i].a);
        ck_assert_mem_eq(&x->changes[i].b, &y->changes[i].b, sizeof x->changes[i].b);
    }
    ck_assert_uint_eq(got->a->text_len, strlen(a));
    ck_assert_mem_eq(got->a->text, a, strlen(a));
    ck_assert_uint_eq(got->b->text_len, strlen(b));
    ck_assert_mem_eq(got->b->text, b, strlen(b));
    twt_explainer_free(fresh);
}

START_TEST(a_text_met_again_on_its_side_is_compared_as_if_it_were_new)
{
    static const char other[] = "Boats were late at the ferry pier for a third day, and nobody there knew why.";
    static const char as_long[] = "Boats were late at the ferry pier for a first day, and nobody there knew why.";
    static const char *const texts[] = {statement, altered, other, as_long, ""};
    enum { TEXTS = sizeof texts / sizeof *texts };
    twt_explainer *explainer;
    ck_assert_int_eq(twt_explainer_new(NULL, &explainer), TWT_OK);
    for (size_t i = 0; i < TEXTS; i++)
        for (size_t k = 0; k < TEXTS; k++)
            assert_as_if_new(explainer, texts[i], texts[k]);
    twt_explainer_free(explainer);
}
END_TEST

START_TEST(a_side_that_failed_is_read_anew)
{
    twt_document good = document_of("a", statement), bad = document_of("b", "good\xc3(");
    twt_explainer *explainer;
    const twt_explanation *explanation;
    ck_assert_int_eq(twt_explainer_new(NULL, &explainer), TWT_OK);
    assert_as_if_new(explainer, statement, altered);
    ck_assert_int_eq(twt_explainer_run(explainer, &good, &bad, 0, &explanation, NULL, NULL), TWT_ERROR_UTF8);
    ck_assert_int_eq(twt_explainer_run(explainer, &good, &bad, 0, &explanation, NULL, NULL), TWT_ERROR_UTF8);
    assert_as_if_new(explainer, statement, altered);
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

START_TEST(an_explainer_that_ran_short_of_memory_stays_usable)
{
    twt_document a = document_of("a", statement), b = document_of("b", altered);
    for (size_t n = 1;; n++) {
        twt_explainer *explainer;
        const twt_explanation *explanation;
        ck_assert_int_eq(twt_explainer_new(NULL, &explainer), TWT_OK);
        failing_alloc_arm(n);
        twt_status status = twt_explainer_run(explainer, &a, &b, TWT_WANT_CHANGES, &explanation, NULL, NULL);
        bool has_failed = failing_alloc_disarm();
        ck_assert_int_eq(status, has_failed ? TWT_ERROR_MEMORY : TWT_OK);
        assert_as_if_new(explainer, statement, altered);
        twt_explainer_free(explainer);
        if (!has_failed)
            break;
    }
}
END_TEST

TWT_SUITE("scan_explainer", a_lost_negation_is_a_change, metadata_decide_who_came_first,
          a_malformed_side_is_named_and_the_explainer_stays_usable,
          a_text_met_again_on_its_side_is_compared_as_if_it_were_new, a_side_that_failed_is_read_anew,
          the_short_way_gives_the_same_verdict, every_failed_allocation_is_reported,
          an_explainer_that_ran_short_of_memory_stays_usable)
