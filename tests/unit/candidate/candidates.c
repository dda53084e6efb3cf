#include "support/failing_alloc.h"
#include "synthetic.h"

typedef struct found {
    twt_candidates *candidates;
    const twt_candidate_pair *pairs;
    size_t count;
} found;

static twt_candidate_options default_options(void)
{
    twt_candidate_options options;
    twt_candidate_options_init(&options);
    return options;
}

static found find(const synthetic *documents, size_t count, const uint32_t *order, const uint32_t *numbers,
                  size_t threads)
{
    twt_candidate_options options = default_options();
    found f = {.candidates = synthetic_candidates(&options, documents, count, order, numbers)};
    ck_assert_int_eq(twt_candidates_find(f.candidates, threads, &f.pairs, &f.count), TWT_OK);
    return f;
}

static void check_order(const found *f)
{
    for (size_t i = 0; i < f->count; i++) {
        ck_assert_uint_lt(f->pairs[i].a, f->pairs[i].b);
        ck_assert_uint_ne(f->pairs[i].channels, 0);
        if (i == 0)
            continue;
        const twt_candidate_pair *last = &f->pairs[i - 1];
        ck_assert(last->a < f->pairs[i].a || (last->a == f->pairs[i].a && last->b < f->pairs[i].b));
    }
}

static void check_same(const found *f, const found *g)
{
    ck_assert_uint_eq(f->count, g->count);
    ck_assert_mem_eq(f->pairs, g->pairs, f->count * sizeof *f->pairs);
}

/* ---- what is found --------------------------------------------------------------------------------------- */

START_TEST(rewritten_copies_are_found_among_many_texts)
{
    enum { COPIES = 40, COUNT = 600 };
    static synthetic documents[COUNT];
    uint64_t state = 1;
    for (size_t i = 0; i < COUNT; i++)
        documents[i] = i % 2 && i < 2 * COPIES ? synthetic_copy(&documents[i - 1], &state, .55)
                                               : synthetic_text(&state, 150, 50000);
    found f = find(documents, COUNT, NULL, NULL, 2);
    check_order(&f);
    for (uint32_t i = 0; i < 2 * COPIES; i += 2) {
        ck_assert_double_lt(synthetic_jaccard(&documents[i], &documents[i + 1]), .15); /* bands would not see it */
        ck_assert(synthetic_has_pair(f.pairs, f.count, i, i + 1));
    }
    ck_assert_uint_lt(f.count, 4 * COUNT);
    twt_candidates_free(f.candidates);
    synthetic_free(documents, COUNT);
}
END_TEST

START_TEST(a_rewrite_of_a_text_that_many_copied_is_paired_with_every_copy)
{
    enum { COPIES = 60, COUNT = 300 };
    static synthetic documents[COUNT];
    uint64_t state = 2;
    documents[0] = synthetic_text(&state, 300, 50000);
    for (size_t i = 1; i < COPIES; i++)
        documents[i] = synthetic_copy(&documents[0], &state, .01);
    documents[COPIES] = synthetic_copy(&documents[0], &state, .5);
    for (size_t i = COPIES + 1; i < COUNT; i++)
        documents[i] = synthetic_text(&state, 300, 50000);
    found f = find(documents, COUNT, NULL, NULL, 1);
    for (uint32_t i = 0; i < COPIES; i++) {
        ck_assert(synthetic_has_pair(f.pairs, f.count, i, COPIES));
        for (uint32_t j = i + 1; j < COPIES; j++)
            ck_assert(synthetic_has_pair(f.pairs, f.count, i, j));
    }
    twt_candidates_free(f.candidates);
    synthetic_free(documents, COUNT);
}
END_TEST

START_TEST(two_documents_are_a_pair)
{
    synthetic documents[2];
    uint64_t state = 3;
    documents[0] = synthetic_text(&state, 100, 5000);
    documents[1] = synthetic_text(&state, 100, 5000);
    found f = find(documents, 2, NULL, NULL, 1);
    ck_assert_uint_eq(f.count, 1);
    ck_assert_uint_eq(f.pairs[0].a, 0);
    ck_assert_uint_eq(f.pairs[0].b, 1);
    twt_candidates_free(f.candidates);
    synthetic_free(documents, 2);
}
END_TEST

