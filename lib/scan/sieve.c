/* Work goes block by block: the documents of a block are read in parallel and added to the candidates by whoever reads
 * them, then looked through in the order of input, so that the first of equal documents is always the one that counts;
 * the others are left out again. A block bounds what waits between the two steps. */
#include "scan/sieve.h"

#include "base/clock.h"
#include "base/pool.h"
#include "base/vec.h"
#include "scan/copies.h"
#include "twicetold/text.h"

enum { BLOCK = 1024, GRAIN = 8 };

typedef struct worker {
    twt_analyzer *analyzer;
    twt_candidate_intake *intake;
    uint32_t *slots;
    twt_u64s shingles;             /* of what recurs in a text */
    double text, sketch, features; /* CPU seconds, when they are asked for */
} worker;

typedef struct sieve {
    const twt_store *store;
    const twt_scan_options *options;
    twt_progress *progress;
    twt_stats *stats;
    worker *workers;
    twt_sketcher *sketcher;
    twt_candidates *candidates;
    twt_copies copies;
    twt_recurring recurring;
    uint32_t *tokens; /* per document */
    size_t begin;     /* of the block; what follows is per document of the block */
    uint64_t (*content_hashes)[2];
    size_t *features; /* how many */
    twt_paragraphs *paragraphs;
} sieve;

/* What the thread has spent since *began, which becomes now; nothing unless it is asked for. */
static void note_time(const sieve *s, double *began, double *sum)
{
    if (!s->options->is_timed)
        return;
    double now = twt_clock_thread();
    if (sum)
        *sum += now - *began;
    *began = now;
}

/* The candidates take every text once: a document whose words came before is left to twt_copies_expand. */
static twt_status add_document(sieve *s, worker *w, size_t place, const twt_analysis *analysis)
{
    s->features[place] = 0;
    twt_vec_clear(&s->paragraphs[place]);
    if (analysis->token_count == 0 || twt_copies_know(&s->copies, analysis->content_hash))
        return TWT_OK;
    twt_status status = twt_paragraphs_collect(analysis, &s->paragraphs[place]);
    if (status == TWT_OK)
        status = twt_candidate_intake_add(w->intake, (uint32_t)(s->begin + place), analysis->content_hash[0], w->slots,
                                          analysis, &s->features[place]);
    return status;
}

static twt_status read_document(sieve *s, worker *w, size_t place)
{
    size_t number = s->begin + place;
    const twt_document *document = twt_store_look(s->store, number);
    const twt_analysis *analysis;
    double began = 0;
    note_time(s, &began, NULL);
    /* A sketch needs no set, and paragraphs are enough to tell what recurs. */
    twt_analyzer_skip(w->analyzer, TWT_SKIP_SENTENCE_ENDS | TWT_SKIP_SHINGLE_SET);
    twt_status status = twt_analyzer_run(w->analyzer, document->text, document->text_len, &analysis, NULL);
    if (status != TWT_OK)
        return status;
    note_time(s, &began, &w->text);
    s->tokens[number] = (uint32_t)analysis->token_count;
    s->content_hashes[place][0] = analysis->content_hash[0];
    s->content_hashes[place][1] = analysis->content_hash[1];
    twt_sketcher_run(s->sketcher, analysis->shingles, analysis->shingle_count, w->slots);
    note_time(s, &began, &w->sketch);
    status = add_document(s, w, place, analysis);
    note_time(s, &began, &w->features);
    return status;
}

static twt_status read_documents(void *context, size_t number, size_t begin, size_t end)
{
    sieve *s = context;
    for (size_t place = begin; place < end; place++) {
        twt_status status = read_document(s, &s->workers[number], place);
        if (status != TWT_OK)
            return status;
    }
    return twt_progress_add(s->progress, end - begin);
}

static twt_status look_through(sieve *s, size_t count)
{
    for (size_t place = 0; place < count; place++) {
        uint32_t number = (uint32_t)(s->begin + place);
        s->stats->words += s->tokens[number];
        s->stats->wordless += s->tokens[number] == 0;
        if (s->tokens[number] == 0)
            continue;
        if (!twt_copies_note(&s->copies, number, s->content_hashes[place])) {
            twt_candidates_leave_out(s->candidates, number);
            s->stats->copies++;
            continue;
        }
        s->stats->features += s->features[place];
        twt_status status = twt_recurring_add(&s->recurring, number, s->store->items[number].document.source,
                                              s->content_hashes[place][0], &s->paragraphs[place]);
        if (status != TWT_OK)
            return status;
    }
    return TWT_OK;
}

