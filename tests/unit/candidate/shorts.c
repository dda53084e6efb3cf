/* The short documents among themselves, held against the rule as one would say it. */
#include "candidate/shorts.h"
#include "candidate/rare.h"
#include "candidate/rare_pairs.h"
#include "candidate/rare_rule.h"
#include "support/failing_alloc.h"
#include "synthetic.h"

enum { COUNT = 300, WORDS_MAX = 100 };

typedef struct collection {
    synthetic documents[COUNT];
    twt_u64s keys[COUNT]; /* words and bigrams of those that are short and stand for a family; else empty */
    uint32_t family_of[COUNT];
    size_t families;
    twt_candidate_options options;
} collection;

static collection texts;

static size_t words_in(const twt_features *features)
{
    size_t words = 0;
    for (size_t i = 0; i < features->count; i++)
        words += features->keys[i] & TWT_FEATURE_WORD;
    return words;
}

/* Every ninth stands for nobody. */
static void open_collection(collection *c, uint64_t seed)
{
    *c = (collection){.families = 0};
    twt_candidate_options_init(&c->options);
    synthetic_collection(c->documents, COUNT, 50, 3, seed);
    for (size_t d = 0; d < COUNT; d++)
        c->family_of[d] = d % 9 == 8 ? TWT_NO_FAMILY : (uint32_t)c->families++;
}

static void close_collection(collection *c)
{
    for (size_t d = 0; d < COUNT; d++)
        twt_vec_free(&c->keys[d]);
    synthetic_free(c->documents, COUNT);
}

static twt_status add_all(collection *c, size_t count, twt_shorts_writer *writer)
{
    twt_feature_collector *collector;
    twt_status status = twt_feature_collector_new(&collector);
    for (uint32_t d = 0; status == TWT_OK && d < count; d++) {
        twt_analysis analysis = {.tokens = c->documents[d].tokens, .token_count = c->documents[d].token_count};
        twt_features features;
        status = twt_feature_collector_run(collector, &analysis, &features);
        if (status == TWT_OK)
            status = twt_shorts_add(writer, d, &features);
        if (status != TWT_OK || c->family_of[d] == TWT_NO_FAMILY || words_in(&features) > WORDS_MAX)
            continue;
        twt_vec_clear(&c->keys[d]);
        for (size_t i = 0; i < features.count && status == TWT_OK; i++)
            if (features.keys[i] & TWT_FEATURE_KINDS && !twt_vec_push(&c->keys[d], features.keys[i]))
                status = TWT_ERROR_MEMORY;
    }
    twt_feature_collector_free(collector);
    return status;
}

static twt_status run(collection *c, size_t count, size_t threads, twt_rare_pairs *pairs)
{
    twt_spill spill;
    twt_shorts shorts = {.words_max = 0};
    twt_shorts_writer writer = {.shorts = NULL};
    twt_spill_init(&spill, NULL, 0);
    twt_status status = twt_shorts_init(&shorts, &c->options, COUNT, &spill);
    if (status == TWT_OK)
        status = twt_shorts_writer_init(&writer, &shorts);
    if (status == TWT_OK)
        status = add_all(c, count, &writer);
    if (status == TWT_OK)
        status = twt_shorts_writer_close(&writer);
    if (status == TWT_OK)
        status = twt_shorts_find(&c->options, &shorts, c->family_of, c->families, threads, pairs);
    twt_shorts_writer_free(&writer);
    twt_shorts_free(&shorts);
    twt_spill_free(&spill);
    return status;
}

/* ---- the oracle ------------------------------------------------------------------------------------------ */

static bool has(const twt_u64s *keys, uint64_t key)
{
    for (size_t i = 0; i < keys->count; i++)
        if (keys->data[i] == key)
            return true;
    return false;
}

static size_t frequency(const collection *c, uint64_t key)
{
    size_t df = 0;
    for (size_t d = 0; d < COUNT; d++)
        df += has(&c->keys[d], key);
    return df;
}

static double rounded_weight(size_t count, size_t df)
{
    return floor(log((double)count / (double)df) * TWT_WEIGHT_ONE + .5) / TWT_WEIGHT_ONE;
}

static size_t count_short(const collection *c)
{
    size_t count = 0;
    for (size_t d = 0; d < COUNT; d++)
        count += c->keys[d].count > 0;
    return count;
}

/* Weights of a document's features, in their order, and their sum. */
static double weigh(const collection *c, size_t document, size_t count, double *weights)
{
    double whole = 0;
    for (size_t i = 0; i < c->keys[document].count; i++) {
        size_t df = frequency(c, c->keys[document].data[i]);
        whole += rounded_weight(count, df);
        weights[i] = df <= 48 ? rounded_weight(count, df) : 0;
    }
    return whole;
}

