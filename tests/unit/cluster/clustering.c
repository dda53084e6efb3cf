#include "twicetold/cluster.h"

#include <stdio.h>
#include <string.h>

#include "base/rng.h"
#include "base/vec.h"
#include "support/failing_alloc.h"
#include "support/suite.h"

enum { DOCUMENTS = 60, CROWD = 1200, LINE_MAX_BYTES = 64 };

typedef struct world { /* documents named n000, n001, … and pairs between them */
    char ids[CROWD][24];
    twt_cluster_document documents[CROWD];
    size_t document_count;
    TWT_VEC(twt_pair) pairs;
} world;

static void world_init(world *w, size_t documents)
{
    *w = (world){.document_count = documents};
    for (size_t i = 0; i < documents; i++) {
        snprintf(w->ids[i], sizeof w->ids[i], "n%03zu", i);
        w->documents[i] = (twt_cluster_document){.id = w->ids[i], .tokens = 300};
    }
}

static twt_pair *add_pair(world *w, uint32_t a, uint32_t b, twt_relation relation, double jaccard)
{
    twt_pair pair = {.a = a, .b = b};
    pair.verdict = (twt_verdict){
        .relation = relation, .jaccard = jaccard, .containment = {jaccard, jaccard}, .coverage = {jaccard, jaccard}};
    ck_assert(twt_vec_push(&w->pairs, pair));
    return &w->pairs.data[w->pairs.count - 1];
}

static twt_clustering *cluster(const world *w)
{
    twt_clustering *clustering;
    ck_assert_int_eq(twt_clustering_new(w->documents, w->document_count, w->pairs.data, w->pairs.count, &clustering),
                     TWT_OK);
    return clustering;
}

static void finish(world *w, twt_clustering *clustering)
{
    twt_clustering_free(clustering);
    twt_vec_free(&w->pairs);
}

START_TEST(no_pairs_make_no_clusters)
{
    world w;
    world_init(&w, 3);
    twt_clustering *c = cluster(&w);
    size_t count;
    twt_clustering_clusters(c, &count);
    ck_assert_uint_eq(count, 0);
    twt_clustering_links(c, &count);
    ck_assert_uint_eq(count, 0);
    finish(&w, c);
}
END_TEST

START_TEST(a_chain_whose_ends_do_not_match_is_not_one_cluster)
{
    world w;
    world_init(&w, 4);
    add_pair(&w, 0, 1, TWT_RELATION_NEAR_DUPLICATE, .7);
    add_pair(&w, 1, 2, TWT_RELATION_NEAR_DUPLICATE, .5);
    add_pair(&w, 2, 3, TWT_RELATION_NEAR_DUPLICATE, .7);
    twt_clustering *c = cluster(&w);
    size_t count;
    const twt_cluster *clusters = twt_clustering_clusters(c, &count);
    for (size_t i = 0; i < count; i++)
        ck_assert_uint_le(clusters[i].member_count, 3);
    finish(&w, c);
}
END_TEST

START_TEST(a_member_of_a_member_is_not_admitted_over_a_small_passage)
{
    world w;
    world_init(&w, 4);
    add_pair(&w, 0, 1, TWT_RELATION_NEAR_DUPLICATE, .7);
    add_pair(&w, 0, 2, TWT_RELATION_NEAR_DUPLICATE, .7);
    add_pair(&w, 0, 3, TWT_RELATION_PARTIAL, .1);
    add_pair(&w, 1, 3, TWT_RELATION_NEAR_DUPLICATE, .6);
    twt_clustering *c = cluster(&w);
    size_t count;
    const twt_cluster *clusters = twt_clustering_clusters(c, &count);
    ck_assert_uint_eq(count, 1);
    ck_assert_uint_eq(clusters[0].member_count, 3);
    finish(&w, c);
}
END_TEST

START_TEST(a_member_of_a_member_is_admitted_when_it_shares_a_passage_with_the_canonical_one)
{
    world w;
    world_init(&w, 4);
    add_pair(&w, 0, 1, TWT_RELATION_NEAR_DUPLICATE, .7);
    add_pair(&w, 0, 2, TWT_RELATION_NEAR_DUPLICATE, .7);
    add_pair(&w, 0, 3, TWT_RELATION_PARTIAL, .2);
    add_pair(&w, 1, 3, TWT_RELATION_NEAR_DUPLICATE, .6);
    twt_clustering *c = cluster(&w);
    size_t count;
    const twt_cluster *clusters = twt_clustering_clusters(c, &count);
    ck_assert_uint_eq(count, 1);
    ck_assert_uint_eq(clusters[0].canonical, 0);
    ck_assert_uint_eq(clusters[0].member_count, 4);
    ck_assert_uint_eq(clusters[0].members[3].document, 3);
    ck_assert(!clusters[0].members[3].is_direct);
    ck_assert_double_eq(clusters[0].lowest_jaccard, .2);
    finish(&w, c);
}
END_TEST

