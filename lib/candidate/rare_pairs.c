/* Adds up shared weights, one earlier family after the other: its records say which later families it meets and how
 * much each feature adds, and a sum stands ready for every family. Nearly all sums are far too small: of a family that
 * meets many, all sums are looked through rather than those it met, so that nobody need remember whom it met.
 *
 * Records lie in parts of neighbouring families; those of one family are linked first. */
#include "candidate/rare_pairs.h"

#include <math.h>

#include "base/pool.h"
#include "base/prefetch.h"
#include "base/sort.h"
#include "candidate/rare_rule.h"
#include "candidate/rare_shares.h"

/* A sum: weight, and above it how often something was added, so that one of weight nothing is told from none. A weight
 * is under 2^15, a text has under 2^22 features. */
enum { SUM_BITS = 40 };

#define ONCE ((uint64_t)1 << SUM_BITS)

/* Looking through so many sums takes as long as remembering one and looking for it. */
enum { MANY = 16 };

typedef struct record_link { /* of a family's records, from the last to the first */
    const unsigned char *record;
    size_t before; /* place of the one before; 0, where no record is linked: none */
} record_link;

typedef struct meetings { /* of an earlier family */
    size_t last;          /* place of its last link */
    uint64_t count;       /* of shares */
} meetings;

typedef struct pair_worker {
    TWT_VEC(record_link) links; /* of a part */
    TWT_VEC(meetings) families; /* of the part */
    uint64_t *sums;             /* by later family; all zero between two earlier ones */
    uint32_t *small_sums;       /* the same of an earlier family with whom no sum can be large */
    uint32_t *met;              /* later families with a sum, and room for one more */
    twt_u64s kept, scratch;     /* later family, weight */
} pair_worker;

typedef struct pairing {
    const twt_rare_rule *rule;
    size_t count; /* of owners */
    twt_shares *shares;
    const uint64_t *wholes;
    uint32_t *needs; /* by family: sums below it, and below the other's, do not pass */
    pair_worker *workers;
    twt_rare_pairs *found; /* by part */
} pairing;

/* ---- records --------------------------------------------------------------------------------------------- */

static void link_chunk(pair_worker *w, const twt_chunk *chunk, uint32_t first, unsigned width)
{
    const unsigned char *from = chunk->data, *end = from + chunk->len;
    while (from < end) {
        const unsigned char *record = from;
        twt_share_run run = twt_share_run_at(&from, width);
        meetings *family = &w->families.data[run.earlier - first];
        w->links.data[w->links.count] = (record_link){record, family->last};
        family->last = w->links.count++;
        family->count += run.count;
    }
}

static bool link_records(pair_worker *w, const twt_shares *shares, size_t part)
{
    const twt_stream *chunks = &shares->parts.items[part];
    size_t families = (size_t)1 << shares->shift;
    twt_vec_clear(&w->links);
    twt_vec_clear(&w->families);
    if (!twt_vec_reserve(&w->families, families) ||
        !twt_vec_reserve(&w->links, twt_streams_len(&shares->parts, part) / sizeof(uint64_t) + 1))
        return false;
    memset(w->families.data, 0, families * sizeof *w->families.data);
    w->links.data[w->links.count++] = (record_link){NULL, 0};
    for (size_t i = 0; i < chunks->count; i++)
        link_chunk(w, &chunks->data[i], (uint32_t)(part << shares->shift), shares->width);
    return true;
}

/* The run of a link, which moves to the one before it. Records lie anywhere in the part: the next but one is on its
 * way. */
static inline twt_share_run next_run(const pair_worker *w, size_t *link, unsigned width)
{
    const record_link *links = w->links.data, *here = &links[*link];
    const unsigned char *from = here->record;
    *link = here->before;
    twt_prefetch(links[links[*link].before].record);
    return twt_share_run_at(&from, width);
}

/* ---- one earlier family ---------------------------------------------------------------------------------- */

static size_t sum_up(pair_worker *w, size_t last, unsigned width)
{
    uint64_t *restrict sums = w->sums;
    uint32_t *restrict met = w->met;
    size_t met_count = 0;
    for (size_t link = last; link;) {
        twt_share_run run = next_run(w, &link, width);
        for (uint32_t i = 0; i < run.count; i++) {
            uint32_t later = twt_share_later(run.later + (size_t)i * width, width);
            met[met_count] = later;
            met_count += sums[later] == 0;
            sums[later] += ONCE + run.weight;
        }
    }
    return met_count;
}

