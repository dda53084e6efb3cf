#include "twicetold/scan.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/failing_alloc.h"
#include "support/suite.h"
#include "support/texts.h"

enum { ORIGINALS = 12, COPIES = 3, DOCUMENTS = ORIGINALS * (1 + COPIES) };

/* Each original comes with an exact copy, an edited one and an excerpt. */
static char *document_text(size_t number)
{
    size_t original = number / (1 + COPIES), kind = number % (1 + COPIES);
    char *text = texts_make(original, 240);
    if (kind == 2) {
        char *edited = texts_edit(text, number, 20);
        free(text);
        return edited;
    }
    if (kind == 3)
        text[strlen(text) / 2] = '\0';
    return text;
}

static twt_scan *scan_with(const twt_scan_options *options)
{
    twt_scan *scan;
    ck_assert_int_eq(twt_scan_new(options, &scan), TWT_OK);
    return scan;
}

static void add(twt_scan *scan, size_t number)
{
    char id[16], *text = document_text(number);
    snprintf(id, sizeof id, "d%03zu", number);
    twt_document document = {.id = id, .text = text, .text_len = strlen(text)};
    ck_assert_int_eq(twt_scan_add(scan, &document, false, NULL), TWT_OK);
    free(text);
}

/* Clusters and pairs as text, by id. */
static char *describe(const twt_scan *scan)
{
    size_t pairs, clusters, links;
    const twt_pair *pair = twt_scan_pairs(scan, &pairs);
    const twt_cluster *cluster = twt_scan_clusters(scan, &clusters);
    twt_scan_links(scan, &links);
    size_t cap = 200 * (pairs + DOCUMENTS * (clusters + 1)), used = 0;
    char *out = malloc(cap + 1);
    *out = '\0';
    for (size_t i = 0; i < pairs; i++)
        used += (size_t)snprintf(out + used, cap - used, "%s %s %s %.6f\n", twt_scan_document(scan, pair[i].a)->id,
                                 twt_scan_document(scan, pair[i].b)->id, twt_relation_name(pair[i].verdict.relation),
                                 pair[i].verdict.jaccard);
    for (size_t i = 0; i < clusters; i++)
        for (size_t m = 0; m < cluster[i].member_count; m++)
            used +=
                (size_t)snprintf(out + used, cap - used, "%s<%s\n", twt_scan_document(scan, cluster[i].canonical)->id,
                                 twt_scan_document(scan, cluster[i].members[m].document)->id);
    snprintf(out + used, cap - used, "%zu links\n", links);
    return out;
}

static char *result_of(uint32_t threads, twt_kernel kernel, uint64_t memory)
{
    twt_scan_options options;
    twt_scan_options_init(&options);
    options.memory = memory;
    options.tmp_folder = "/tmp";
    options.threads = threads;
    options.kernel = kernel;
    twt_scan *scan = scan_with(&options);
    for (size_t i = 0; i < DOCUMENTS; i++)
        add(scan, i);
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    char *result = describe(scan);
    twt_scan_free(scan);
    return result;
}

START_TEST(threads_and_kernels_do_not_change_the_result)
{
    char *plain = result_of(1, TWT_KERNEL_SCALAR, 0);
    static const uint32_t threads[] = {1, 2, 8};
    for (size_t i = 0; i < 3; i++) {
        char *other = result_of(threads[i], TWT_KERNEL_AUTO, 0);
        ck_assert_str_eq(other, plain);
        free(other);
    }
    free(plain);
}
END_TEST

START_TEST(a_limit_of_memory_does_not_change_the_result)
{
    char *plain = result_of(1, TWT_KERNEL_AUTO, 0);
    static const uint64_t memories[] = {1, 1 << 16, 3 << 20, UINT64_MAX};
    for (size_t i = 0; i < 4; i++)
        for (uint32_t threads = 1; threads <= 2; threads++) {
            char *other = result_of(threads, TWT_KERNEL_AUTO, memories[i]);
            ck_assert_str_eq(other, plain);
            free(other);
        }
    free(plain);
}
END_TEST