START_TEST(updates_and_excerpts_are_links)
{
    world w;
    world_init(&w, 5);
    add_pair(&w, 0, 1, TWT_RELATION_EXACT, 1);
    add_pair(&w, 0, 2, TWT_RELATION_UPDATED, .8);
    add_pair(&w, 1, 2, TWT_RELATION_UPDATED, .8);
    twt_pair *excerpt = add_pair(&w, 2, 3, TWT_RELATION_EXCERPT, .2);
    excerpt->verdict.coverage[0] = .3;
    excerpt->verdict.coverage[1] = .9;
    twt_clustering *c = cluster(&w);
    size_t count;
    const twt_cluster *clusters = twt_clustering_clusters(c, &count);
    ck_assert_uint_eq(count, 1);
    ck_assert_uint_eq(clusters[0].member_count, 2);
    const twt_link *links = twt_clustering_links(c, &count);
    ck_assert_uint_eq(count, 2);
    ck_assert(!links[0].from.is_cluster && links[0].from.number == 2);
    ck_assert(links[0].to.is_cluster && links[0].to.number == 0);
    ck_assert_int_eq(links[0].relation, TWT_RELATION_UPDATED);
    ck_assert(links[1].from.number == 3 && links[1].to.number == 2);
    ck_assert_int_eq(links[1].relation, TWT_RELATION_EXCERPT);
    finish(&w, c);
}
END_TEST

static uint32_t canonical_of_star(world *w, twt_reason_code *term)
{
    add_pair(w, 0, 1, TWT_RELATION_NEAR_DUPLICATE, .7);
    add_pair(w, 0, 2, TWT_RELATION_NEAR_DUPLICATE, .7);
    add_pair(w, 1, 2, TWT_RELATION_NEAR_DUPLICATE, .7);
    twt_clustering *c = cluster(w);
    size_t count;
    const twt_cluster *clusters = twt_clustering_clusters(c, &count);
    ck_assert_uint_eq(count, 1);
    uint32_t canonical = clusters[0].canonical;
    *term = clusters[0].reasons[0].code;
    finish(w, c);
    return canonical;
}

START_TEST(a_text_retold_in_part_of_another_is_linked_as_an_excerpt_of_it)
{
    world w;
    world_init(&w, 4);
    twt_pair *in_part = add_pair(&w, 0, 1, TWT_RELATION_REWRITTEN, .1);
    in_part->verdict.coverage[0] = .9;
    in_part->verdict.coverage[1] = .4;
    twt_pair *whole = add_pair(&w, 2, 3, TWT_RELATION_REWRITTEN, .1);
    whole->verdict.coverage[0] = .45;
    whole->verdict.coverage[1] = .4;
    twt_clustering *c = cluster(&w);
    size_t count;
    const twt_cluster *clusters = twt_clustering_clusters(c, &count);
    ck_assert_uint_eq(count, 1);
    ck_assert_uint_eq(clusters->members[0].document + clusters->members[1].document, 5);
    const twt_link *links = twt_clustering_links(c, &count);
    ck_assert_uint_eq(count, 1);
    ck_assert_int_eq(links->relation, TWT_RELATION_EXCERPT);
    ck_assert_uint_eq(links->from.number, 0);
    ck_assert_uint_eq(links->to.number, 1);
    finish(&w, c);
}
END_TEST

START_TEST(each_term_of_the_canonical_key_decides_in_its_turn)
{
    twt_reason_code term;
    world w;
    world_init(&w, 3);
    ck_assert_uint_eq(canonical_of_star(&w, &term), 0);
    ck_assert_int_eq(term, TWT_REASON_CANONICAL_SMALLEST_ID);

    world_init(&w, 3);
    w.documents[1].published = (twt_time){1000, TWT_PRECISION_DATE};
    w.documents[2].published = (twt_time){2000, TWT_PRECISION_DATE};
    w.documents[0].published = (twt_time){3000, TWT_PRECISION_DATE};
    ck_assert_uint_eq(canonical_of_star(&w, &term), 1);
    ck_assert_int_eq(term, TWT_REASON_CANONICAL_EARLIEST);

    w.documents[2].tier = TWT_TIER_OFFICIAL;
    ck_assert_uint_eq(canonical_of_star(&w, &term), 2);
    ck_assert_int_eq(term, TWT_REASON_CANONICAL_TIER);

    w.documents[0].is_preferred = true;
    ck_assert_uint_eq(canonical_of_star(&w, &term), 0);
    ck_assert_int_eq(term, TWT_REASON_CANONICAL_PREFERRED);
}
END_TEST