/* In a small collection every pair is seen, with no weight at least. */
static size_t meet_all(pair_worker *w, size_t met, uint32_t earlier, size_t family_count)
{
    for (uint32_t later = earlier + 1; later < family_count; later++) {
        w->met[met] = later;
        met += w->sums[later] == 0;
        w->sums[later] += ONCE;
    }
    return met;
}

/* The yardstick (rare.c) is never below the smaller whole weight; a little less, for the sake of rounding. */
static bool may_pass(const pairing *p, uint64_t weight, uint32_t a, uint32_t b)
{
    uint64_t smaller = p->wholes[a] < p->wholes[b] ? p->wholes[a] : p->wholes[b];
    return p->rule->is_small || (double)weight >= p->rule->share_min * (1 - 1e-9) * (double)smaller;
}

static bool keep_heavy(const pairing *p, pair_worker *w, uint32_t earlier, size_t met)
{
    uint64_t least = p->rule->is_small ? 0 : p->rule->weight_min;
    twt_vec_clear(&w->kept);
    for (size_t i = 0; i < met; i++) {
        uint32_t later = w->met[i];
        uint64_t weight = w->sums[later] & (ONCE - 1);
        w->sums[later] = 0;
        if (weight >= least && may_pass(p, weight, earlier, later) &&
            !twt_vec_push(&w->kept, (uint64_t)later << SUM_BITS | weight))
            return false;
    }
    return twt_vec_reserve(&w->scratch, w->kept.count);
}

/* ---- one that meets many --------------------------------------------------------------------------------- */

static void sum_many(pair_worker *w, size_t last, unsigned width)
{
    uint32_t *restrict sums = w->small_sums;
    for (size_t link = last; link;) {
        twt_share_run run = next_run(w, &link, width);
        for (uint32_t i = 0; i < run.count; i++)
            sums[twt_share_later(run.later + (size_t)i * width, width)] += run.weight;
    }
}

/* Whether any sum may pass; for a compiler to make lanes of. Numbers are under 2^31. */
static bool has_heavy(const uint32_t *sums, const uint32_t *needs, uint32_t need, size_t count)
{
    int is_any = 0;
    for (size_t i = 0; i < count; i++)
        is_any |= ((int32_t)sums[i] >= (int32_t)need) | ((int32_t)sums[i] >= (int32_t)needs[i]);
    return is_any;
}

static bool keep_heavy_of_many(const pairing *p, pair_worker *w, uint32_t earlier)
{
    enum { BLOCK = 64 };
    uint32_t need = p->needs[earlier];
    size_t count = p->count;
    twt_vec_clear(&w->kept);
    for (size_t begin = earlier + 1; begin < count; begin += BLOCK) {
        size_t end = begin + BLOCK < count ? begin + BLOCK : count;
        if (!has_heavy(w->small_sums + begin, p->needs + begin, need, end - begin))
            continue;
        for (size_t later = begin; later < end; later++)
            if ((w->small_sums[later] >= need || w->small_sums[later] >= p->needs[later]) &&
                !twt_vec_push(&w->kept, (uint64_t)later << SUM_BITS | w->small_sums[later]))
                return false;
    }
    memset(w->small_sums + earlier, 0, (count - earlier) * sizeof *w->small_sums);
    return true;
}

/* A sum is never above the whole weight of either. */
static bool meets_many(const pairing *p, uint32_t earlier, uint64_t shares)
{
    return !p->rule->is_small && p->rule->weight_min > 0 && p->wholes[earlier] <= INT32_MAX &&
           shares >= (p->count - earlier) / MANY;
}

/* Below this no pair passes, whichever of two has the smaller whole weight; put_pairs decides. */
static void find_needs(const pairing *p)
{
    for (size_t f = 0; f < p->count; f++) {
        double need = p->rule->share_min * (1 - 1e-9) * (double)p->wholes[f];
        if (need < (double)p->rule->weight_min)
            need = (double)p->rule->weight_min;
        p->needs[f] = need < INT32_MAX ? (uint32_t)ceil(need) : INT32_MAX;
    }
}

/* ---- all ------------------------------------------------------------------------------------------------- */

static bool put_pairs(const pairing *p, const twt_u64s *kept, uint32_t earlier, twt_rare_pairs *out)
{
    for (size_t i = 0; i < kept->count; i++) {
        uint32_t later = (uint32_t)(kept->data[i] >> SUM_BITS);
        uint64_t weight = kept->data[i] & (ONCE - 1);
        double share = twt_rare_share(weight, p->wholes[earlier], p->wholes[later]);
        twt_rare_pair pair = {earlier, later, (float)((double)weight / TWT_WEIGHT_ONE), (float)share, TWT_CHANNEL_RARE};
        if (twt_rare_is_enough(p->rule, weight, share) && !twt_vec_push(out, pair))
            return false;
    }
    return true;
}

