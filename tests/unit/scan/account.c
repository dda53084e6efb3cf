#include "twicetold/scan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/failing_alloc.h"
#include "support/suite.h"
#include "support/texts.h"

/* Twelve families of an original, an exact copy, an edit, an excerpt and a rewrite, and texts of their own, enough of
 * them that not every pair is a candidate. */
enum { ORIGINALS = 12, KINDS = 5, SINGLES = 60, DOCUMENTS = ORIGINALS * KINDS + SINGLES };

static char *document_text(size_t number)
{
    size_t original = number / KINDS, kind = number % KINDS;
    if (number >= ORIGINALS * KINDS)
        return texts_make(number + 1000, 120);
    char *text = texts_make(original, 160), *edited;
    switch (kind) {
    case 2:
    case 4:
        edited = texts_edit(text, number, kind == 2 ? 20 : 3);
        free(text);
        return edited;
    case 3:
        text[strlen(text) * 2 / 5] = '\0';
        return text;
    default:
        return text;
    }
}

static void add_text(twt_scan *scan, size_t number, const char *text, const char *source)
{
    char id[16];
    snprintf(id, sizeof id, "d%03zu", number);
    twt_document document = {.id = id, .text = text, .text_len = strlen(text), .source = source};
    ck_assert_int_eq(twt_scan_add(scan, &document, false, NULL), TWT_OK);
}

static twt_scan *new_scan(bool is_explainable)
{
    twt_scan_options options;
    twt_scan *scan;
    twt_scan_options_init(&options);
    options.is_explainable = is_explainable;
    options.threads = 2;
    ck_assert_int_eq(twt_scan_new(&options, &scan), TWT_OK);
    return scan;
}

static twt_scan *collection(bool is_explainable)
{
    twt_scan *scan = new_scan(is_explainable);
    for (size_t i = 0; i < DOCUMENTS; i++) {
        char *text = document_text(i);
        add_text(scan, i, text, NULL);
        free(text);
    }
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    return scan;
}

static const twt_account *explain(twt_scan *scan, uint32_t a, uint32_t b)
{
    const twt_account *account = NULL;
    ck_assert_int_eq(twt_scan_explain(scan, a, b, &account), TWT_OK);
    return account;
}

static const twt_pair *pair_of(const twt_scan *scan, uint32_t a, uint32_t b)
{
    size_t count;
    const twt_pair *pairs = twt_scan_pairs(scan, &count);
    for (size_t i = 0; i < count; i++)
        if ((pairs[i].a == a && pairs[i].b == b) || (pairs[i].a == b && pairs[i].b == a))
            return &pairs[i];
    return NULL;
}

static bool has_rule(const twt_account *account, twt_rule rule)
{
    for (size_t i = 0; i < account->check_count; i++)
        if (account->checks[i].rule == rule)
            return true;
    return false;
}

static bool is_met_throughout(const twt_account *account, twt_rule rule, uint32_t way)
{
    bool is_good = has_rule(account, rule);
    for (size_t i = 0; i < account->check_count; i++)
        if (account->checks[i].rule == rule && account->checks[i].way == way)
            is_good &= account->checks[i].is_met;
    return is_good;
}

START_TEST(what_is_reported_is_told_so_and_nothing_else_is)
{
    twt_scan *scan = collection(true);
    size_t steps[TWT_STEP_REPORTED + 1] = {0};
    for (uint32_t a = 0; a < DOCUMENTS; a++)
        for (uint32_t b = a + 1; b < DOCUMENTS; b++) {
            const twt_pair *pair = pair_of(scan, a, b);
            if (!pair && (a * 131 + b) % 41)
                continue;
            const twt_account *account = explain(scan, a, b);
            ck_assert((account->step == TWT_STEP_REPORTED) == (pair != NULL));
            ck_assert(account->documents[0] == a && account->documents[1] == b);
            ck_assert_int_eq(account->relation, pair ? pair->verdict.relation : TWT_RELATION_UNRELATED);
            ck_assert((account->step == TWT_STEP_CANDIDATE) == !account->is_candidate);
            ck_assert((account->channels != 0) == account->is_candidate);
            steps[account->step]++;
        }
    ck_assert_uint_gt(steps[TWT_STEP_REPORTED], ORIGINALS * 5);
    ck_assert_uint_gt(steps[TWT_STEP_CANDIDATE], 50);
    twt_scan_free(scan);
}
END_TEST

