/* What a scan makes of many versions of one text. */
#include "scan/circles.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/rng.h"
#include "support/failing_alloc.h"
#include "support/suite.h"
#include "support/texts.h"
#include "twicetold/scan.h"

enum { MANY = 260, FEW = TWT_VOUCHED_MIN - 2, WORDS = 120 };

typedef struct versions {
    size_t count, copies;  /* of each version */
    const uint32_t *order; /* of adding, or NULL */
    size_t official;       /* number of the one that is, or count */
    uint32_t threads;
} versions;

/* The first is the text itself, the others are edits of it, each its own. */
static void add_version(twt_scan *scan, const versions *v, size_t number)
{
    char id[24], *text = texts_make(5, WORDS);
    char *version = number / v->copies ? texts_edit(text, number / v->copies, 12) : texts_edit(text, 1, 100 * WORDS);
    snprintf(id, sizeof id, "v%04zu", number);
    twt_document document = {.id = id,
                             .text = version,
                             .text_len = strlen(version),
                             .published = {(int64_t)(86400 * (number * 7 % 31)), TWT_PRECISION_DATE},
                             .tier = number == v->official ? TWT_TIER_OFFICIAL : TWT_TIER_OUTLET};
    ck_assert_int_eq(twt_scan_add(scan, &document, false, NULL), TWT_OK);
    free(version);
    free(text);
}

static twt_scan *scan_of(const versions *v)
{
    twt_scan *scan;
    twt_scan_options options;
    twt_scan_options_init(&options);
    options.threads = v->threads ? v->threads : 1;
    options.is_explainable = true;
    ck_assert_int_eq(twt_scan_new(&options, &scan), TWT_OK);
    for (size_t i = 0; i < v->count * v->copies; i++)
        add_version(scan, v, v->order ? v->order[i] : i);
    return scan;
}

static size_t pairs_in(const twt_scan *scan)
{
    size_t count;
    twt_scan_pairs(scan, &count);
    return count;
}

static const twt_cluster *only_cluster(const twt_scan *scan, size_t members)
{
    size_t count;
    const twt_cluster *clusters = twt_scan_clusters(scan, &count);
    ck_assert_uint_eq(count, 1);
    ck_assert_uint_eq(clusters[0].member_count, members);
    return clusters;
}

START_TEST(few_versions_are_all_held_against_each_other)
{
    twt_scan *scan = scan_of(&(versions){.count = FEW, .copies = 1, .official = FEW});
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    ck_assert_uint_eq(pairs_in(scan), FEW * (FEW - 1) / 2);
    only_cluster(scan, FEW);
    twt_scan_free(scan);
}
END_TEST

START_TEST(many_versions_make_few_pairs_each_and_one_cluster)
{
    twt_scan *scan = scan_of(&(versions){.count = MANY, .copies = 1, .official = MANY});
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    ck_assert_uint_ge(pairs_in(scan), MANY - 1);
    ck_assert_uint_lt(pairs_in(scan), 6 * MANY);
    const twt_cluster *cluster = only_cluster(scan, MANY);
    for (size_t i = 1; i < MANY; i++) {
        ck_assert(cluster->members[i].is_direct);
        ck_assert_double_gt(cluster->members[i].jaccard, .3);
    }
    twt_stats stats;
    twt_scan_stats(scan, &stats);
    uint64_t looked = 0;
    for (size_t step = TWT_STEP_VERIFY; step <= TWT_STEP_REPORTED; step++)
        looked += stats.verify.ended_at[step];
    ck_assert_uint_gt(stats.verify.ended_at[TWT_STEP_CANDIDATE], 10 * looked);
    ck_assert_uint_eq(stats.verify.ended_at[TWT_STEP_CANDIDATE] + looked, stats.candidates);
    twt_scan_free(scan);
}
END_TEST

START_TEST(who_was_not_held_against_another_is_told_whom_instead)
{
    twt_scan *scan = scan_of(&(versions){.count = MANY, .copies = 1, .official = MANY});
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    size_t spared = 0;
    for (uint32_t d = 2; d < MANY; d += MANY / 8) {
        const twt_account *account;
        ck_assert_int_eq(twt_scan_explain(scan, 1, d, &account), TWT_OK);
        ck_assert_uint_ne(account->hubs[0], TWT_NO_NUMBER);
        ck_assert_uint_eq(account->hubs[0], account->hubs[1]);
        spared += account->step == TWT_STEP_CANDIDATE;
    }
    ck_assert_uint_gt(spared, 0);
    twt_scan_free(scan);
}
END_TEST

