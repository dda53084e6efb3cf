#include "twicetold/compare.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/rng.h"
#include "compare/mirror.h"
#include "opened.h"
#include "support/failing_alloc.h"
#include "support/suite.h"
#include "support/texts.h"
#include "support/words.h"
#include "twicetold/text.h"

static const char statement[] =
    "The harbour council will repair the northern pier before winter, the mayor said on Tuesday. "
    "\"We have waited nine years for this money,\" said Ada Holm, who leads the council. "
    "Work begins on 4 May and is to cost 12.4 million crowns. The pier has been closed since a storm in 2019 tore away "
    "its outer half. Fishermen had complained that boats must land their catch at Rosvik, forty kilometres away. "
    "The council will not raise harbour fees to pay for the repair.\n\n"
    "A first report is due in August. Residents may send comments to the harbour office until the end of the month.";

static const char garbled[] =
    "The port council will mend the north pier before winter, the city head said on Tuesday. "
    "\"We have awaited nine years for this cash,\" said Ada Holm, who heads the council. "
    "Work starts on 4 May and is to cost 12.4 million crowns. The pier has been shut since a gale in 2019 ripped away "
    "its outer part. Fishers had grumbled that vessels must land their haul at Rosvik. forty kilometres off. "
    "The council will raise port charges to pay for the mending.\n"
    "An initial report is expected in August. Inhabitants may submit remarks to the port office until the close of the "
    "month.";

static const char other[] =
    "Three lynx were seen near the old quarry last week, and the forest service has put up cameras along the stream. "
    "Walkers are asked to keep dogs on a lead. It is the first time in a generation that the animals have come so far "
    "south, a ranger said, and nobody knows yet whether they will stay through the spring.";

static const twt_analysis *analyse(pair *p, int side, const char *text)
{
    const twt_analysis *analysis = NULL;
    ck_assert_int_eq(twt_analyzer_run(p->analyzers[side], text, strlen(text), &analysis, NULL), TWT_OK);
    return analysis;
}

static const twt_comparison *compare(pair *p, const char *a, const char *b, unsigned want)
{
    const twt_comparison *comparison = NULL;
    ck_assert_int_eq(twt_comparer_run(p->comparer, analyse(p, 0, a), analyse(p, 1, b), want, &comparison), TWT_OK);
    return comparison;
}

static twt_relation relation_of(const char *a, const char *b)
{
    pair p;
    open_pair(&p);
    twt_relation relation = compare(&p, a, b, 0)->verdict.relation;
    close_pair(&p);
    return relation;
}

START_TEST(a_profile_out_of_range_is_refused)
{
    twt_profile profile;
    twt_comparer *comparer = NULL;
    twt_profile_init(&profile);
    profile.slots = 7;
    ck_assert_int_eq(twt_comparer_new(&profile, &comparer), TWT_ERROR_ARGUMENT);
    ck_assert_ptr_null(comparer);
    twt_comparer_free(NULL);
}
END_TEST

START_TEST(empty_texts_are_unrelated)
{
    ck_assert_int_eq(relation_of("", ""), TWT_RELATION_UNRELATED);
    ck_assert_int_eq(relation_of("", statement), TWT_RELATION_UNRELATED);
    ck_assert_int_eq(relation_of("...", "?!"), TWT_RELATION_UNRELATED);
}
END_TEST

START_TEST(texts_equal_but_for_case_and_layout_are_exact)
{
    pair p;
    open_pair(&p);
    const twt_comparison *c =
        compare(&p, "The pier is shut. Boats land at Rosvik.", "THE PIER IS SHUT\n\nboats land  at rosvik",
                TWT_WANT_PASSAGES | TWT_WANT_CHANGES);
    ck_assert_int_eq(c->verdict.relation, TWT_RELATION_EXACT);
    ck_assert(c->verdict.jaccard == 1 && c->verdict.coverage[0] == 1 && c->verdict.coverage[1] == 1);
    ck_assert_uint_eq(c->match_count, 1);
    ck_assert_uint_eq(c->change_count, 0);
    close_pair(&p);
}
END_TEST

START_TEST(other_texts_are_no_reuse)
{
    ck_assert(!twt_relation_is_reuse(relation_of(statement, other)));
}
END_TEST

