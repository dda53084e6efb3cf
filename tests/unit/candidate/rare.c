#include "candidate/rare.h"
#include "candidate/postings.h"
#include "candidate/rare_pairs.h"
#include "candidate/rare_rule.h"
#include "candidate/rare_shares.h"
#include "support/failing_alloc.h"
#include "synthetic.h"

/* ---- the oracle: the rule as one would say it, pair by pair --------------------------------------------- */

typedef struct owned { /* a feature of a family, or of another owner */
    uint64_t key;
    uint32_t family;
} owned;

typedef struct oracle {
    owned *all; /* by key, then family */
    size_t count, families;
    const twt_candidate_options *options;
    const twt_owners *owners; /* where there are additions */
} oracle;

static int compare_owned(const void *a, const void *b)
{
    const owned *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->family > y->family) - (x->family < y->family);
}

static double round_weight(double weight)
{
    return floor(weight * TWT_WEIGHT_ONE + .5) / TWT_WEIGHT_ONE;
}

/* Matrix of shared weights [a * families + b], a < b, and on its diagonal the whole weights. */
static double *weigh_pairs(const oracle *o)
{
    double *weights = twt_alloc_zeroed(o->families * o->families, sizeof *weights);
    ck_assert_ptr_nonnull(weights);
    for (size_t begin = 0, end; begin < o->count; begin = end) {
        for (end = begin; end < o->count && o->all[end].key == o->all[begin].key;)
            end++;
        size_t df = end - begin;
        double weight = round_weight(log((double)o->families / (double)df));
        size_t df_all = o->all[begin].key & 1 ? o->options->df_max_word : o->options->df_max;
        for (size_t i = begin; i < end; i++)
            weights[o->all[i].family * (o->families + 1)] += weight;
        if (df > o->options->df_max_star)
            continue;
        for (size_t i = begin; i < (df <= df_all ? end : begin + 1); i++)
            for (size_t j = i + 1; j < end; j++)
                weights[o->all[i].family * o->families + o->all[j].family] += weight;
    }
    return weights;
}

static void check_against_oracle(const oracle *o, const twt_rare_pairs *got)
{
    double *weights = weigh_pairs(o), least = o->options->weight_min * log((double)o->families) / log(33000);
    size_t next = 0, n = o->families;
    for (size_t a = 0; a < n; a++)
        for (size_t b = a + 1; b < n; b++) {
            double of_a = weights[a * (n + 1)], of_b = weights[b * (n + 1)], weight = weights[a * n + b];
            double whole = pow(fmin(of_a, of_b), .75) * pow(fmax(of_a, of_b), .25);
            if (n > 64 && (weight < least || weight < o->options->share_min * whole))
                continue;
            ck_assert_uint_lt(next, got->count);
            const twt_rare_pair *pair = &got->data[next++];
            ck_assert_uint_eq(pair->a, a);
            ck_assert_uint_eq(pair->b, b);
            ck_assert_double_eq_tol(pair->weight, weight, 1e-3);
            ck_assert_double_eq_tol(pair->share, whole > 0 ? weight / whole : 0, 1e-5);
        }
    ck_assert_uint_eq(next, got->count);
    ck_assert_uint_gt(next, 0);
    twt_free(weights);
}

/* ---- postings and their writer --------------------------------------------------------------------------- */

typedef struct posted {
    twt_spill *spill;
    twt_postings *postings;
    twt_postings_writer writer;
} posted;

static posted open_postings(size_t documents)
{
    posted p = {.spill = twt_alloc_zeroed(1, sizeof *p.spill), .postings = twt_alloc_zeroed(1, sizeof *p.postings)};
    ck_assert(p.spill && p.postings);
    twt_spill_init(p.spill, NULL, 0);
    ck_assert_int_eq(twt_postings_init(p.postings, documents, p.spill), TWT_OK);
    ck_assert_int_eq(twt_postings_writer_init(&p.writer, p.postings), TWT_OK);
    return p;
}

