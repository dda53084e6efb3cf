/* Bucket by bucket: postings put together by feature, what each family weighs, and what each feature adds to pairs.
 *
 * A bucket is parted by leading bits until a part fits the cache. An owner's whole weight begins as if nobody shared
 * its features, and what is shared is set right. */
#include "candidate/rare_tally.h"

#include "base/insertion.h"
#include "base/pool.h"
#include "base/sort.h"
#include "candidate/groups.h"
#include "candidate/postings.h"
#include "candidate/rare.h"
#include "candidate/rare_rule.h"
#include "candidate/rare_shares.h"

enum { PART = 1 << 12, FEW = 64 };

typedef struct tally_worker {
    twt_u64s postings;
    twt_groups groups;
    twt_streams_writer writer;   /* of shares */
    uint64_t *wholes;            /* to be added, modulo 2^64 */
    TWT_VEC(uint32_t) additions; /* of a feature */
    bool *has;                   /* by family: whether it has the feature; all false between two */
} tally_worker;

typedef struct tallying {
    const twt_rare_rule *rule;
    twt_postings *postings;
    const twt_owners *owners;
    const twt_shares *shares;
    tally_worker *workers;
} tallying;

/* Of the owners of a feature, doubles and all: what its weight is less than that of a feature which only one has. Says
 * whether there are doubles. */
static bool weigh_owners(const twt_rare_rule *rule, const uint32_t *owners, size_t count, uint64_t *wholes)
{
    uint32_t less = twt_rare_weigh(rule, 1) - twt_rare_weigh(rule, count), last = TWT_NO_FAMILY;
    bool has_doubles = false;
    for (size_t i = 0; i < count; i++) {
        has_doubles |= owners[i] == last;
        last = owners[i];
        wholes[last] -= less;
    }
    return has_doubles;
}

/* Leaves each family once: features are told apart by fewer bits than their key has, so a text may have one twice, and
 * these stand side by side. What was done for all of them is undone, and so is the weight that was counted for doubles.
 */
static size_t drop_doubles(const twt_rare_rule *rule, uint32_t *owners, size_t count, uint64_t *wholes)
{
    uint32_t single = twt_rare_weigh(rule, 1), less = single - twt_rare_weigh(rule, count);
    size_t df = 0;
    for (size_t i = 0; i < count; i++) {
        wholes[owners[i]] += less;
        if (df > 0 && owners[i] == owners[df - 1])
            wholes[owners[i]] -= single;
        else
            owners[df++] = owners[i];
    }
    weigh_owners(rule, owners, df, wholes);
    return df;
}

static void put_first_first(uint32_t *owners, size_t df)
{
    size_t first = 0;
    for (size_t i = 1; i < df; i++)
        first = owners[i] < owners[first] ? i : first;
    uint32_t owner = owners[first];
    owners[first] = owners[0];
    owners[0] = owner;
}

static int by_number(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

TWT_INSERTION_SORT(sort_few, uint32_t, TWT_ITSELF)

static void sort_owners(uint32_t *owners, size_t df)
{
    if (df > FEW)
        twt_sort_items(owners, df, sizeof *owners, by_number);
    else
        sort_few(owners, df);
}

/* Moves additions out of the owners; how many families are left. */
static size_t take_additions(const tallying *t, tally_worker *w, uint32_t *owners, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (owners[i] < t->owners->family_count)
            owners[kept++] = owners[i];
        else
            w->additions.data[w->additions.count++] = owners[i];
    }
    return kept;
}

static void note_families(const tallying *t, tally_worker *w, const uint32_t *owners, size_t count, bool has)
{
    for (size_t i = 0; i < count; i++)
        w->has[twt_owner_family(t->owners, owners[i])] = has;
}

/* What a family has is no addition, and of its members the feature counts for the first: these are left. */
static void choose_additions(const tallying *t, tally_worker *w, const uint32_t *owners, size_t df)
{
    uint32_t *additions = w->additions.data;
    size_t kept = 0;
    sort_owners(additions, w->additions.count);
    note_families(t, w, owners, df, true);
    for (size_t i = 0; i < w->additions.count; i++) {
        bool *has = &w->has[twt_owner_family(t->owners, additions[i])];
        if (!*has)
            additions[kept++] = additions[i];
        *has = true;
    }
    note_families(t, w, owners, df, false);
    note_families(t, w, additions, kept, false);
    w->additions.count = kept;
}

/* Modulo 2^64. */
static void weigh_additions(tally_worker *w, uint64_t weight)
{
    for (size_t i = 0; i < w->additions.count; i++)
        w->wholes[w->additions.data[i]] += weight;
}

/* Additions have no part in what only the first family is paired with. df: families that have the feature themselves.
 */
