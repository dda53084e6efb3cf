/* Adds up shared weights. The families are cut into ranges whose shares fit a bounded buffer; for each range all
 * postings are scanned, every share whose earlier family lies in the range becomes one number (pair, weight), and
 * sorting these brings the weights of a pair together. The buffers grow with the postings, so the number of scans does
 * not. */
#include <math.h>

#include "base/pool.h"
#include "base/sort.h"
#include "candidate/rare.h"

enum { SHARES_MIN = 1 << 20, SHARES_PER_POSTING_INVERSE = 4, FAMILY_BITS = 24 };

typedef struct pair_worker {
    twt_u64s shares, scratch;
} pair_worker;

typedef struct pairing {
    const twt_rare_rule *rule;
    const twt_postings *postings;
    const twt_rare_tally *tally;
    TWT_VEC(uint32_t) begins; /* of the ranges, and the end */
    pair_worker *workers;
    twt_rare_pairs *found; /* by range */
} pairing;

static uint64_t share_of(uint64_t earlier, uint64_t later, uint64_t weight)
{
    return (earlier << FAMILY_BITS | later) << TWT_WEIGHT_BITS | weight;
}

/* Room for them was made before. */
static void put(twt_u64s *shares, uint64_t share)
{
    shares->data[shares->count++] = share;
}

static uint64_t shares_of(const pairing *p, uint32_t family)
{
    size_t later = p->rule->family_count - 1 - family;
    return p->tally->shares[family] + (p->rule->is_small ? later : 0);
}

static twt_status cut_ranges(pairing *p)
{
    uint64_t room = 0, taken = 0;
    for (size_t i = 0; i < TWT_POSTING_BUCKETS; i++)
        room += p->postings->buckets[i].count;
    room = room / SHARES_PER_POSTING_INVERSE > SHARES_MIN ? room / SHARES_PER_POSTING_INVERSE : SHARES_MIN;
    for (uint32_t f = 0; f < p->rule->family_count; f++) {
        uint64_t now = shares_of(p, f);
        if (f == 0 || taken + now > room) {
            if (!twt_vec_push(&p->begins, f))
                return TWT_ERROR_MEMORY;
            taken = 0;
        }
        taken += now;
    }
    return twt_vec_push(&p->begins, (uint32_t)p->rule->family_count) ? TWT_OK : TWT_ERROR_MEMORY;
}

static void share_feature(const twt_rare_rule *rule, const uint64_t *run, size_t df, uint32_t begin, uint32_t end,
                          twt_u64s *shares)
{
    uint32_t weight = twt_rare_weigh(rule, df);
    bool is_for_all = df <= rule->df_all[twt_posting_is_word(*run)];
    for (size_t i = 0; i < (is_for_all ? df : 1); i++) {
        uint32_t earlier = twt_posting_owner(run[i]);
        if (earlier >= end)
            break;
        if (earlier >= begin)
            for (size_t j = i + 1; j < df; j++)
                put(shares, share_of(earlier, twt_posting_owner(run[j]), weight));
    }
}

/* In a small collection every pair is seen, with no weight at least. */
static void share_nothing(size_t family_count, uint32_t begin, uint32_t end, twt_u64s *shares)
{
    for (uint32_t earlier = begin; earlier < end; earlier++)
        for (uint32_t later = earlier + 1; later < family_count; later++)
            put(shares, share_of(earlier, later, 0));
}

static void share_range(const pairing *p, uint32_t begin, uint32_t end, twt_u64s *shares)
{
    if (p->rule->is_small)
        share_nothing(p->rule->family_count, begin, end, shares);
    for (size_t b = 0; b < TWT_POSTING_BUCKETS; b++) {
        const twt_u64s *bucket = &p->postings->buckets[b];
        for (size_t i = 0, next; i < bucket->count; i = next) {
            next = twt_posting_run_end(bucket->data, i, bucket->count);
            share_feature(p->rule, bucket->data + i, next - i, begin, end, shares);
        }
    }
}