START_TEST(a_cut_copy_is_a_near_duplicate)
{
    char cut[sizeof statement];
    strcpy(cut, statement);
    *strstr(cut, "\n\n") = '\0';
    ck_assert_int_eq(relation_of(statement, cut), TWT_RELATION_NEAR_DUPLICATE);
}
END_TEST

START_TEST(a_garbled_statement_is_rewritten)
{
    ck_assert_int_eq(relation_of(statement, garbled), TWT_RELATION_REWRITTEN);
}
END_TEST

START_TEST(a_lost_not_leaves_a_near_duplicate)
{
    char text[sizeof statement];
    strcpy(text, statement);
    char *lost = strstr(text, "not raise");
    memmove(lost, lost + 4, strlen(lost + 4) + 1);
    ck_assert_int_eq(relation_of(statement, text), TWT_RELATION_NEAR_DUPLICATE);
}
END_TEST

START_TEST(one_word_over_and_over_is_compared_in_time)
{
    enum { MANY = 100000 };
    uint64_t *words = calloc(MANY, sizeof *words);
    for (size_t i = 0; i < MANY; i++)
        words[i] = 7;
    twt_analysis *a = words_from_hashes(words, MANY, 10), *b = words_from_hashes(words, MANY - 1000, 13);
    pair p;
    open_pair(&p);
    const twt_comparison *comparison = NULL;
    clock_t start = clock();
    ck_assert_int_eq(twt_comparer_run(p.comparer, a, b, TWT_WANT_PASSAGES | TWT_WANT_CHANGES, &comparison), TWT_OK);
    ck_assert((double)(clock() - start) / CLOCKS_PER_SEC < 20);
    close_pair(&p);
    words_free(a);
    words_free(b);
    free(words);
}
END_TEST

START_TEST(a_wish_for_more_changes_no_verdict)
{
    pair p;
    open_pair(&p);
    twt_verdict plain = compare(&p, statement, garbled, 0)->verdict;
    const twt_comparison *c = compare(&p, statement, garbled, TWT_WANT_PASSAGES | TWT_WANT_CHANGES);
    ck_assert_int_eq(plain.relation, c->verdict.relation);
    ck_assert(plain.coverage[0] == c->verdict.coverage[0] && plain.coverage[1] == c->verdict.coverage[1]);
    ck_assert_int_eq(plain.first, c->verdict.first);
    ck_assert_int_eq(plain.machine_signs, c->verdict.machine_signs);
    close_pair(&p);
}
END_TEST

/* ---- symmetry -------------------------------------------------------------------------------------------- */

static bool is_same_range(twt_range x, twt_range y)
{
    return x.begin == y.begin && x.end == y.end;
}

static void check_equal_reasons(const twt_comparison *x, const twt_comparison *y)
{
    ck_assert_uint_eq(x->reason_count, y->reason_count);
    for (size_t i = 0; i < x->reason_count; i++) {
        ck_assert_int_eq(x->reasons[i].code, y->reasons[i].code);
        ck_assert(x->reasons[i].value == y->reasons[i].value);
        ck_assert(is_same_range(x->reasons[i].a, y->reasons[i].a) && is_same_range(x->reasons[i].b, y->reasons[i].b));
    }
}

static void check_equal_evidence(const twt_comparison *x, const twt_comparison *y)
{
    ck_assert_uint_eq(x->match_count, y->match_count);
    for (size_t i = 0; i < x->match_count; i++) {
        const twt_match *m = &x->matches[i], *n = &y->matches[i];
        ck_assert(m->a == n->a && m->b == n->b && m->count == n->count && m->is_moved == n->is_moved);
    }
    ck_assert_uint_eq(x->seed_count, y->seed_count);
    for (size_t i = 0; i < x->seed_count; i++) {
        const twt_seed *s = &x->seeds[i], *t = &y->seeds[i];
        ck_assert(s->a == t->a && s->b == t->b && s->cosine == t->cosine && s->dice == t->dice);
        ck_assert(s->in_chain == t->in_chain);
    }
    ck_assert_uint_eq(x->passage_count, y->passage_count);
    for (size_t i = 0; i < x->passage_count; i++) {
        const twt_passage *s = &x->passages[i], *t = &y->passages[i];
        ck_assert(is_same_range(s->a, t->a) && is_same_range(s->b, t->b) && s->kind == t->kind);
    }
    ck_assert_uint_eq(x->change_count, y->change_count);
    for (size_t i = 0; i < x->change_count; i++) {
        const twt_change *s = &x->changes[i], *t = &y->changes[i];
        ck_assert(is_same_range(s->a, t->a) && is_same_range(s->b, t->b) && s->kind == t->kind);
    }
    check_equal_reasons(x, y);
}

