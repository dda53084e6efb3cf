/* The handle: takes documents in, then runs bands, families, rare features and merge, in this order. */
#include "candidate/candidates.h"

#include <math.h>
#include <string.h>

#include "base/clock.h"
#include "base/slots.h"
#include "base/sort.h"
#include "candidate/bands.h"
#include "candidate/circles.h"
#include "candidate/families.h"
#include "candidate/furniture.h"
#include "candidate/merge.h"
#include "candidate/nearest.h"
#include "candidate/postings.h"
#include "candidate/rare.h"
#include "candidate/rare_pairs.h"
#include "candidate/shorts.h"

/* More workers than this would cost memory (a tally each) and gain nothing. */
enum { THREADS_MAX = 32 };

typedef enum progress { OPEN, FOUND, FAILED } progress;

struct twt_candidates {
    twt_candidate_options options;
    size_t slot_count, document_count;
    uint64_t *ranks;
    uint32_t *slots;
    twt_furniture furniture;
    bool *is_added;
    twt_spill spill;
    twt_postings postings;
    twt_postings_writer writer; /* of twt_candidates_add */
    twt_shorts shorts;
    twt_shorts_writer shorts_writer; /* the same */
    progress progress;
    twt_status failure;
    twt_candidate_pairs pairs;
    uint32_t *representatives, *hubs; /* by document; when they are kept */
    float *nearest_limits;            /* the same */
    size_t family_count;
    twt_phase_cost bands, rare;
};

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

static void free_slots(twt_candidates *c)
{
    twt_free(c->slots);
    c->slots = NULL;
    twt_furniture_free(&c->furniture);
}

/* All but the pairs. */
static void free_input(twt_candidates *c)
{
    free_slots(c);
    twt_free(c->ranks);
    twt_free(c->is_added);
    c->ranks = NULL;
    c->is_added = NULL;
    twt_postings_writer_free(&c->writer);
    twt_postings_free(&c->postings);
    twt_shorts_writer_free(&c->shorts_writer);
    twt_shorts_free(&c->shorts);
}

