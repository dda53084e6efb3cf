/* Two looks, the second at the few whose scale their neighbours tip. In a look each piece of candidates is verified by
 * one worker into a list of its own; the lists are joined in the order of the candidates, so the result does not depend
 * on who did what. They are worked on along a route that keeps the pairs of one text together, and texts read lately
 * are kept, so that most are read once. */
#include "scan/verify.h"

#include <math.h>
#include <string.h>

#include "base/confidence.h"
#include "base/pool.h"
#include "scan/examine.h"
#include "scan/members.h"
#include "scan/pieces.h"
#include "scan/route.h"

enum { GRAIN_LEAST = 64, GRAIN_MOST = 1024, PIECES_A_THREAD = 32, MEMORY_PART = 16 };

#define ROUNDING 1e-3 /* evidence is kept in floats */

typedef struct look {                        /* what came of a candidate */
    float order, lacks, masked_lacks, doubt; /* as in twt_examined */
    int32_t points;                          /* of one that is reported: twt_points_of_text */
    float rarity;                            /* and twt_rarity_of_words */
    uint8_t step;
    bool is_masked, is_weakened, is_version;
} look;

typedef struct verifier {
    const twt_store *store;
    const twt_scan_options *options;
    twt_progress *progress;
    const twt_candidate_pair *candidates;
    uint32_t *route; /* the order in which candidates are worked on */
    size_t looked;   /* so many of them at the first look; the others were spared */
    twt_sieved *sieved;
    twt_examiner *workers;
    look *looks; /* per candidate: the last one */
    twt_piece *pieces;
    size_t piece_count;
    const uint32_t *at;        /* of the route: where the look at hand begins */
    size_t first_piece, grain; /* of the look at hand; candidates of a piece */
} verifier;

/* Than what the texts show. */
static bool is_less(const twt_examined *found)
{
    return found->step == TWT_STEP_REPORTED && (found->left || found->relation != found->comparison->verdict.relation);
}

static void note(look *of, const twt_examined *found)
{
    *of = (look){.order = found->order,
                 .lacks = found->lacks,
                 .masked_lacks = found->masked_lacks,
                 .doubt = found->doubt,
                 .step = (uint8_t)found->step,
                 .is_masked = found->is_masked,
                 .is_weakened = is_less(found)};
}

/* Not what is rewritten: that hangs on the texts around the pair. */
static bool is_close_version(twt_relation relation)
{
    return relation == TWT_RELATION_EXACT || relation == TWT_RELATION_NOISY || relation == TWT_RELATION_NEAR_DUPLICATE;
}

static twt_status verify(const verifier *v, twt_examiner *examiner, uint32_t place, twt_piece *p)
{
    twt_examined found;
    const twt_candidate_pair *candidate = &v->candidates[place];
    twt_status status = twt_examine(examiner, candidate, (double)v->looks[place].doubt, &found);
    if (status != TWT_OK)
        return status;
    note(&v->looks[place], &found);
    if (found.step != TWT_STEP_REPORTED)
        return TWT_OK;
    status = twt_examine_tell(examiner, &found);
    if (status == TWT_OK)
        status = twt_comparer_add_metadata(examiner->comparer, twt_store_look(v->store, candidate->a),
                                           twt_store_look(v->store, candidate->b), &found.comparison);
    if (status != TWT_OK)
        return status;
    const twt_measures *measures = &(found.left ? found.left : found.comparison)->measures;
    v->looks[place].points = (int32_t)twt_points_of_text(measures);
    v->looks[place].rarity = found.rarity;
    v->looks[place].is_version = is_close_version(found.relation);
    return is_less(&found) ? twt_piece_keep_less(p, candidate, &found) : twt_piece_keep(p, candidate, found.comparison);
}

