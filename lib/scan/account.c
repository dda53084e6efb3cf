/* The way of one pair, from stage to stage: what the stages left is looked up, what they threw away is computed again
 * by their own functions, so that an account says what the scan did. */
#include "scan/account.h"

#include "base/check.h"
#include "base/pair.h"
#include "base/vec.h"
#include "scan/copies.h"
#include "twicetold/sketch.h"
#include "twicetold/text.h"

enum { TELL_EVERY = 64 }; /* documents, how far it is; and ask whether to stop */

typedef struct inquiry {
    const twt_scanned *scanned;
    twt_account_room *room;
    twt_account *account;
    twt_analyzer *analyzer;
    twt_feature_collector *collectors[2];
    twt_candidate_pair candidate; /* as found, or as it would have been */
} inquiry;

static twt_check *next_checks(inquiry *q)
{
    return q->room->checks + q->account->check_count;
}

static twt_status read_text(inquiry *q, uint32_t number, const twt_analysis **out)
{
    const twt_document *document = twt_store_look(q->scanned->store, number);
    return twt_analyzer_run(q->analyzer, document->text, document->text_len, out, NULL);
}

/* ---- bands and families ---------------------------------------------------------------------------------- */

static twt_status sketch(inquiry *q, const twt_sketcher *sketcher, uint32_t number, uint32_t *slots)
{
    const twt_analysis *analysis;
    twt_status status = read_text(q, number, &analysis);
    if (status == TWT_OK)
        twt_sketcher_run(sketcher, analysis->shingle_set, analysis->shingle_set_count, slots);
    return status;
}

/* *has_any: of a text, in any document. */
static twt_status sketch_furniture(inquiry *q, const twt_sketcher *sketcher, uint32_t number, uint32_t *slots,
                                   bool *has_any)
{
    const twt_analysis *analysis;
    twt_u64s shingles = {0};
    twt_status status = read_text(q, number, &analysis);
    if (status == TWT_OK)
        status = twt_recurring_shingles(&q->scanned->sieved->recurring, analysis, &shingles);
    if (status == TWT_OK)
        twt_sketcher_run(sketcher, shingles.data, shingles.count, slots);
    *has_any |= shingles.count > 0;
    twt_vec_free(&shingles);
    return status;
}

/* slots: of both documents. */
static twt_status check_bands(inquiry *q, const twt_sketcher *sketcher, const uint32_t *slots)
{
    const twt_profile *profile = &q->scanned->options->profile;
    twt_band_checks(&q->scanned->options->candidate, profile, slots, slots + profile->slots, next_checks(q));
    q->account->check_count += TWT_BAND_CHECKS;
    bool has_any = false;
    twt_status status = TWT_OK;
    uint32_t *furniture = twt_alloc_array(2 * (size_t)profile->slots, sizeof *furniture);
    if (!furniture)
        return TWT_ERROR_MEMORY;
    for (size_t i = 0; i < 2 && status == TWT_OK; i++)
        status = sketch_furniture(q, sketcher, q->account->first_copies[i], furniture + i * profile->slots, &has_any);
    if (status == TWT_OK && has_any) {
        twt_furniture_checks(profile, slots, slots + profile->slots, furniture, furniture + profile->slots,
                             next_checks(q));
        q->account->check_count += TWT_FURNITURE_CHECKS;
    }
    twt_free(furniture);
    return status;
}

static void check_families(inquiry *q, const uint32_t *slots)
{
    const twt_scan_options *options = q->scanned->options;
    size_t count = options->profile.slots;
    for (int side = 0; side < 2; side++) {
        if (q->account->representatives[side] == q->account->first_copies[side])
            continue;
        twt_family_checks(&options->candidate, &options->profile, side ? TWT_RULE_FAMILY_B : TWT_RULE_FAMILY_A,
                          slots + side * count, slots + (2 + side) * count, next_checks(q));
        q->account->check_count += TWT_FAMILY_CHECKS;
    }
}

