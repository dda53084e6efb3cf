/* Pages that share what their site prints around each text, read and told as the command line does it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/suite.h"
#include "support/texts.h"
#include "twicetold/scan.h"

static const char menu[] = "Skip to content\nLatest news of the office\nSubscribe to our weekly letter here\n";

enum { PAGES = 14 };

/* One page: the menu, a text, then the latest posts, which are longer than the text. */
static void add_page(twt_scan *scan, const char *id, const char *text, const char *posts)
{
    size_t size = strlen(menu) + strlen(text) + strlen(posts) + 2;
    char *page = malloc(size);
    snprintf(page, size, "%s%s\n%s", menu, text, posts);
    twt_document document = {.id = id, .text = page, .text_len = strlen(page)};
    ck_assert_int_eq(twt_scan_add(scan, &document, false, NULL), TWT_OK);
    free(page);
}

static twt_scan *new_scan(void)
{
    twt_scan_options options;
    twt_scan *scan;
    twt_scan_options_init(&options);
    ck_assert_int_eq(twt_scan_new(&options, &scan), TWT_OK);
    return scan;
}

/* Pages of texts of their own, so many words each, with posts of so many. */
static void add_pages(twt_scan *scan, size_t words, size_t post_words)
{
    char *posts = texts_make(99, post_words);
    for (size_t n = 0; n < PAGES; n++) {
        char id[16], *text = texts_make(n, words);
        snprintf(id, sizeof id, "page%02zu", n);
        add_page(scan, id, text, posts);
        free(text);
    }
    free(posts);
}

START_TEST(pages_of_unlike_texts_are_not_told_for_their_furniture)
{
    size_t pairs;
    twt_scan *scan = new_scan();
    add_pages(scan, 60, 100);
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    twt_scan_pairs(scan, &pairs);
    ck_assert_uint_eq(pairs, 0);
    twt_stats stats;
    twt_scan_stats(scan, &stats);
    ck_assert(stats.verify.ended_at[TWT_STEP_RECURRING] > 0);
    twt_scan_free(scan);
}
END_TEST

START_TEST(pages_that_are_mostly_furniture_are_linked_and_make_no_cluster)
{
    size_t pairs, clusters;
    twt_scan *scan = new_scan();
    add_pages(scan, 30, 300);
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    const twt_pair *told = twt_scan_pairs(scan, &pairs);
    ck_assert_uint_gt(pairs, 0);
    for (size_t i = 0; i < pairs; i++) {
        ck_assert_int_eq(told[i].verdict.relation, TWT_RELATION_PARTIAL);
        ck_assert_int_eq(told[i].reasons[0].code, TWT_REASON_RECURRING);
        ck_assert(told[i].reasons[0].value > .7 && told[i].reasons[0].value < 1);
        ck_assert(told[i].verdict.confidence < .5);
    }
    twt_scan_clusters(scan, &clusters);
    ck_assert_uint_eq(clusters, 0);
    twt_scan_free(scan);
}
END_TEST

START_TEST(a_text_printed_on_two_pages_is_a_version_whatever_stands_around_it)
{
    size_t pairs;
    twt_scan *scan = new_scan();
    char *text = texts_make(3, 60), *edited = texts_edit(text, 7, 12), *posts = texts_make(99, 100);
    add_pages(scan, 60, 100);
    add_page(scan, "again", edited, posts);
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    const twt_pair *told = twt_scan_pairs(scan, &pairs);
    ck_assert_uint_eq(pairs, 1);
    ck_assert_uint_eq(told->a, 3);
    ck_assert_uint_eq(told->b, PAGES);
    ck_assert_int_eq(told->verdict.relation, TWT_RELATION_NEAR_DUPLICATE);
    free(text);
    free(edited);
    free(posts);
    twt_scan_free(scan);
}
END_TEST

/* A menu of a quarter of each page, in a collection that is large enough for candidates to be chosen. */
START_TEST(pages_that_share_furniture_alone_are_no_candidates_and_the_account_says_why)
{
    enum { MANY = 80, HUNDREDS = 2 };
    const twt_account *account;
    twt_stats stats;
    twt_scan_options options;
    twt_scan *scan;
    twt_scan_options_init(&options);
    options.is_explainable = true;
    ck_assert_int_eq(twt_scan_new(&options, &scan), TWT_OK);
    char *posts = texts_make(99, 130);
    for (size_t n = 0; n < MANY; n++) {
        char id[16], *text = texts_make(n, HUNDREDS * 100);
        snprintf(id, sizeof id, "page%02zu", n);
        add_page(scan, id, text, posts);
        free(text);
    }
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    twt_scan_stats(scan, &stats);
    ck_assert_uint_eq(stats.candidates_by[0], 0); /* bands */
    ck_assert_uint_lt(stats.candidates, 2 * MANY);
    ck_assert_int_eq(twt_scan_explain(scan, 30, 40, &account), TWT_OK);
    bool is_told = false;
    for (size_t i = 0; i < account->check_count; i++)
        is_told |= account->checks[i].measure == TWT_MEASURE_OWN_JACCARD && !account->checks[i].is_met;
    ck_assert(is_told);
    free(posts);
    twt_scan_free(scan);
}
END_TEST

TWT_SUITE("scan_furniture", pages_of_unlike_texts_are_not_told_for_their_furniture,
          pages_that_are_mostly_furniture_are_linked_and_make_no_cluster,
          a_text_printed_on_two_pages_is_a_version_whatever_stands_around_it,
          pages_that_share_furniture_alone_are_no_candidates_and_the_account_says_why)