static twt_status sieve_blocks(sieve *s)
{
    twt_progress_begin(s->progress, TWT_STAGE_ANALYSE, s->store->count);
    twt_status status = TWT_OK;
    twt_clock clock = twt_clock_now();
    for (s->begin = 0; status == TWT_OK && s->begin < s->store->count; s->begin += BLOCK) {
        size_t count = s->store->count - s->begin < BLOCK ? s->store->count - s->begin : BLOCK;
        status = twt_pool_run(s->options->threads, count, GRAIN, read_documents, s);
        twt_clock_lap(&clock, &s->stats->phases[TWT_PHASE_ANALYSE]);
        if (status == TWT_OK)
            status = look_through(s, count);
        twt_clock_lap(&clock, &s->stats->phases[TWT_PHASE_POSTINGS]);
    }
    for (size_t i = 0; status == TWT_OK && i < s->options->threads; i++)
        status = twt_candidate_intake_end(s->workers[i].intake);
    return status;
}

/* Who stands for whom: verification looks at the texts around a pair, an explanation at all of it. */
static twt_status keep_trail(sieve *s, twt_sieved *out)
{
    out->family_count = twt_candidates_family_count(s->candidates);
    out->representatives = twt_alloc_array(s->store->count, sizeof *out->representatives);
    out->texts = twt_alloc_array(s->store->count, sizeof *out->texts);
    uint32_t *hubs = twt_alloc_array(s->store->count, sizeof *hubs);
    out->nearest_shares = twt_alloc_array(s->store->count, sizeof *out->nearest_shares);
    if (!out->representatives || !out->texts || !out->nearest_shares || !hubs) {
        twt_free(hubs);
        return TWT_ERROR_MEMORY;
    }
    out->first_copies = s->copies.first_of;
    s->copies.first_of = NULL;
    for (uint32_t d = 0; d < s->store->count; d++) {
        uint32_t first = out->first_copies[d];
        hubs[d] = twt_candidates_hub(s->candidates, d);
        out->representatives[d] = twt_candidates_representative(s->candidates, d);
        out->nearest_shares[d] = twt_candidates_nearest_share(s->candidates, d);
        out->texts[d] = first == TWT_NO_GROUP ? UINT32_MAX : twt_candidates_representative(s->candidates, first);
    }
    return twt_circles_init(&out->circles, hubs, out->first_copies, s->store->count);
}

/* MERGE is what is left when the candidates have told of their own parts. */
static void note_costs(const sieve *s, const twt_phase_cost *all)
{
    twt_phase_cost bands, rare, *phases = s->stats->phases;
    twt_candidates_costs(s->candidates, &bands, &rare);
    phases[TWT_PHASE_BANDS] = bands;
    phases[TWT_PHASE_RARE] = rare;
    phases[TWT_PHASE_MERGE] =
        (twt_phase_cost){.wall_seconds = all->wall_seconds - bands.wall_seconds - rare.wall_seconds,
                         .cpu_seconds = all->cpu_seconds - bands.cpu_seconds - rare.cpu_seconds,
                         .peak_bytes = all->peak_bytes};
}

static void sum_up(const sieve *s, const twt_sieved *out)
{
    twt_stats *stats = s->stats;
    for (size_t i = 0; i < s->options->threads; i++) {
        stats->text_cpu_seconds += s->workers[i].text;
        stats->sketch_cpu_seconds += s->workers[i].sketch;
        stats->feature_cpu_seconds += s->workers[i].features;
    }
    stats->spilled_bytes = twt_candidates_spilled(s->candidates);
    stats->families = out->family_count;
    stats->recurring = s->recurring.masked_count;
    stats->candidates = out->count;
    for (size_t i = 0; i < out->count; i++)
        for (unsigned bit = 0; bit < sizeof stats->candidates_by / sizeof *stats->candidates_by; bit++)
            stats->candidates_by[bit] += out->pairs[i].channels >> bit & 1;
}

/* Turns pairs of first copies into pairs of documents. */
static twt_status spread_pairs(sieve *s, const twt_candidate_pair *pairs, size_t count, twt_sieved *out)
{
    twt_candidate_list all = {0};
    twt_status status = twt_circles_add_leaders(&out->circles, s->store, pairs, count, &all);
    if (status == TWT_OK)
        status = twt_copies_expand(&s->copies, &out->circles, all.data, all.count, &out->pairs, &out->count);
    twt_vec_free(&all);
    return status;
}

/* ---- furniture ------------------------------------------------------------------------------------------- */

static twt_status tell_furniture_of(sieve *s, worker *w, uint32_t number)
{
    const twt_document *document = twt_store_look(s->store, number);
    const twt_analysis *analysis;
    twt_analyzer_skip(w->analyzer, TWT_SKIP_SENTENCE_ENDS | TWT_SKIP_SHINGLE_SET);
    twt_status status = twt_analyzer_run(w->analyzer, document->text, document->text_len, &analysis, NULL);
    if (status == TWT_OK)
        status = twt_recurring_shingles(&s->recurring, analysis, &w->shingles);
    if (status != TWT_OK)
        return status;
    twt_sketcher_run(s->sketcher, w->shingles.data, w->shingles.count, w->slots);
    twt_candidates_tell_furniture(s->candidates, number, w->slots);
    return TWT_OK;
}

static twt_status tell_furniture_of_some(void *context, size_t number, size_t begin, size_t end)
{
    sieve *s = context;
    twt_status status = TWT_OK;
    for (size_t i = begin; status == TWT_OK && i < end; i++)
        status = tell_furniture_of(s, &s->workers[number], s->recurring.furnished[i]);
    return status;
}

