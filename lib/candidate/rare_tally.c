/* Bucket by bucket: postings of representatives alone, sorted by feature and family, and what they weigh. */
#include "base/pool.h"
#include "base/sort.h"
#include "candidate/rare.h"

typedef struct tally_worker {
    twt_u64s scratch;
    twt_rare_tally tally;
} tally_worker;

typedef struct tallying {
    const twt_rare_rule *rule;
    twt_postings *postings;
    const uint32_t *family_of_document;
    tally_worker *workers;
} tallying;

void twt_rare_tally_free(twt_rare_tally *tally)
{
    twt_free(tally->wholes);
    twt_free(tally->shares);
    *tally = (twt_rare_tally){0};
}

static twt_status tally_init(twt_rare_tally *tally, size_t families)
{
    tally->wholes = twt_alloc_zeroed(families, sizeof *tally->wholes);
    tally->shares = twt_alloc_zeroed(families, sizeof *tally->shares);
    return tally->wholes && tally->shares ? TWT_OK : TWT_ERROR_MEMORY;
}

static void keep_representatives(twt_u64s *bucket, const uint32_t *family_of_document)
{
    size_t kept = 0;
    for (size_t i = 0; i < bucket->count; i++) {
        uint32_t family = family_of_document[twt_posting_owner(bucket->data[i])];
        if (family != TWT_NO_FAMILY)
            bucket->data[kept++] = twt_posting_feature(bucket->data[i]) << 24 | family;
    }
    bucket->count = kept;
}

static void tally_feature(const twt_rare_rule *rule, const uint64_t *run, size_t df, twt_rare_tally *tally)
{
    uint32_t weight = twt_rare_weigh(rule, df);
    for (size_t i = 0; i < df; i++)
        tally->wholes[twt_posting_owner(run[i])] += weight;
    if (df > rule->df_star)
        return;
    bool is_for_all = df <= rule->df_all[twt_posting_is_word(*run)];
    for (size_t i = 0; i < (is_for_all ? df : 1); i++)
        tally->shares[twt_posting_owner(run[i])] += df - 1 - i;
}

/* Tallies all features of a bucket and keeps those that pair somebody. */
static void tally_bucket(const twt_rare_rule *rule, twt_u64s *bucket, twt_rare_tally *tally)
{
    size_t kept = 0;
    for (size_t begin = 0, end; begin < bucket->count; begin = end) {
        end = twt_posting_run_end(bucket->data, begin, bucket->count);
        size_t df = end - begin;
        tally_feature(rule, bucket->data + begin, df, tally);
        if (df >= 2 && df <= rule->df_star)
            for (size_t i = begin; i < end; i++)
                bucket->data[kept++] = bucket->data[i];
    }
    bucket->count = kept;
}

static void give_back_memory(twt_u64s *bucket)
{
    uint64_t *shrunk = twt_realloc_array(bucket->data, bucket->count, sizeof *shrunk);
    if (shrunk) {
        bucket->data = shrunk;
        bucket->cap = bucket->count;
    }
}

static twt_status tally_buckets(void *context, size_t worker, size_t begin, size_t end)
{
    tallying *t = context;
    tally_worker *w = &t->workers[worker];
    for (size_t i = begin; i < end; i++) {
        twt_u64s *bucket = &t->postings->buckets[i];
        keep_representatives(bucket, t->family_of_document);
        if (!twt_vec_reserve(&w->scratch, bucket->count))
            return TWT_ERROR_MEMORY;
        twt_sort_u64(bucket->data, w->scratch.data, bucket->count);
        bucket->count = twt_unique_u64(bucket->data, bucket->count);
        tally_bucket(t->rule, bucket, &w->tally);
        give_back_memory(bucket);
    }
    return TWT_OK;
}

static void add_up(twt_rare_tally *total, const twt_rare_tally *part, size_t families)
{
    for (size_t f = 0; f < families; f++) {
        total->wholes[f] += part->wholes[f];
        total->shares[f] += part->shares[f];
    }
}

twt_status twt_rare_tally_run(const twt_rare_rule *rule, twt_postings *postings, const uint32_t *family_of_document,
                              size_t threads, twt_rare_tally *tally)
{
    tallying t = {rule, postings, family_of_document, twt_alloc_zeroed(threads, sizeof *t.workers)};
    twt_status status = t.workers ? TWT_OK : TWT_ERROR_MEMORY;
    for (size_t w = 0; status == TWT_OK && w < threads; w++)
        status = tally_init(&t.workers[w].tally, rule->family_count);
    if (status == TWT_OK)
        status = twt_pool_run(threads, TWT_POSTING_BUCKETS, 1, tally_buckets, &t);
    for (size_t w = 1; status == TWT_OK && w < threads; w++)
        add_up(&t.workers[0].tally, &t.workers[w].tally, rule->family_count);
    if (status == TWT_OK) {
        *tally = t.workers[0].tally;
        t.workers[0].tally = (twt_rare_tally){0};
    }
    for (size_t w = 0; t.workers && w < threads; w++) {
        twt_rare_tally_free(&t.workers[w].tally);
        twt_vec_free(&t.workers[w].scratch);
    }
    twt_free(t.workers);
    return status;
}
