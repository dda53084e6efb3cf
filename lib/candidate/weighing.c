/* The rare features of one pair of families, counted anew. The postings are gone when somebody asks, and they may have
 * been anywhere; so every representative is looked at once for the features of these two, by the same rule. */
#include "base/alloc.h"
#include "base/check.h"
#include "base/sort.h"
#include "candidate/postings.h"
#include "candidate/rare_rule.h"
#include "candidate/shorts.h"

enum { OF_A = 1, OF_B = 2 };

typedef struct counted { /* a feature of either */
    uint64_t feature, key;
    uint64_t first_rank; /* of the families that have it: of the first */
    uint32_t first_document, families, owners;
    bool is_first_of_pair;
} counted;

struct twt_weighing {
    twt_rare_rule rule;
    TWT_VEC(counted) features;
    TWT_VEC(twt_weighed) shared;
    twt_weighing *among; /* the same among the short ones, when both are; else NULL */
    twt_candidate_options options;
    twt_u64s keys; /* scratch */
    size_t shown;  /* representatives */
    bool is_rare;  /* at the end: by the whole collection */
};

void twt_weighing_free(twt_weighing *weighing)
{
    if (!weighing)
        return;
    twt_rare_rule_free(&weighing->rule);
    twt_vec_free(&weighing->features);
    twt_vec_free(&weighing->shared);
    twt_vec_free(&weighing->keys);
    twt_weighing_free(weighing->among);
    twt_free(weighing);
}

/* Features ascending; two keys may be one feature. */
static int by_feature(const void *left, const void *right)
{
    const counted *a = left, *b = right;
    return a->feature != b->feature ? (a->feature < b->feature ? -1 : 1)
                                    : (a->owners > b->owners) - (a->owners < b->owners);
}

static bool take(twt_weighing *w, const twt_features *features, uint32_t owner)
{
    if (!twt_vec_reserve(&w->features, features->count))
        return false;
    for (size_t i = 0; i < features->count; i++)
        w->features.data[w->features.count++] =
            (counted){.feature = twt_feature_of_key(features->keys[i]), .key = features->keys[i], .owners = owner};
    return true;
}

static void join_equal(twt_weighing *w)
{
    size_t kept = 0;
    for (size_t i = 0; i < w->features.count; i++) {
        counted *last = kept ? &w->features.data[kept - 1] : NULL;
        if (last && last->feature == w->features.data[i].feature)
            last->owners |= w->features.data[i].owners;
        else
            w->features.data[kept++] = w->features.data[i];
    }
    w->features.count = kept;
}

static twt_status weigh_all(const twt_candidate_options *options, size_t family_count, const twt_features *a,
                            const twt_features *b, twt_weighing **out)
{
    *out = NULL;
    twt_weighing *w = twt_alloc_zeroed(1, sizeof *w);
    if (!w)
        return TWT_ERROR_MEMORY;
    twt_status status = twt_rare_rule_init(&w->rule, options, family_count);
    if (status == TWT_OK && !(take(w, a, OF_A) && take(w, b, OF_B) && twt_vec_reserve(&w->shared, a->count)))
        status = TWT_ERROR_MEMORY;
    if (status != TWT_OK) {
        twt_weighing_free(w);
        return status;
    }
    twt_sort_items(w->features.data, w->features.count, sizeof(counted), by_feature);
    join_equal(w);
    w->options = *options;
    *out = w;
    return TWT_OK;
}

/* Nobody knows yet how many short ones there are. */
static twt_status weigh_among_short(twt_weighing *w, const twt_features *a, const twt_features *b)
{
    twt_u64s of_a = {0}, of_b = {0};
    twt_candidate_options among = twt_short_options(&w->options);
    twt_status status = TWT_ERROR_MEMORY;
    if (twt_features_of_short(a, &of_a) && twt_features_of_short(b, &of_b))
        status = weigh_all(&among, 0, &(twt_features){of_a.data, of_a.count}, &(twt_features){of_b.data, of_b.count},
                           &w->among);
    twt_vec_free(&of_a);
    twt_vec_free(&of_b);
    return status;
}

twt_status twt_weighing_new(const twt_candidate_options *options, size_t family_count, const twt_features *a,
                            const twt_features *b, twt_weighing **out)
{
    twt_status status = weigh_all(options, family_count, a, b, out);
    bool are_short = twt_features_are_short(a, options->short_words) && twt_features_are_short(b, options->short_words);
    if (status == TWT_OK && are_short)
        status = weigh_among_short(*out, a, b);
    if (status != TWT_OK) {
        twt_weighing_free(*out);
        *out = NULL;
    }
    return status;
}

static void count_family(counted *feature, uint32_t document, uint64_t rank, bool is_of_pair)
{
    bool is_first = feature->families == 0 || rank < feature->first_rank ||
                    (rank == feature->first_rank && document < feature->first_document);
    feature->families++;
    if (!is_first)
        return;
    feature->first_rank = rank;
    feature->first_document = document;
    feature->is_first_of_pair = is_of_pair;
}