/* The pairs and members by id. */
static uint64_t sum_of(const twt_scan *scan)
{
    size_t count;
    uint64_t sum = 0;
    const twt_pair *pairs = twt_scan_pairs(scan, &count);
    for (size_t i = 0; i < count; i++) {
        uint64_t a = strtoull(twt_scan_document(scan, pairs[i].a)->id + 1, NULL, 10);
        uint64_t b = strtoull(twt_scan_document(scan, pairs[i].b)->id + 1, NULL, 10);
        sum += (a < b ? a << 32 | b : b << 32 | a) * (1 + (uint64_t)pairs[i].verdict.relation) * 0x9e3779b97f4a7c15u;
    }
    const twt_cluster *clusters = twt_scan_clusters(scan, &count);
    for (size_t i = 0; i < count; i++)
        sum += strtoull(twt_scan_document(scan, clusters[i].canonical)->id + 1, NULL, 10);
    return sum;
}

START_TEST(neither_threads_nor_order_change_what_is_told_of_many_versions)
{
    static uint32_t order[MANY];
    uint64_t state = 9, sums[3];
    for (uint32_t i = 0; i < MANY; i++) {
        uint32_t at = (uint32_t)(twt_rng_next(&state) % (i + 1));
        order[i] = order[at];
        order[at] = i;
    }
    versions cases[] = {{.count = MANY, .copies = 1, .official = MANY},
                        {.count = MANY, .copies = 1, .official = MANY, .threads = 3},
                        {.count = MANY, .copies = 1, .official = MANY, .order = order}};
    for (size_t i = 0; i < 3; i++) {
        twt_scan *scan = scan_of(&cases[i]);
        ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
        sums[i] = sum_of(scan);
        twt_scan_free(scan);
    }
    ck_assert_uint_eq(sums[0], sums[1]);
    ck_assert_uint_eq(sums[0], sums[2]);
}
END_TEST

START_TEST(who_is_official_is_the_canonical_one_of_many_versions)
{
    twt_scan *scan = scan_of(&(versions){.count = MANY, .copies = 1, .official = 77});
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    const twt_cluster *cluster = only_cluster(scan, MANY);
    ck_assert_uint_eq(cluster->canonical, 77);
    ck_assert_int_eq(cluster->reasons[0].code, TWT_REASON_CANONICAL_TIER);
    twt_scan_free(scan);
}
END_TEST

START_TEST(copies_of_two_texts_say_the_same_but_for_their_dates)
{
    enum { COPIES = 9 };
    twt_scan *scan = scan_of(&(versions){.count = 2, .copies = COPIES, .official = 2 * COPIES});
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    size_t count;
    const twt_pair *pairs = twt_scan_pairs(scan, &count), *between = NULL;
    ck_assert_uint_eq(count, 2 * COPIES * (2 * COPIES - 1) / 2);
    for (size_t i = 0; i < count; i++) {
        const twt_verdict *verdict = &pairs[i].verdict;
        int64_t apart = twt_scan_document(scan, pairs[i].b)->published.seconds -
                        twt_scan_document(scan, pairs[i].a)->published.seconds;
        bool are_copies = pairs[i].a / COPIES == pairs[i].b / COPIES;
        ck_assert_int_eq(verdict->relation == TWT_RELATION_EXACT, are_copies);
        ck_assert_int_eq(verdict->first, apart > 0 ? TWT_FIRST_A : TWT_FIRST_B); /* no two on one day */
        if (are_copies)
            continue;
        between = between ? between : &pairs[i];
        ck_assert_double_eq(verdict->jaccard, between->verdict.jaccard);
        ck_assert_double_eq(verdict->containment[0], between->verdict.containment[0]);
        ck_assert_double_eq(verdict->coverage[1], between->verdict.coverage[1]);
        ck_assert_uint_eq(pairs[i].reason_count, between->reason_count);
    }
    twt_scan_free(scan);
}
END_TEST