START_TEST(one_document_or_none_makes_no_pair)
{
    uint64_t state = 3;
    synthetic document = synthetic_text(&state, 100, 5000);
    for (size_t count = 0; count < 2; count++) {
        found f = find(&document, count, NULL, NULL, 1);
        ck_assert_uint_eq(f.count, 0);
        twt_candidates_free(f.candidates);
    }
    synthetic_free(&document, 1);
}
END_TEST

START_TEST(empty_texts_and_numbers_never_added_take_no_part)
{
    synthetic documents[5];
    uint64_t state = 3;
    for (size_t i = 0; i < 5; i++)
        documents[i] = synthetic_text(&state, i == 1 || i == 3 ? 0 : 100, 5000);
    twt_candidate_options options = default_options();
    twt_profile profile;
    twt_profile_init(&profile);
    twt_candidates *candidates;
    twt_feature_collector *collector;
    ck_assert_int_eq(twt_candidates_new(&options, &profile, 100, &candidates), TWT_OK);
    ck_assert_int_eq(twt_feature_collector_new(&collector), TWT_OK);
    for (uint32_t i = 0; i < 4; i++)
        ck_assert_int_eq(synthetic_add(candidates, collector, 20 * i, &documents[i]), TWT_OK);
    const twt_candidate_pair *pairs;
    size_t count;
    ck_assert_int_eq(twt_candidates_find(candidates, 1, &pairs, &count), TWT_OK);
    ck_assert_uint_eq(count, 1);
    ck_assert_uint_eq(pairs[0].a, 0);
    ck_assert_uint_eq(pairs[0].b, 40);
    twt_feature_collector_free(collector);
    twt_candidates_free(candidates);
    synthetic_free(documents, 5);
}
END_TEST

START_TEST(ten_thousand_copies_of_one_text_give_pairs_in_proportion_to_their_number)
{
    enum { COUNT = 10000 };
    synthetic *documents = twt_alloc_array(COUNT, sizeof *documents);
    ck_assert_ptr_nonnull(documents);
    uint64_t state = 4;
    documents[0] = synthetic_text(&state, 60, 5000);
    for (size_t i = 1; i < COUNT; i++)
        documents[i] = synthetic_copy(&documents[0], &state, .03);
    found half = find(documents, COUNT / 2, NULL, NULL, 2), all = find(documents, COUNT, NULL, NULL, 2);
    ck_assert_uint_ge(all.count, COUNT - 1);
    ck_assert_uint_lt(all.count, 60 * COUNT);
    ck_assert_uint_lt(all.count, half.count * 22 / 10);
    twt_candidates_free(half.candidates);
    twt_candidates_free(all.candidates);
    synthetic_free(documents, COUNT);
    twt_free(documents);
}
END_TEST

/* ---- what changes nothing -------------------------------------------------------------------------------- */

enum { COLLECTION = 400 };

START_TEST(threads_and_the_order_of_adding_change_nothing)
{
    static synthetic documents[COLLECTION];
    uint32_t order[COLLECTION];
    synthetic_collection(documents, COLLECTION, 15, 9, 5);
    found plain = find(documents, COLLECTION, NULL, NULL, 1);
    check_order(&plain);
    ck_assert_uint_gt(plain.count, 300);
    for (size_t threads = 1; threads <= 8; threads *= 2) {
        synthetic_shuffle(order, COLLECTION, threads);
        found shuffled = find(documents, COLLECTION, order, order, threads);
        check_same(&plain, &shuffled);
        twt_candidates_free(shuffled.candidates);
    }
    twt_candidates_free(plain.candidates);
    synthetic_free(documents, COLLECTION);
}
END_TEST

START_TEST(other_document_numbers_give_the_same_pairs_renumbered)
{
    static synthetic documents[COLLECTION];
    uint32_t numbers[COLLECTION];
    synthetic_collection(documents, COLLECTION, 15, 9, 6);
    synthetic_shuffle(numbers, COLLECTION, 1);
    found plain = find(documents, COLLECTION, NULL, NULL, 1);
    found other = find(documents, COLLECTION, NULL, numbers, 1);
    ck_assert_uint_eq(plain.count, other.count);
    for (size_t i = 0; i < plain.count; i++) {
        uint32_t a = numbers[plain.pairs[i].a], b = numbers[plain.pairs[i].b];
        ck_assert(synthetic_has_pair(other.pairs, other.count, a < b ? a : b, a < b ? b : a));
    }
    twt_candidates_free(plain.candidates);
    twt_candidates_free(other.candidates);
    synthetic_free(documents, COLLECTION);
}
END_TEST