static twt_status note_sketches(inquiry *q)
{
    const twt_scan_options *options = q->scanned->options;
    const twt_account *account = q->account;
    const uint32_t numbers[4] = {account->first_copies[0], account->first_copies[1], account->representatives[0],
                                 account->representatives[1]};
    twt_sketcher *sketcher = NULL;
    uint32_t *slots = twt_alloc_array(4 * (size_t)options->profile.slots, sizeof *slots);
    twt_status status = slots ? twt_sketcher_new(&options->profile, options->kernel, &sketcher) : TWT_ERROR_MEMORY;
    for (size_t i = 0; i < 4 && status == TWT_OK; i++)
        status = sketch(q, sketcher, numbers[i], slots + i * options->profile.slots);
    if (status == TWT_OK)
        status = check_bands(q, sketcher, slots);
    if (status == TWT_OK)
        check_families(q, slots);
    twt_sketcher_free(sketcher);
    twt_free(slots);
    return status;
}

/* ---- rare features --------------------------------------------------------------------------------------- */

static twt_status collect(inquiry *q, uint32_t number, int collector, twt_features *features, uint64_t *rank)
{
    const twt_analysis *analysis;
    twt_status status = read_text(q, number, &analysis);
    if (status != TWT_OK)
        return status;
    *rank = analysis->content_hash[0];
    return twt_feature_collector_run(q->collectors[collector], analysis, features);
}

static twt_status show_representatives(inquiry *q, twt_weighing *weighing)
{
    const twt_account *account = q->account;
    const uint32_t *representatives = q->scanned->sieved->representatives;
    uint32_t count = (uint32_t)q->scanned->store->count;
    twt_progress_begin(q->scanned->progress, TWT_STAGE_EXPLAIN, count);
    twt_status status = TWT_OK;
    for (uint32_t d = 0; d < count && status == TWT_OK; d++) {
        twt_features features;
        uint64_t rank;
        if (d % TELL_EVERY == 0)
            status = twt_progress_add(q->scanned->progress, count - d < TELL_EVERY ? count - d : TELL_EVERY);
        if (status != TWT_OK || representatives[d] != d)
            continue;
        status = collect(q, d, 0, &features, &rank);
        if (status == TWT_OK)
            status = twt_weighing_add(weighing, d, rank, &features,
                                      d == account->representatives[0] || d == account->representatives[1]);
    }
    return status;
}

static twt_status note_features(inquiry *q, const twt_weighed *shared, size_t count)
{
    const twt_analysis *analysis;
    twt_status status = read_text(q, q->account->representatives[0], &analysis);
    if (status != TWT_OK)
        return status;
    q->account->shared_features = count;
    q->account->features = q->room->features;
    for (size_t i = 0; i < count && i < TWT_ACCOUNT_FEATURES; i++) {
        twt_shared_feature *feature = &q->room->features[q->account->feature_count++];
        *feature = (twt_shared_feature){
            .families = shared[i].families, .weight = shared[i].weight, .is_counted = shared[i].is_counted};
        twt_feature_find(analysis, shared[i].key, &feature->at);
    }
    return TWT_OK;
}

static void check_nearest(inquiry *q)
{
    const twt_sieved *sieved = q->scanned->sieved;
    const uint32_t *representatives = q->account->representatives;
    float nearest[2] = {sieved->nearest_shares[representatives[0]], sieved->nearest_shares[representatives[1]]};
    twt_nearest_checks(sieved->family_count, &q->candidate, nearest, next_checks(q));
    q->account->check_count += TWT_NEAREST_CHECKS;
}

static twt_status weigh(inquiry *q, twt_weighing *weighing)
{
    const twt_weighed *shared;
    size_t count;
    twt_status status = show_representatives(q, weighing);
    if (status != TWT_OK)
        return status;
    twt_check *rare = next_checks(q), *short_ones = rare + TWT_RARE_CHECKS;
    twt_weighing_end(weighing, rare, &q->candidate, &shared, &count);
    size_t of_short = twt_weighing_end_short(weighing, short_ones, &q->candidate);
    q->account->check_count += TWT_RARE_CHECKS + of_short;
    if (twt_checks_hold(rare, TWT_RARE_CHECKS) || (of_short && twt_checks_hold(short_ones, of_short)))
        check_nearest(q);
    return note_features(q, shared, count);
}