static twt_status verify_piece(void *context, size_t number, size_t begin, size_t end)
{
    verifier *v = context;
    twt_piece *p = &v->pieces[v->first_piece + begin / v->grain];
    for (size_t i = begin; i < end; i++) {
        uint32_t place = v->at[i];
        twt_status status = verify(v, &v->workers[number], place, p);
        if (status == TWT_OK && p->places.count < p->pairs.count && !twt_vec_push(&p->places, place))
            status = TWT_ERROR_MEMORY;
        if (status != TWT_OK)
            return status;
    }
    return twt_progress_add(v->progress, end - begin);
}

/* Of a worker. */
static size_t room_for_texts(const twt_scan_options *options)
{
    uint64_t part = options->memory / MEMORY_PART / options->threads;
    return options->memory && part < TWT_KEPT_TEXTS_BYTES ? (size_t)part + 1 : TWT_KEPT_TEXTS_BYTES;
}

static twt_status open_workers(verifier *v)
{
    v->workers = twt_alloc_zeroed(v->options->threads, sizeof *v->workers);
    twt_status status = v->workers ? TWT_OK : TWT_ERROR_MEMORY;
    for (size_t i = 0; status == TWT_OK && i < v->options->threads; i++) {
        status = twt_examiner_init(&v->workers[i], v->store, &v->options->profile, v->sieved);
        v->workers[i].texts.room = room_for_texts(v->options);
    }
    return status;
}

static void close_workers(verifier *v)
{
    for (size_t i = 0; v->workers && i < v->options->threads; i++)
        twt_examiner_free(&v->workers[i]);
    twt_free(v->workers);
}

static void add_counts(const verifier *v, twt_verify_counts *sum)
{
    for (size_t i = 0; v->workers && i < v->options->threads; i++)
        sum->texts += v->workers[i].texts.read;
    for (size_t i = 0; i < v->sieved->count; i++) {
        sum->ended_at[v->looks[i].step]++;
        sum->masked += v->looks[i].is_masked;
        sum->weakened += v->looks[i].is_weakened;
    }
}

/* Large, so that a worker keeps to its part of the route, but enough pieces for all. */
static size_t grain_for(size_t count, size_t threads)
{
    size_t grain = count / (threads * PIECES_A_THREAD);
    return grain < GRAIN_LEAST ? GRAIN_LEAST : grain > GRAIN_MOST ? GRAIN_MOST : grain;
}

/* At count candidates of the route. */
static twt_status look_at(verifier *v, const uint32_t *at, size_t count)
{
    if (!count)
        return TWT_OK;
    v->at = at;
    size_t grain = grain_for(count, v->options->threads), more = (count + grain - 1) / grain;
    twt_piece *pieces = twt_alloc_zeroed(v->piece_count + more, sizeof *pieces);
    if (!pieces)
        return TWT_ERROR_MEMORY;
    if (v->piece_count)
        memcpy(pieces, v->pieces, v->piece_count * sizeof *pieces);
    twt_free(v->pieces);
    v->pieces = pieces;
    v->first_piece = v->piece_count;
    v->piece_count += more;
    v->grain = grain;
    twt_progress_begin(v->progress, TWT_STAGE_COMPARE, count);
    return twt_pool_run(v->options->threads, count, grain, verify_piece, v);
}

/* ---- the first look -------------------------------------------------------------------------------------- */

/* Puts those of a part of the route that are to wait behind the others, in order; returns where they begin. */
static size_t put_last(verifier *v, size_t begin, size_t end, uint32_t *scratch, bool (*waits)(verifier *, uint32_t))
{
    size_t kept = begin, waiting = 0;
    for (size_t i = begin; i < end; i++) {
        uint32_t place = v->route[i];
        if (waits(v, place))
            scratch[waiting++] = place;
        else
            v->route[kept++] = place;
    }
    memcpy(v->route + kept, scratch, waiting * sizeof *scratch);
    return kept;
}

static bool is_of_no_hub(verifier *v, uint32_t place)
{
    return !twt_circles_is_of_hub(&v->sieved->circles, &v->candidates[place], place);
}

static void note_versions(verifier *v, size_t of_hubs)
{
    for (size_t i = 0; i < of_hubs; i++)
        if (v->looks[v->route[i]].is_version)
            twt_circles_note_version(&v->sieved->circles, &v->candidates[v->route[i]], v->route[i]);
}

