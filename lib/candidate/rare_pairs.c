/* Adds up shared weights, part by part of the earlier families. Nearly all pairs share far too little: weights are
 * first added up in a table by a hash of the pair, where strangers can only add to each other, and only pairs whose
 * place holds enough are written down, sorted and added up exactly.
 *
 * Enough is at least share_min of the smaller whole weight, which the yardstick (rare.c) is never below. In the table
 * weights are whole numbers of ROUGH, rounded up; what they are held against is rounded down. */
#include "base/pool.h"
#include "base/sort.h"
#include "candidate/rare.h"

enum { ROUND_SHARES = 1 << 19, PLACES_MAX = 1 << 18, ROUGH_BITS = 5, FAMILY_BITS = 24 };

typedef struct pair_worker {
    twt_bytes bytes; /* of a part */
    twt_u64s shares, scratch;
    TWT_VEC(uint16_t) sums;
    TWT_VEC(uint32_t) counts; /* of shares, by earlier family of the part */
} pair_worker;

typedef struct pairing {
    const twt_rare_rule *rule;
    twt_shares *shares;
    const uint64_t *wholes;
    uint16_t *leasts; /* by family: rough weight under which no pair of it with a heavier family passes */
    pair_worker *workers;
    twt_rare_pairs *found; /* by part */
} pairing;

typedef struct round_of { /* earlier families whose pairs are added up at once */
    uint32_t begin, end;
    size_t shares;
} round_of;

static uint64_t pair_of(uint64_t earlier, uint64_t later)
{
    return earlier << FAMILY_BITS | later;
}

static size_t place_of(uint64_t pair, size_t places)
{
    return (size_t)(pair * UINT64_C(0x9e3779b97f4a7c15) >> 32) & (places - 1);
}

/* ---- rounds ---------------------------------------------------------------------------------------------- */

static bool count_shares(const pairing *p, pair_worker *w, uint32_t first)
{
    size_t families = (size_t)1 << p->shares->shift;
    twt_vec_clear(&w->counts);
    if (!twt_vec_reserve(&w->counts, families))
        return false;
    memset(w->counts.data, 0, families * sizeof *w->counts.data);
    const unsigned char *from = (unsigned char *)w->bytes.data, *end = from + w->bytes.count;
    while (from < end) {
        twt_share_run run = twt_share_run_at(&from);
        w->counts.data[run.earlier - first] += run.count;
    }
    return true;
}

/* The next families of the part, of ROUND_SHARES together or of one family. */
static round_of next_round(const pairing *p, const pair_worker *w, uint32_t first, uint32_t begin)
{
    round_of round = {.begin = begin, .end = begin};
    size_t end = (size_t)first + ((size_t)1 << p->shares->shift);
    end = end < p->rule->family_count ? end : p->rule->family_count;
    while (round.end < end) {
        size_t now = w->counts.data[round.end - first];
        if (round.end > begin && round.shares + now > ROUND_SHARES)
            break;
        round.shares += now;
        round.end++;
    }
    return round;
}

/* ---- a round --------------------------------------------------------------------------------------------- */

static bool is_in(const round_of *round, const twt_share_run *run)
{
    return run->earlier >= round->begin && run->earlier < round->end;
}

static uint16_t saturated(uint64_t sum)
{
    return sum < UINT16_MAX ? (uint16_t)sum : UINT16_MAX;
}

static void sum_roughly(pair_worker *w, const round_of *round, size_t places)
{
    const unsigned char *from = (unsigned char *)w->bytes.data, *end = from + w->bytes.count;
    while (from < end) {
        twt_share_run run = twt_share_run_at(&from);
        uint32_t weight = (run.weight + (1 << ROUGH_BITS) - 1) >> ROUGH_BITS;
        for (uint32_t i = 0; is_in(round, &run) && i < run.count; i++) {
            uint16_t *sum = &w->sums.data[place_of(pair_of(run.earlier, twt_share_later(&run, i)), places)];
            *sum = saturated(*sum + weight);
        }
    }
}

static bool write_down(const pairing *p, pair_worker *w, const round_of *round, size_t places)
{
    const unsigned char *from = (unsigned char *)w->bytes.data, *end = from + w->bytes.count;
    while (from < end) {
        twt_share_run run = twt_share_run_at(&from);
        if (!is_in(round, &run))
            continue;
        if (!twt_vec_reserve(&w->shares, run.count))
            return false;
        uint16_t least = p->leasts[run.earlier];
        for (uint32_t i = 0; i < run.count; i++) {
            uint32_t later = twt_share_later(&run, i);
            uint64_t pair = pair_of(run.earlier, later);
            uint16_t sum = w->sums.data[place_of(pair, places)];
            w->shares.data[w->shares.count] = pair << TWT_WEIGHT_BITS | run.weight;
            w->shares.count += (sum >= least) | (sum >= p->leasts[later]);
        }
    }
    return true;
}

/* In a small collection every pair is seen, with no weight at least. */
static bool write_down_all(const twt_rare_rule *rule, pair_worker *w, const round_of *round)
{
    for (uint64_t earlier = round->begin; earlier < round->end; earlier++)
        for (uint64_t later = earlier + 1; later < rule->family_count; later++)
            if (!twt_vec_push(&w->shares, pair_of(earlier, later) << TWT_WEIGHT_BITS))
                return false;
    return true;
}

