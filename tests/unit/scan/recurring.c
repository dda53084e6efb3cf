#include "scan/recurring.h"

#include <stdio.h>
#include <string.h>

#include "support/failing_alloc.h"
#include "support/suite.h"
#include "twicetold/text.h"

static const char short_line[] = "Share this page";
static const char footer[] = "Notes to editors: the council runs five pools and a harbour bath.";

enum { DOCUMENTS = 12 };

typedef struct world {
    twt_analyzer *analyzer;
    twt_recurring recurring;
    uint32_t count; /* added */
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
    ck_assert_int_eq(twt_recurring_add(&w->recurring, w->count++, source, analysis->content_hash[0], &paragraphs),
                     TWT_OK);
    twt_vec_free(&paragraphs);
}

/* Text number n: two paragraphs of its own, a line that is short, then the footer. */
static const char *text_of(world *w, int n)
{
    snprintf(w->texts[n], sizeof w->texts[n],
             "Item%d was decided%d on%d the first%d day of week%d.\n\nIt%d costs%d marks%d and lasts%d whole "
             "years.\n\n%s\n\n%s\n",
             n, n, n, n, n, n, n, n, n, short_line, footer);
    return w->texts[n];
}

/* A polished copy of one text: of its three paragraphs one in another wording in each. */
static const char *polished(world *w, int n)
{
    const char *swapped = n % 2 ? "quickly" : "slowly";
    snprintf(w->texts[n], sizeof w->texts[n],
             "The harbour bath opens on Monday at noon after three years of repairs%s.\n\n%s\n\n"
             "Those who paid for a season in advance are let in first%s, and children%d pay nothing %s this year.\n",
             n % 3 ? "" : " at last", footer, n % 5 ? "" : " of all", n, swapped);
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
    size_t own = (size_t)(strstr(text, footer) - text); /* the short line too: three prove nothing of it */
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

START_TEST(some_documents_of_several_or_unknown_sources_prove_nothing)
{
    static const char *const sources[] = {"Council", "Ministry", "Council", "Ministry", NULL, ""};
    world w = {0};
    twt_bytes masked = {0};
    for (int n = 0; n < DOCUMENTS - 1; n++)
        add(&w, text_of(&w, n), sources[n < 5 ? n : 5]);
    ck_assert_int_eq(twt_recurring_find(&w.recurring), TWT_OK);
    ck_assert(!masks(&w, text_of(&w, 0), &masked));
    finish(&w, &masked);
}
END_TEST

START_TEST(what_a_dozen_unlike_documents_share_is_blanked_whoever_wrote_them_and_however_short_it_is)
{
    world w = {0};
    twt_bytes masked = {0};
    for (int n = 0; n < DOCUMENTS; n++)
        add(&w, text_of(&w, n), n % 2 ? NULL : "Council");
    ck_assert_int_eq(twt_recurring_find(&w.recurring), TWT_OK);
    const char *text = text_of(&w, 0);
    ck_assert(masks(&w, text, &masked));
    size_t own = (size_t)(strstr(text, short_line) - text);
    ck_assert_int_eq(memcmp(masked.data, text, own), 0);
    for (size_t i = own; i < masked.count; i++)
        ck_assert(masked.data[i] == ' ' || masked.data[i] == '\n');
    finish(&w, &masked);
}
END_TEST

START_TEST(what_a_dozen_versions_of_one_text_share_is_not_blanked)
{
    world w = {0};
    twt_bytes masked = {0};
    for (int n = 0; n < DOCUMENTS; n++)
        add(&w, polished(&w, n), NULL);
    ck_assert_int_eq(twt_recurring_find(&w.recurring), TWT_OK);
    ck_assert(!masks(&w, polished(&w, 0), &masked));
    finish(&w, &masked);
}
END_TEST

START_TEST(the_shingles_of_what_recurs_are_those_of_the_paragraphs_that_follow_each_other)
{
    world w = {0};
    twt_u64s shingles = {0};
    char joined[256];
    for (int n = 0; n < DOCUMENTS; n++)
        add(&w, text_of(&w, n), NULL);
    add(&w, "Nobody else has decided this.", NULL);
    ck_assert_int_eq(twt_recurring_find(&w.recurring), TWT_OK);
    ck_assert_uint_eq(w.recurring.furnished_count, DOCUMENTS);
    for (uint32_t n = 0; n < DOCUMENTS; n++)
        ck_assert_uint_eq(w.recurring.furnished[n], n);
    ck_assert_int_eq(twt_recurring_shingles(&w.recurring, analyse(&w, text_of(&w, 0)), &shingles), TWT_OK);
    snprintf(joined, sizeof joined, "%s\n\n%s", short_line, footer); /* across both: the line alone is too short */
    const twt_analysis *alone = analyse(&w, joined);
    ck_assert_uint_eq(shingles.count, alone->shingle_count);
    ck_assert_mem_eq(shingles.data, alone->shingles, shingles.count * sizeof *shingles.data);
    ck_assert_int_eq(twt_recurring_shingles(&w.recurring, analyse(&w, "Its own words alone."), &shingles), TWT_OK);
    ck_assert_uint_eq(shingles.count, 0);
    twt_vec_free(&shingles);
    finish(&w, &(twt_bytes){0});
}
END_TEST

START_TEST(what_recurs_does_not_depend_on_the_order_of_the_documents)
{
    world there = {0}, back = {0};
    for (int n = 0; n < DOCUMENTS; n++) {
        add(&there, text_of(&there, n), NULL);
        add(&back, text_of(&back, DOCUMENTS - 1 - n), NULL);
    }
    ck_assert_int_eq(twt_recurring_find(&there.recurring), TWT_OK);
    ck_assert_int_eq(twt_recurring_find(&back.recurring), TWT_OK);
    ck_assert_uint_eq(there.recurring.masked_count, 2);
    ck_assert_uint_eq(back.recurring.masked_count, 2);
    ck_assert_int_eq(memcmp(there.recurring.masked, back.recurring.masked, 2 * sizeof *back.recurring.masked), 0);
    finish(&there, &(twt_bytes){0});
    finish(&back, &(twt_bytes){0});
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
            status = twt_recurring_add(&recurring, 0, "Council", 0, &paragraphs);
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
          a_release_that_three_outlets_run_whole_is_not_blanked,
          some_documents_of_several_or_unknown_sources_prove_nothing,
          what_a_dozen_unlike_documents_share_is_blanked_whoever_wrote_them_and_however_short_it_is,
          what_a_dozen_versions_of_one_text_share_is_not_blanked,
          the_shingles_of_what_recurs_are_those_of_the_paragraphs_that_follow_each_other,
          what_recurs_does_not_depend_on_the_order_of_the_documents, nothing_recurs_in_no_documents,
          every_failed_allocation_is_reported)