/* Uses them up. */
static twt_status find_owners(const twt_candidate_options *options, posted *p, const twt_owners *owners, size_t threads,
                              twt_rare_pairs *pairs, twt_rare_pairs *additions)
{
    ck_assert_int_eq(twt_postings_writer_close(&p->writer), TWT_OK);
    twt_postings_writer_free(&p->writer);
    twt_status status = twt_rare_find(options, p->postings, owners, threads, pairs, additions);
    twt_postings_free(p->postings);
    twt_spill_free(p->spill);
    twt_free(p->postings);
    twt_free(p->spill);
    return status;
}

static twt_status find(const twt_candidate_options *options, posted *p, const uint32_t *family_of, size_t families,
                       size_t threads, twt_rare_pairs *pairs)
{
    twt_owners owners = {.of_document = family_of, .family_count = families};
    return find_owners(options, p, &owners, threads, pairs, NULL);
}

/* ---- the same by the code under test --------------------------------------------------------------------- */

enum { DOCUMENTS = 420 };

/* Every seventh document stands for nobody. */
static void number_families(uint32_t *family_of, size_t documents, uint32_t families)
{
    uint32_t next = 0;
    for (size_t d = 0; d < documents; d++)
        family_of[d] = d % 7 == 6 || next == families ? TWT_NO_FAMILY : next++;
}

static void collect(const synthetic *documents, const uint32_t *family_of, size_t count, twt_postings_writer *writer,
                    oracle *o)
{
    twt_feature_collector *collector;
    ck_assert_int_eq(twt_feature_collector_new(&collector), TWT_OK);
    TWT_VEC(owned) all = {0};
    for (uint32_t d = 0; d < count; d++) {
        twt_analysis analysis = {.tokens = documents[d].tokens, .token_count = documents[d].token_count};
        twt_features features;
        ck_assert_int_eq(twt_feature_collector_run(collector, &analysis, &features), TWT_OK);
        ck_assert_int_eq(twt_postings_add(writer, d, &features), TWT_OK);
        for (size_t i = 0; family_of[d] != TWT_NO_FAMILY && i < features.count; i++) {
            owned of_family = {features.keys[i], family_of[d]};
            ck_assert(twt_vec_push(&all, of_family));
        }
    }
    qsort(all.data, all.count, sizeof *all.data, compare_owned);
    o->all = all.data;
    o->count = all.count;
    twt_feature_collector_free(collector);
}

static void check_rule(const twt_candidate_options *options, uint32_t families, size_t threads, uint64_t seed)
{
    static synthetic documents[DOCUMENTS];
    uint32_t family_of[DOCUMENTS];
    synthetic_collection(documents, DOCUMENTS, 20, 8, seed);
    number_families(family_of, DOCUMENTS, families);
    posted p = open_postings(DOCUMENTS);
    oracle o = {.families = families, .options = options};
    collect(documents, family_of, DOCUMENTS, &p.writer, &o);
    twt_rare_pairs pairs = {0};
    ck_assert_int_eq(find(options, &p, family_of, families, threads, &pairs), TWT_OK);
    check_against_oracle(&o, &pairs);
    twt_vec_free(&pairs);
    twt_free(o.all);
    synthetic_free(documents, DOCUMENTS);
}

/* ---- additions ------------------------------------------------------------------------------------------- */

/* Of the owners of one feature, ascending, those that count: families, and the first addition of each other family. */
static size_t counting_owners(const oracle *o, const owned *all, size_t count, uint32_t *owners, size_t *families)
{
    size_t kept = 0;
    *families = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_new = true;
        for (size_t k = 0; k < kept; k++)
            is_new &= twt_owner_family(o->owners, owners[k]) != twt_owner_family(o->owners, all[i].family);
        if (!is_new)
            continue;
        *families += all[i].family < o->families;
        owners[kept++] = all[i].family;
    }
    return kept;
}

/* Adds what additions share with families and with each other, on the diagonal what they have and few others; weights:
 * a matrix of all owners. */
