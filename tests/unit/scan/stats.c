#include "twicetold/scan.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "support/suite.h"
#include "support/texts.h"

/* Originals, exact copies and edits of them, and a text without words. */
enum { ORIGINALS = 30, DOCUMENTS = 3 * ORIGINALS + 1 };

static twt_scan *scan_of(uint32_t threads, bool is_timed)
{
    twt_scan_options options;
    twt_scan *scan;
    twt_scan_options_init(&options);
    options.threads = threads;
    options.is_timed = is_timed;
    ck_assert_int_eq(twt_scan_new(&options, &scan), TWT_OK);
    for (size_t i = 0; i < DOCUMENTS; i++) {
        char id[16], *text = texts_make(i / 3, 300);
        snprintf(id, sizeof id, "d%03zu", i);
        char *edited = i % 3 == 2 ? texts_edit(text, i, 25) : NULL;
        const char *told = i + 1 == DOCUMENTS ? "..." : edited ? edited : text;
        twt_document document = {.id = id, .text = told, .text_len = strlen(told)};
        ck_assert_int_eq(twt_scan_add(scan, &document, false, NULL), TWT_OK);
        free(text);
        free(edited);
    }
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    return scan;
}

static twt_stats stats_of(uint32_t threads, bool is_timed)
{
    twt_stats stats;
    twt_scan *scan = scan_of(threads, is_timed);
    twt_scan_stats(scan, &stats);
    twt_scan_free(scan);
    return stats;
}

START_TEST(counts_add_up)
{
    twt_stats stats;
    twt_summary summary;
    size_t pairs, clusters, links;
    twt_scan *scan = scan_of(2, false);
    twt_scan_stats(scan, &stats);
    twt_scan_summary(scan, &summary);
    twt_scan_pairs(scan, &pairs);
    twt_scan_clusters(scan, &clusters);
    twt_scan_links(scan, &links);
    ck_assert_uint_eq(stats.threads, 2);
    ck_assert_uint_eq(stats.documents, DOCUMENTS);
    ck_assert_uint_eq(stats.bytes, summary.bytes);
    ck_assert_uint_eq(stats.words, 3 * ORIGINALS * 300);
    ck_assert_uint_eq(stats.wordless, 1);
    ck_assert_uint_eq(stats.copies, ORIGINALS);
    ck_assert_uint_ge(stats.families, ORIGINALS);
    ck_assert_uint_gt(stats.features, 300 * ORIGINALS);
    ck_assert_uint_eq(stats.candidates, summary.candidates);
    uint64_t by_channel = 0, by_step = 0;
    for (int i = 0; i < 3; i++) {
        ck_assert_uint_le(stats.candidates_by[i], stats.candidates);
        by_channel += stats.candidates_by[i];
    }
    for (int step = 0; step <= TWT_STEP_REPORTED; step++)
        by_step += stats.verify.ended_at[step];
    ck_assert_uint_ge(by_channel, stats.candidates);
    ck_assert_uint_eq(by_step, stats.candidates);
    ck_assert_uint_eq(stats.verify.ended_at[TWT_STEP_REPORTED], pairs);
    ck_assert_uint_ge(stats.verify.texts, 2);
    ck_assert_uint_eq(stats.spilled_bytes, 0);
    ck_assert_uint_eq(stats.clusters, clusters);
    ck_assert_uint_ge(stats.largest_cluster, 3);
    ck_assert_uint_eq(stats.links, links);
    twt_scan_free(scan);
}
END_TEST

START_TEST(counts_do_not_depend_on_threads)
{
    twt_stats one = stats_of(1, false), four = stats_of(4, true);
    size_t begin = offsetof(twt_stats, documents); /* no padding behind, and costs before it */
    one.verify.texts = four.verify.texts = 0;
    ck_assert_mem_eq((char *)&one + begin, (char *)&four + begin, sizeof one - begin);
}
END_TEST

START_TEST(every_phase_has_a_cost_and_memory_only_grows)
{
    twt_stats stats = stats_of(2, false);
    uint64_t peak = 0;
    double wall = 0, cpu = 0;
    for (int phase = 0; phase < TWT_PHASES; phase++) {
        const twt_phase_cost *cost = &stats.phases[phase];
        ck_assert(cost->wall_seconds >= 0 && cost->cpu_seconds >= 0);
        ck_assert_uint_ge(cost->peak_bytes, peak);
        peak = cost->peak_bytes;
        wall += cost->wall_seconds;
        cpu += cost->cpu_seconds;
    }
    ck_assert(wall > 0 && cpu > 0);
    ck_assert_uint_gt(peak, 1 << 20);
    ck_assert(stats.phases[TWT_PHASE_VERIFY].cpu_seconds > 0);
}
END_TEST

START_TEST(analysing_is_parted_only_when_asked_for)
{
    twt_stats plain = stats_of(2, false), timed = stats_of(2, true);
    ck_assert(plain.text_cpu_seconds == 0 && plain.sketch_cpu_seconds == 0 && plain.feature_cpu_seconds == 0);
    ck_assert(timed.text_cpu_seconds > 0 && timed.sketch_cpu_seconds > 0 && timed.feature_cpu_seconds > 0);
}
END_TEST

START_TEST(nothing_is_told_before_a_run)
{
    static const twt_stats zeroed;
    twt_scan_options options;
    twt_scan *scan;
    twt_stats stats;
    twt_scan_options_init(&options);
    ck_assert_int_eq(twt_scan_new(&options, &scan), TWT_OK);
    twt_scan_stats(scan, &stats);
    ck_assert_uint_eq(stats.documents, zeroed.documents);
    ck_assert_uint_eq(stats.candidates, 0);
    ck_assert(stats.phases[TWT_PHASE_READ].wall_seconds == 0);
    twt_scan_free(scan);
}
END_TEST

START_TEST(a_lap_adds_and_begins_anew)
{
    twt_clock clock = twt_clock_now(), begun = clock;
    twt_phase_cost cost = {.wall_seconds = 5};
    double began = twt_clock_thread();
    while (twt_clock_thread() - began < .005)
        continue;
    twt_clock_lap(&clock, &cost);
    ck_assert(cost.wall_seconds > 5 && cost.cpu_seconds > 0);
    ck_assert(clock.wall > begun.wall && clock.cpu > begun.cpu);
    ck_assert(twt_clock_thread() > 0);
}
END_TEST

TWT_SUITE("scan_stats", counts_add_up, counts_do_not_depend_on_threads, every_phase_has_a_cost_and_memory_only_grows,
          analysing_is_parted_only_when_asked_for, nothing_is_told_before_a_run, a_lap_adds_and_begins_anew)
