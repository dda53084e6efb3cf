#include "base/pool.h"
#include "support/failing_alloc.h"
#include "synthetic.h"

enum { COUNT = 400, THREADS = 4 };

typedef struct adding {
    const synthetic *documents;
    twt_candidates *candidates;
    twt_candidate_intake *intakes[THREADS];
    size_t features[COUNT];
} adding;

static twt_candidates *new_candidates(size_t count)
{
    twt_candidate_options options;
    twt_profile profile;
    twt_candidates *candidates;
    twt_candidate_options_init(&options);
    twt_profile_init(&profile);
    ck_assert_int_eq(twt_candidates_new(&options, &profile, count, &candidates), TWT_OK);
    return candidates;
}

static twt_status add(adding *a, size_t intake, size_t number)
{
    const synthetic *document = &a->documents[number];
    twt_analysis analysis = {.tokens = document->tokens, .token_count = document->token_count};
    return twt_candidate_intake_add(a->intakes[intake], (uint32_t)number, document->rank, document->slots, &analysis,
                                    &a->features[number]);
}

static twt_status add_some(void *context, size_t worker, size_t begin, size_t end)
{
    twt_status status = TWT_OK;
    for (size_t i = begin; status == TWT_OK && i < end; i++)
        status = add(context, worker, i);
    return status;
}

static void open_intakes(adding *a, size_t count)
{
    a->candidates = new_candidates(count);
    for (size_t i = 0; i < THREADS; i++)
        ck_assert_int_eq(twt_candidate_intake_new(a->candidates, &a->intakes[i]), TWT_OK);
}

static void close_intakes(adding *a)
{
    for (size_t i = 0; i < THREADS; i++) {
        ck_assert_int_eq(twt_candidate_intake_end(a->intakes[i]), TWT_OK);
        twt_candidate_intake_free(a->intakes[i]);
    }
}

static void check_same_pairs(twt_candidates *left, twt_candidates *right)
{
    const twt_candidate_pair *a, *b;
    size_t count_a, count_b;
    ck_assert_int_eq(twt_candidates_find(left, 2, &a, &count_a), TWT_OK);
    ck_assert_int_eq(twt_candidates_find(right, 2, &b, &count_b), TWT_OK);
    ck_assert_uint_gt(count_a, 200);
    ck_assert_uint_eq(count_a, count_b);
    for (size_t i = 0; i < count_a; i++) {
        ck_assert(a[i].a == b[i].a && a[i].b == b[i].b && a[i].channels == b[i].channels);
        ck_assert(a[i].weight == b[i].weight && a[i].share == b[i].share);
    }
}

START_TEST(texts_added_by_several_threads_give_the_pairs_of_features_added_one_by_one)
{
    static synthetic documents[COUNT];
    static adding a = {.documents = documents};
    twt_feature_collector *collector;
    synthetic_collection(documents, COUNT, 15, 9, 5);
    ck_assert_int_eq(twt_feature_collector_new(&collector), TWT_OK);
    open_intakes(&a, COUNT);
    ck_assert_int_eq(twt_pool_run(THREADS, COUNT, 3, add_some, &a), TWT_OK);
    close_intakes(&a);
    twt_candidates *plain = new_candidates(COUNT);
    for (uint32_t i = 0; i < COUNT; i++) {
        twt_analysis analysis = {.tokens = documents[i].tokens, .token_count = documents[i].token_count};
        twt_features features;
        ck_assert_int_eq(twt_feature_collector_run(collector, &analysis, &features), TWT_OK);
        ck_assert_uint_eq(a.features[i], features.count);
        ck_assert_int_eq(synthetic_add(plain, collector, i, &documents[i]), TWT_OK);
    }
    check_same_pairs(plain, a.candidates);
    twt_candidates_free(plain);
    twt_candidates_free(a.candidates);
    twt_feature_collector_free(collector);
    synthetic_free(documents, COUNT);
}
END_TEST

START_TEST(a_document_that_is_left_out_is_as_if_it_had_never_been_added)
{
    static synthetic documents[COUNT];
    static adding all = {.documents = documents}, some = {.documents = documents};
    synthetic_collection(documents, COUNT, 15, 9, 6);
    open_intakes(&all, COUNT);
    open_intakes(&some, COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        ck_assert_int_eq(add(&all, i % THREADS, i), TWT_OK);
        if (i % 3)
            ck_assert_int_eq(add(&some, 0, i), TWT_OK);
        else
            twt_candidates_leave_out(all.candidates, (uint32_t)i);
    }
    twt_candidates_leave_out(all.candidates, COUNT); /* no document */
    close_intakes(&all);
    close_intakes(&some);
    check_same_pairs(all.candidates, some.candidates);
    twt_candidates_free(all.candidates);
    twt_candidates_free(some.candidates);
    synthetic_free(documents, COUNT);
}
END_TEST

START_TEST(an_intake_refuses_what_the_candidates_refuse)
{
    uint64_t state = 1;
    synthetic document = synthetic_text(&state, 50, 100);
    adding a = {.documents = &document};
    open_intakes(&a, 1);
    ck_assert_int_eq(add(&a, 0, 0), TWT_OK);
    ck_assert_uint_gt(a.features[0], 0);
    ck_assert_int_eq(add(&a, 1, 0), TWT_ERROR_ARGUMENT); /* there already */
    ck_assert_uint_eq(a.features[0], 0);
    close_intakes(&a);
    twt_candidates_free(a.candidates);
    synthetic_free(&document, 1);
}
END_TEST

/* A text that the set takes and one that it leaves to the collector. */
static twt_status take_in(const synthetic *documents, twt_candidates **candidates, twt_candidate_intake **intake)
{
    twt_candidate_options options;
    twt_profile profile;
    twt_candidate_options_init(&options);
    twt_profile_init(&profile);
    twt_status status = twt_candidates_new(&options, &profile, 2, candidates);
    if (status == TWT_OK)
        status = twt_candidate_intake_new(*candidates, intake);
    for (uint32_t i = 0; status == TWT_OK && i < 2; i++) {
        twt_analysis analysis = {.tokens = documents[i].tokens, .token_count = documents[i].token_count};
        size_t features;
        status = twt_candidate_intake_add(*intake, i, i, documents[i].slots, &analysis, &features);
    }
    return status == TWT_OK ? twt_candidate_intake_end(*intake) : status;
}

START_TEST(an_allocation_that_fails_is_reported_and_nothing_leaks)
{
    uint64_t state = 1;
    synthetic documents[] = {synthetic_text(&state, 100, 1000), synthetic_text(&state, 20000, 1e5)};
    for (size_t n = 1;; n++) {
        twt_candidates *candidates = NULL;
        twt_candidate_intake *intake = NULL;
        failing_alloc_arm(n);
        twt_status status = take_in(documents, &candidates, &intake);
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        twt_candidate_intake_free(intake);
        twt_candidates_free(candidates);
        if (!was_refused)
            break;
    }
    synthetic_free(documents, 2);
}
END_TEST

TWT_SUITE("candidate_intake", texts_added_by_several_threads_give_the_pairs_of_features_added_one_by_one,
          a_document_that_is_left_out_is_as_if_it_had_never_been_added, an_intake_refuses_what_the_candidates_refuse,
          an_allocation_that_fails_is_reported_and_nothing_leaks)