static void weigh_additions(const oracle *o, size_t owner_count, double *weights)
{
    uint32_t owners[DOCUMENTS];
    for (size_t begin = 0, end, families; begin < o->count; begin = end) {
        for (end = begin; end < o->count && o->all[end].key == o->all[begin].key;)
            end++;
        size_t df = counting_owners(o, o->all + begin, end - begin, owners, &families);
        double weight = round_weight(log((double)o->families / (double)df));
        if (df > (o->all[begin].key & 1 ? o->options->df_max_word : o->options->df_max))
            continue;
        for (size_t i = families; i < df; i++)
            weights[owners[i] * (owner_count + 1)] += weight;
        for (size_t i = 0; i < df; i++)
            for (size_t j = i + 1 > families ? i + 1 : families; j < df; j++)
                weights[owners[i] * owner_count + owners[j]] += weight;
    }
}

/* of_families: the features of families alone. */
static void check_additions(const oracle *o, const oracle *of_families, const twt_rare_pairs *got)
{
    size_t n = twt_owners_count(o->owners), next = 0;
    double *weights = twt_alloc_zeroed(n * n, sizeof *weights), *families = weigh_pairs(of_families);
    double least = o->options->weight_min * log((double)o->families) / log(33000);
    ck_assert_ptr_nonnull(weights);
    weigh_additions(o, n, weights);
    for (size_t f = 0; f < o->families; f++)
        weights[f * (n + 1)] = families[f * (o->families + 1)];
    for (uint32_t a = 0; a < n; a++)
        for (uint32_t b = a + 1; b < n; b++) {
            double of_a = weights[a * (n + 1)], of_b = weights[b * (n + 1)], weight = weights[a * n + b];
            double whole = pow(fmin(of_a, of_b), .75) * pow(fmax(of_a, of_b), .25);
            if (b < o->families || weight < least || weight < o->options->share_min * whole)
                continue;
            ck_assert_uint_lt(next, got->count);
            const twt_rare_pair *pair = &got->data[next++];
            ck_assert_uint_eq(pair->a, a);
            ck_assert_uint_eq(pair->b, b);
            ck_assert_double_eq_tol(pair->weight, weight, 1e-3);
            ck_assert_double_eq_tol(pair->share, weight / whole, 1e-5);
        }
    ck_assert_uint_eq(next, got->count);
    ck_assert_uint_gt(next, 0);
    twt_free(weights);
    twt_free(families);
}

/* Of those that stand for nobody nine in ten stand for what they add to the family of one before. */
static size_t number_additions(uint32_t *owner_of, size_t families, uint32_t *families_of_additions)
{
    size_t count = 0;
    for (size_t d = 0; d < DOCUMENTS; d++)
        if (owner_of[d] == TWT_NO_FAMILY && d % 10) {
            families_of_additions[count] = (uint32_t)(7 * d % families);
            owner_of[d] = (uint32_t)(families + count++);
        }
    return count;
}

static void check_with_additions(const twt_candidate_options *options, size_t threads, uint64_t seed)
{
    enum { FAMILIES = 360 };
    static synthetic documents[DOCUMENTS];
    uint32_t owner_of[DOCUMENTS], families_of_additions[DOCUMENTS];
    twt_rare_pairs pairs = {0}, additions = {0}, without = {0};
    oracle of_families = {.families = FAMILIES, .options = options}, of_all = of_families;
    synthetic_collection(documents, DOCUMENTS, 20, 8, seed);
    number_families(owner_of, DOCUMENTS, FAMILIES);
    posted p = open_postings(DOCUMENTS);
    collect(documents, owner_of, DOCUMENTS, &p.writer, &of_families);
    ck_assert_int_eq(find(options, &p, owner_of, FAMILIES, threads, &without), TWT_OK);
    twt_owners owners = {owner_of, FAMILIES, families_of_additions,
                         number_additions(owner_of, FAMILIES, families_of_additions)};
    of_all.owners = &owners;
    p = open_postings(DOCUMENTS);
    collect(documents, owner_of, DOCUMENTS, &p.writer, &of_all);
    ck_assert_int_eq(find_owners(options, &p, &owners, threads, &pairs, &additions), TWT_OK);
    ck_assert_uint_eq(pairs.count, without.count);
    ck_assert_mem_eq(pairs.data, without.data, pairs.count * sizeof *pairs.data);
    check_additions(&of_all, &of_families, &additions);
    twt_vec_free(&pairs);
    twt_vec_free(&additions);
    twt_vec_free(&without);
    twt_free(of_all.all);
    twt_free(of_families.all);
    synthetic_free(documents, DOCUMENTS);
}

