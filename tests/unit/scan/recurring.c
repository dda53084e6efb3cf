#include "scan/recurring.h"

#include <stdio.h>
#include <string.h>

#include "support/failing_alloc.h"
#include "support/suite.h"
#include "twicetold/text.h"

static const char footer[] = "Notes to editors: the council runs five pools and a harbour bath.";

enum { DOCUMENTS = 4 };

typedef struct world {
    twt_analyzer *analyzer;
    twt_recurring recurring;
    char texts[DOCUMENTS][512];
} world;

static const twt_analysis *analyse(world *w, const char *text)
{
    twt_profile profile;
    const twt_analysis *analysis;
    twt_profile_init(&profile);
    if (!w->analyzer)
        ck_assert_int_eq(twt_analyzer_new(&profile, &w->analyzer), TWT_OK);
    ck_assert_int_eq(twt_analyzer_run(w->analyzer, text, strlen(text), &analysis, NULL), TWT_OK);
    return analysis;
}

static void add(world *w, const char *text, const char *source)
{
    const twt_analysis *analysis = analyse(w, text);
    twt_paragraphs paragraphs = {0};
    ck_assert_int_eq(twt_paragraphs_collect(analysis, &paragraphs), TWT_OK);
    ck_assert_int_eq(twt_recurring_add(&w->recurring, source, analysis->content_hash[0], &paragraphs), TWT_OK);
    twt_vec_free(&paragraphs);
}

/* Text number n: two paragraphs of its own, then the footer. */
static const char *text_of(world *w, int n)
{
    snprintf(w->texts[n], sizeof w->texts[n],
             "Item %d was decided on the first day of week %d.\n\nIt costs %d marks and lasts %d whole years.\n\n%s\n",
             n, n, n, n, footer);
    return w->texts[n];
}

static bool masks(world *w, const char *text, twt_bytes *masked)
{
    twt_status status;
    bool is_masked = twt_recurring_mask(&w->recurring, analyse(w, text), masked, &status);
    ck_assert_int_eq(status, TWT_OK);
    return is_masked;
}

static void finish(world *w, twt_bytes *masked)
{
    twt_bytes_free(masked);
    twt_recurring_free(&w->recurring);
    twt_analyzer_free(w->analyzer);
}

START_TEST(what_three_unlike_documents_of_a_source_share_is_blanked_in_place)
{
    world w = {0};
    twt_bytes masked = {0};
    for (int n = 0; n < 3; n++)
        add(&w, text_of(&w, n), "Council");
    ck_assert_int_eq(twt_recurring_find(&w.recurring), TWT_OK);
    const char *text = text_of(&w, 3);
    ck_assert(masks(&w, text, &masked));
    ck_assert_uint_eq(masked.count, strlen(text));
    size_t own = (size_t)(strstr(text, footer) - text);
    ck_assert_int_eq(memcmp(masked.data, text, own), 0);
    ck_assert_uint_eq(strspn(masked.data + own, " "), strlen(footer));
    finish(&w, &masked);
}
END_TEST

START_TEST(a_release_that_three_outlets_run_whole_is_not_blanked)
{
    world w = {0};
    twt_bytes masked = {0};
    for (int n = 0; n < 3; n++)
        add(&w, text_of(&w, 0), "Outlet");
    ck_assert_int_eq(twt_recurring_find(&w.recurring), TWT_OK);
    ck_assert(!masks(&w, text_of(&w, 0), &masked));
    finish(&w, &masked);
}
END_TEST

START_TEST(documents_of_several_or_unknown_sources_prove_nothing)
{
    static const char *const sources[] = {"Council", "Ministry", NULL, ""};
    world w = {0};
    twt_bytes masked = {0};
    for (int n = 0; n < DOCUMENTS; n++)
        add(&w, text_of(&w, n), sources[n]);
    ck_assert_int_eq(twt_recurring_find(&w.recurring), TWT_OK);
    ck_assert(!masks(&w, text_of(&w, 0), &masked));
    finish(&w, &masked);
}
END_TEST

START_TEST(nothing_recurs_in_no_documents)
{
    world w = {0};
    twt_bytes masked = {0};
    ck_assert_int_eq(twt_recurring_find(&w.recurring), TWT_OK);
    ck_assert(!masks(&w, footer, &masked));
    finish(&w, &masked);
}
END_TEST

START_TEST(every_failed_allocation_is_reported)
{
    world w = {0};
    const twt_analysis *analysis = analyse(&w, text_of(&w, 0));
    for (size_t n = 1;; n++) {
        twt_paragraphs paragraphs = {0};
        twt_recurring recurring = {0};
        failing_alloc_arm(n);
        twt_status status = twt_paragraphs_collect(analysis, &paragraphs);
        if (status == TWT_OK)
            status = twt_recurring_add(&recurring, "Council", 0, &paragraphs);
        if (status == TWT_OK)
            status = twt_recurring_find(&recurring);
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        twt_vec_free(&paragraphs);
        twt_recurring_free(&recurring);
        if (!was_refused)
            break;
    }
    twt_analyzer_free(w.analyzer);
}
END_TEST

TWT_SUITE("scan_recurring", what_three_unlike_documents_of_a_source_share_is_blanked_in_place,
          a_release_that_three_outlets_run_whole_is_not_blanked, documents_of_several_or_unknown_sources_prove_nothing,
          nothing_recurs_in_no_documents, every_failed_allocation_is_reported)