static void check_equal_comparisons(const twt_comparison *x, const twt_comparison *y)
{
    ck_assert_int_eq(x->verdict.relation, y->verdict.relation);
    ck_assert(x->verdict.jaccard == y->verdict.jaccard);
    for (int side = 0; side < 2; side++) {
        ck_assert(x->verdict.containment[side] == y->verdict.containment[side]);
        ck_assert(x->verdict.coverage[side] == y->verdict.coverage[side]);
    }
    ck_assert_int_eq(x->verdict.machine_signs, y->verdict.machine_signs);
    ck_assert_int_eq(x->verdict.first, y->verdict.first);
    ck_assert_int_eq(x->verdict.first_confidence, y->verdict.first_confidence);
    ck_assert(memcmp(&x->measures, &y->measures, sizeof x->measures) == 0);
    check_equal_evidence(x, y);
}

/* Holds (b, a) against the mirror image of (a, b). */
static void check_symmetry(const char *a, const char *b)
{
    pair there, back;
    twt_mirror mirror = {0};
    open_pair(&there);
    open_pair(&back);
    unsigned want = TWT_WANT_PASSAGES | TWT_WANT_CHANGES;
    twt_comparison mirrored = *compare(&there, b, a, want);
    ck_assert_int_eq(twt_mirror_comparison(&mirror, &mirrored), TWT_OK);
    check_equal_comparisons(compare(&back, a, b, want), &mirrored);
    twt_mirror_free(&mirror);
    close_pair(&there);
    close_pair(&back);
}