void twt_candidates_free(twt_candidates *candidates)
{
    if (!candidates)
        return;
    free_input(candidates);
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

typedef struct finding { /* what find needs on its way */
    TWT_VEC(uint32_t) order;
    twt_u64s band_pairs;
    twt_families families;
    twt_hubs hubs;
    uint32_t *family_of_document;
    twt_rare_pairs rare_pairs;
    float *nearest_limits; /* by family */
} finding;

static void finding_free(finding *f)
{
    twt_vec_free(&f->order);
    twt_vec_free(&f->band_pairs);
    twt_families_free(&f->families);
    twt_hubs_free(&f->hubs);
    twt_free(f->family_of_document);
    twt_vec_free(&f->rare_pairs);
    twt_free(f->nearest_limits);
}

/* Documents by (rank, number); the sort is stable. */
static twt_status put_in_order(const twt_candidates *c, finding *f)
{
    twt_status status = TWT_ERROR_MEMORY;
    twt_keyed *items = twt_alloc_array(c->document_count, sizeof *items);
    twt_keyed *scratch = twt_alloc_array(c->document_count, sizeof *scratch);
    if (items && scratch && twt_vec_reserve(&f->order, c->document_count)) {
        size_t count = 0;
        for (size_t d = 0; d < c->document_count; d++)
            if (c->is_added[d])
                items[count++] = (twt_keyed){c->ranks[d], d};
        twt_sort_keyed(items, scratch, count);
        for (; f->order.count < count; f->order.count++)
            f->order.data[f->order.count] = (uint32_t)items[f->order.count].value;
        status = TWT_OK;
    }
    twt_free(items);
    twt_free(scratch);
    return status;
}

static twt_status find_families(const twt_candidates *c, size_t threads, finding *f)
{
    twt_sketches sketches = {c->slots, c->slot_count, f->order.data, f->order.count, &c->furniture};
    twt_status status = twt_bands_find(&c->options, &sketches, threads, &f->band_pairs);
    if (status != TWT_OK)
        return status;
    uint32_t equal_min = (uint32_t)ceil(c->options.family_jaccard * (double)c->slot_count);
    status = twt_families_build(&f->families, &f->band_pairs, f->order.count, equal_min);
    return status == TWT_OK ? twt_circles_find(&sketches, &f->band_pairs, &f->hubs) : status;
}

static uint32_t *by_document(const twt_candidates *c)
{
    uint32_t *numbers = twt_alloc_array(c->document_count, sizeof *numbers);
    for (size_t d = 0; numbers && d < c->document_count; d++)
        numbers[d] = UINT32_MAX;
    return numbers;
}

/* Who stands for whom, and who is near which hub. */
static twt_status keep_families(twt_candidates *c, const finding *f)
{
    c->family_count = f->families.count;
    if (!c->options.keeps_families)
        return TWT_OK;
    c->representatives = by_document(c);
    c->hubs = by_document(c);
    c->nearest_limits = twt_alloc_zeroed(c->document_count, sizeof *c->nearest_limits);
    if (!c->representatives || !c->hubs || !c->nearest_limits)
        return TWT_ERROR_MEMORY;
    const uint32_t *order = f->order.data;
    for (size_t p = 0; p < f->order.count; p++) {
        c->representatives[order[p]] = order[f->families.members[f->families.begins[f->families.family_of[p]]]];
        c->nearest_limits[order[p]] = f->nearest_limits[f->families.family_of[p]];
        if (f->hubs.hub_of[p] != TWT_NO_HUB)
            c->hubs[order[p]] = order[f->hubs.hub_of[p]];
    }
    return TWT_OK;
}

static twt_status find_rare(twt_candidates *c, size_t threads, finding *f)
{
    f->family_of_document = twt_alloc_array(c->document_count, sizeof *f->family_of_document);
    if (!f->family_of_document)
        return TWT_ERROR_MEMORY;
    for (size_t d = 0; d < c->document_count; d++)
        f->family_of_document[d] = TWT_NO_FAMILY;
    for (uint32_t i = 0; i < f->families.count; i++)
        f->family_of_document[f->order.data[f->families.members[f->families.begins[i]]]] = i;
    twt_status status =
        twt_rare_find(&c->options, &c->postings, f->family_of_document, f->families.count, threads, &f->rare_pairs);
    if (status == TWT_OK)
        status =
            twt_shorts_find(&c->options, &c->shorts, f->family_of_document, f->families.count, threads, &f->rare_pairs);
    f->nearest_limits = status == TWT_OK ? twt_alloc_array(f->families.count, sizeof *f->nearest_limits) : NULL;
    if (status == TWT_OK)
        status =
            f->nearest_limits ? twt_nearest_choose(&f->families, &f->rare_pairs, f->nearest_limits) : TWT_ERROR_MEMORY;
    return status == TWT_OK ? twt_circles_adopt(f->hubs.hub_of, &f->families, &f->rare_pairs) : status;
}

static twt_status find(twt_candidates *c, size_t threads)
{
    finding f = {0};
    twt_clock clock = twt_clock_now();
    twt_status status = put_in_order(c, &f);
    if (status == TWT_OK)
        status = find_families(c, threads, &f);
    free_slots(c);
    twt_clock_lap(&clock, &c->bands);
    if (status == TWT_OK)
        status = twt_postings_writer_close(&c->writer);
    if (status == TWT_OK)
        status = twt_shorts_writer_close(&c->shorts_writer);
    if (status == TWT_OK)
        status = find_rare(c, threads, &f);
    if (status == TWT_OK)
        status = keep_families(c, &f);
    free_input(c);
    twt_clock_lap(&clock, &c->rare);
    twt_merge_input input = {f.order.data, c->slot_count, &f.families, &f.hubs, &f.band_pairs, &f.rare_pairs};
    if (status == TWT_OK)
        status = twt_candidates_merge(&c->options, &input, &c->pairs);
    finding_free(&f);
    return status;
}

twt_status twt_candidates_find(twt_candidates *c, size_t threads, const twt_candidate_pair **pairs, size_t *count)
{
    *pairs = NULL;
    *count = 0;
    if (threads == 0)
        return TWT_ERROR_ARGUMENT;
    if (c->progress == OPEN) {
        twt_status status = find(c, threads < THREADS_MAX ? threads : THREADS_MAX);
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
