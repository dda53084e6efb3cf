#include "base/confidence.h"

#include <math.h>

#include "support/suite.h"

static twt_measures rewrite_of_300(void)
{
    return (twt_measures){.tokens = {300, 310},
                          .shingles = {298, 308},
                          .shared_shingles = 60,
                          .order_evidence = 13,
                          .dense_tokens = 11,
                          .shared_words = 95};
}

static unsigned chance_of_found(const twt_measures *m)
{
    return twt_chance_of_found(twt_points_of_text(m), m->collection_evidence, .3f);
}

START_TEST(even_odds_are_a_half_and_none_is_certain)
{
    ck_assert_uint_eq(twt_chance_of_points(0), 50);
    ck_assert_uint_eq(twt_chance_of_points(INT64_MAX / 2), 99);
    ck_assert_uint_eq(twt_chance_of_points(-(INT64_MAX / 2)), 1);
}
END_TEST

START_TEST(a_chance_is_the_logistic_of_its_points)
{
    unsigned last = 0;
    for (int points = -6000; points <= 6000; points++) {
        double exact = 100 / (1 + exp(-points / 1000.0));
        unsigned chance = twt_chance_of_points(points);
        ck_assert_uint_eq(chance, 100 - twt_chance_of_points(-points));
        ck_assert_uint_ge(chance, last);
        if (exact > 1 && exact < 99)
            ck_assert_double_eq_tol(chance, exact, .53); /* rounded, and the steps are whole thousandths */
        last = chance;
    }
}
END_TEST

/* field is one of the measures at m. */
static void check_rises(const twt_measures *m, uint32_t *field)
{
    uint32_t before = *field;
    unsigned last = 0;
    for (*field = 0; *field < 120; ++*field) {
        ck_assert_uint_ge(twt_chance_of_chosen(m), last);
        last = twt_chance_of_chosen(m);
    }
    *field = before;
}

START_TEST(more_evidence_never_makes_reuse_less_likely)
{
    twt_measures m = {.shingles = {300, 300}, .order_evidence = 6};
    check_rises(&m, &m.dense_tokens);
    check_rises(&m, &m.told_tokens);
    check_rises(&m, &m.shared_words);
    check_rises(&m, &m.shared_shingles);
    unsigned last[2] = {0, 0};
    m = rewrite_of_300();
    for (int i = -100; i < 3000; i++) {
        m.order_evidence = (float)i / 100;
        ck_assert_uint_ge(twt_chance_of_chosen(&m), last[0]);
        last[0] = twt_chance_of_chosen(&m);
    }
    m = rewrite_of_300();
    m.order_evidence = 9;
    for (int i = -400; i <= 400; i++) {
        m.collection_evidence = (float)i / 100;
        ck_assert_uint_ge(chance_of_found(&m), last[1]);
        last[1] = chance_of_found(&m);
    }
}
END_TEST

START_TEST(facts_of_their_own_in_both_texts_make_reuse_less_likely)
{
    twt_measures m = rewrite_of_300();
    m.facts_shared = 4, m.facts_own[0] = 9;
    ck_assert_uint_eq(twt_facts_shared(&m), 100); /* one text says less */
    unsigned one_alone = twt_chance_of_chosen(&m);
    m.facts_own[1] = 10;
    ck_assert_uint_eq(twt_facts_shared(&m), 35);
    ck_assert_uint_lt(twt_chance_of_chosen(&m), one_alone);
    m.facts_own[0] = m.facts_own[1] = UINT32_MAX;
    ck_assert_uint_eq(twt_facts_shared(&m), 0);
}
END_TEST

START_TEST(a_chance_does_not_ask_which_text_is_which)
{
    twt_measures m = rewrite_of_300(), other = m;
    other.shingles[0] = m.shingles[1], other.shingles[1] = m.shingles[0];
    other.tokens[0] = m.tokens[1], other.tokens[1] = m.tokens[0];
    ck_assert_uint_eq(twt_chance_of_chosen(&m), twt_chance_of_chosen(&other));
    ck_assert_uint_eq(chance_of_found(&m), chance_of_found(&other));
}
END_TEST

START_TEST(no_evidence_is_little_chance_and_a_long_copy_much)
{
    twt_measures m = {.tokens = {300, 300}};
    ck_assert_uint_le(twt_chance_of_chosen(&m), 5);
    m = rewrite_of_300();
    m.order_evidence = 28, m.dense_tokens = 290, m.shared_shingles = 280;
    ck_assert_uint_eq(twt_chance_of_chosen(&m), 99);
    ck_assert_uint_eq(chance_of_found(&m), 99);
}
END_TEST

START_TEST(the_texts_around_a_pair_count_when_it_was_found)
{
    twt_measures m = rewrite_of_300(), other = m;
    m.order_evidence = other.order_evidence = 9;
    m.collection_evidence = -3, other.collection_evidence = 6;
    ck_assert_uint_lt(chance_of_found(&m), chance_of_found(&other));
    ck_assert_uint_eq(twt_chance_of_chosen(&m), twt_chance_of_chosen(&other));
}
END_TEST

START_TEST(measures_that_are_no_numbers_do_no_harm)
{
    twt_measures m = rewrite_of_300();
    const float strange[] = {NAN, INFINITY, -INFINITY, 1e30f, -1e30f};
    for (size_t i = 0; i < sizeof strange / sizeof *strange; i++) {
        m.order_evidence = m.collection_evidence = strange[i];
        unsigned chance = chance_of_found(&m);
        ck_assert(chance >= 1 && chance <= 99);
    }
}
END_TEST

START_TEST(a_claim_of_none_is_as_sure_as_reuse_is_unlikely)
{
    ck_assert_double_eq(twt_confidence_of(TWT_RELATION_REWRITTEN, 97), .97);
    ck_assert_double_eq(twt_confidence_of(TWT_RELATION_PARTIAL, 97), .97);
    ck_assert_double_eq(twt_confidence_of(TWT_RELATION_RELATED, 30), .70);
    ck_assert_double_eq(twt_confidence_of(TWT_RELATION_UNRELATED, 1), .99);
    ck_assert_double_eq(twt_confidence_of(TWT_RELATION_EXACT, 50), 1);
}
END_TEST

TWT_SUITE("base_confidence", even_odds_are_a_half_and_none_is_certain, a_chance_is_the_logistic_of_its_points,
          more_evidence_never_makes_reuse_less_likely, a_chance_does_not_ask_which_text_is_which,
          no_evidence_is_little_chance_and_a_long_copy_much, the_texts_around_a_pair_count_when_it_was_found,
          facts_of_their_own_in_both_texts_make_reuse_less_likely, measures_that_are_no_numbers_do_no_harm,
          a_claim_of_none_is_as_sure_as_reuse_is_unlikely)