static void ck_assert_is_rule(const collection *c, const twt_rare_pairs *got)
{
    static double weights[COUNT][1024], wholes[COUNT];
    size_t count = count_short(c), next = 0;
    double least = c->options.weight_min * log((double)count) / log(33000);
    for (size_t d = 0; d < COUNT; d++)
        wholes[d] = weigh(c, d, count, weights[d]);
    for (size_t a = 0; a < COUNT; a++)
        for (size_t b = a + 1; b < COUNT && c->keys[a].count; b++) {
            double shared = 0, whole = pow(fmin(wholes[a], wholes[b]), .75) * pow(fmax(wholes[a], wholes[b]), .25);
            for (size_t i = 0; i < c->keys[a].count; i++)
                shared += has(&c->keys[b], c->keys[a].data[i]) ? weights[a][i] : 0;
            if (shared < least || shared / whole < 2 * c->options.short_share_min)
                continue;
            ck_assert_uint_lt(next, got->count);
            const twt_rare_pair *pair = &got->data[next++];
            ck_assert_uint_eq(pair->a, c->family_of[a]);
            ck_assert_uint_eq(pair->b, c->family_of[b]);
            ck_assert_uint_eq(pair->channels, TWT_CHANNEL_SHORT);
            ck_assert_double_eq_tol(pair->weight, shared, 1e-3);
            ck_assert_double_eq_tol(pair->share, shared / whole / 2, 1e-5);
        }
    ck_assert_uint_eq(next, got->count);
    ck_assert_uint_gt(next, 20);
}

START_TEST(pairs_of_short_documents_are_exactly_those_of_the_rule_among_them)
{
    for (uint64_t seed = 1; seed <= 2; seed++) {
        twt_rare_pairs pairs = {0};
        open_collection(&texts, seed);
        ck_assert_int_eq(run(&texts, COUNT, (size_t)seed, &pairs), TWT_OK);
        size_t count = count_short(&texts);
        ck_assert(count > 64 && count < texts.families - 64); /* both kinds are there */
        ck_assert_is_rule(&texts, &pairs);
        twt_vec_free(&pairs);
        close_collection(&texts);
    }
}
END_TEST

START_TEST(without_short_documents_nothing_is_added)
{
    twt_rare_pairs pairs = {0};
    open_collection(&texts, 3);
    texts.options.short_words = 0;
    ck_assert_int_eq(run(&texts, COUNT, 1, &pairs), TWT_OK);
    ck_assert_uint_eq(pairs.count, 0);
    close_collection(&texts);
}
END_TEST

START_TEST(a_few_short_documents_are_no_collection)
{
    twt_rare_pairs pairs = {0};
    open_collection(&texts, 4);
    ck_assert_int_eq(run(&texts, 64, 1, &pairs), TWT_OK);
    ck_assert_uint_eq(pairs.count, 0);
    close_collection(&texts);
}
END_TEST

START_TEST(a_pair_that_both_rules_know_has_the_share_among_short_ones)
{
    twt_rare_pairs alone = {0}, joint = {0};
    open_collection(&texts, 5);
    ck_assert_int_eq(run(&texts, COUNT, 1, &alone), TWT_OK);
    ck_assert_uint_gt(alone.count, 2);
    twt_rare_pair known = {alone.data[1].a, alone.data[1].b, 77, .5F, TWT_CHANNEL_RARE};
    twt_rare_pair last = {(uint32_t)texts.families - 2, (uint32_t)texts.families - 1, 12, .25F, TWT_CHANNEL_RARE};
    ck_assert(twt_vec_push(&joint, known) && twt_vec_push(&joint, last));
    ck_assert_int_eq(run(&texts, COUNT, 1, &joint), TWT_OK);
    ck_assert_uint_eq(joint.count, alone.count + 1);
    ck_assert(joint.data[1].weight == 77 && joint.data[1].share == alone.data[1].share);
    ck_assert_uint_eq(joint.data[1].channels, TWT_CHANNEL_RARE | TWT_CHANNEL_SHORT);
    ck_assert(joint.data[0].share == alone.data[0].share && joint.data[2].share == alone.data[2].share);
    ck_assert_uint_eq(joint.data[joint.count - 1].channels, TWT_CHANNEL_RARE);
    twt_vec_free(&alone);
    twt_vec_free(&joint);
    close_collection(&texts);
}
END_TEST

START_TEST(a_refused_allocation_is_an_error_and_leaves_nothing)
{
    open_collection(&texts, 6);
    size_t n = 1;
    for (bool was_refused = true; was_refused; n += 1 + n / 3) {
        twt_rare_pairs pairs = {0};
        failing_alloc_arm(n);
        twt_status status = run(&texts, COUNT, 1, &pairs);
        was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        twt_vec_free(&pairs);
    }
    ck_assert_uint_gt(n, 50);
    close_collection(&texts);
}
END_TEST

TWT_SUITE("candidate_shorts", pairs_of_short_documents_are_exactly_those_of_the_rule_among_them,
          without_short_documents_nothing_is_added, a_few_short_documents_are_no_collection,
          a_pair_that_both_rules_know_has_the_share_among_short_ones,
          a_refused_allocation_is_an_error_and_leaves_nothing)
