#include "scan/verify.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/confidence.h"
#include "base/rng.h"
#include "base/vec.h"
#include "scan/examine.h"
#include "support/failing_alloc.h"
#include "support/suite.h"
#include "support/texts.h"
#include "twicetold/scan.h"

/* Versions of one text, each farther from it, and what the candidate stage would say of them in a large collection. */
enum { ORIGINALS = 8, VERSIONS = 7, DOCUMENTS = ORIGINALS * VERSIONS, FAMILIES = 5000 };

typedef struct trial {
    twt_scan_options options;
    twt_progress progress;
    twt_store store;
    twt_sieved sieved;
    uint32_t texts[DOCUMENTS];
} trial;

/* So long that it is a passage of its own. */
static const char furniture[] =
    "Notes to editors. The pier office opens from nine to five on working days, and answers "
    "calls from the press at any time. Pictures of the harbour may be used without charge "
    "when the council is named. Whoever wants to come aboard one of the ferries with a camera "
    "asks for a pass at the gate on the day before.";

/* Some have what recurs in the documents of their source, in every second original. */
/* Makes figures of the words that begin like that, in each version others. */
static void put_figures(char *text, size_t number)
{
    for (char *at = strstr(text, " ke"); at; at = strstr(at, " ke"))
        for (at++; *at != ' ' && *at != '.' && *at; at++)
            *at = (char)('1' + (*at + number) % 9);
}

static void add_version(trial *t, size_t number)
{
    char id[16], *text = texts_make(number / VERSIONS, 140), *edited = texts_edit(text, number, 3);
    char *version = texts_disorder(edited, number, 12 * (number % VERSIONS));
    bool has_more = number / VERSIONS % 2;
    put_figures(version, number);
    snprintf(id, sizeof id, "d%zu", number);
    version = realloc(version, strlen(version) + sizeof furniture + 2);
    strcat(strcat(version, has_more ? "\n\n" : ""), has_more ? furniture : "");
    twt_document document = {.id = id, .text = version, .text_len = strlen(version)};
    ck_assert_int_eq(twt_store_add(&t->store, &document, false), TWT_OK);
    free(text);
    free(edited);
    free(version);
}

static void mask_furniture(trial *t)
{
    twt_analyzer *analyzer;
    const twt_analysis *analysis;
    twt_paragraphs paragraphs = {0};
    ck_assert_int_eq(twt_analyzer_new(&t->options.profile, &analyzer), TWT_OK);
    ck_assert_int_eq(twt_analyzer_run(analyzer, furniture, sizeof furniture - 1, &analysis, NULL), TWT_OK);
    ck_assert_int_eq(twt_paragraphs_collect(analysis, &paragraphs), TWT_OK);
    t->sieved.recurring.masked = twt_alloc_array(1, sizeof *t->sieved.recurring.masked);
    *t->sieved.recurring.masked = paragraphs.data->key;
    t->sieved.recurring.masked_count = 1;
    twt_vec_free(&paragraphs);
    twt_analyzer_free(analyzer);
}

static void open_trial(trial *t, size_t documents)
{
    *t = (trial){.sieved = {.family_count = FAMILIES, .texts = t->texts}};
    twt_scan_options_init(&t->options);
    t->options.threads = 2;
    t->progress.options = &t->options;
    pthread_mutex_init(&t->progress.lock, NULL);
    twt_store_init(&t->store, NULL, 0);
    uint64_t state = 3;
    TWT_VEC(twt_candidate_pair) pairs = {0};
    for (uint32_t a = 0; a < documents; a++) {
        add_version(t, a);
        t->texts[a] = a;
        for (uint32_t b = a + 1; b < documents; b++) {
            bool is_version = a / VERSIONS == b / VERSIONS;
            float share = (float)(1 + twt_rng_next(&state) % 20) / (is_version ? 60 : 200);
            ck_assert(twt_vec_push(&pairs, ((twt_candidate_pair){a, b, 30, share, TWT_CHANNEL_RARE})));
        }
    }
    mask_furniture(t);
    t->sieved.pairs = pairs.data;
    t->sieved.count = pairs.count;
}

static void close_trial(trial *t)
{
    pthread_mutex_destroy(&t->progress.lock);
    twt_store_free(&t->store);
    t->sieved.texts = NULL;
    twt_sieved_free(&t->sieved);
}

typedef struct said { /* of a pair; unrelated when it is not reported */
    twt_relation relation;
    double confidence;
} said;

static said examine(twt_examiner *examiner, const twt_candidate_pair *candidate)
{
    twt_examined found;
    said out = {TWT_RELATION_UNRELATED, 0};
    ck_assert_int_eq(twt_examine(examiner, candidate, TWT_DOUBT_LEAST, &found), TWT_OK);
    if (found.step != TWT_STEP_REPORTED)
        return out;
    ck_assert_int_eq(twt_examine_tell(examiner, &found), TWT_OK);
    out.relation = found.relation;
    float around = (float)twt_neighbours_evidence(&examiner->sieved->neighbours, candidate, 0);
    int64_t points = twt_points_of_text(&(found.left ? found.left : found.comparison)->measures);
    out.confidence = twt_confidence_of(out.relation, twt_chance_of_found(points, around, found.rarity));
    return out;
}