static void spare(verifier *v, uint32_t place, float order)
{
    v->looks[place].step = TWT_STEP_CANDIDATE;
    v->looks[place].order = order;
}

/* By a hub; spares it. */
static bool is_vouched(verifier *v, uint32_t place)
{
    uint32_t by[2];
    if (!twt_circles_spare(&v->sieved->circles, &v->candidates[place], by))
        return false;
    spare(v, place, fminf(v->looks[by[0]].order, v->looks[by[1]].order));
    return true;
}

static bool has_spokesman(verifier *v, uint32_t place)
{
    return twt_members_spokesman(v->sieved, place) != TWT_NO_NUMBER;
}

/* By representatives that were looked at and show no reuse; spares it. */
static bool is_spoken_against(verifier *v, uint32_t place)
{
    const look *of = &v->looks[twt_members_spokesman(v->sieved, place)];
    if (of->step == TWT_STEP_REPORTED || of->step == TWT_STEP_CANDIDATE)
        return false;
    spare(v, place, of->order);
    return true;
}

/* Of hubs with their circles; of what these don't vouch for; of members whose representatives don't speak against it.
 */
static twt_status look_in_turn(verifier *v, uint32_t *scratch)
{
    size_t of_hubs = put_last(v, 0, v->sieved->count, scratch, is_of_no_hub);
    twt_status status = look_at(v, v->route, of_hubs);
    if (status != TWT_OK)
        return status;
    note_versions(v, of_hubs);
    size_t vouched = put_last(v, of_hubs, v->sieved->count, scratch, is_vouched);
    size_t of_members = put_last(v, of_hubs, vouched, scratch, has_spokesman);
    status = look_at(v, v->route + of_hubs, of_members - of_hubs);
    if (status != TWT_OK)
        return status;
    v->looked = put_last(v, of_members, vouched, scratch, is_spoken_against);
    return look_at(v, v->route + of_members, v->looked - of_members);
}

static twt_status look_first(verifier *v)
{
    uint32_t *scratch = twt_alloc_array(v->sieved->count, sizeof *scratch);
    if (!scratch)
        return TWT_ERROR_MEMORY;
    twt_circles_place(&v->sieved->circles, v->candidates, v->sieved->count);
    twt_status status = look_in_turn(v, scratch);
    twt_free(scratch);
    return status;
}

/* ---- the second ------------------------------------------------------------------------------------------ */

static twt_status look_around(const verifier *v)
{
    twt_sieved *sieved = v->sieved;
    size_t count = sieved->count;
    float *orders = twt_alloc_array(count, sizeof *orders), *doubts = twt_alloc_array(count, sizeof *doubts);
    twt_status status = orders && doubts ? TWT_OK : TWT_ERROR_MEMORY;
    for (size_t i = 0; status == TWT_OK && i < count; i++) {
        orders[i] = v->looks[i].order;
        doubts[i] = v->looks[i].doubt;
    }
    if (status == TWT_OK)
        status = twt_neighbours_build(&sieved->neighbours, sieved->pairs, orders, doubts, count, sieved->texts,
                                      v->store->count, sieved->family_count);
    twt_free(orders);
    twt_free(doubts);
    return status;
}

static bool tips(double lacks, double evidence)
{
    bool is_close = fabs(lacks) < ROUNDING || fabs(lacks - evidence) < ROUNDING;
    return evidence != 0 && (is_close || (lacks > 0) != (lacks > evidence));
}

/* Whether what stands around a pair may change what is said of it, with what recurs or without. */
static bool is_tipped(const verifier *v, uint32_t place)
{
    const look *first = &v->looks[place];
    double evidence = twt_neighbours_evidence(&v->sieved->neighbours, &v->candidates[place], (double)first->doubt);
    return tips((double)first->lacks, evidence) || (first->is_masked && tips((double)first->masked_lacks, evidence));
}