START_TEST(finding_twice_gives_the_same_list)
{
    static synthetic documents[COLLECTION];
    synthetic_collection(documents, COLLECTION, 5, 5, 7);
    found f = find(documents, COLLECTION, NULL, NULL, 1);
    const twt_candidate_pair *pairs;
    size_t count;
    ck_assert_int_eq(twt_candidates_find(f.candidates, 3, &pairs, &count), TWT_OK);
    ck_assert_ptr_eq(pairs, f.pairs);
    ck_assert_uint_eq(count, f.count);
    twt_candidates_free(f.candidates);
    synthetic_free(documents, COLLECTION);
}
END_TEST

/* ---- errors ---------------------------------------------------------------------------------------------- */

static void check_refused(twt_candidate_options options)
{
    twt_profile profile;
    twt_profile_init(&profile);
    twt_candidates *candidates = (twt_candidates *)&profile;
    ck_assert_int_eq(twt_candidates_new(&options, &profile, 10, &candidates), TWT_ERROR_ARGUMENT);
    ck_assert_ptr_null(candidates);
}

#define CHECK_REFUSED(field, bad)                                                                                      \
    do {                                                                                                               \
        twt_candidate_options options = default_options();                                                             \
        options.field = bad;                                                                                           \
        check_refused(options);                                                                                        \
    } while (0)

START_TEST(options_out_of_range_are_refused)
{
    CHECK_REFUSED(bands, 0);
    CHECK_REFUSED(bands, 33);
    CHECK_REFUSED(bands, UINT32_MAX);
    CHECK_REFUSED(rows, 0);
    CHECK_REFUSED(rows, 5);
    CHECK_REFUSED(rows, 1u << 30);
    CHECK_REFUSED(family_jaccard, 0);
    CHECK_REFUSED(family_jaccard, 1.1);
    CHECK_REFUSED(family_jaccard, NAN);
    CHECK_REFUSED(df_max, 2001);
    CHECK_REFUSED(df_max_word, 2001);
    CHECK_REFUSED(df_max_star, 10);
    CHECK_REFUSED(weight_min, -1);
    CHECK_REFUSED(weight_min, NAN);
    CHECK_REFUSED(weight_min, INFINITY);
    CHECK_REFUSED(share_min, -.1);
    CHECK_REFUSED(share_min, 1.1);
}
END_TEST

START_TEST(a_bad_profile_or_too_many_documents_are_refused)
{
    twt_candidate_options options = default_options();
    twt_profile profile;
    twt_profile_init(&profile);
    twt_candidates *candidates;
    ck_assert_int_eq(twt_candidates_new(&options, &profile, TWT_DOCUMENTS_MAX + 1, &candidates), TWT_ERROR_ARGUMENT);
    ck_assert_int_eq(twt_candidates_new(&options, &profile, SIZE_MAX, &candidates), TWT_ERROR_ARGUMENT);
    profile.slots = 17;
    ck_assert_int_eq(twt_candidates_new(&options, &profile, 1, &candidates), TWT_ERROR_ARGUMENT);
    ck_assert_ptr_null(candidates);
}
END_TEST