START_TEST(what_members_add_is_paired_as_the_rule_says_and_nothing_else_changes)
{
    twt_candidate_options options;
    twt_candidate_options_init(&options);
    check_with_additions(&options, 1, 31);
    check_with_additions(&options, 3, 32);
    options.share_min = .002;
    options.df_max = 3;
    options.df_max_word = 5;
    check_with_additions(&options, 2, 33);
}
END_TEST

START_TEST(the_pairs_are_exactly_those_of_the_rule)
{
    twt_candidate_options options;
    twt_candidate_options_init(&options);
    check_rule(&options, 360, 1, 1);
    check_rule(&options, 360, 4, 2);
}
END_TEST

START_TEST(features_above_the_limits_pair_with_the_first_family_alone)
{
    twt_candidate_options options;
    twt_candidate_options_init(&options);
    options.df_max = 3;
    options.df_max_word = 5;
    options.df_max_star = 40;
    check_rule(&options, 360, 1, 3);
}
END_TEST

/* Without a least weight every sum has to be remembered, be it nothing. */
START_TEST(whether_sums_are_remembered_or_looked_through_the_pairs_are_those_of_the_rule)
{
    twt_candidate_options options;
    twt_candidate_options_init(&options);
    for (uint64_t seed = 5; seed < 8; seed++) {
        options.weight_min = 0;
        check_rule(&options, 360, 2, seed);
        options.weight_min = 1e-3;
        check_rule(&options, 360, 2, seed);
    }
}
END_TEST

START_TEST(in_a_small_collection_every_pair_is_a_candidate)
{
    twt_candidate_options options;
    twt_candidate_options_init(&options);
    static const uint32_t counts[] = {2, 5, 64, 65};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        check_rule(&options, counts[i], 1, 4);
}
END_TEST

/* ---- shares ---------------------------------------------------------------------------------------------- */

typedef struct share { /* of two families */
    uint32_t earlier, later, weight;
} share;

typedef TWT_VEC(share) share_vec;

static int compare_shares(const void *left, const void *right)
{
    return memcmp(left, right, sizeof(share));
}

static void expect_shares(const twt_rare_rule *rule, const uint32_t *owners, size_t df, share_vec *expected)
{
    bool is_for_all = df <= rule->df_all[0];
    for (size_t i = 0; i < (is_for_all ? df : 1); i++)
        for (size_t j = i + 1; j < df; j++)
            ck_assert(twt_vec_push(expected, ((share){owners[i], owners[j], twt_rare_weigh(rule, df)})));
}

static void read_shares(const twt_shares *shares, share_vec *read)
{
    for (size_t part = 0; part < shares->parts.count; part++)
        for (size_t c = 0; c < shares->parts.items[part].count; c++) {
            const twt_chunk *chunk = &shares->parts.items[part].data[c];
            for (const unsigned char *from = chunk->data, *end = from + chunk->len; from < end;) {
                twt_share_run run = twt_share_run_at(&from, shares->width);
                ck_assert_uint_eq(run.earlier >> shares->shift, part);
                for (size_t i = 0; i < run.count; i++) {
                    uint32_t later = twt_share_later(run.later + i * shares->width, shares->width);
                    ck_assert(twt_vec_push(read, ((share){run.earlier, later, run.weight})));
                }
            }
        }
}

