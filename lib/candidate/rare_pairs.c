/* Adds up shared weights, one earlier family after the other: its records say which later families it meets and how
 * much each feature adds, and a sum stands ready for every family. Nearly all sums are far too small.
 *
 * Records lie in parts of neighbouring families; a part is put in order first. */
#include "base/pool.h"
#include "base/sort.h"
#include "candidate/rare.h"

/* A sum: weight, and above it how often something was added, so that one of weight nothing is told from none. A weight
 * is under 2^15, a text has under 2^22 features. */
enum { SUM_BITS = 40 };

#define ONCE ((uint64_t)1 << SUM_BITS)

typedef TWT_VEC(const unsigned char *) record_vec;

typedef struct pair_worker {
    record_vec records;     /* of a part, by earlier family */
    TWT_VEC(size_t) ends;   /* in records, by earlier family of the part */
    uint64_t *sums;         /* by later family; all zero between two earlier ones */
    uint32_t *met;          /* later families with a sum, and room for one more */
    twt_u64s kept, scratch; /* later family, weight */
} pair_worker;

typedef struct pairing {
    const twt_rare_rule *rule;
    twt_shares *shares;
    const uint64_t *wholes;
    pair_worker *workers;
    twt_rare_pairs *found; /* by part */
} pairing;

/* ---- records --------------------------------------------------------------------------------------------- */

/* ends become where the records of each family begin. */
static size_t count_records(pair_worker *w, const twt_stream *chunks, size_t families, uint32_t first)
{
    size_t *counts = w->ends.data, sum = 0;
    memset(counts, 0, families * sizeof *counts);
    for (size_t i = 0; i < chunks->count; i++) {
        const unsigned char *from = chunks->data[i].data, *end = from + chunks->data[i].len;
        while (from < end)
            counts[twt_share_run_at(&from).earlier - first]++;
    }
    for (size_t f = 0; f < families; f++) {
        size_t here = counts[f];
        counts[f] = sum;
        sum += here;
    }
    return sum;
}

/* A counting sort by earlier family. */
static bool order_records(pair_worker *w, const twt_stream *chunks, size_t families, uint32_t first)
{
    twt_vec_clear(&w->ends);
    twt_vec_clear(&w->records);
    if (!twt_vec_reserve(&w->ends, families) ||
        !twt_vec_reserve(&w->records, count_records(w, chunks, families, first)))
        return false;
    for (size_t i = 0; i < chunks->count; i++) {
        const unsigned char *from = chunks->data[i].data, *end = from + chunks->data[i].len;
        while (from < end) {
            const unsigned char *record = from;
            w->records.data[w->ends.data[twt_share_run_at(&from).earlier - first]++] = record;
        }
    }
    return true;
}

/* ---- one earlier family ---------------------------------------------------------------------------------- */

static size_t sum_up(pair_worker *w, const unsigned char *const *records, size_t count)
{
    uint64_t *restrict sums = w->sums;
    uint32_t *restrict met = w->met;
    size_t met_count = 0;
    for (size_t r = 0; r < count; r++) {
        const unsigned char *from = records[r];
        twt_share_run run = twt_share_run_at(&from);
        for (uint32_t i = 0; i < run.count; i++) {
            uint32_t later = twt_share_later(&run, i);
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

static bool pair_family(const pairing *p, pair_worker *w, uint32_t earlier, const unsigned char *const *records,
                        size_t count, twt_rare_pairs *out)
{
    size_t met = sum_up(w, records, count);
    if (p->rule->is_small)
        met = meet_all(w, met, earlier, p->rule->family_count);
    if (!keep_heavy(p, w, earlier, met))
        return false;
    twt_sort_u64(w->kept.data, w->scratch.data, w->kept.count);
    return put_pairs(p, &w->kept, earlier, out);
}

/* ---- all ------------------------------------------------------------------------------------------------- */

static bool pair_families(const pairing *p, pair_worker *w, size_t part)
{
    size_t families = (size_t)1 << p->shares->shift, first = part << p->shares->shift;
    if (!order_records(w, &p->shares->parts.items[part], families, (uint32_t)first))
        return false;
    const unsigned char *const *records = (const unsigned char *const *)w->records.data;
    for (size_t f = 0, begin = 0; f < families && first + f < p->rule->family_count; begin = w->ends.data[f++])
        if (!pair_family(p, w, (uint32_t)(first + f), records + begin, w->ends.data[f] - begin, &p->found[part]))
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
    size_t families = p->rule->family_count;
    p->found = twt_alloc_zeroed(p->shares->parts.count, sizeof *p->found);
    p->workers = twt_alloc_zeroed(threads, sizeof *p->workers);
    for (size_t i = 0; p->workers && i < threads; i++) {
        p->workers[i].sums = twt_alloc_zeroed(families, sizeof *p->workers[i].sums);
        p->workers[i].met = twt_alloc_array(families + 1, sizeof *p->workers[i].met);
        if (!p->workers[i].sums || !p->workers[i].met)
            return false;
    }
    return p->found && p->workers;
}

static void close_pairing(pairing *p, size_t threads)
{
    for (size_t i = 0; p->workers && i < threads; i++) {
        twt_vec_free(&p->workers[i].records);
        twt_vec_free(&p->workers[i].ends);
        twt_free(p->workers[i].sums);
        twt_free(p->workers[i].met);
        twt_vec_free(&p->workers[i].kept);
        twt_vec_free(&p->workers[i].scratch);
    }
    for (size_t i = 0; p->found && i < p->shares->parts.count; i++)
        twt_vec_free(&p->found[i]);
    twt_free(p->workers);
    twt_free(p->found);
}

twt_status twt_rare_pairs_run(const twt_rare_rule *rule, twt_shares *shares, const uint64_t *wholes, size_t threads,
                              twt_rare_pairs *pairs)
{
    pairing p = {.rule = rule, .shares = shares, .wholes = wholes};
    twt_status status =
        open_pairing(&p, threads) ? twt_pool_run(threads, shares->parts.count, 1, pair_parts, &p) : TWT_ERROR_MEMORY;
    if (status == TWT_OK)
        status = gather(&p, pairs);
    close_pairing(&p, threads);
    return status;
}