static twt_status note_rare(inquiry *q)
{
    twt_features features[2];
    uint64_t rank;
    twt_weighing *weighing = NULL;
    twt_status status = TWT_OK;
    for (int side = 0; side < 2 && status == TWT_OK; side++)
        status = collect(q, q->account->representatives[side], side, &features[side], &rank);
    if (status == TWT_OK)
        status = twt_weighing_new(&q->scanned->options->candidate, q->scanned->sieved->family_count, &features[0],
                                  &features[1], &weighing);
    if (status == TWT_OK)
        status = weigh(q, weighing);
    twt_weighing_free(weighing);
    return status;
}

/* ---- candidate and verification -------------------------------------------------------------------------- */

static void note_candidate(inquiry *q)
{
    twt_account *account = q->account;
    const twt_sieved *sieved = q->scanned->sieved;
    const twt_candidate_pair *found = twt_pair_find(sieved->pairs, sieved->count, sizeof *sieved->pairs,
                                                    account->documents[0], account->documents[1]);
    q->candidate.a = account->documents[0];
    q->candidate.b = account->documents[1];
    if (!found)
        return;
    q->candidate = *found;
    account->is_candidate = true;
    if (found->channels & TWT_CHANNEL_ADDED) {
        twt_added_checks(&q->scanned->options->candidate, sieved->family_count, found, next_checks(q));
        account->check_count += TWT_ADDED_CHECKS;
    }
    account->channels = found->channels & (TWT_CANDIDATE_IS_NEAR - 1);
}

static twt_status examine(const twt_scanned *s, const twt_candidate_pair *candidate, twt_examination *out)
{
    twt_examiner examiner;
    twt_status status = twt_examiner_init(&examiner, s->store, &s->options->profile, s->sieved);
    if (status == TWT_OK)
        status = twt_examine_closely(&examiner, candidate, out);
    twt_examiner_free(&examiner);
    return status;
}

static twt_status note_verification(inquiry *q)
{
    twt_examination found;
    twt_account *account = q->account;
    twt_status status = examine(q->scanned, &q->candidate, &found);
    if (status != TWT_OK)
        return status;
    for (size_t i = 0; i < found.check_count; i++)
        q->room->checks[account->check_count++] = found.checks[i];
    account->verified = found.verified;
    account->masked = found.masked;
    account->masked_bytes[0] = found.masked_bytes[0];
    account->masked_bytes[1] = found.masked_bytes[1];
    account->step = account->is_candidate ? found.step : TWT_STEP_CANDIDATE;
    const twt_pair *pair = twt_verified_find(q->scanned->verified, account->documents[0], account->documents[1]);
    if (account->step == TWT_STEP_REPORTED && !pair) {
        account->is_spared = true;
        account->is_candidate = false;
        account->step = TWT_STEP_CANDIDATE;
    }
    account->relation = pair ? pair->verdict.relation : TWT_RELATION_UNRELATED;
    account->confidence = pair ? pair->verdict.confidence : 0;
    return TWT_OK;
}

/* ---- clusters -------------------------------------------------------------------------------------------- */

static void note_home(inquiry *q, int side)
{
    size_t count;
    const twt_cluster *clusters = twt_clustering_clusters(q->scanned->clustering, &count);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < clusters[i].member_count; k++)
            if (clusters[i].members[k].document == q->account->documents[side]) {
                q->account->clusters[side] = (uint32_t)i;
                q->account->canonicals[side] = clusters[i].canonical;
            }
}

