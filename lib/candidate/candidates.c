/* The handle: takes documents in, then has the pairs found (search.c). */
#include "candidate/handle.h"

#include <math.h>
#include <string.h>

#include "base/slots.h"

/* More workers than this would cost memory (a tally each) and gain nothing. */
enum { THREADS_MAX = 32 };

void twt_candidate_options_init(twt_candidate_options *options)
{
    *options = (twt_candidate_options){.bands = 32,
                                       .rows = 4,
                                       .family_jaccard = .6,
                                       .df_max = 24,
                                       .df_max_word = 48,
                                       .df_max_star = 2000,
                                       .weight_min = 10,
                                       .share_min = .018,
                                       .short_words = 100,
                                       .short_share_min = .02,
                                       .family_pairs_max = 4096};
}

static bool are_good(const twt_candidate_options *o, const twt_profile *profile)
{
    return o->bands >= 1 && o->rows >= 1 && (uint64_t)o->bands * o->rows <= profile->slots && o->family_jaccard > 0 &&
           o->family_jaccard <= 1 && o->df_max <= o->df_max_star && o->df_max_word <= o->df_max_star &&
           o->df_max_star <= TWT_DOCUMENTS_MAX && o->weight_min >= 0 && isfinite(o->weight_min) && o->share_min >= 0 &&
           o->share_min <= 1 && o->short_share_min >= 0 && o->short_share_min <= 1;
}

twt_status twt_candidates_new(const twt_candidate_options *options, const twt_profile *profile, size_t document_count,
                              twt_candidates **out)
{
    *out = NULL;
    if (twt_profile_check(profile) != TWT_OK || !are_good(options, profile) || document_count > TWT_DOCUMENTS_MAX)
        return TWT_ERROR_ARGUMENT;
    twt_candidates *c = twt_alloc_zeroed(1, sizeof *c);
    if (!c)
        return TWT_ERROR_MEMORY;
    c->options = *options;
    twt_spill_init(&c->spill, options->tmp_folder, options->memory);
    c->slot_count = profile->slots;
    c->document_count = document_count;
    c->ranks = twt_alloc_array(document_count, sizeof *c->ranks);
    c->slots = twt_alloc_array(document_count, profile->slots * sizeof *c->slots);
    c->is_added = twt_alloc_zeroed(document_count, sizeof *c->is_added);
    twt_status status = c->ranks && c->slots && c->is_added
                            ? twt_furniture_init(&c->furniture, document_count, profile->slots)
                            : TWT_ERROR_MEMORY;
    if (status == TWT_OK)
        status = twt_postings_init(&c->postings, document_count, &c->spill);
    if (status == TWT_OK)
        status = twt_postings_writer_init(&c->writer, &c->postings);
    if (status == TWT_OK)
        status = twt_shorts_init(&c->shorts, options, document_count, &c->spill);
    if (status == TWT_OK)
        status = twt_shorts_writer_init(&c->shorts_writer, &c->shorts);
    if (status != TWT_OK) {
        twt_candidates_free(c);
        return status;
    }
    *out = c;
    return TWT_OK;
}

void twt_candidates_free(twt_candidates *candidates)
{
    if (!candidates)
        return;
    twt_candidates_free_input(candidates);
    twt_spill_free(&candidates->spill);
    twt_vec_free(&candidates->pairs);
    twt_free(candidates->representatives);
    twt_free(candidates->hubs);
    twt_free(candidates->nearest_limits);
    twt_free(candidates);
}

static twt_status fail(twt_candidates *c, twt_status status)
{
    c->progress = FAILED;
    c->failure = status;
    return status;
}

twt_postings *twt_candidates_postings(twt_candidates *c)
{
    return &c->postings;
}

twt_shorts *twt_candidates_shorts(twt_candidates *c)
{
    return &c->shorts;
}

twt_status twt_candidates_enter(twt_candidates *c, uint32_t document, uint64_t rank, const uint32_t *slots,
                                bool *takes_part)
{
    *takes_part = false;
    if (c->progress == FAILED)
        return c->failure;
    if (c->progress == FOUND || document >= c->document_count || c->is_added[document])
        return TWT_ERROR_ARGUMENT;
    if (twt_slots_are_empty(slots, c->slot_count))
        return TWT_OK; /* an empty text is like nothing */
    *takes_part = c->is_added[document] = true;
    c->ranks[document] = rank;
    memcpy(c->slots + document * c->slot_count, slots, c->slot_count * sizeof *slots);
    return TWT_OK;
}

twt_status twt_candidates_add(twt_candidates *c, uint32_t document, uint64_t rank, const uint32_t *slots,
                              const twt_features *features)
{
    bool takes_part;
    twt_status status = twt_candidates_enter(c, document, rank, slots, &takes_part);
    if (status != TWT_OK || !takes_part)
        return status;
    status = twt_postings_add(&c->writer, document, features);
    if (status == TWT_OK)
        status = twt_shorts_add(&c->shorts_writer, document, features);
    return status == TWT_OK ? TWT_OK : fail(c, status);
}

void twt_candidates_leave_out(twt_candidates *c, uint32_t document)
{
    if (c->progress == OPEN && document < c->document_count)
        c->is_added[document] = false;
}

void twt_candidates_tell_furniture(twt_candidates *c, uint32_t document, const uint32_t *slots)
{
    if (c->progress == OPEN && document < c->document_count && c->is_added[document])
        twt_furniture_mark(twt_furniture_of(&c->furniture, document), c->slots + document * c->slot_count, slots,
                           c->slot_count);
}

twt_status twt_candidates_find(twt_candidates *c, size_t threads, const twt_candidate_pair **pairs, size_t *count)
{
    *pairs = NULL;
    *count = 0;
    if (threads == 0)
        return TWT_ERROR_ARGUMENT;
    if (c->progress == OPEN) {
        twt_status status = twt_candidates_search(c, threads < THREADS_MAX ? threads : THREADS_MAX);
        if (status != TWT_OK)
            return fail(c, status);
        c->progress = FOUND;
    }
    if (c->progress == FAILED)
        return c->failure;
    *pairs = c->pairs.data;
    *count = c->pairs.count;
    return TWT_OK;
}

uint32_t twt_candidates_representative(const twt_candidates *c, uint32_t document)
{
    return c->representatives && document < c->document_count ? c->representatives[document] : UINT32_MAX;
}

float twt_candidates_nearest_share(const twt_candidates *c, uint32_t document)
{
    return c->nearest_limits && document < c->document_count ? c->nearest_limits[document] : 0;
}

uint32_t twt_candidates_hub(const twt_candidates *c, uint32_t document)
{
    return c->hubs && document < c->document_count ? c->hubs[document] : UINT32_MAX;
}

size_t twt_candidates_family_count(const twt_candidates *c)
{
    return c->family_count;
}

void twt_candidates_costs(const twt_candidates *c, twt_phase_cost *bands, twt_phase_cost *rare)
{
    *bands = c->bands;
    *rare = c->rare;
}

int twt_candidates_os_error(const twt_candidates *candidates)
{
    return candidates->spill.os_error;
}

uint64_t twt_candidates_spilled(const twt_candidates *c)
{
    return atomic_load(&c->spill.written);
}