static twt_status tally_additions(const tallying *t, tally_worker *w, bool is_word, uint32_t *owners, size_t df)
{
    size_t most = t->rule->df_all[is_word];
    weigh_additions(w, -(uint64_t)twt_rare_weigh(t->rule, 1));
    if (df >= most)
        return TWT_OK;
    choose_additions(t, w, owners, df);
    size_t count = w->additions.count, all = df + count;
    if (count == 0 || all > most)
        return TWT_OK;
    weigh_additions(w, twt_rare_weigh(t->rule, all));
    if (all < 2)
        return TWT_OK;
    sort_owners(owners, df);
    return twt_shares_put_additions(t->shares, &w->writer, t->rule, owners, df, w->additions.data, count);
}

static twt_status tally_group(const tallying *t, tally_worker *w, bool is_word, uint32_t *owners, size_t count)
{
    twt_status status = TWT_OK;
    twt_vec_clear(&w->additions);
    if (t->owners->addition_count) {
        if (!twt_vec_reserve(&w->additions, count))
            return TWT_ERROR_MEMORY;
        count = take_additions(t, w, owners, count);
    }
    size_t df = count;
    if (weigh_owners(t->rule, owners, count, w->wholes))
        df = drop_doubles(t->rule, owners, count, w->wholes);
    if (w->additions.count)
        status = tally_additions(t, w, is_word, owners, df);
    if (status != TWT_OK || df < 2 || df > t->rule->df_star)
        return status;
    if (df <= t->rule->df_all[is_word])
        sort_owners(owners, df);
    else
        put_first_first(owners, df);
    return twt_shares_put(t->shares, &w->writer, t->rule, is_word, owners, df);
}

static twt_status tally_groups(const tallying *t, tally_worker *w)
{
    twt_status status = TWT_OK;
    const twt_group *groups = w->groups.items.data;
    for (size_t g = 0, begin = 0; status == TWT_OK && g < w->groups.items.count; begin = groups[g++].end)
        if (groups[g].end - begin > 1)
            status = tally_group(t, w, groups[g].is_word, w->groups.owners.data + begin, groups[g].end - begin);
    return status;
}

static twt_status tally_bucket(const tallying *t, tally_worker *w, size_t bucket)
{
    size_t ends[1 << TWT_POSTING_PART_BITS], most = twt_postings_most(t->postings, bucket);
    unsigned bits = 0;
    while (bits < TWT_POSTING_PART_BITS && most >> bits > PART)
        bits++;
    twt_status status = twt_postings_read(t->postings, bucket, t->owners->of_document, bits, &w->postings, ends);
    for (size_t p = 0, begin = 0; status == TWT_OK && p < (size_t)1 << bits; begin = ends[p++]) {
        if (!twt_groups_run(&w->groups, w->postings.data + begin, ends[p] - begin))
            return TWT_ERROR_MEMORY;
        status = tally_groups(t, w);
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
        w->wholes = twt_alloc_zeroed(twt_owners_count(t->owners), sizeof *w->wholes);
        w->has = twt_alloc_zeroed(t->rule->family_count, sizeof *w->has);
        status = w->wholes && w->has ? twt_streams_writer_init(&w->writer, (twt_streams *)&t->shares->parts)
                                     : TWT_ERROR_MEMORY;
    }
    return status;
}

static void close_workers(tallying *t, size_t threads)
{
    for (size_t i = 0; t->workers && i < threads; i++) {
        tally_worker *w = &t->workers[i];
        twt_vec_free(&w->postings);
        twt_groups_free(&w->groups);
        twt_streams_writer_free(&w->writer);
        twt_free(w->wholes);
        twt_free(w->has);
        twt_vec_free(&w->additions);
    }
    twt_free(t->workers);
}

/* As if no feature were shared. */
static void begin_wholes(const tallying *t, uint64_t *wholes)
{
    for (size_t d = 0; d < t->postings->document_count; d++) {
        uint32_t owner = t->owners->of_document[d];
        if (owner != TWT_NO_FAMILY)
            wholes[owner] += (uint64_t)t->postings->counts[d] * twt_rare_weigh(t->rule, 1);
    }
}

static twt_status join_worker(tallying *t, tally_worker *w, uint64_t *wholes)
{
    for (size_t i = 0; i < twt_owners_count(t->owners); i++)
        wholes[i] += w->wholes[i];
    return twt_streams_writer_close(&w->writer);
}

twt_status twt_rare_tally_run(const twt_rare_rule *rule, twt_postings *postings, const twt_owners *owners,
                              size_t threads, uint64_t *wholes, twt_shares *shares)
{
    tallying t = {.rule = rule, .postings = postings, .owners = owners, .shares = shares};
    begin_wholes(&t, wholes);
    twt_status status = open_workers(&t, threads);
    if (status == TWT_OK)
        status = twt_pool_run(threads, TWT_POSTING_BUCKETS, 1, tally_buckets, &t);
    for (size_t i = 0; status == TWT_OK && i < threads; i++)
        status = join_worker(&t, &t.workers[i], wholes);
    close_workers(&t, threads);
    return status;
}