static twt_relation relation_to(const inquiry *q, uint32_t document, uint32_t canonical)
{
    if (canonical == document)
        return TWT_RELATION_EXACT;
    const twt_pair *pair =
        canonical == TWT_NO_NUMBER ? NULL : twt_verified_find(q->scanned->verified, document, canonical);
    return pair ? pair->verdict.relation : TWT_RELATION_UNRELATED;
}

static bool is_end(const twt_account *account, int side, twt_link_end end)
{
    return end.is_cluster ? account->clusters[side] == end.number
                          : account->clusters[side] == TWT_NO_NUMBER && account->documents[side] == end.number;
}

static void note_clusters(inquiry *q)
{
    size_t count;
    twt_account *account = q->account;
    note_home(q, 0);
    note_home(q, 1);
    for (int side = 0; side < 2; side++)
        account->to_other[side] = relation_to(q, account->documents[side], account->canonicals[1 - side]);
    const twt_link *links = twt_clustering_links(q->scanned->clustering, &count);
    for (size_t i = 0; i < count && !account->link; i++)
        if ((is_end(account, 0, links[i].from) && is_end(account, 1, links[i].to)) ||
            (is_end(account, 1, links[i].from) && is_end(account, 0, links[i].to)))
            account->link = &links[i];
}

/* ---- the whole ------------------------------------------------------------------------------------------- */

static void begin(inquiry *q, uint32_t a, uint32_t b)
{
    const twt_sieved *sieved = q->scanned->sieved;
    *q->account = (twt_account){.documents = {a, b},
                                .step = TWT_STEP_WORDS,
                                .relation = TWT_RELATION_UNRELATED,
                                .verified = TWT_RELATION_UNRELATED,
                                .masked = TWT_RELATION_UNRELATED,
                                .family_count = sieved->family_count,
                                .clusters = {TWT_NO_NUMBER, TWT_NO_NUMBER},
                                .canonicals = {TWT_NO_NUMBER, TWT_NO_NUMBER},
                                .to_other = {TWT_RELATION_UNRELATED, TWT_RELATION_UNRELATED},
                                .checks = q->room->checks};
    for (int side = 0; side < 2; side++) {
        uint32_t number = q->account->documents[side], first = sieved->first_copies[number];
        q->account->words[side] = sieved->tokens[number];
        q->account->first_copies[side] = first == TWT_NO_GROUP ? number : first;
        q->account->representatives[side] = sieved->representatives[q->account->first_copies[side]];
        q->account->hubs[side] = sieved->circles.hubs[number];
    }
}

static twt_status open_inquiry(inquiry *q)
{
    twt_status status = twt_analyzer_new(&q->scanned->options->profile, &q->analyzer);
    for (int i = 0; i < 2 && status == TWT_OK; i++)
        status = twt_feature_collector_new(&q->collectors[i]);
    return status;
}

/* Exact copies are one text to bands and rare features, and so are members of one family to the latter. */
static twt_status follow(inquiry *q)
{
    const twt_account *account = q->account;
    bool are_copies = account->first_copies[0] == account->first_copies[1];
    bool took_part = account->representatives[0] != TWT_NO_NUMBER && account->representatives[1] != TWT_NO_NUMBER;
    twt_status status = !are_copies && took_part ? note_sketches(q) : TWT_OK;
    if (status == TWT_OK && took_part && account->representatives[0] != account->representatives[1])
        status = note_rare(q);
    note_candidate(q);
    return status == TWT_OK ? note_verification(q) : status;
}

twt_status twt_account_fill(const twt_scanned *scanned, uint32_t a, uint32_t b, twt_account_room *room)
{
    inquiry q = {.scanned = scanned, .room = room, .account = &room->account};
    twt_status status = open_inquiry(&q);
    begin(&q, a, b);
    if (status == TWT_OK && q.account->words[0] && q.account->words[1])
        status = follow(&q);
    note_clusters(&q);
    twt_analyzer_free(q.analyzer);
    twt_feature_collector_free(q.collectors[0]);
    twt_feature_collector_free(q.collectors[1]);
    return status;
}