/* Of one family, or of several of which nothing is known yet. */
START_TEST(what_is_plainly_furniture_ends_as_when_all_is_measured)
{
    trial t;
    twt_examiner quick, thorough;
    uint32_t families[DOCUMENTS] = {0};
    size_t recurring = 0, reported = 0;
    open_trial(&t, DOCUMENTS);
    twt_sieved family = t.sieved;
    family.texts = families;
    ck_assert_int_eq(twt_examiner_init(&quick, &t.store, &t.options.profile, &family), TWT_OK);
    ck_assert_int_eq(twt_examiner_init(&thorough, &t.store, &t.options.profile, &t.sieved), TWT_OK);
    for (size_t i = 0; i < t.sieved.count; i++) {
        twt_examined one, other;
        ck_assert_int_eq(twt_examine(&quick, &t.sieved.pairs[i], TWT_DOUBT_LEAST, &one), TWT_OK);
        ck_assert_int_eq(twt_examine(&thorough, &t.sieved.pairs[i], TWT_DOUBT_LEAST, &other), TWT_OK);
        ck_assert_int_eq(one.step, other.step);
        ck_assert(one.is_masked == other.is_masked && one.order == other.order);
        ck_assert(one.lacks == other.lacks && one.masked_lacks == other.masked_lacks && one.rarity == other.rarity);
        ck_assert((one.left != NULL) == (other.left != NULL));
        recurring += one.step == TWT_STEP_RECURRING &&
                     one.comparison->measures.facts_own[0] < other.comparison->measures.facts_own[0];
        if (one.step != TWT_STEP_REPORTED)
            continue;
        reported++;
        ck_assert_int_eq(one.relation, other.relation);
        ck_assert(one.doubt == other.doubt);
        ck_assert_int_eq(twt_points_of_text(&one.comparison->measures),
                         twt_points_of_text(&other.comparison->measures));
    }
    ck_assert(recurring && reported); /* else nothing was left out, or all */
    twt_examiner_free(&quick);
    twt_examiner_free(&thorough);
    close_trial(&t);
}
END_TEST

static said reported(const twt_verified *verified, const twt_candidate_pair *candidate)
{
    const twt_pair *pair = twt_verified_find(verified, candidate->a, candidate->b);
    return pair ? (said){pair->verdict.relation, pair->verdict.confidence} : (said){TWT_RELATION_UNRELATED, 0};
}

START_TEST(every_pair_is_told_what_one_look_within_its_neighbourhood_tells)
{
    trial t;
    twt_examiner alone, within;
    twt_verified verified;
    size_t gained = 0, lost = 0, told = 0;
    open_trial(&t, DOCUMENTS);
    twt_sieved unknowing = t.sieved;
    ck_assert_int_eq(twt_verify_run(&t.store, &t.options, &t.progress, &t.sieved, &verified), TWT_OK);
    ck_assert_int_eq(twt_examiner_init(&alone, &t.store, &t.options.profile, &unknowing), TWT_OK);
    ck_assert_int_eq(twt_examiner_init(&within, &t.store, &t.options.profile, &t.sieved), TWT_OK);
    for (size_t i = 0; i < t.sieved.count; i++) {
        said pair = reported(&verified, &t.sieved.pairs[i]), again = examine(&within, &t.sieved.pairs[i]);
        twt_relation relation = pair.relation;
        bool was_told = examine(&alone, &t.sieved.pairs[i]).relation != TWT_RELATION_UNRELATED;
        ck_assert_int_eq(relation, again.relation);
        ck_assert(pair.confidence == again.confidence);
        told += relation != TWT_RELATION_UNRELATED;
        gained += !was_told && relation != TWT_RELATION_UNRELATED;
        lost += was_told && relation == TWT_RELATION_UNRELATED;
    }
    ck_assert(gained && lost && verified.counts.masked); /* else nothing was tried */
    ck_assert_uint_eq(verified.count, told);
    ck_assert_uint_eq(verified.counts.ended_at[TWT_STEP_REPORTED], told);
    twt_examiner_free(&alone);
    twt_examiner_free(&within);
    twt_verified_free(&verified);
    close_trial(&t);
}
END_TEST

START_TEST(reasons_stay_with_their_pairs)
{
    trial t;
    twt_verified verified;
    open_trial(&t, DOCUMENTS);
    ck_assert_int_eq(twt_verify_run(&t.store, &t.options, &t.progress, &t.sieved, &verified), TWT_OK);
    for (size_t i = 0; i < verified.count; i++) {
        const twt_pair *pair = &verified.pairs[i];
        ck_assert(i == 0 || pair->a > pair[-1].a || (pair->a == pair[-1].a && pair->b > pair[-1].b));
        ck_assert(pair->reason_count > 0);
        for (size_t k = 0; k < pair->reason_count; k++) {
            ck_assert(pair->reasons[k].a.end <= t.store.items[pair->a].document.text_len);
            ck_assert(pair->reasons[k].b.end <= t.store.items[pair->b].document.text_len);
            ck_assert(k == 0 || pair->reasons[k].code >= pair->reasons[k - 1].code);
        }
    }
    twt_verified_free(&verified);
    close_trial(&t);
}
END_TEST

START_TEST(every_refused_allocation_is_reported)
{
    for (size_t n = 1;; n++) {
        trial t;
        twt_verified verified;
        open_trial(&t, VERSIONS);
        t.options.threads = 1;
        failing_alloc_arm(n);
        twt_status status = twt_verify_run(&t.store, &t.options, &t.progress, &t.sieved, &verified);
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        twt_verified_free(&verified);
        close_trial(&t);
        if (!was_refused)
            break;
    }
}
END_TEST

TWT_SUITE("scan_verify", what_is_plainly_furniture_ends_as_when_all_is_measured,
          every_pair_is_told_what_one_look_within_its_neighbourhood_tells, reasons_stay_with_their_pairs,
          every_refused_allocation_is_reported)