/* What a pair could share: nearly the smaller whole weight, but long texts share more of it by chance. */
static double yardstick(uint64_t whole, uint64_t other)
{
    double smaller = (double)(whole < other ? whole : other), larger = (double)(whole < other ? other : whole);
    return sqrt(smaller * sqrt(smaller * larger));
}

/* shares: ascending */
static bool keep_heavy(const pairing *p, const twt_u64s *shares, twt_rare_pairs *out)
{
    for (size_t begin = 0, end; begin < shares->count; begin = end) {
        uint64_t pair = shares->data[begin] >> TWT_WEIGHT_BITS, weight = 0;
        for (end = begin; end < shares->count && shares->data[end] >> TWT_WEIGHT_BITS == pair; end++)
            weight += shares->data[end] & ((1 << TWT_WEIGHT_BITS) - 1);
        uint32_t a = (uint32_t)(pair >> FAMILY_BITS), b = (uint32_t)(pair & ((1 << FAMILY_BITS) - 1));
        double whole = yardstick(p->tally->wholes[a], p->tally->wholes[b]);
        double share = whole > 0 ? (double)weight / whole : 0;
        bool is_enough = p->rule->is_small || (weight >= p->rule->weight_min && share >= p->rule->share_min);
        twt_rare_pair kept = {a, b, (float)((double)weight / TWT_WEIGHT_ONE), (float)share};
        if (is_enough && !twt_vec_push(out, kept))
            return false;
    }
    return true;
}

static twt_status pair_ranges(void *context, size_t worker, size_t begin, size_t end)
{
    pairing *p = context;
    pair_worker *w = &p->workers[worker];
    for (size_t r = begin; r < end; r++) {
        uint64_t count = 0;
        for (uint32_t f = p->begins.data[r]; f < p->begins.data[r + 1]; f++)
            count += shares_of(p, f);
        twt_vec_clear(&w->shares);
        if (!twt_vec_reserve(&w->shares, count) || !twt_vec_reserve(&w->scratch, count))
            return TWT_ERROR_MEMORY;
        share_range(p, p->begins.data[r], p->begins.data[r + 1], &w->shares);
        twt_sort_u64(w->shares.data, w->scratch.data, w->shares.count);
        if (!keep_heavy(p, &w->shares, &p->found[r]))
            return TWT_ERROR_MEMORY;
    }
    return TWT_OK;
}

static twt_status gather(pairing *p, size_t ranges, twt_rare_pairs *pairs)
{
    for (size_t r = 0; r < ranges; r++) {
        if (!twt_vec_reserve(pairs, p->found[r].count))
            return TWT_ERROR_MEMORY;
        for (size_t i = 0; i < p->found[r].count; i++)
            pairs->data[pairs->count++] = p->found[r].data[i];
        twt_vec_free(&p->found[r]);
    }
    return TWT_OK;
}

twt_status twt_rare_pairs_run(const twt_rare_rule *rule, const twt_postings *postings, const twt_rare_tally *tally,
                              size_t threads, twt_rare_pairs *pairs)
{
    pairing p = {.rule = rule, .postings = postings, .tally = tally};
    size_t ranges = 0;
    twt_status status = cut_ranges(&p);
    if (status == TWT_OK) {
        ranges = p.begins.count - 1;
        p.workers = twt_alloc_zeroed(threads, sizeof *p.workers);
        p.found = twt_alloc_zeroed(ranges, sizeof *p.found);
        status = p.workers && p.found ? twt_pool_run(threads, ranges, 1, pair_ranges, &p) : TWT_ERROR_MEMORY;
    }
    for (size_t w = 0; p.workers && w < threads; w++) {
        twt_vec_free(&p.workers[w].shares);
        twt_vec_free(&p.workers[w].scratch);
    }
    if (status == TWT_OK)
        status = gather(&p, ranges, pairs);
    for (size_t r = 0; p.found && r < ranges; r++)
        twt_vec_free(&p.found[r]);
    twt_free(p.workers);
    twt_free(p.found);
    twt_vec_free(&p.begins);
    return status;
}
