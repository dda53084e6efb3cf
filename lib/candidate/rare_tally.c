/* Bucket by bucket: postings sorted by feature and family, what each family weighs, and what each feature adds to
 * pairs.
 *
 * A bucket is parted by leading bits until a part fits the cache, and most of a part is dropped before it is sorted: a
 * family's whole weight begins as if nobody shared its features, and what is shared is set right. */
#include "base/pool.h"
#include "base/sort.h"
#include "candidate/rare.h"

enum { PART = 1 << 13, PART_BITS_MAX = 8 };

typedef struct tally_worker {
    twt_bytes bytes;
    twt_u64s postings, scratch;
    twt_repeats repeats;
    twt_streams_writer writer; /* of shares */
    uint64_t *wholes;          /* to be added, modulo 2^64 */
} tally_worker;

typedef struct tallying {
    const twt_rare_rule *rule;
    twt_postings *postings;
    const uint32_t *family_of_document;
    const twt_shares *shares;
    tally_worker *workers;
} tallying;

/* Leaves each family once. Features are told apart by fewer bits than their key has: a family may have one twice. */
static size_t tally_owners(const twt_rare_rule *rule, uint64_t *run, size_t count, uint64_t *wholes)
{
    size_t df = twt_unique_u64(run, count);
    uint32_t alone = twt_rare_weigh(rule, 1), weight = twt_rare_weigh(rule, df);
    for (size_t i = 0; i < df; i++)
        wholes[twt_posting_owner(run[i])] -= alone - weight;
    return df;
}

/* Weight that was counted for postings that are none. */
static void tally_doubles(const twt_rare_rule *rule, const uint64_t *run, size_t count, uint64_t *wholes)
{
    for (size_t i = 1; i < count; i++)
        if (run[i] == run[i - 1])
            wholes[twt_posting_owner(run[i])] -= twt_rare_weigh(rule, 1);
}

/* postings: ascending */
static twt_status tally_features(const tallying *t, tally_worker *w, uint64_t *postings, size_t count)
{
    twt_status status = TWT_OK;
    for (size_t begin = 0, end; status == TWT_OK && begin < count; begin = end) {
        uint64_t *run = postings + begin;
        end = twt_posting_run_end(postings, begin, count);
        if (end - begin == 1)
            continue;
        tally_doubles(t->rule, run, end - begin, w->wholes);
        size_t df = tally_owners(t->rule, run, end - begin, w->wholes);
        if (df <= t->rule->df_star)
            status = twt_shares_put(t->shares, &w->writer, t->rule, run, df);
    }
    return status;
}

static twt_status tally_bucket(const tallying *t, tally_worker *w, size_t bucket)
{
    size_t ends[1 << PART_BITS_MAX];
    unsigned bits = 0;
    twt_status status = twt_postings_read(t->postings, bucket, t->family_of_document, &w->bytes, &w->postings);
    if (status != TWT_OK)
        return status;
    if (!twt_vec_reserve(&w->scratch, w->postings.count))
        return TWT_ERROR_MEMORY;
    while (bits < PART_BITS_MAX && w->postings.count >> bits > PART)
        bits++;
    twt_spread_u64(w->postings.data, w->scratch.data, w->postings.count, 64 - bits, bits, ends);
    for (size_t p = 0, begin = 0; status == TWT_OK && p < (size_t)1 << bits; begin = ends[p++]) {
        uint64_t *part = w->scratch.data + begin;
        size_t count = ends[p] - begin;
        if (!twt_repeats_keep(&w->repeats, part, &count))
            return TWT_ERROR_MEMORY;
        twt_sort_spread_u64(part, w->postings.data + begin, count, 64 - bits);
        status = tally_features(t, w, part, count);
    }
    return status;
}

static twt_status tally_buckets(void *context, size_t worker, size_t begin, size_t end)
{
    tallying *t = context;
    twt_status status = TWT_OK;
    for (size_t i = begin; status == TWT_OK && i < end; i++)
        status = tally_bucket(t, &t->workers[worker], i);
    return status;
}

static twt_status open_workers(tallying *t, size_t threads)
{
    t->workers = twt_alloc_zeroed(threads, sizeof *t->workers);
    twt_status status = t->workers ? TWT_OK : TWT_ERROR_MEMORY;
    for (size_t i = 0; status == TWT_OK && i < threads; i++) {
        tally_worker *w = &t->workers[i];
        w->wholes = twt_alloc_zeroed(t->rule->family_count, sizeof *w->wholes);
        status = w->wholes ? twt_streams_writer_init(&w->writer, (twt_streams *)&t->shares->parts) : TWT_ERROR_MEMORY;
    }
    return status;
}

static void close_workers(tallying *t, size_t threads)
{
    for (size_t i = 0; t->workers && i < threads; i++) {
        tally_worker *w = &t->workers[i];
        twt_bytes_free(&w->bytes);
        twt_vec_free(&w->postings);
        twt_vec_free(&w->scratch);
        twt_vec_free(&w->repeats);
        twt_streams_writer_free(&w->writer);
        twt_free(w->wholes);
    }
    twt_free(t->workers);
}

/* As if no feature were shared. */
static void begin_wholes(const tallying *t, uint64_t *wholes)
{
    for (size_t d = 0; d < t->postings->document_count; d++) {
        uint32_t family = t->family_of_document[d];
        if (family != TWT_NO_FAMILY)
            wholes[family] += (uint64_t)t->postings->counts[d] * twt_rare_weigh(t->rule, 1);
    }
}

static twt_status join_worker(tallying *t, tally_worker *w, uint64_t *wholes)
{
    for (size_t f = 0; f < t->rule->family_count; f++)
        wholes[f] += w->wholes[f];
    return twt_streams_writer_close(&w->writer);
}

twt_status twt_rare_tally_run(const twt_rare_rule *rule, twt_postings *postings, const uint32_t *family_of_document,
                              size_t threads, uint64_t *wholes, twt_shares *shares)
{
    tallying t = {.rule = rule, .postings = postings, .family_of_document = family_of_document, .shares = shares};
    begin_wholes(&t, wholes);
    twt_status status = open_workers(&t, threads);
    if (status == TWT_OK)
        status = twt_pool_run(threads, TWT_POSTING_BUCKETS, 1, tally_buckets, &t);
    for (size_t i = 0; status == TWT_OK && i < threads; i++)
        status = join_worker(&t, &t.workers[i], wholes);
    close_workers(&t, threads);
    return status;
}