static bool take_shares(const pairing *p, pair_worker *w, const round_of *round)
{
    size_t places = 64;
    while (places < PLACES_MAX && places < round->shares)
        places *= 2;
    twt_vec_clear(&w->sums);
    twt_vec_clear(&w->shares);
    if (!twt_vec_reserve(&w->sums, places) || (p->rule->is_small && !write_down_all(p->rule, w, round)))
        return false;
    memset(w->sums.data, 0, places * sizeof *w->sums.data);
    sum_roughly(w, round, places);
    return write_down(p, w, round, places) && twt_vec_reserve(&w->scratch, w->shares.count);
}

/* shares: ascending */
static bool keep_heavy(const pairing *p, const twt_u64s *shares, twt_rare_pairs *out)
{
    for (size_t begin = 0, end; begin < shares->count; begin = end) {
        uint64_t pair = shares->data[begin] >> TWT_WEIGHT_BITS, weight = 0;
        for (end = begin; end < shares->count && shares->data[end] >> TWT_WEIGHT_BITS == pair; end++)
            weight += shares->data[end] & ((1 << TWT_WEIGHT_BITS) - 1);
        uint32_t a = (uint32_t)(pair >> FAMILY_BITS), b = (uint32_t)(pair & ((1 << FAMILY_BITS) - 1));
        double share = twt_rare_share(weight, p->wholes[a], p->wholes[b]);
        twt_rare_pair kept = {a, b, (float)((double)weight / TWT_WEIGHT_ONE), (float)share};
        if (twt_rare_is_enough(p->rule, weight, share) && !twt_vec_push(out, kept))
            return false;
    }
    return true;
}

/* ---- all ------------------------------------------------------------------------------------------------- */

static twt_status read_part(const pairing *p, pair_worker *w, size_t part)
{
    size_t len = twt_streams_len(&p->shares->parts, part);
    twt_vec_clear(&w->bytes);
    if (!twt_vec_reserve(&w->bytes, len))
        return TWT_ERROR_MEMORY;
    twt_status status = twt_streams_read(&p->shares->parts, part, (unsigned char *)w->bytes.data);
    w->bytes.count = len;
    twt_streams_drop(&p->shares->parts, part);
    return status;
}

static twt_status pair_part(const pairing *p, pair_worker *w, size_t part)
{
    twt_status status = read_part(p, w, part);
    if (status != TWT_OK)
        return status;
    uint32_t first = (uint32_t)(part << p->shares->shift);
    if (!count_shares(p, w, first))
        return TWT_ERROR_MEMORY;
    for (round_of round = {.end = first}; round = next_round(p, w, first, round.end), round.begin < round.end;) {
        if (!take_shares(p, w, &round))
            return TWT_ERROR_MEMORY;
        twt_sort_u64(w->shares.data, w->scratch.data, w->shares.count);
        if (!keep_heavy(p, &w->shares, &p->found[part]))
            return TWT_ERROR_MEMORY;
    }
    return TWT_OK;
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

static void close_pairing(pairing *p, size_t threads)
{
    for (size_t i = 0; p->workers && i < threads; i++) {
        twt_bytes_free(&p->workers[i].bytes);
        twt_vec_free(&p->workers[i].shares);
        twt_vec_free(&p->workers[i].scratch);
        twt_vec_free(&p->workers[i].sums);
        twt_vec_free(&p->workers[i].counts);
    }
    for (size_t i = 0; p->found && i < p->shares->parts.count; i++)
        twt_vec_free(&p->found[i]);
    twt_free(p->workers);
    twt_free(p->found);
    twt_free(p->leasts);
}

/* weight_min, or share_min of the whole weight if that is more; a little less, for the sake of rounding. */
static bool find_leasts(pairing *p)
{
    p->leasts = twt_alloc_zeroed(p->rule->family_count, sizeof *p->leasts);
    for (size_t f = 0; p->leasts && f < p->rule->family_count; f++) {
        double least = p->rule->share_min * (1 - 1e-9) * (double)p->wholes[f];
        least = least > (double)p->rule->weight_min ? least : (double)p->rule->weight_min;
        p->leasts[f] = p->rule->is_small ? 0 : saturated((uint64_t)least >> ROUGH_BITS);
    }
    return p->leasts;
}

twt_status twt_rare_pairs_run(const twt_rare_rule *rule, twt_shares *shares, const uint64_t *wholes, size_t threads,
                              twt_rare_pairs *pairs)
{
    pairing p = {.rule = rule, .shares = shares, .wholes = wholes};
    p.workers = twt_alloc_zeroed(threads, sizeof *p.workers);
    p.found = twt_alloc_zeroed(shares->parts.count, sizeof *p.found);
    twt_status status = p.workers && p.found && find_leasts(&p)
                            ? twt_pool_run(threads, shares->parts.count, 1, pair_parts, &p)
                            : TWT_ERROR_MEMORY;
    if (status == TWT_OK)
        status = gather(&p, pairs);
    close_pairing(&p, threads);
    return status;
}