START_TEST(a_document_is_added_once_in_range_and_before_finding)
{
    uint64_t state = 1;
    synthetic documents[2] = {synthetic_text(&state, 50, 100), synthetic_text(&state, 50, 100)};
    twt_candidate_options options = default_options();
    twt_feature_collector *collector;
    ck_assert_int_eq(twt_feature_collector_new(&collector), TWT_OK);
    twt_candidates *candidates = synthetic_candidates(&options, documents, 2, NULL, NULL);
    ck_assert_int_eq(synthetic_add(candidates, collector, 1, &documents[0]), TWT_ERROR_ARGUMENT);
    ck_assert_int_eq(synthetic_add(candidates, collector, 2, &documents[0]), TWT_ERROR_ARGUMENT);
    const twt_candidate_pair *pairs;
    size_t count;
    ck_assert_int_eq(twt_candidates_find(candidates, 0, &pairs, &count), TWT_ERROR_ARGUMENT);
    ck_assert_int_eq(twt_candidates_find(candidates, 1, &pairs, &count), TWT_OK);
    ck_assert_uint_eq(count, 1); /* nothing refused had an effect */
    ck_assert_int_eq(synthetic_add(candidates, collector, 1, &documents[0]), TWT_ERROR_ARGUMENT);
    twt_candidates_free(candidates);
    twt_feature_collector_free(collector);
    synthetic_free(documents, 2);
}
END_TEST

static twt_status run_all(const synthetic *documents, size_t count, twt_feature_collector *collector,
                          twt_candidates **candidates, size_t *found_count)
{
    twt_candidate_options options = default_options();
    twt_profile profile;
    twt_profile_init(&profile);
    twt_status status = twt_candidates_new(&options, &profile, count, candidates);
    for (uint32_t i = 0; status == TWT_OK && i < count; i++)
        status = synthetic_add(*candidates, collector, i, &documents[i]);
    const twt_candidate_pair *pairs;
    if (status == TWT_OK)
        status = twt_candidates_find(*candidates, 1, &pairs, found_count);
    return status;
}

START_TEST(an_allocation_that_fails_is_reported_whichever_it_is)
{
    enum { COUNT = 6 };
    synthetic documents[COUNT];
    synthetic_collection(documents, COUNT, 2, 2, 8);
    twt_feature_collector *collector;
    ck_assert_int_eq(twt_feature_collector_new(&collector), TWT_OK);
    for (size_t n = 1;; n++) {
        twt_candidates *candidates = NULL;
        size_t count = 0;
        failing_alloc_arm(n);
        twt_status status = run_all(documents, COUNT, collector, &candidates, &count);
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        twt_candidates_free(candidates);
        if (!was_refused) {
            ck_assert_uint_eq(count, COUNT * (COUNT - 1) / 2);
            ck_assert_uint_gt(n, 60);
            break;
        }
    }
    twt_feature_collector_free(collector);
    synthetic_free(documents, COUNT);
}
END_TEST

START_TEST(after_a_failure_nothing_is_found_any_more)
{
    enum { COUNT = 6 };
    synthetic documents[COUNT];
    synthetic_collection(documents, COUNT, 2, 2, 8);
    twt_candidate_options options = default_options();
    twt_candidates *candidates = synthetic_candidates(&options, documents, COUNT, NULL, NULL);
    const twt_candidate_pair *pairs;
    size_t count;
    failing_alloc_arm(5);
    twt_status status = twt_candidates_find(candidates, 1, &pairs, &count);
    failing_alloc_disarm();
    ck_assert_int_eq(status, TWT_ERROR_MEMORY);
    ck_assert_int_eq(twt_candidates_find(candidates, 1, &pairs, &count), TWT_ERROR_MEMORY);
    ck_assert_ptr_null(pairs);
    ck_assert_uint_eq(count, 0);
    twt_features features = {0};
    ck_assert_int_eq(twt_candidates_add(candidates, 0, 0, documents[0].slots, &features), TWT_ERROR_MEMORY);
    twt_candidates_free(candidates);
    synthetic_free(documents, COUNT);
}
END_TEST

TWT_SUITE("candidate_candidates", rewritten_copies_are_found_among_many_texts,
          a_rewrite_of_a_text_that_many_copied_is_paired_with_every_copy, two_documents_are_a_pair,
          one_document_or_none_makes_no_pair, empty_texts_and_numbers_never_added_take_no_part,
          ten_thousand_copies_of_one_text_give_pairs_in_proportion_to_their_number,
          threads_and_the_order_of_adding_change_nothing, other_document_numbers_give_the_same_pairs_renumbered,
          finding_twice_gives_the_same_list, options_out_of_range_are_refused,
          a_bad_profile_or_too_many_documents_are_refused, a_document_is_added_once_in_range_and_before_finding,
          an_allocation_that_fails_is_reported_whichever_it_is, after_a_failure_nothing_is_found_any_more)