/* What recurs is known when all is read, so the texts that have some of it are read once more. */
static twt_status tell_furniture(sieve *s)
{
    twt_status status = twt_recurring_find(&s->recurring);
    if (status != TWT_OK)
        return status;
    return twt_pool_run(s->options->threads, s->recurring.furnished_count, GRAIN, tell_furniture_of_some, s);
}

static twt_status find_pairs(sieve *s, twt_sieved *out)
{
    const twt_candidate_pair *pairs;
    size_t count;
    twt_clock clock = twt_clock_now();
    twt_progress_begin(s->progress, TWT_STAGE_CANDIDATE, 0);
    twt_status status = tell_furniture(s);
    if (status == TWT_OK)
        status = twt_candidates_find(s->candidates, s->options->threads, &pairs, &count);
    if (status != TWT_OK)
        return status;
    twt_copies_group(&s->copies);
    status = keep_trail(s, out);
    if (status == TWT_OK)
        status = spread_pairs(s, pairs, count, out);
    if (status != TWT_OK)
        return status;
    twt_phase_cost all = {0};
    twt_clock_lap(&clock, &all);
    note_costs(s, &all);
    sum_up(s, out);
    return twt_progress_add(s->progress, 0);
}

static twt_status new_candidates(sieve *s)
{
    twt_candidate_options options = s->options->candidate;
    options.keeps_families = true;
    return twt_candidates_new(&options, &s->options->profile, s->store->count, &s->candidates);
}

static twt_status open_workers(sieve *s)
{
    s->workers = twt_alloc_zeroed(s->options->threads, sizeof *s->workers);
    s->content_hashes = twt_alloc_array(BLOCK, sizeof *s->content_hashes);
    s->features = twt_alloc_array(BLOCK, sizeof *s->features);
    s->paragraphs = twt_alloc_zeroed(BLOCK, sizeof *s->paragraphs);
    s->tokens = twt_alloc_zeroed(s->store->count, sizeof *s->tokens);
    if (!s->workers || !s->content_hashes || !s->features || !s->paragraphs || !s->tokens)
        return TWT_ERROR_MEMORY;
    twt_status status = twt_copies_init(&s->copies, s->store->count);
    if (status == TWT_OK)
        status = twt_sketcher_new(&s->options->profile, s->options->kernel, &s->sketcher);
    if (status == TWT_OK)
        status = new_candidates(s);
    for (size_t i = 0; status == TWT_OK && i < s->options->threads; i++) {
        status = twt_analyzer_new(&s->options->profile, &s->workers[i].analyzer);
        if (status == TWT_OK)
            status = twt_candidate_intake_new(s->candidates, &s->workers[i].intake);
        s->workers[i].slots = twt_alloc_array(s->options->profile.slots, sizeof *s->workers[i].slots);
        if (status == TWT_OK && !s->workers[i].slots)
            status = TWT_ERROR_MEMORY;
    }
    return status;
}

static void close_workers(sieve *s)
{
    for (size_t i = 0; s->workers && i < s->options->threads; i++) {
        twt_analyzer_free(s->workers[i].analyzer);
        twt_candidate_intake_free(s->workers[i].intake);
        twt_free(s->workers[i].slots);
        twt_vec_free(&s->workers[i].shingles);
    }
    for (size_t i = 0; s->paragraphs && i < BLOCK; i++)
        twt_vec_free(&s->paragraphs[i]);
    twt_free(s->workers);
    twt_free(s->content_hashes);
    twt_free(s->features);
    twt_free(s->paragraphs);
    twt_copies_free(&s->copies);
    twt_sketcher_free(s->sketcher);
    twt_candidates_free(s->candidates);
}

twt_status twt_sieve_run(const twt_store *store, const twt_scan_options *options, twt_progress *progress,
                         twt_stats *stats, twt_sieved *out, int *tmp_error)
{
    sieve s = {.store = store, .options = options, .progress = progress, .stats = stats};
    *out = (twt_sieved){0};
    twt_status status = open_workers(&s);
    if (status == TWT_OK)
        status = sieve_blocks(&s);
    if (status == TWT_OK)
        status = find_pairs(&s, out);
    if (s.candidates)
        *tmp_error = twt_candidates_os_error(s.candidates);
    close_workers(&s);
    out->tokens = s.tokens;
    out->recurring = s.recurring;
    if (status != TWT_OK)
        twt_sieved_free(out);
    return status;
}

void twt_sieved_free(twt_sieved *sieved)
{
    twt_free(sieved->pairs);
    twt_free(sieved->tokens);
    twt_free(sieved->first_copies);
    twt_free(sieved->representatives);
    twt_free(sieved->nearest_shares);
    twt_free(sieved->texts);
    twt_circles_free(&sieved->circles);
    twt_neighbours_free(&sieved->neighbours);
    twt_recurring_free(&sieved->recurring);
    *sieved = (twt_sieved){0};
}