/* ---- forms ----------------------------------------------------------------------------------------------- */

enum { FILLED = TWT_VOUCHED_FORMS_MIN + 14, AGAIN = 4, SLOT_WORDS = 5 };

/* A form of WORDS words with a figure of its own after each few; to be freed with free. */
static char *filled_form(uint64_t number)
{
    char *form = texts_make(5, WORDS), *filled = malloc(3 * strlen(form) + 1), *end = filled;
    uint64_t state = number;
    size_t words = 0;
    for (const char *at = form; *at; at++) {
        *end++ = *at;
        if (*at == ' ' && ++words % SLOT_WORDS == 0)
            end += sprintf(end, "%u ", (unsigned)(100 + twt_rng_next(&state) % 900));
    }
    *end = '\0';
    free(form);
    return filled;
}

static void add_form(twt_scan *scan, uint64_t number, const char *text)
{
    char id[24];
    snprintf(id, sizeof id, "f%04u", (unsigned)number);
    twt_document document = {.id = id, .text = text, .text_len = strlen(text)};
    ck_assert_int_eq(twt_scan_add(scan, &document, false, NULL), TWT_OK);
}

/* FILLED forms, then AGAIN edits of the last. */
static twt_scan *scan_forms(size_t again)
{
    twt_scan *scan;
    twt_scan_options options;
    twt_scan_options_init(&options);
    ck_assert_int_eq(twt_scan_new(&options, &scan), TWT_OK);
    for (uint64_t n = 0; n < FILLED; n++) {
        char *text = filled_form(n);
        add_form(scan, n, text);
        for (size_t k = 0; n + 1 == FILLED && k < again; k++) {
            char *edited = texts_edit(text, k, 40);
            add_form(scan, FILLED + k, edited);
            free(edited);
        }
        free(text);
    }
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    return scan;
}

START_TEST(a_form_that_many_filled_in_makes_few_pairs_each)
{
    size_t pairs;
    twt_stats stats;
    twt_scan *scan = scan_forms(0);
    const twt_pair *told = twt_scan_pairs(scan, &pairs);
    for (size_t i = 0; i < pairs; i++)
        ck_assert_int_eq(told[i].verdict.relation, TWT_RELATION_UPDATED);
    ck_assert_uint_ge(pairs, FILLED - 1);
    ck_assert_uint_lt(pairs, 4 * FILLED);
    twt_scan_stats(scan, &stats);
    ck_assert_uint_gt(stats.verify.ended_at[TWT_STEP_CANDIDATE], 4 * pairs);
    twt_scan_free(scan);
}
END_TEST

START_TEST(versions_of_one_filled_form_are_one_cluster_among_many_forms)
{
    size_t pairs, found = 0;
    twt_scan *scan = scan_forms(AGAIN);
    const twt_pair *told = twt_scan_pairs(scan, &pairs);
    for (size_t i = 0; i < pairs; i++)
        found += told[i].a + 1 >= FILLED && told[i].verdict.relation == TWT_RELATION_NEAR_DUPLICATE;
    ck_assert_uint_ge(found, AGAIN);
    only_cluster(scan, AGAIN + 1);
    twt_scan_free(scan);
}
END_TEST

START_TEST(every_failed_allocation_is_reported)
{
    versions v = {.count = TWT_VOUCHED_MIN + 6, .copies = 1, .official = 3};
    for (size_t n = 1;; n += 1 + n / 8) {
        twt_scan *scan = scan_of(&v);
        failing_alloc_arm(n);
        twt_status status = twt_scan_run(scan);
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        twt_scan_free(scan);
        if (!was_refused)
            break;
    }
}
END_TEST

TWT_SUITE("scan_circles", few_versions_are_all_held_against_each_other,
          many_versions_make_few_pairs_each_and_one_cluster, who_was_not_held_against_another_is_told_whom_instead,
          neither_threads_nor_order_change_what_is_told_of_many_versions,
          who_is_official_is_the_canonical_one_of_many_versions, copies_of_two_texts_say_the_same_but_for_their_dates,
          a_form_that_many_filled_in_makes_few_pairs_each, versions_of_one_filled_form_are_one_cluster_among_many_forms,
          every_failed_allocation_is_reported)