START_TEST(a_folder_that_takes_no_file_is_told_with_its_reason)
{
    twt_scan_options options;
    twt_scan_options_init(&options);
    options.memory = 1;
    options.tmp_folder = "/nowhere/at/all";
    twt_scan *scan = scan_with(&options);
    twt_document document = {.id = "a", .text = "word", .text_len = 4};
    ck_assert_int_eq(twt_scan_add(scan, &document, false, NULL), TWT_ERROR_IO);
    ck_assert_uint_eq(twt_scan_document_count(scan), 0);
    twt_fault fault;
    twt_scan_fault(scan, &fault);
    ck_assert_str_eq(fault.path, "/nowhere/at/all");
    ck_assert_int_eq(fault.os_error, ENOENT);
    twt_scan_free(scan);
    options.memory = 32; /* a text of four bytes is kept, features are not */
    options.memory *= 8;
    scan = scan_with(&options);
    ck_assert_int_eq(twt_scan_add(scan, &document, false, NULL), TWT_OK);
    ck_assert_int_eq(twt_scan_run(scan), TWT_ERROR_IO);
    twt_scan_fault(scan, &fault);
    ck_assert_int_eq(fault.os_error, ENOENT);
    twt_scan_free(scan);
}
END_TEST

START_TEST(copies_edits_and_excerpts_are_found_and_nothing_else)
{
    twt_scan_options options;
    twt_scan_options_init(&options);
    twt_scan *scan = scan_with(&options);
    for (size_t i = 0; i < DOCUMENTS; i++)
        add(scan, i);
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    size_t count;
    const twt_pair *pairs = twt_scan_pairs(scan, &count);
    ck_assert_uint_eq(count, ORIGINALS * 6);
    for (size_t i = 0; i < count; i++)
        ck_assert_uint_eq(pairs[i].a / (1 + COPIES), pairs[i].b / (1 + COPIES));
    ck_assert_int_eq(pairs[0].verdict.relation, TWT_RELATION_EXACT);
    ck_assert_double_eq(pairs[0].verdict.confidence, 1);
    const twt_cluster *clusters = twt_scan_clusters(scan, &count);
    ck_assert_uint_eq(count, ORIGINALS);
    for (size_t i = 0; i < count; i++)
        ck_assert_uint_ge(clusters[i].member_count, 3);
    twt_summary summary;
    twt_scan_summary(scan, &summary);
    ck_assert_uint_eq(summary.documents, DOCUMENTS);
    ck_assert_uint_eq(summary.clusters, ORIGINALS);
    twt_scan_free(scan);
}
END_TEST

START_TEST(documents_that_cannot_be_taken_leave_the_scan_as_it_was)
{
    twt_scan_options options;
    twt_scan_options_init(&options);
    twt_scan *scan = scan_with(&options);
    size_t offset = 0;
    twt_document bad = {.id = "bad", .text = "ab\xff", .text_len = 3};
    ck_assert_int_eq(twt_scan_add(scan, &bad, false, &offset), TWT_ERROR_UTF8);
    ck_assert_uint_eq(offset, 2);
    add(scan, 0);
    twt_document twice = {.id = "d000", .text = "word", .text_len = 4};
    ck_assert_int_eq(twt_scan_add(scan, &twice, false, NULL), TWT_ERROR_DUPLICATE_ID);
    ck_assert_uint_eq(twt_scan_document_count(scan), 1);
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    ck_assert_int_eq(twt_scan_run(scan), TWT_ERROR_ARGUMENT);
    ck_assert_int_eq(twt_scan_add(scan, &twice, false, NULL), TWT_ERROR_ARGUMENT);
    ck_assert_ptr_null(twt_scan_document(scan, 1));
    twt_scan_free(scan);
}
END_TEST