START_TEST(exchanged_texts_give_the_mirror_image)
{
    const char *texts[] = {statement,
                           garbled,
                           other,
                           "",
                           "Boats land at Rosvik. Boats land at Rosvik. The pier is shut.",
                           "boats land at rosvik\n\nBoats land at Rosvik the pier is shut"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (size_t j = 0; j < sizeof texts / sizeof *texts; j++)
            check_symmetry(texts[i], texts[j]);
}
END_TEST

/* Sentences of the statement and of its garbled copy in random order, some words replaced. */
static void make_text(uint64_t *state, char *out)
{
    const char *const words[] = {"the",   "pier",  "council", "of",  "May", "12",
                                 "storm", "boats", "Rosvik",  "not", "and", "winter"};
    *out = '\0';
    for (size_t s = twt_rng_next(state) % 12; s > 0; s--) {
        uint64_t seed = twt_rng_next(state) % 6; /* few openings, so that sentences recur */
        for (size_t w = 4 + seed; w > 0; w--) {
            uint64_t pick = twt_rng_next(state) % 8 ? seed * 7 + w * 5 : twt_rng_next(state);
            strcat(strcat(out, words[pick % 12]), w > 1 ? " " : seed % 3 ? ". " : "\n\n");
        }
    }
}

START_TEST(random_texts_give_mirror_images)
{
    uint64_t state = 11;
    char a[4000], b[4000];
    for (int round = 0; round < 300; round++) {
        make_text(&state, a);
        make_text(&state, b);
        check_symmetry(a, b);
    }
}
END_TEST

/* ---- less for now ---------------------------------------------------------------------------------------- */

/* Compares in parts, at last with all that was left out, and holds each part against the whole. */
static void check_parts(pair *whole, pair *parts, const char *a, const char *b, size_t claims[2])
{
    unsigned more = TWT_WANT_PASSAGES | TWT_WANT_CHANGES;
    const twt_comparison *full = compare(whole, a, b, more), *told;
    bool is_reuse = twt_relation_is_reuse(full->verdict.relation);
    claims[is_reuse]++;
    twt_relation claimed = compare(parts, a, b, TWT_WANT_CLAIM)->verdict.relation;
    ck_assert(twt_relation_is_reuse(claimed) == is_reuse);
    ck_assert(is_reuse || claimed == full->verdict.relation);
    ck_assert_int_eq(twt_comparer_settle(parts->comparer, &told), TWT_OK);
    ck_assert_int_eq(told->verdict.relation, full->verdict.relation);
    ck_assert(told->verdict.confidence == full->verdict.confidence);
    ck_assert_int_eq(twt_comparer_settle(parts->comparer, &told), TWT_OK);
    ck_assert_int_eq(told->verdict.relation, full->verdict.relation);
    twt_verdict early = compare(parts, a, b, more | TWT_WANT_RELATION)->verdict;
    ck_assert_int_eq(early.relation, full->verdict.relation);
    ck_assert(early.confidence == full->verdict.confidence && early.coverage[1] == full->verdict.coverage[1]);
    ck_assert_int_eq(twt_comparer_tell(parts->comparer, &told), TWT_OK);
    check_equal_comparisons(full, told);
    compare(parts, a, b, more | TWT_WANT_CLAIM);
    ck_assert_int_eq(twt_comparer_settle(parts->comparer, &told), TWT_OK);
    ck_assert_int_eq(twt_comparer_tell(parts->comparer, &told), TWT_OK);
    check_equal_comparisons(full, told);
}

START_TEST(what_is_told_later_is_what_is_told_at_once)
{
    const char *texts[] = {statement, garbled, other, "", "Boats land at Rosvik. The pier is shut."};
    pair whole, parts;
    size_t claims[2] = {0, 0};
    uint64_t state = 5;
    char a[4000], b[4000];
    open_pair(&whole);
    open_pair(&parts);
    for (size_t i = 0; i < 25; i++)
        check_parts(&whole, &parts, texts[i / 5], texts[i % 5], claims);
    for (int round = 0; round < 400; round++) {
        make_text(&state, a);
        make_text(&state, b);
        check_parts(&whole, &parts, a, b, claims);
    }
    ck_assert(claims[false] > 50 && claims[true] > 50);
    close_pair(&whole);
    close_pair(&parts);
}
END_TEST

/* Weighed anew again and again, each time against a run of its own. */
static void check_weighed(pair *whole, pair *weighed, uint64_t *state, const char *a, const char *b, size_t tipped[2])
{
    unsigned wants[] = {TWT_WANT_RELATION, TWT_WANT_CLAIM}, want = wants[twt_rng_next(state) % 2];
    bool was_reuse = twt_relation_is_reuse(compare(weighed, a, b, want)->verdict.relation);
    for (int i = 0; i < 4; i++) {
        double evidence = (double)(twt_rng_next(state) % 40) - 20;
        const twt_comparison *full, *again;
        ck_assert_int_eq(
            twt_comparer_run_within(whole->comparer, analyse(whole, 0, a), analyse(whole, 1, b), evidence, want, &full),
            TWT_OK);
        ck_assert_int_eq(twt_comparer_weigh(weighed->comparer, evidence, &again), TWT_OK);
        check_equal_comparisons(full, again);
        bool is_reuse = twt_relation_is_reuse(full->verdict.relation);
        tipped[is_reuse] += is_reuse != was_reuse;
        was_reuse = is_reuse;
    }
    const twt_comparison *full, *told;
    ck_assert_int_eq(twt_comparer_settle(whole->comparer, &full), TWT_OK);
    ck_assert_int_eq(twt_comparer_tell(whole->comparer, &full), TWT_OK);
    ck_assert_int_eq(twt_comparer_settle(weighed->comparer, &told), TWT_OK);
    ck_assert_int_eq(twt_comparer_tell(weighed->comparer, &told), TWT_OK);
    check_equal_comparisons(full, told);
}

START_TEST(other_evidence_says_of_the_last_pair_what_it_says_of_a_new_one)
{
    pair whole, weighed;
    size_t tipped[2] = {0, 0};
    uint64_t state = 7;
    char a[4000], b[4000];
    open_pair(&whole);
    open_pair(&weighed);
    for (int round = 0; round < 400; round++) {
        make_text(&state, a);
        make_text(&state, b);
        check_weighed(&whole, &weighed, &state, a, b, tipped);
    }
    ck_assert(tipped[false] > 50 && tipped[true] > 50);
    close_pair(&whole);
    close_pair(&weighed);
}
END_TEST

/* ---- prepared texts -------------------------------------------------------------------------------------- */

static void check_prepared(pair *plain, pair *prepared, twt_preparer *preparer, const char *first, const char *second)
{
    twt_prepared *sides[2];
    const twt_comparison *at_once = compare(plain, first, second, TWT_WANT_PASSAGES | TWT_WANT_CHANGES), *later;
    for (int s = 0; s < 2; s++)
        ck_assert_int_eq(twt_preparer_run(preparer, analyse(prepared, 0, s ? second : first), true, &sides[s]), TWT_OK);
    ck_assert_int_eq(twt_comparer_run_prepared(prepared->comparer, sides[0], sides[1], 0,
                                               TWT_WANT_PASSAGES | TWT_WANT_CHANGES, &later),
                     TWT_OK);
    check_equal_comparisons(at_once, later);
    twt_prepared_free(sides[0]);
    twt_prepared_free(sides[1]);
}

static void check_borrowed(pair *plain, pair *prepared, twt_preparer *const preparers[2], const char *first,
                           const char *second)
{
    const twt_prepared *sides[2];
    const twt_comparison *at_once = compare(plain, first, second, TWT_WANT_PASSAGES | TWT_WANT_CHANGES), *later;
    for (int s = 0; s < 2; s++) {
        twt_analysis analysis = *analyse(prepared, s, s ? second : first);
        ck_assert_int_eq(twt_preparer_borrow(preparers[s], &analysis, &sides[s]), TWT_OK);
        ck_assert_uint_eq(twt_prepared_size(sides[s]), 0);
    }
    for (int run = 0; run < 2; run++) { /* as often as asked for */
        ck_assert_int_eq(twt_comparer_run_prepared(prepared->comparer, sides[0], sides[1], 0,
                                                   TWT_WANT_PASSAGES | TWT_WANT_CHANGES, &later),
                         TWT_OK);
        check_equal_comparisons(at_once, later);
    }
}

START_TEST(what_a_preparer_holds_itself_is_compared_alike)
{
    const char *texts[] = {statement, garbled, other, "", "Boats land at Rosvik. The pier is shut."};
    pair plain, prepared;
    twt_preparer *preparers[2];
    open_pair(&plain);
    open_pair(&prepared);
    for (int s = 0; s < 2; s++)
        ck_assert_int_eq(twt_preparer_new(&preparers[s]), TWT_OK);
    for (size_t i = 0; i < 25; i++)
        check_borrowed(&plain, &prepared, preparers, texts[i / 5], texts[i % 5]);
    for (int s = 0; s < 2; s++)
        twt_preparer_free(preparers[s]);
    close_pair(&plain);
    close_pair(&prepared);
}
END_TEST

START_TEST(prepared_texts_are_compared_as_their_analyses_are)
{
    const char *texts[] = {statement, garbled, other, "", "Boats land at Rosvik. The pier is shut."};
    pair plain, prepared;
    twt_preparer *preparer;
    uint64_t state = 12;
    char a[4000], b[4000];
    open_pair(&plain);
    open_pair(&prepared);
    ck_assert_int_eq(twt_preparer_new(&preparer), TWT_OK);
    for (size_t i = 0; i < 25; i++)
        check_prepared(&plain, &prepared, preparer, texts[i / 5], texts[i % 5]);
    for (int round = 0; round < 200; round++) {
        make_text(&state, a);
        make_text(&state, b);
        check_prepared(&plain, &prepared, preparer, a, b);
    }
    twt_preparer_free(preparer);
    close_pair(&plain);
    close_pair(&prepared);
}
END_TEST

/* ---- within a collection --------------------------------------------------------------------------------- */

/* The verdict with some evidence must be that with any other on the same side of what was lacking. Counts in
 * *free_of_it those that show reuse whatever the evidence. */
static size_t check_evidence(pair *p, const char *first, const char *second, size_t *free_of_it)
{
    enum { STEPS = 7 };
    const twt_analysis *a = analyse(p, 0, first), *b = analyse(p, 1, second);
    const twt_comparison *comparison;
    twt_verdict sides[2] = {0};
    bool is_known[2] = {false, false};
    ck_assert_int_eq(twt_comparer_run(p->comparer, a, b, 0, &comparison), TWT_OK);
    double lacks = twt_comparison_lacks(comparison);
    *free_of_it += lacks < 0 && isinf(lacks);
    for (int step = 0; step < STEPS; step++) {
        double evidence = pow(step - STEPS / 2, 3) + .01;
        bool is_enough = evidence >= lacks;
        ck_assert_int_eq(twt_comparer_run_within(p->comparer, a, b, evidence, 0, &comparison), TWT_OK);
        if (is_known[is_enough]) {
            ck_assert_int_eq(comparison->verdict.relation, sides[is_enough].relation);
            ck_assert(comparison->verdict.confidence == sides[is_enough].confidence);
        }
        is_known[is_enough] = true;
        sides[is_enough] = comparison->verdict;
    }
    return is_known[0] && is_known[1] && sides[0].relation != sides[1].relation;
}

START_TEST(a_verdict_changes_where_evidence_of_the_collection_makes_up_for_what_it_lacks)
{
    pair p;
    size_t changed = 0, free_of_it = 0;
    uint64_t state = 6;
    char a[4000], b[4000];
    open_pair(&p);
    changed += check_evidence(&p, statement, garbled, &free_of_it);
    check_evidence(&p, statement, statement, &free_of_it);
    check_evidence(&p, statement, "", &free_of_it);
    for (int round = 0; round < 200; round++) {
        make_text(&state, a);
        make_text(&state, b);
        check_evidence(&p, a, b, &free_of_it);
    }
    for (size_t round = 0; round < 100; round++) {
        char *text = texts_make(round, 140), *edited = texts_edit(text, round, 3);
        char *disordered = texts_disorder(edited, round, round);
        changed += check_evidence(&p, text, disordered, &free_of_it);
        free(text);
        free(edited);
        free(disordered);
    }
    ck_assert(changed > 10);
    ck_assert(free_of_it > 10);
    close_pair(&p);
}
END_TEST

/* ---- memory ---------------------------------------------------------------------------------------------- */

START_TEST(every_refused_allocation_is_reported)
{
    twt_profile profile;
    twt_profile_init(&profile);
    pair p;
    open_pair(&p);
    const twt_analysis *a = analyse(&p, 0, statement), *b = analyse(&p, 1, garbled);
    for (int order = 0; order < 2; order++)
        for (size_t n = 1;; n++) {
            twt_comparer *comparer = NULL;
            const twt_comparison *comparison = NULL;
            failing_alloc_arm(n);
            twt_status status = twt_comparer_new(&profile, &comparer);
            if (status == TWT_OK)
                status = twt_comparer_run(comparer, order ? a : b, order ? b : a,
                                          TWT_WANT_PASSAGES | TWT_WANT_CHANGES | TWT_WANT_RELATION, &comparison);
            if (status == TWT_OK)
                status = twt_comparer_tell(comparer, &comparison);
            bool was_refused = failing_alloc_disarm();
            ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
            ck_assert(was_refused == (comparison == NULL));
            if (comparer && was_refused)
                ck_assert_int_eq(twt_comparer_run(comparer, a, b, 0, &comparison), TWT_OK);
            twt_comparer_free(comparer);
            if (!was_refused)
                break;
        }
    close_pair(&p);
}
END_TEST

TWT_SUITE("compare_comparer", a_profile_out_of_range_is_refused, empty_texts_are_unrelated,
          texts_equal_but_for_case_and_layout_are_exact, other_texts_are_no_reuse, a_cut_copy_is_a_near_duplicate,
          a_garbled_statement_is_rewritten, a_lost_not_leaves_a_near_duplicate,
          one_word_over_and_over_is_compared_in_time, a_wish_for_more_changes_no_verdict,
          exchanged_texts_give_the_mirror_image, random_texts_give_mirror_images,
          what_is_told_later_is_what_is_told_at_once, other_evidence_says_of_the_last_pair_what_it_says_of_a_new_one,
          prepared_texts_are_compared_as_their_analyses_are, what_a_preparer_holds_itself_is_compared_alike,
          a_verdict_changes_where_evidence_of_the_collection_makes_up_for_what_it_lacks,
          every_refused_allocation_is_reported)
