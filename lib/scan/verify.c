/* Two looks, the second at the few candidates that their neighbours decide otherwise. Candidates are worked on along a
 * route that keeps the pairs of one text together, and texts read lately are kept, so that most are read once. */
#include "scan/verify.h"

#include "scan/looks.h"
#include "scan/route.h"

enum { MEMORY_PART = 16, MANY_PAIRS = 6 };

/* Texts that are in many pairs are asked for again and again: with twice the room half as many texts of Reuters are
 * read again. Of those in few pairs hardly one is. */
static size_t room_for_texts(const twt_scan_options *options, size_t pairs, size_t documents)
{
    size_t most = pairs / MANY_PAIRS < documents ? TWT_KEPT_TEXTS_BYTES : 2 * TWT_KEPT_TEXTS_BYTES;
    uint64_t part = options->memory / MEMORY_PART;
    return options->memory && part < most ? (size_t)part : most;
}

static twt_status open_workers(twt_verifier *v)
{
    v->workers = twt_alloc_zeroed(v->options->threads, sizeof *v->workers);
    twt_status status = v->workers ? TWT_OK : TWT_ERROR_MEMORY;
    for (size_t i = 0; status == TWT_OK && i < v->options->threads; i++) {
        status = twt_examiner_init(&v->workers[i], v->store, &v->options->profile, v->sieved);
        v->workers[i].texts.shelf = &v->shelf;
    }
    return status;
}

static void close_workers(twt_verifier *v)
{
    for (size_t i = 0; v->workers && i < v->options->threads; i++)
        twt_examiner_free(&v->workers[i]);
    twt_free(v->workers);
}

static void add_counts(const twt_verifier *v, twt_verify_counts *sum)
{
    for (size_t i = 0; v->workers && i < v->options->threads; i++)
        sum->texts += v->workers[i].texts.read;
    for (size_t i = 0; i < v->sieved->count; i++) {
        sum->ended_at[v->looks[i].step]++;
        sum->masked += v->looks[i].is_masked;
        sum->weakened += v->looks[i].is_weakened;
    }
}

static twt_status look_twice(twt_verifier *v)
{
    twt_status status = twt_look_first(v);
    if (status == TWT_OK && v->sieved->family_count >= TWT_NEIGHBOURS_LEAST)
        status = twt_look_again(v);
    if (status == TWT_OK)
        twt_look_settle_confidence(v);
    return status;
}

static twt_status open_verifier(twt_verifier *v)
{
    twt_status status = twt_shelf_init(&v->shelf, room_for_texts(v->options, v->sieved->count, v->store->count));
    v->looks = twt_alloc_zeroed(v->sieved->count, sizeof *v->looks);
    for (size_t i = 0; v->looks && i < v->sieved->count; i++)
        v->looks[i].doubt = (float)TWT_DOUBT_LEAST;
    if (status == TWT_OK)
        status = v->looks ? open_workers(v) : TWT_ERROR_MEMORY;
    if (status != TWT_OK)
        return status;
    return twt_route_find(v->candidates, v->sieved->count, v->store->count, v->sieved->first_copies, &v->route);
}

static void close_verifier(twt_verifier *v)
{
    close_workers(v);
    twt_shelf_free(&v->shelf);
    twt_free(v->route);
    twt_free(v->looks);
    twt_pieces_free(v->pieces, v->piece_count);
}

twt_status twt_verify_run(const twt_store *store, const twt_scan_options *options, twt_progress *progress,
                          twt_sieved *sieved, twt_verified *out)
{
    *out = (twt_verified){0};
    twt_verifier v = {
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