START_TEST(a_candidate_met_the_bands_or_the_rare_features)
{
    twt_scan *scan = collection(true);
    for (uint32_t number = 0; number + 4 < ORIGINALS * KINDS; number += KINDS) {
        const twt_account *edit = explain(scan, number, number + 2);
        ck_assert(is_met_throughout(edit, TWT_RULE_BANDS, 1));
        const twt_account *rewrite = explain(scan, number, number + 4);
        ck_assert(is_met_throughout(rewrite, TWT_RULE_RARE, 1));
        ck_assert_uint_gt(rewrite->feature_count, 0);
        ck_assert_uint_le(rewrite->feature_count, rewrite->shared_features);
        for (size_t i = 0; i < rewrite->feature_count; i++)
            ck_assert_uint_lt(rewrite->features[i].at.begin, rewrite->features[i].at.end);
        const twt_account *other = explain(scan, number, DOCUMENTS - 1);
        ck_assert(!is_met_throughout(other, TWT_RULE_BANDS, 1));
        ck_assert(!is_met_throughout(other, TWT_RULE_RARE, 1));
        ck_assert(!is_met_throughout(other, TWT_RULE_RARE, 2));
        ck_assert_int_eq(other->step, TWT_STEP_CANDIDATE);
        ck_assert(has_rule(other, TWT_RULE_REUSE)); /* what verification would have said */
    }
    twt_scan_free(scan);
}
END_TEST

START_TEST(exact_copies_are_one_text_until_verification)
{
    twt_scan *scan = collection(true);
    const twt_account *account = explain(scan, 1, 0);
    ck_assert(account->documents[0] == 0 && account->documents[1] == 1);
    ck_assert_int_eq(account->relation, TWT_RELATION_EXACT);
    ck_assert(account->first_copies[0] == 0 && account->first_copies[1] == 0);
    ck_assert(!has_rule(account, TWT_RULE_BANDS) && !has_rule(account, TWT_RULE_RARE));
    ck_assert(account->clusters[0] == account->clusters[1] && account->clusters[0] != TWT_NO_NUMBER);
    account = explain(scan, 1, 2);
    ck_assert(account->first_copies[0] == 0 && account->first_copies[1] == 2);
    twt_scan_free(scan);
}
END_TEST

START_TEST(homes_and_links_are_those_of_the_scan)
{
    twt_scan *scan = collection(true);
    size_t links;
    ck_assert_ptr_nonnull(twt_scan_links(scan, &links));
    size_t linked = 0;
    for (uint32_t number = 0; number < ORIGINALS * KINDS; number += KINDS) {
        const twt_account *account = explain(scan, number, number + 3); /* an excerpt */
        ck_assert_uint_ne(account->clusters[0], TWT_NO_NUMBER);
        bool is_other_home = account->clusters[0] != account->clusters[1];
        ck_assert(is_other_home == (account->link != NULL));
        linked += account->link != NULL;
        if (account->link)
            ck_assert_int_eq(account->to_other[1], pair_of(scan, account->canonicals[0], number + 3)->verdict.relation);
    }
    ck_assert_uint_gt(linked, 0);
    twt_scan_free(scan);
}
END_TEST

START_TEST(a_text_without_words_is_told_so)
{
    twt_scan *scan = new_scan(true);
    add_text(scan, 0, " \n", NULL);
    add_text(scan, 1, "Nine ferries came.", NULL);
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    const twt_account *account = explain(scan, 0, 1);
    ck_assert_int_eq(account->step, TWT_STEP_WORDS);
    ck_assert_uint_eq(account->check_count, 0);
    ck_assert(account->words[0] == 0 && account->words[1] == 3);
    twt_scan_free(scan);
}
END_TEST