START_TEST(options_out_of_range_are_refused)
{
    twt_scan_options options;
    twt_scan *scan;
    twt_scan_options_init(&options);
    options.threads = 0;
    ck_assert_int_eq(twt_scan_new(&options, &scan), TWT_ERROR_ARGUMENT);
    options.threads = TWT_THREADS_MAX + 1;
    ck_assert_int_eq(twt_scan_new(&options, &scan), TWT_ERROR_ARGUMENT);
    twt_scan_options_init(&options);
    options.memory = 1; /* no folder */
    ck_assert_int_eq(twt_scan_new(&options, &scan), TWT_ERROR_ARGUMENT);
    twt_scan_options_init(&options);
    options.size--;
    ck_assert_int_eq(twt_scan_new(&options, &scan), TWT_ERROR_ARGUMENT);
    twt_scan_options_init(&options);
    options.profile.slots = 7;
    ck_assert_int_eq(twt_scan_new(&options, &scan), TWT_ERROR_ARGUMENT);
    ck_assert_ptr_null(scan);
}
END_TEST

START_TEST(empty_texts_and_empty_scans_stay_single)
{
    twt_scan_options options;
    twt_scan_options_init(&options);
    for (int documents = 0; documents < 3; documents++) {
        twt_scan *scan = scan_with(&options);
        for (int i = 0; i < documents; i++) {
            char id[2] = {(char)('a' + i), 0};
            twt_document document = {.id = id, .text = " \n", .text_len = 2};
            ck_assert_int_eq(twt_scan_add(scan, &document, false, NULL), TWT_OK);
        }
        ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
        size_t count;
        twt_scan_pairs(scan, &count);
        ck_assert_uint_eq(count, 0);
        twt_scan_clusters(scan, &count);
        ck_assert_uint_eq(count, 0);
        twt_scan_free(scan);
    }
}
END_TEST

typedef struct listener {
    uint64_t done[TWT_STAGES];
    bool stops;
} listener;

static void hear(void *context, twt_stage stage, uint64_t done, uint64_t total)
{
    (void)total;
    ((listener *)context)->done[stage] = done;
}

static bool wants_stop(void *context)
{
    return ((listener *)context)->stops;
}

START_TEST(progress_is_told_and_a_wish_to_stop_is_heard)
{
    listener l = {.stops = false};
    twt_scan_options options;
    twt_scan_options_init(&options);
    options.progress = hear;
    options.is_cancelled = wants_stop;
    options.context = &l;
    options.threads = 2;
    twt_scan *scan = scan_with(&options);
    for (size_t i = 0; i < DOCUMENTS; i++)
        add(scan, i);
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    ck_assert_uint_eq(l.done[TWT_STAGE_ANALYSE], DOCUMENTS);
    ck_assert_uint_gt(l.done[TWT_STAGE_COMPARE], 0);
    twt_scan_free(scan);

    l.stops = true;
    scan = scan_with(&options);
    add(scan, 0);
    ck_assert_int_eq(twt_scan_run(scan), TWT_ERROR_CANCELLED);
    twt_scan_free(scan);
}
END_TEST

static void fail_each_allocation(uint64_t memory)
{
    twt_scan_options options;
    twt_scan_options_init(&options);
    options.memory = memory;
    options.tmp_folder = "/tmp";
    for (size_t n = 1;; n += 1 + n / 16) { /* denser where set-up is */
        twt_scan *scan;
        ck_assert_int_eq(twt_scan_new(&options, &scan), TWT_OK);
        for (size_t i = 0; i < 6; i++)
            add(scan, i);
        failing_alloc_arm(n);
        twt_status status = twt_scan_run(scan);
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        twt_scan_free(scan);
        if (!was_refused)
            break;
    }
}

START_TEST(every_failed_allocation_is_reported)
{
    fail_each_allocation(0);
    fail_each_allocation(1);
}
END_TEST

TWT_SUITE("scan_scan", threads_and_kernels_do_not_change_the_result, a_limit_of_memory_does_not_change_the_result,
          a_folder_that_takes_no_file_is_told_with_its_reason, copies_edits_and_excerpts_are_found_and_nothing_else,
          documents_that_cannot_be_taken_leave_the_scan_as_it_was, options_out_of_range_are_refused,
          empty_texts_and_empty_scans_stay_single, progress_is_told_and_a_wish_to_stop_is_heard,
          every_failed_allocation_is_reported)