START_TEST(of_many_exact_copies_any_can_stand_for_all)
{
    world w;
    world_init(&w, 50);
    w.documents[7].tier = TWT_TIER_OFFICIAL;
    for (uint32_t d = 1; d < 49; d++) /* all with the first alone, as a scan says it of many */
        add_pair(&w, 0, d, TWT_RELATION_EXACT, 1);
    add_pair(&w, 0, 49, TWT_RELATION_NEAR_DUPLICATE, .6);
    twt_clustering *c = cluster(&w);
    size_t count;
    const twt_cluster *clusters = twt_clustering_clusters(c, &count);
    ck_assert_uint_eq(count, 1);
    ck_assert_uint_eq(clusters[0].canonical, 7);
    ck_assert_uint_eq(clusters[0].member_count, 50);
    for (size_t i = 0; i < 50; i++) {
        const twt_member *member = &clusters[0].members[i];
        ck_assert_int_eq(member->relation, member->document == 49 ? TWT_RELATION_NEAR_DUPLICATE : TWT_RELATION_EXACT);
    }
    twt_clustering_links(c, &count);
    ck_assert_uint_eq(count, 0);
    finish(&w, c);
}
END_TEST

/* Each near the hub and its neighbour; one is earlier than all. */
static uint32_t cluster_of_ring(world *w, size_t *members, twt_reason_code *term)
{
    w->documents[3].published = (twt_time){1000, TWT_PRECISION_DATE};
    for (uint32_t d = 1; d < w->document_count; d++)
        add_pair(w, 0, d, TWT_RELATION_NEAR_DUPLICATE, .7);
    for (uint32_t d = 1; d + 1 < w->document_count; d++)
        add_pair(w, d, d + 1, TWT_RELATION_NEAR_DUPLICATE, .8);
    twt_clustering *c = cluster(w);
    size_t count;
    const twt_cluster *clusters = twt_clustering_clusters(c, &count);
    uint32_t canonical = clusters[0].canonical;
    *members = clusters[0].member_count;
    *term = clusters[0].reasons[0].code;
    finish(w, c);
    return canonical;
}

START_TEST(in_a_star_of_thousands_the_hub_that_all_were_held_against_stays)
{
    static world w;
    size_t members;
    twt_reason_code term;
    world_init(&w, DOCUMENTS);
    ck_assert_uint_eq(cluster_of_ring(&w, &members, &term), 3); /* a small one: the earliest of those it matches */
    ck_assert_int_eq(term, TWT_REASON_CANONICAL_EARLIEST);
    world_init(&w, CROWD);
    ck_assert_uint_eq(cluster_of_ring(&w, &members, &term), 0);
    ck_assert_int_eq(term, TWT_REASON_CANONICAL_MEDOID);
    ck_assert_uint_eq(members, CROWD);
}
END_TEST

START_TEST(evidence_that_it_came_first_outranks_an_earlier_date)
{
    static const twt_reason reason = {.code = TWT_REASON_FIRST_QUOTATION, .value = -1.2};
    world w;
    world_init(&w, 2);
    w.documents[0].published = (twt_time){1000, TWT_PRECISION_DATE};
    twt_pair *pair = add_pair(&w, 0, 1, TWT_RELATION_REWRITTEN, .3);
    pair->reasons = &reason;
    pair->reason_count = 1;
    twt_clustering *c = cluster(&w);
    size_t count;
    const twt_cluster *clusters = twt_clustering_clusters(c, &count);
    ck_assert_uint_eq(clusters[0].canonical, 1);
    ck_assert_int_eq(clusters[0].reasons[0].code, TWT_REASON_CANONICAL_FIRST);
    ck_assert_double_eq_tol(clusters[0].reasons[0].value, 1.2, 1e-9);
    finish(&w, c);
}
END_TEST