/* Of so few texts every pair is a candidate. */
START_TEST(a_candidate_without_reuse_fell_in_verification)
{
    twt_scan *scan = new_scan(true);
    for (size_t i = 0; i < 4; i++) {
        char *text = texts_make(i + 7, 150);
        add_text(scan, i, text, NULL);
        free(text);
    }
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    const twt_account *account = explain(scan, 0, 3);
    ck_assert_int_eq(account->step, TWT_STEP_VERIFY);
    ck_assert(account->is_candidate && !twt_relation_is_reuse(account->verified));
    ck_assert(is_met_throughout(account, TWT_RULE_RARE, 2));
    twt_scan_free(scan);
}
END_TEST

/* A masthead of 60 words under which nothing else is shared. */
START_TEST(what_recurs_in_one_source_is_told)
{
    twt_scan *scan = new_scan(true);
    char *masthead = texts_make(99, 60), text[1 << 14];
    for (size_t i = 0; i < 5; i++) {
        char *own[3];
        for (size_t k = 0; k < 3; k++)
            own[k] = texts_make(200 + 10 * i + k, 70);
        snprintf(text, sizeof text, "%s\n\n%s\n\n%s\n\n%s\n", own[0], own[1], own[2], masthead);
        add_text(scan, i, text, "Harbour office");
        for (size_t k = 0; k < 3; k++)
            free(own[k]);
    }
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    ck_assert_ptr_null(pair_of(scan, 0, 1));
    const twt_account *account = explain(scan, 0, 1);
    ck_assert_int_eq(account->step, TWT_STEP_RECURRING);
    ck_assert_int_eq(account->verified, TWT_RELATION_PARTIAL);
    ck_assert(!twt_relation_is_reuse(account->masked));
    for (int side = 0; side < 2; side++)
        ck_assert_uint_gt(account->masked_bytes[side], strlen(masthead) / 2);
    free(masthead);
    twt_scan_free(scan);
}
END_TEST

/* A text that eight printed, each with another passage at its end; that of the second stands in another text, too. */
START_TEST(what_a_copy_adds_is_told)
{
    enum { COPIES = 8, COUNT = 90, OTHER = COUNT - 1 };
    size_t added = 0;
    for (size_t round = 0; round < 4; round++) {
        twt_scan *scan = new_scan(true);
        char *printed = texts_make(1000 * round, 200), text[1 << 14];
        for (size_t i = 0; i < COUNT; i++) {
            char *own = texts_make(1000 * round + 10 + (i == 1 ? (size_t)OTHER : i), i < COPIES ? 30 : 120);
            snprintf(text, sizeof text, "%s %s", i < COPIES ? printed : "", own);
            add_text(scan, i, text, NULL);
            free(own);
        }
        ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
        const twt_account *account = explain(scan, 1, OTHER);
        ck_assert(account->is_candidate);
        ck_assert(has_rule(account, TWT_RULE_ADDED) == (account->channels == TWT_CHANNEL_ADDED));
        if (account->channels == TWT_CHANNEL_ADDED) {
            ck_assert_uint_ne(account->representatives[0], 1);
            ck_assert(!is_met_throughout(account, TWT_RULE_RARE, 1));
            ck_assert(is_met_throughout(account, TWT_RULE_ADDED, 1));
            added++;
        }
        free(printed);
        twt_scan_free(scan);
    }
    ck_assert_uint_gt(added, 0);
}
END_TEST

START_TEST(only_what_was_kept_can_be_explained)
{
    const twt_account *account;
    twt_scan *scan = new_scan(true);
    add_text(scan, 0, "Nine ferries came.", NULL);
    add_text(scan, 1, "Ten ferries came.", NULL);
    ck_assert_int_eq(twt_scan_explain(scan, 0, 1, &account), TWT_ERROR_ARGUMENT);
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    ck_assert_int_eq(twt_scan_explain(scan, 1, 1, &account), TWT_ERROR_ARGUMENT);
    ck_assert_int_eq(twt_scan_explain(scan, 0, 2, &account), TWT_ERROR_ARGUMENT);
    ck_assert_ptr_null(account);
    ck_assert_int_eq(twt_scan_explain(scan, 1, 0, &account), TWT_OK);
    twt_scan_free(scan);
    scan = collection(false);
    ck_assert_int_eq(twt_scan_explain(scan, 0, 1, &account), TWT_ERROR_ARGUMENT);
    twt_scan_free(scan);
}
END_TEST