/* Both lists ascend by all of a feature's bits but the last. */
static void show(twt_weighing *weighing, uint32_t document, uint64_t rank, const twt_features *features,
                 bool is_of_pair)
{
    size_t at = 0;
    weighing->shown++;
    for (size_t f = 0; f < weighing->features.count; f++) {
        counted *feature = &weighing->features.data[f];
        while (at < features->count && twt_feature_of_key(features->keys[at]) >> 1 < feature->feature >> 1)
            at++;
        for (size_t i = at; i < features->count; i++) {
            uint64_t other = twt_feature_of_key(features->keys[i]);
            if (other >> 1 != feature->feature >> 1)
                break;
            if (other != feature->feature)
                continue;
            count_family(feature, document, rank, is_of_pair);
            break;
        }
    }
}

twt_status twt_weighing_add(twt_weighing *weighing, uint32_t document, uint64_t rank, const twt_features *features,
                            bool is_of_pair)
{
    show(weighing, document, rank, features, is_of_pair);
    if (!weighing->among || !twt_features_are_short(features, weighing->options.short_words))
        return TWT_OK;
    if (!twt_features_of_short(features, &weighing->keys))
        return TWT_ERROR_MEMORY;
    show(weighing->among, document, rank, &(twt_features){weighing->keys.data, weighing->keys.count}, is_of_pair);
    return TWT_OK;
}

/* As postings are shared: everyone with everyone, or with the first family alone. */
static bool is_counted(const twt_rare_rule *rule, const counted *feature)
{
    bool is_for_all = feature->families <= rule->df_all[feature->feature & 1];
    return feature->families >= 2 && feature->families <= rule->df_star && (is_for_all || feature->is_first_of_pair);
}

static int by_weight(const void *left, const void *right)
{
    const twt_weighed *a = left, *b = right;
    if (a->is_counted != b->is_counted)
        return a->is_counted ? -1 : 1;
    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    if ((a->key & 1) != (b->key & 1))
        return a->key & 1 ? -1 : 1; /* a word says more than two with it */
    return (a->key > b->key) - (a->key < b->key);
}

typedef struct sums {
    uint64_t wholes[2], shared;
} sums;

/* Room for the shared ones was made when the features were taken. */
static sums sum_up(twt_weighing *w)
{
    sums s = {{0, 0}, 0};
    w->shared.count = 0;
    for (size_t i = 0; i < w->features.count; i++) {
        const counted *feature = &w->features.data[i];
        uint64_t weight = twt_rare_weigh(&w->rule, feature->families);
        bool counts = is_counted(&w->rule, feature);
        s.wholes[0] += feature->owners & OF_A ? weight : 0;
        s.wholes[1] += feature->owners & OF_B ? weight : 0;
        if (feature->owners != (OF_A | OF_B))
            continue;
        s.shared += counts ? weight : 0;
        w->shared.data[w->shared.count++] =
            (twt_weighed){feature->key, feature->families, (double)weight / TWT_WEIGHT_ONE, counts};
    }
    twt_sort_items(w->shared.data, w->shared.count, sizeof(twt_weighed), by_weight);
    return s;
}

static void check_both(twt_check checks[2], twt_rule name, const twt_rare_rule *rule, const sums *s, double share_unit)
{
    double share = twt_rare_share(s->shared, s->wholes[0], s->wholes[1]);
    checks[0] = twt_check_of(name, 1, TWT_MEASURE_RARE_WEIGHT, TWT_AT_LEAST, (double)s->shared / TWT_WEIGHT_ONE,
                             (double)rule->weight_min / TWT_WEIGHT_ONE);
    checks[1] =
        twt_check_of(name, 1, TWT_MEASURE_RARE_SHARE, TWT_AT_LEAST, share * share_unit, rule->share_min * share_unit);
}

void twt_weighing_end(twt_weighing *weighing, twt_check checks[TWT_RARE_CHECKS], twt_candidate_pair *pair,
                      const twt_weighed **features, size_t *count)
{
    const twt_rare_rule *rule = &weighing->rule;
    sums s = sum_up(weighing);
    check_both(checks, TWT_RULE_RARE, rule, &s, 1);
    checks[2] = twt_check_of(TWT_RULE_RARE, 2, TWT_MEASURE_FAMILIES, TWT_AT_MOST, (double)rule->family_count,
                             TWT_SMALL_FAMILIES);
    pair->weight = (float)checks[0].value;
    pair->share = (float)checks[1].value;
    weighing->is_rare = (checks[0].is_met && checks[1].is_met) || checks[2].is_met;
    *features = weighing->shared.data;
    *count = weighing->shared.count;
}

size_t twt_weighing_end_short(twt_weighing *weighing, twt_check checks[TWT_SHORT_CHECKS], twt_candidate_pair *pair)
{
    twt_weighing *among = weighing->among;
    if (!among || among->shown <= TWT_SMALL_FAMILIES)
        return 0;
    twt_rare_rule_free(&among->rule);
    among->rule = twt_rare_rule_of(&among->options, among->shown);
    sums s = sum_up(among);
    check_both(checks, TWT_RULE_SHORT, &among->rule, &s, TWT_SHORT_SHARE);
    if (!checks[0].is_met || !checks[1].is_met)
        return TWT_SHORT_CHECKS;
    pair->weight = weighing->is_rare ? pair->weight : (float)checks[0].value;
    pair->share = (float)checks[1].value;
    return TWT_SHORT_CHECKS;
}
