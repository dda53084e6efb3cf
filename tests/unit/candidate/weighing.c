/* What is told of a pair afterwards is what the stage itself found. */
#include "support/failing_alloc.h"
#include "synthetic.h"

enum { COUNT = 260 };

static synthetic documents[COUNT];

typedef struct collection {
    twt_candidate_options options;
    twt_profile profile;
    twt_candidates *candidates;
    twt_feature_collector *collector;
    const twt_candidate_pair *pairs;
    size_t pair_count, count;
} collection;

static void open_collection(collection *c, size_t count, size_t clusters)
{
    c->count = count;
    synthetic_collection(documents, count, clusters, 3, 5);
    twt_profile_init(&c->profile);
    twt_candidate_options_init(&c->options);
    c->options.keeps_families = true;
    c->options.df_max = 2; /* so that features beyond it are met too */
    c->options.df_max_word = 4;
    c->options.df_max_star = 60;
    c->candidates = synthetic_candidates(&c->options, documents, count, NULL, NULL);
    ck_assert_int_eq(twt_feature_collector_new(&c->collector), TWT_OK);
    ck_assert_int_eq(twt_candidates_find(c->candidates, 2, &c->pairs, &c->pair_count), TWT_OK);
}

static void close_collection(collection *c)
{
    twt_feature_collector_free(c->collector);
    twt_candidates_free(c->candidates);
    synthetic_free(documents, c->count);
}

static twt_features features_of(collection *c, size_t document)
{
    twt_analysis analysis = {.tokens = documents[document].tokens, .token_count = documents[document].token_count};
    twt_features features;
    ck_assert_int_eq(twt_feature_collector_run(c->collector, &analysis, &features), TWT_OK);
    return features;
}

static bool stands_for_itself(const collection *c, uint32_t document)
{
    return twt_candidates_representative(c->candidates, document) == document;
}

static twt_weighing *new_weighing(collection *c, uint32_t a, uint32_t b)
{
    static uint64_t kept[2048];
    twt_weighing *weighing;
    twt_features of_a = features_of(c, a);
    ck_assert_uint_le(of_a.count, 2048);
    memcpy(kept, of_a.keys, of_a.count * sizeof *kept);
    of_a.keys = kept;
    twt_features of_b = features_of(c, b);
    ck_assert_int_eq(twt_weighing_new(&c->options, twt_candidates_family_count(c->candidates), &of_a, &of_b, &weighing),
                     TWT_OK);
    return weighing;
}

/* By which rules the pair is a candidate; *pair gets weight and share. */
static uint32_t weigh(collection *c, uint32_t a, uint32_t b, twt_candidate_pair *pair)
{
    twt_weighing *weighing = new_weighing(c, a, b);
    twt_check checks[TWT_RARE_CHECKS], among[TWT_SHORT_CHECKS];
    const twt_weighed *features;
    size_t count;
    for (uint32_t d = (uint32_t)c->count; d-- > 0;) { /* backwards: the order does not matter */
        if (!stands_for_itself(c, d))
            continue;
        twt_features features_of_one = features_of(c, d);
        ck_assert_int_eq(twt_weighing_add(weighing, d, documents[d].rank, &features_of_one, d == a || d == b), TWT_OK);
    }
    twt_weighing_end(weighing, checks, pair, &features, &count);
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += features[i].is_counted ? features[i].weight : 0;
        ck_assert_uint_ge(features[i].families, 2);
        ck_assert(i == 0 || features[i - 1].is_counted > features[i].is_counted ||
                  features[i - 1].weight >= features[i].weight);
    }
    ck_assert_double_eq_tol(sum, checks[0].value, 1e-6);
    bool is_rare = (checks[0].is_met && checks[1].is_met) || checks[2].is_met;
    bool are_short = twt_weighing_end_short(weighing, among, pair) == TWT_SHORT_CHECKS;
    twt_weighing_free(weighing);
    return (is_rare ? TWT_CHANNEL_RARE : 0) | (are_short && among[0].is_met && among[1].is_met ? TWT_CHANNEL_SHORT : 0);
}

static const twt_candidate_pair *find_pair(const collection *c, uint32_t a, uint32_t b)
{
    for (size_t i = 0; i < c->pair_count; i++)
        if (c->pairs[i].a == a && c->pairs[i].b == b)
            return &c->pairs[i];
    return NULL;
}

static void ck_assert_agreement(collection *c, uint32_t a, uint32_t b)
{
    const twt_candidate_pair *listed = find_pair(c, a, b);
    twt_candidate_pair weighed = {.a = a, .b = b};
    uint32_t channels = listed ? listed->channels & (TWT_CHANNEL_RARE | TWT_CHANNEL_SHORT) : 0;
    ck_assert_msg(weigh(c, a, b, &weighed) == channels, "%u and %u", a, b);
    if (!channels)
        return;
    ck_assert(weighed.weight == listed->weight);
    ck_assert(weighed.share == listed->share);
}