START_TEST(being_explainable_changes_no_result)
{
    twt_scan *scan = collection(true), *plain = collection(false);
    size_t count, plain_count;
    const twt_pair *pairs = twt_scan_pairs(scan, &count), *plain_pairs = twt_scan_pairs(plain, &plain_count);
    ck_assert_uint_eq(count, plain_count);
    for (size_t i = 0; i < count; i++) {
        ck_assert(pairs[i].a == plain_pairs[i].a && pairs[i].b == plain_pairs[i].b);
        ck_assert_int_eq(pairs[i].verdict.relation, plain_pairs[i].verdict.relation);
    }
    twt_scan_free(scan);
    twt_scan_free(plain);
}
END_TEST

static bool wants_stop(void *context)
{
    return *(bool *)context;
}

static uint64_t told; /* of explaining */

static void hear(void *context, twt_stage stage, uint64_t done, uint64_t total)
{
    (void)context;
    ck_assert_uint_le(done, stage == TWT_STAGE_EXPLAIN ? total : UINT64_MAX);
    told = stage == TWT_STAGE_EXPLAIN ? done : 0;
}

START_TEST(how_far_it_is_with_reading_all_texts_is_told)
{
    twt_scan_options options;
    twt_scan *scan;
    twt_scan_options_init(&options);
    options.is_explainable = true;
    options.progress = hear;
    ck_assert_int_eq(twt_scan_new(&options, &scan), TWT_OK);
    for (size_t i = 0; i < DOCUMENTS; i++) {
        char *text = document_text(i);
        add_text(scan, i, text, NULL);
        free(text);
    }
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    ck_assert_uint_eq(told, 0);
    explain(scan, 0, 4);
    ck_assert_uint_eq(told, DOCUMENTS);
    twt_scan_free(scan);
}
END_TEST

START_TEST(a_wish_to_stop_is_heard)
{
    bool stops = false;
    twt_scan_options options;
    twt_scan *scan;
    const twt_account *account;
    twt_scan_options_init(&options);
    options.is_explainable = true;
    options.is_cancelled = wants_stop;
    options.context = &stops;
    ck_assert_int_eq(twt_scan_new(&options, &scan), TWT_OK);
    add_text(scan, 0, "Nine ferries came.", NULL);
    add_text(scan, 1, "Ten boats went away.", NULL);
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    stops = true;
    ck_assert_int_eq(twt_scan_explain(scan, 0, 1, &account), TWT_ERROR_CANCELLED);
    stops = false;
    ck_assert_int_eq(twt_scan_explain(scan, 0, 1, &account), TWT_OK);
    twt_scan_free(scan);
}
END_TEST

START_TEST(every_failed_allocation_is_reported)
{
    twt_scan *scan = new_scan(true);
    for (size_t i = 0; i < KINDS; i++) {
        char *text = document_text(i);
        add_text(scan, i, text, NULL);
        free(text);
    }
    ck_assert_int_eq(twt_scan_run(scan), TWT_OK);
    for (size_t n = 1;; n++) {
        const twt_account *account;
        failing_alloc_arm(n);
        twt_status status = twt_scan_explain(scan, 0, 4, &account);
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        if (!was_refused)
            break;
    }
    twt_scan_free(scan);
}
END_TEST

TWT_SUITE("scan_account", what_is_reported_is_told_so_and_nothing_else_is,
          a_candidate_met_the_bands_or_the_rare_features, exact_copies_are_one_text_until_verification,
          homes_and_links_are_those_of_the_scan, a_text_without_words_is_told_so,
          a_candidate_without_reuse_fell_in_verification, what_recurs_in_one_source_is_told, what_a_copy_adds_is_told,
          only_what_was_kept_can_be_explained, being_explainable_changes_no_result, a_wish_to_stop_is_heard,
          how_far_it_is_with_reading_all_texts_is_told, every_failed_allocation_is_reported)