/* Whether a pair that spared this one is looked at again. */
static bool lost_voucher(const verifier *v, uint32_t place, const bool *is_chosen)
{
    uint32_t by[2], spokesman = twt_members_spokesman(v->sieved, place);
    if (spokesman != TWT_NO_NUMBER && is_chosen[spokesman])
        return true;
    return twt_circles_spare(&v->sieved->circles, &v->candidates[place], by) && (is_chosen[by[0]] || is_chosen[by[1]]);
}

/* Leaves these on the route, in its order, and takes back what was said of them. */
static twt_status choose_again(verifier *v, size_t *count)
{
    bool *is_chosen = twt_alloc_zeroed(v->sieved->count, sizeof *is_chosen);
    if (!is_chosen)
        return TWT_ERROR_MEMORY;
    *count = 0;
    for (size_t i = 0; i < v->sieved->count; i++) {
        uint32_t place = v->route[i];
        if (i < v->looked ? !is_tipped(v, place) : !lost_voucher(v, place, is_chosen))
            continue;
        is_chosen[place] = true;
        v->route[(*count)++] = place;
    }
    twt_pieces_withdraw(v->pieces, v->piece_count, is_chosen);
    twt_free(is_chosen);
    return TWT_OK;
}

/* Of pairs that were found, not chosen: how sure a claim is depends on the texts around it whether they tip the scale
 * or not. */
static void settle_confidence(const verifier *v)
{
    for (size_t i = 0; i < v->piece_count; i++)
        for (size_t k = 0; k < v->pieces[i].places.count; k++) {
            uint32_t place = v->pieces[i].places.data[k];
            if (place == TWT_NO_NUMBER)
                continue;
            twt_verdict *verdict = &v->pieces[i].pairs.data[k].verdict;
            float around = (float)twt_neighbours_evidence(&v->sieved->neighbours, &v->candidates[place], 0);
            const look *last = &v->looks[place];
            verdict->confidence =
                twt_confidence_of(verdict->relation, twt_chance_of_found(last->points, around, last->rarity));
        }
}

/* At the few whose scale their neighbours tip. */
static twt_status look_again(verifier *v)
{
    size_t count = 0;
    twt_status status = look_around(v);
    if (status == TWT_OK)
        status = choose_again(v, &count);
    return status == TWT_OK ? look_at(v, v->route, count) : status;
}

static twt_status look_twice(verifier *v)
{
    twt_status status = look_first(v);
    if (status == TWT_OK && v->sieved->family_count >= TWT_NEIGHBOURS_LEAST)
        status = look_again(v);
    if (status == TWT_OK)
        settle_confidence(v);
    return status;
}

static twt_status open_verifier(verifier *v)
{
    v->looks = twt_alloc_zeroed(v->sieved->count, sizeof *v->looks);
    for (size_t i = 0; v->looks && i < v->sieved->count; i++)
        v->looks[i].doubt = (float)TWT_DOUBT_LEAST;
    twt_status status = v->looks ? open_workers(v) : TWT_ERROR_MEMORY;
    if (status != TWT_OK)
        return status;
    return twt_route_find(v->candidates, v->sieved->count, v->store->count, v->sieved->first_copies, &v->route);
}

static void close_verifier(verifier *v)
{
    close_workers(v);
    twt_free(v->route);
    twt_free(v->looks);
    twt_pieces_free(v->pieces, v->piece_count);
}

twt_status twt_verify_run(const twt_store *store, const twt_scan_options *options, twt_progress *progress,
                          twt_sieved *sieved, twt_verified *out)
{
    *out = (twt_verified){0};
    verifier v = {
        .store = store, .options = options, .progress = progress, .candidates = sieved->pairs, .sieved = sieved};
    twt_status status = open_verifier(&v);
    if (status == TWT_OK)
        status = look_twice(&v);
    if (status == TWT_OK)
        status = twt_pieces_join(v.pieces, v.piece_count, sieved->count, out);
    if (status == TWT_OK)
        add_counts(&v, &out->counts);
    close_verifier(&v);
    if (status != TWT_OK)
        twt_verified_free(out);
    return status;
}
