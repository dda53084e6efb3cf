/* The steps of the stage in their order. What a step alone needs goes as soon as it is done, for memory's sake. */
#include "candidate/handle.h"

#include <math.h>

#include "base/clock.h"
#include "base/sort.h"
#include "candidate/additions.h"
#include "candidate/bands.h"
#include "candidate/circles.h"
#include "candidate/families.h"
#include "candidate/nearest.h"
#include "candidate/rare.h"
#include "candidate/rare_pairs.h"

typedef struct finding { /* what the steps hand on */
    TWT_VEC(uint32_t) order;
    twt_u64s band_pairs;
    twt_families families;
    twt_hubs hubs;
    uint32_t *family_of_document;
    twt_additions additions;
    twt_rare_pairs rare_pairs, addition_pairs;
    float *nearest_limits; /* by family */
} finding;

static void finding_free(finding *f)
{
    twt_vec_free(&f->order);
    twt_vec_free(&f->band_pairs);
    twt_families_free(&f->families);
    twt_hubs_free(&f->hubs);
    twt_free(f->family_of_document);
    twt_additions_free(&f->additions);
    twt_vec_free(&f->rare_pairs);
    twt_vec_free(&f->addition_pairs);
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
    if (status == TWT_OK)
        status = twt_additions_choose(&f->additions, &f->families, &f->band_pairs, c->slot_count);
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

/* Representatives stand for their families. */
static bool number_families(const twt_candidates *c, finding *f)
{
    f->family_of_document = twt_alloc_array(c->document_count, sizeof *f->family_of_document);
    if (!f->family_of_document)
        return false;
    for (size_t d = 0; d < c->document_count; d++)
        f->family_of_document[d] = TWT_NO_FAMILY;
    for (uint32_t i = 0; i < f->families.count; i++)
        f->family_of_document[f->order.data[f->families.members[f->families.begins[i]]]] = i;
    return true;
}

/* Additions are owners among all texts, not among the short ones. */
static void number_additions(finding *f, bool are_owners)
{
    for (uint32_t i = 0; i < f->additions.positions.count; i++)
        f->family_of_document[f->order.data[f->additions.positions.data[i]]] =
            are_owners ? (uint32_t)f->families.count + i : TWT_NO_FAMILY;
}

static twt_status find_owners(twt_candidates *c, size_t threads, finding *f)
{
    twt_owners owners = {f->family_of_document, f->families.count, f->additions.families.data,
                         f->additions.families.count};
    number_additions(f, true);
    twt_status status = twt_rare_find(&c->options, &c->postings, &owners, threads, &f->rare_pairs, &f->addition_pairs);
    number_additions(f, false);
    return status;
}

static twt_status find_rare(twt_candidates *c, size_t threads, finding *f)
{
    twt_status status = number_families(c, f) ? find_owners(c, threads, f) : TWT_ERROR_MEMORY;
    if (status == TWT_OK)
        status =
            twt_shorts_find(&c->options, &c->shorts, f->family_of_document, f->families.count, threads, &f->rare_pairs);
    f->nearest_limits = status == TWT_OK ? twt_alloc_array(f->families.count, sizeof *f->nearest_limits) : NULL;
    if (status == TWT_OK)
        status =
            f->nearest_limits ? twt_nearest_choose(&f->families, &f->rare_pairs, f->nearest_limits) : TWT_ERROR_MEMORY;
    if (status != TWT_OK)
        return status;
    twt_additions_keep(&f->additions, &f->families, &f->rare_pairs, &f->addition_pairs);
    return twt_circles_adopt(f->hubs.hub_of, &f->families, &f->rare_pairs);
}

twt_status twt_candidates_search(twt_candidates *c, size_t threads)
{
    finding f = {0};
    twt_clock clock = twt_clock_now();
    twt_status status = put_in_order(c, &f);
    if (status == TWT_OK)
        status = find_families(c, threads, &f);
    twt_candidates_free_slots(c);
    twt_clock_lap(&clock, &c->bands);
    if (status == TWT_OK)
        status = twt_postings_writer_close(&c->writer);
    if (status == TWT_OK)
        status = twt_shorts_writer_close(&c->shorts_writer);
    if (status == TWT_OK)
        status = find_rare(c, threads, &f);
    if (status == TWT_OK)
        status = keep_families(c, &f);
    twt_candidates_free_input(c);
    twt_clock_lap(&clock, &c->rare);
    twt_merge_input input = {f.order.data,  c->slot_count, &f.families,      &f.hubs,
                             &f.band_pairs, &f.rare_pairs, &f.addition_pairs};
    if (status == TWT_OK)
        status = twt_candidates_merge(&c->options, &input, &c->pairs);
    finding_free(&f);
    return status;
}