/* Features of two families and more, now and then of very many; the last families among them. */
static void check_shares(uint32_t families)
{
    twt_candidate_options options;
    twt_candidate_options_init(&options);
    options.df_max = 2000;
    options.df_max_star = 5000;
    static uint32_t owners[5000];
    twt_rare_rule rule;
    twt_spill spill;
    twt_shares shares;
    twt_streams_writer writer;
    share_vec expected = {0}, read = {0};
    twt_spill_init(&spill, NULL, 0);
    ck_assert_int_eq(twt_rare_rule_init(&rule, &options, families), TWT_OK);
    ck_assert_int_eq(twt_shares_init(&shares, families, &spill), TWT_OK);
    ck_assert_int_eq(twt_streams_writer_init(&writer, &shares.parts), TWT_OK);
    for (size_t n = 0; n < 300; n++) {
        size_t df = n == 100 ? 1500 : n == 200 ? 5000 : 2 + n % 30;
        for (size_t i = 0; i < df; i++)
            owners[i] = families - 1 - (uint32_t)((df - 1 - i) * (n % 3 + 1));
        ck_assert_int_eq(twt_shares_put(&shares, &writer, &rule, false, owners, df), TWT_OK);
        expect_shares(&rule, owners, df, &expected);
    }
    ck_assert_int_eq(twt_streams_writer_close(&writer), TWT_OK);
    read_shares(&shares, &read);
    ck_assert_uint_eq(read.count, expected.count);
    qsort(read.data, read.count, sizeof *read.data, compare_shares);
    qsort(expected.data, expected.count, sizeof *expected.data, compare_shares);
    ck_assert_mem_eq(read.data, expected.data, read.count * sizeof *read.data);
    twt_vec_free(&read);
    twt_vec_free(&expected);
    twt_streams_writer_free(&writer);
    twt_shares_free(&shares);
    twt_rare_rule_free(&rule);
    twt_spill_free(&spill);
}

START_TEST(shares_come_back_as_they_were_put_of_few_families_and_of_many)
{
    check_shares(1 << 16);
    check_shares((1 << 16) + 1);
    check_shares(1 << 24);
}
END_TEST

/* ---- large runs ------------------------------------------------------------------------------------------ */

static void add_keys(twt_postings_writer *writer, uint32_t document, const uint64_t *keys, size_t count)
{
    twt_features features = {keys, count};
    ck_assert_int_eq(twt_postings_add(writer, document, &features), TWT_OK);
}

START_TEST(a_feature_that_all_have_makes_no_pairs_of_all)
{
    enum { FAMILIES = 1500, COMMON = 200 };
    twt_candidate_options options;
    twt_candidate_options_init(&options);
    options.weight_min = 0;
    options.share_min = 0;
    posted p = open_postings(FAMILIES);
    uint32_t family_of[FAMILIES];
    uint64_t keys[COMMON];
    for (uint64_t i = 0, state = 1; i < COMMON; i++)
        keys[i] = twt_rng_next(&state);
    for (uint32_t f = 0; f < FAMILIES; f++) {
        family_of[f] = f;
        add_keys(&p.writer, f, keys, COMMON);
    }
    twt_rare_pairs pairs = {0};
    ck_assert_int_eq(find(&options, &p, family_of, FAMILIES, 1, &pairs), TWT_OK);
    ck_assert_uint_eq(pairs.count, FAMILIES - 1); /* each with the first */
    twt_vec_free(&pairs);
}
END_TEST

START_TEST(more_shares_than_one_buffer_holds_give_the_same_weights)
{
    /* 100 families, 400 features of 20 families each: 76,000 shares; then the same with 20 times the features */
    enum { FAMILIES = 100, DF = 20 };
    for (size_t features = 400; features <= 8000; features *= 20) {
        twt_candidate_options options;
        twt_candidate_options_init(&options);
        posted p = open_postings(FAMILIES);
        uint32_t family_of[FAMILIES];
        for (uint32_t f = 0; f < FAMILIES; f++)
            family_of[f] = f;
        for (uint64_t i = 0; i < features; i++) {
            uint64_t key = twt_hash_mix(i) & ~(uint64_t)1;
            for (uint32_t k = 0; k < DF; k++)
                add_keys(&p.writer, (uint32_t)((i + 5 * k) % FAMILIES), &key, 1);
        }
        twt_rare_pairs pairs = {0};
        ck_assert_int_eq(find(&options, &p, family_of, FAMILIES, 3, &pairs), TWT_OK);
        /* families that lie a multiple of five apart share a feature in five, the others none */
        ck_assert_uint_eq(pairs.count, 5 * (20 * 19 / 2));
        double weight = round_weight(log((double)FAMILIES / DF)) * (double)features / 5;
        for (size_t i = 0; i < pairs.count; i++) {
            ck_assert_uint_eq((pairs.data[i].b - pairs.data[i].a) % 5, 0);
            ck_assert_double_eq_tol(pairs.data[i].weight, weight, weight * 1e-5);
            ck_assert_double_eq_tol(pairs.data[i].share, 1, 1e-5);
        }
        twt_vec_free(&pairs);
    }
}
END_TEST