START_TEST(pairs_out_of_order_or_out_of_range_are_refused)
{
    world w;
    world_init(&w, 3);
    twt_clustering *c;
    add_pair(&w, 1, 2, TWT_RELATION_EXACT, 1);
    add_pair(&w, 0, 1, TWT_RELATION_EXACT, 1);
    ck_assert_int_eq(twt_clustering_new(w.documents, 3, w.pairs.data, 2, &c), TWT_ERROR_ARGUMENT);
    ck_assert_ptr_null(c);
    w.pairs.data[0].b = 3;
    ck_assert_int_eq(twt_clustering_new(w.documents, 3, w.pairs.data, 1, &c), TWT_ERROR_ARGUMENT);
    w.pairs.data[0] = (twt_pair){.a = 0, .b = 1, .verdict.relation = TWT_RELATION_RELATED};
    ck_assert_int_eq(twt_clustering_new(w.documents, 3, w.pairs.data, 1, &c), TWT_ERROR_ARGUMENT);
    twt_vec_free(&w.pairs);
}
END_TEST

static void random_world(world *w, uint64_t *rng, const uint32_t *place)
{
    static const twt_relation relations[] = {TWT_RELATION_EXACT,   TWT_RELATION_REWRITTEN, TWT_RELATION_EXCERPT,
                                             TWT_RELATION_PARTIAL, TWT_RELATION_UPDATED,   TWT_RELATION_NEAR_DUPLICATE};
    twt_pair table[DOCUMENTS][DOCUMENTS];
    bool is_set[DOCUMENTS][DOCUMENTS] = {{false}};
    world_init(w, DOCUMENTS);
    for (uint32_t i = 0; i < DOCUMENTS; i++) {
        snprintf(w->ids[place[i]], sizeof w->ids[0], "n%03u", i);
        w->documents[place[i]].tier = (twt_tier)(twt_rng_next(rng) % 8 ? 0 : 2);
    }
    for (uint32_t i = 0; i < DOCUMENTS; i++)
        for (uint32_t j = i + 1; j < DOCUMENTS; j++) {
            uint64_t draw = twt_rng_next(rng);
            if (draw % 16)
                continue;
            uint32_t a = place[i], b = place[j];
            double jaccard = (double)(draw >> 40) / (1 << 24);
            twt_pair pair = {.a = a < b ? a : b, .b = a < b ? b : a};
            pair.verdict.relation = relations[draw / 16 % 6];
            pair.verdict.jaccard = jaccard;
            pair.verdict.containment[0] = pair.verdict.containment[1] = jaccard;
            table[pair.a][pair.b] = pair;
            is_set[pair.a][pair.b] = true;
        }
    for (uint32_t a = 0; a < DOCUMENTS; a++)
        for (uint32_t b = a + 1; b < DOCUMENTS; b++)
            if (is_set[a][b])
                ck_assert(twt_vec_push(&w->pairs, table[a][b]));
}

static const twt_pair *find_pair(const world *w, uint32_t a, uint32_t b)
{
    for (size_t i = 0; i < w->pairs.count; i++)
        if ((w->pairs.data[i].a == a && w->pairs.data[i].b == b) ||
            (w->pairs.data[i].a == b && w->pairs.data[i].b == a))
            return &w->pairs.data[i];
    return NULL;
}

/* The pair of two documents, or of the one and an exact copy of the other. */
static const twt_pair *find_equal(const world *w, uint32_t canonical, uint32_t document)
{
    const twt_pair *best = find_pair(w, canonical, document);
    for (uint32_t d = 0; !best && d < w->document_count; d++) {
        const twt_pair *copy = find_pair(w, canonical, d);
        if (copy && copy->verdict.relation == TWT_RELATION_EXACT)
            best = find_pair(w, d, document);
    }
    return best;
}

static bool is_version(const twt_verdict *verdict)
{
    const double *told = verdict->coverage;
    bool is_in_part = (told[0] < .5 && told[1] >= 1.5 * told[0]) || (told[1] < .5 && told[0] >= 1.5 * told[1]);
    return verdict->relation == TWT_RELATION_EXACT || verdict->relation == TWT_RELATION_NOISY ||
           verdict->relation == TWT_RELATION_NEAR_DUPLICATE ||
           (verdict->relation == TWT_RELATION_REWRITTEN && !is_in_part);
}