static bool pair_family(const pairing *p, pair_worker *w, uint32_t earlier, const meetings *of, twt_rare_pairs *out)
{
    if (meets_many(p, earlier, of->count)) {
        sum_many(w, of->last, p->shares->width);
        return keep_heavy_of_many(p, w, earlier) && put_pairs(p, &w->kept, earlier, out);
    }
    size_t met = sum_up(w, of->last, p->shares->width);
    if (p->rule->is_small)
        met = meet_all(w, met, earlier, p->count);
    if (!keep_heavy(p, w, earlier, met))
        return false;
    twt_sort_u64(w->kept.data, w->scratch.data, w->kept.count);
    return put_pairs(p, &w->kept, earlier, out);
}

static bool pair_families(const pairing *p, pair_worker *w, size_t part)
{
    size_t families = (size_t)1 << p->shares->shift, first = part << p->shares->shift;
    if (!link_records(w, p->shares, part))
        return false;
    for (size_t f = 0; f < families && first + f < p->count; f++)
        if (!pair_family(p, w, (uint32_t)(first + f), &w->families.data[f], &p->found[part]))
            return false;
    return true;
}

static twt_status pair_part(const pairing *p, pair_worker *w, size_t part)
{
    twt_status status = twt_streams_load(&p->shares->parts, part);
    if (status == TWT_OK && !pair_families(p, w, part))
        status = TWT_ERROR_MEMORY;
    twt_streams_drop(&p->shares->parts, part);
    return status;
}

static twt_status pair_parts(void *context, size_t worker, size_t begin, size_t end)
{
    pairing *p = context;
    twt_status status = TWT_OK;
    for (size_t i = begin; status == TWT_OK && i < end; i++)
        status = pair_part(p, &p->workers[worker], i);
    return status;
}

static twt_status gather(pairing *p, twt_rare_pairs *pairs)
{
    for (size_t i = 0; i < p->shares->parts.count; i++) {
        if (!twt_vec_reserve(pairs, p->found[i].count))
            return TWT_ERROR_MEMORY;
        for (size_t k = 0; k < p->found[i].count; k++)
            pairs->data[pairs->count++] = p->found[i].data[k];
        twt_vec_free(&p->found[i]);
    }
    return TWT_OK;
}

static bool open_pairing(pairing *p, size_t threads)
{
    size_t families = p->count;
    p->found = twt_alloc_zeroed(p->shares->parts.count, sizeof *p->found);
    p->needs = twt_alloc_array(families, sizeof *p->needs);
    p->workers = twt_alloc_zeroed(threads, sizeof *p->workers);
    for (size_t i = 0; p->workers && i < threads; i++) {
        p->workers[i].sums = twt_alloc_zeroed(families, sizeof *p->workers[i].sums);
        p->workers[i].small_sums = twt_alloc_zeroed(families, sizeof *p->workers[i].small_sums);
        p->workers[i].met = twt_alloc_array(families + 1, sizeof *p->workers[i].met);
        if (!p->workers[i].sums || !p->workers[i].small_sums || !p->workers[i].met)
            return false;
    }
    if (p->needs)
        find_needs(p);
    return p->found && p->needs && p->workers;
}

static void close_pairing(pairing *p, size_t threads)
{
    for (size_t i = 0; p->workers && i < threads; i++) {
        twt_vec_free(&p->workers[i].links);
        twt_vec_free(&p->workers[i].families);
        twt_free(p->workers[i].sums);
        twt_free(p->workers[i].small_sums);
        twt_free(p->workers[i].met);
        twt_vec_free(&p->workers[i].kept);
        twt_vec_free(&p->workers[i].scratch);
    }
    for (size_t i = 0; p->found && i < p->shares->parts.count; i++)
        twt_vec_free(&p->found[i]);
    twt_free(p->workers);
    twt_free(p->needs);
    twt_free(p->found);
}

twt_status twt_rare_pairs_run(const twt_rare_rule *rule, size_t owner_count, twt_shares *shares, const uint64_t *wholes,
                              size_t threads, twt_rare_pairs *pairs)
{
    pairing p = {.rule = rule, .count = owner_count, .shares = shares, .wholes = wholes};
    twt_status status =
        open_pairing(&p, threads) ? twt_pool_run(threads, shares->parts.count, 1, pair_parts, &p) : TWT_ERROR_MEMORY;
    if (status == TWT_OK)
        status = gather(&p, pairs);
    close_pairing(&p, threads);
    return status;
}