/* Features that a hundred families draw; keys that differ in what no posting keeps are added, too, when doubled. */
static twt_status find_doubled(bool is_doubled, twt_rare_pairs *pairs)
{
    enum { FAMILIES = 100, OF_ALL = 2000, OF_EACH = 300 };
    twt_candidate_options options;
    twt_candidate_options_init(&options);
    posted p = open_postings(FAMILIES);
    uint32_t family_of[FAMILIES];
    uint64_t state = 11;
    for (uint32_t f = 0; f < FAMILIES; f++) {
        uint64_t keys[2 * OF_EACH], drawn = twt_rng_next(&state) % OF_ALL;
        uint16_t counts[TWT_POSTING_BUCKETS] = {0};
        size_t count = 0;
        family_of[f] = FAMILIES - 1 - f;
        for (size_t i = 0; i < OF_EACH; i++, drawn += 1 + twt_rng_next(&state) % 6) {
            keys[count++] = twt_hash_mix(drawn);
            if (is_doubled && i % 3 == 0)
                keys[count++] = twt_hash_mix(drawn) ^ 2;
        }
        for (size_t i = 0; i < count; i++)
            counts[keys[i] >> 56]++;
        ck_assert_int_eq(twt_postings_add_loose(&p.writer, f, keys, count, counts), TWT_OK);
    }
    return find(&options, &p, family_of, FAMILIES, 2, pairs);
}

START_TEST(of_two_keys_that_are_one_feature_a_family_has_one)
{
    twt_rare_pairs once = {0}, doubled = {0};
    ck_assert_int_eq(find_doubled(false, &once), TWT_OK);
    ck_assert_int_eq(find_doubled(true, &doubled), TWT_OK);
    ck_assert_uint_gt(once.count, 100);
    ck_assert_uint_eq(once.count, doubled.count);
    for (size_t i = 0; i < once.count; i++) {
        ck_assert_uint_eq(once.data[i].a, doubled.data[i].a);
        ck_assert_uint_eq(once.data[i].b, doubled.data[i].b);
        ck_assert_float_eq(once.data[i].weight, doubled.data[i].weight);
        ck_assert_float_eq(once.data[i].share, doubled.data[i].share);
    }
    twt_vec_free(&once);
    twt_vec_free(&doubled);
}
END_TEST

START_TEST(no_postings_give_no_pairs)
{
    twt_candidate_options options;
    twt_candidate_options_init(&options);
    posted p = open_postings(0);
    twt_rare_pairs pairs = {0};
    ck_assert_int_eq(find(&options, &p, NULL, 0, 1, &pairs), TWT_OK);
    ck_assert_uint_eq(pairs.count, 0);
    twt_vec_free(&pairs);
}
END_TEST

TWT_SUITE("candidate_rare", what_members_add_is_paired_as_the_rule_says_and_nothing_else_changes,
          the_pairs_are_exactly_those_of_the_rule, features_above_the_limits_pair_with_the_first_family_alone,
          whether_sums_are_remembered_or_looked_through_the_pairs_are_those_of_the_rule,
          shares_come_back_as_they_were_put_of_few_families_and_of_many,
          in_a_small_collection_every_pair_is_a_candidate, a_feature_that_all_have_makes_no_pairs_of_all,
          more_shares_than_one_buffer_holds_give_the_same_weights, of_two_keys_that_are_one_feature_a_family_has_one,
          no_postings_give_no_pairs)