START_TEST(a_pair_of_representatives_weighs_what_the_list_says)
{
    collection c;
    size_t candidates = 0, others = 0;
    size_t among_short = 0;
    open_collection(&c, COUNT, 40);
    ck_assert_uint_gt(twt_candidates_family_count(c.candidates), 64);
    for (size_t i = 0; i < c.pair_count; i++)
        among_short += c.pairs[i].channels == TWT_CHANNEL_SHORT;
    ck_assert_uint_gt(among_short, 0);
    for (uint32_t a = 0; a < COUNT; a++)
        for (uint32_t b = a + 1; b < COUNT; b++) {
            bool is_listed = find_pair(&c, a, b) != NULL;
            if (!stands_for_itself(&c, a) || !stands_for_itself(&c, b) || (!is_listed && (a * 31 + b) % 97))
                continue;
            ck_assert_agreement(&c, a, b);
            candidates += is_listed;
            others += !is_listed;
        }
    ck_assert_uint_gt(candidates, 30);
    ck_assert_uint_gt(others, 200);
    close_collection(&c);
}
END_TEST

START_TEST(of_few_families_every_pair_is_a_candidate)
{
    collection c;
    open_collection(&c, 30, 4);
    for (uint32_t a = 0; a < 30; a++)
        for (uint32_t b = a + 1; b < 30; b++)
            if (stands_for_itself(&c, a) && stands_for_itself(&c, b))
                ck_assert_agreement(&c, a, b);
    close_collection(&c);
}
END_TEST

START_TEST(bands_and_families_are_as_the_list_says)
{
    collection c;
    size_t banded = 0, members = 0;
    open_collection(&c, COUNT, 60);
    for (uint32_t a = 0; a < COUNT; a++) {
        uint32_t representative = twt_candidates_representative(c.candidates, a);
        twt_check check[TWT_FAMILY_CHECKS];
        ck_assert(stands_for_itself(&c, representative));
        twt_family_checks(&c.options, &c.profile, TWT_RULE_FAMILY_A, documents[a].slots,
                          documents[representative].slots, check);
        ck_assert(check[0].is_met && check[0].rule == TWT_RULE_FAMILY_A);
        members += representative != a;
        for (uint32_t b = a + 1; b < COUNT; b++) {
            const twt_candidate_pair *listed = find_pair(&c, a, b);
            twt_check checks[TWT_BAND_CHECKS];
            twt_band_checks(&c.options, &c.profile, documents[a].slots, documents[b].slots, checks);
            bool is_banded = listed && listed->channels & TWT_CHANNEL_BANDS;
            ck_assert(is_banded == (checks[0].is_met && checks[1].is_met));
            banded += is_banded;
        }
    }
    ck_assert_uint_gt(banded, 20);
    ck_assert_uint_gt(members, 10);
    close_collection(&c);
}
END_TEST

START_TEST(families_are_known_only_when_they_are_kept)
{
    collection c;
    open_collection(&c, 30, 4);
    ck_assert_uint_eq(twt_candidates_representative(c.candidates, 30), UINT32_MAX);
    twt_candidates_free(c.candidates);
    c.options.keeps_families = false;
    c.candidates = synthetic_candidates(&c.options, documents, 30, NULL, NULL);
    ck_assert_int_eq(twt_candidates_find(c.candidates, 1, &c.pairs, &c.pair_count), TWT_OK);
    ck_assert_uint_eq(twt_candidates_representative(c.candidates, 0), UINT32_MAX);
    ck_assert_uint_gt(twt_candidates_family_count(c.candidates), 10);
    close_collection(&c);
}
END_TEST

START_TEST(a_refused_allocation_leaves_nothing)
{
    collection c;
    open_collection(&c, 4, 1);
    static uint64_t kept[2048];
    twt_features a = features_of(&c, 0);
    memcpy(kept, a.keys, a.count * sizeof *kept);
    a.keys = kept;
    twt_features b = features_of(&c, 1);
    size_t n = 1;
    for (bool was_refused = true; was_refused; n++) {
        twt_weighing *weighing;
        failing_alloc_arm(n);
        twt_status status = twt_weighing_new(&c.options, 100, &a, &b, &weighing);
        was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        ck_assert((weighing == NULL) == was_refused);
        twt_weighing_free(weighing);
    }
    ck_assert_uint_gt(n, 4);
    close_collection(&c);
}
END_TEST

START_TEST(a_feature_is_found_where_its_words_stand)
{
    collection c;
    open_collection(&c, 4, 1);
    for (uint32_t i = 0; i < documents[0].token_count; i++) {
        documents[0].tokens[i].begin = 10 * i;
        documents[0].tokens[i].end = 10 * i + 6;
    }
    twt_analysis analysis = {.tokens = documents[0].tokens, .token_count = documents[0].token_count};
    twt_features features = features_of(&c, 0);
    size_t words[4] = {0};
    for (size_t i = 0; i < features.count; i++) {
        twt_range range;
        ck_assert(twt_feature_find(&analysis, features.keys[i], &range));
        size_t length = (range.end - range.begin + 4) / 10;
        ck_assert_uint_le(length, 3);
        ck_assert((features.keys[i] & 1) == (length == 1));
        words[length]++;
    }
    ck_assert(words[1] && words[2] > words[1] / 2 && words[3] > words[1] / 2);
    twt_range range;
    ck_assert(!twt_feature_find(&analysis, 12345, &range));
    close_collection(&c);
}
END_TEST

TWT_SUITE("candidate_weighing", a_pair_of_representatives_weighs_what_the_list_says,
          of_few_families_every_pair_is_a_candidate, bands_and_families_are_as_the_list_says,
          families_are_known_only_when_they_are_kept, a_refused_allocation_leaves_nothing,
          a_feature_is_found_where_its_words_stand)