START_TEST(every_member_was_held_against_its_canonical_version)
{
    uint64_t rng = 11;
    uint32_t place[DOCUMENTS];
    for (uint32_t i = 0; i < DOCUMENTS; i++)
        place[i] = i;
    for (int round = 0; round < 50; round++) {
        world w;
        random_world(&w, &rng, place);
        twt_clustering *c = cluster(&w);
        size_t count;
        const twt_cluster *clusters = twt_clustering_clusters(c, &count);
        bool is_placed[DOCUMENTS] = {false};
        for (size_t i = 0; i < count; i++) {
            ck_assert_uint_ge(clusters[i].member_count, 2);
            ck_assert_uint_eq(clusters[i].members[0].document, clusters[i].canonical);
            for (size_t m = 0; m < clusters[i].member_count; m++) {
                uint32_t document = clusters[i].members[m].document;
                ck_assert(!is_placed[document]);
                is_placed[document] = true;
                if (m == 0)
                    continue;
                const twt_pair *pair = find_pair(&w, document, clusters[i].canonical);
                ck_assert_ptr_nonnull(find_equal(&w, clusters[i].canonical, document));
                ck_assert(!pair || clusters[i].members[m].is_direct == is_version(&pair->verdict));
            }
        }
        for (size_t i = 0; i < w.pairs.count; i++) /* two versions of one text are never both left single */
            if (is_version(&w.pairs.data[i].verdict))
                ck_assert(is_placed[w.pairs.data[i].a] || is_placed[w.pairs.data[i].b]);
        finish(&w, c);
    }
}
END_TEST

static int by_home(const void *a, const void *b)
{
    return strcmp(a, b);
}

/* "canonical<member" lines by id, sorted: what must not depend on the order of input. */
static size_t describe(const world *w, const twt_clustering *c, char lines[DOCUMENTS][LINE_MAX_BYTES])
{
    size_t count, n = 0;
    const twt_cluster *clusters = twt_clustering_clusters(c, &count);
    for (size_t i = 0; i < count; i++)
        for (size_t m = 0; m < clusters[i].member_count; m++)
            snprintf(lines[n++], LINE_MAX_BYTES, "%s<%s", w->ids[clusters[i].canonical],
                     w->ids[clusters[i].members[m].document]);
    qsort(lines, n, LINE_MAX_BYTES, by_home);
    return n;
}

START_TEST(the_order_of_documents_does_not_matter)
{
    uint64_t shuffle = 5;
    for (uint64_t round = 1; round <= 30; round++) {
        uint32_t straight[DOCUMENTS], shuffled[DOCUMENTS];
        for (uint32_t i = 0; i < DOCUMENTS; i++)
            straight[i] = shuffled[i] = i;
        for (uint32_t i = DOCUMENTS - 1; i > 0; i--) {
            uint32_t j = (uint32_t)(twt_rng_next(&shuffle) % (i + 1)), swap = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = swap;
        }
        world one, other;
        uint64_t rng = round;
        random_world(&one, &rng, straight);
        rng = round;
        random_world(&other, &rng, shuffled);
        twt_clustering *c = cluster(&one), *d = cluster(&other);
        char lines[DOCUMENTS][LINE_MAX_BYTES], other_lines[DOCUMENTS][LINE_MAX_BYTES];
        size_t count = describe(&one, c, lines);
        ck_assert_uint_eq(describe(&other, d, other_lines), count);
        for (size_t i = 0; i < count; i++)
            ck_assert_str_eq(lines[i], other_lines[i]);
        finish(&one, c);
        finish(&other, d);
    }
}
END_TEST

START_TEST(every_failed_allocation_is_reported)
{
    uint64_t rng = 3;
    uint32_t place[DOCUMENTS];
    for (uint32_t i = 0; i < DOCUMENTS; i++)
        place[i] = i;
    world w;
    random_world(&w, &rng, place);
    for (size_t n = 1;; n++) {
        twt_clustering *c;
        failing_alloc_arm(n);
        twt_status status = twt_clustering_new(w.documents, w.document_count, w.pairs.data, w.pairs.count, &c);
        if (!failing_alloc_disarm()) {
            ck_assert_int_eq(status, TWT_OK);
            twt_clustering_free(c);
            break;
        }
        ck_assert_int_eq(status, TWT_ERROR_MEMORY);
        ck_assert_ptr_null(c);
    }
    twt_vec_free(&w.pairs);
}
END_TEST

TWT_SUITE("cluster_clustering", no_pairs_make_no_clusters, a_chain_whose_ends_do_not_match_is_not_one_cluster,
          a_member_of_a_member_is_not_admitted_over_a_small_passage,
          a_member_of_a_member_is_admitted_when_it_shares_a_passage_with_the_canonical_one,
          updates_and_excerpts_are_links, a_text_retold_in_part_of_another_is_linked_as_an_excerpt_of_it,
          each_term_of_the_canonical_key_decides_in_its_turn, of_many_exact_copies_any_can_stand_for_all,
          in_a_star_of_thousands_the_hub_that_all_were_held_against_stays,
          evidence_that_it_came_first_outranks_an_earlier_date, pairs_out_of_order_or_out_of_range_are_refused,
          every_member_was_held_against_its_canonical_version, the_order_of_documents_does_not_matter,
          every_failed_allocation_is_reported)
