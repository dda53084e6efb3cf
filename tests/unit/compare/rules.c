#include "twicetold/compare.h"

#include "base/check.h"
#include "base/rng.h"
#include "compare/relation/relation.h"
#include "support/suite.h"

static uint32_t below(uint64_t *state, uint32_t limit)
{
    return (uint32_t)(twt_rng_next(state) % limit);
}

/* Measures on both sides of every limit, whether two texts could give them or not. */
static twt_measures some_measures(uint64_t *state)
{
    twt_measures m = {.shared_shingles = below(state, 300),
                      .seeds = below(state, 12),
                      .matched_tokens = 100 + below(state, 200),
                      .aligned_tokens = 30 + below(state, 300),
                      .runs = 1 + below(state, 40),
                      .longest_run = below(state, 60),
                      .five_runs = below(state, 290),
                      .figures_kept = below(state, 12),
                      .figures_replaced = below(state, 8),
                      .names = 2 * below(state, 12),
                      .blocks = below(state, 60),
                      .misread_blocks = below(state, 60),
                      .single_words = below(state, 120),
                      .shared_words = below(state, 150),
                      .shared_topic_letters = below(state, 100),
                      .dense_tokens = below(state, 80),
                      .told_tokens = below(state, 3) ? 0 : below(state, 80)};
    m.surely_told = below(state, 2) ? 0 : below(state, m.told_tokens + 1);
    for (int side = 0; side < 2; side++) {
        m.tokens[side] = 300;
        m.shingles[side] = 298;
        m.words[side] = 170;
        m.seeded_sentences[side] = 1 + below(state, 12);
        m.copied_sentences[side] = below(state, 3) ? 0 : below(state, 12);
        m.covered_tokens[side] = below(state, 301);
        m.topic_letters[side] = 400;
    }
    m.letters[1] = below(state, 4) ? 0 : below(state, 200);
    m.names_replaced = m.names ? below(state, m.names + 1) : 0;
    m.chain = m.seeds ? below(state, m.seeds + 1) : 0;
    m.ordered_words = m.single_words - m.single_words * below(state, 8) / 8;
    for (int kind = 0; kind < TWT_CHANGE_KINDS; kind++)
        m.blocks_of[kind] = below(state, 2) ? 0 : below(state, 30);
    return m;
}

static twt_comparison comparison_of(const twt_measures *m, bool is_equal)
{
    twt_comparison c = {.measures = *m};
    c.verdict.relation = twt_relation_decide(m, is_equal).relation;
    return c;
}

/* As types.h has it: all clauses, one way of each, all checks of a way. */
static bool holds(const twt_check *checks, size_t count)
{
    bool clauses[16] = {false}, ways[16][16];
    uint32_t last = 0;
    for (int i = 0; i < 256; i++)
        ways[i / 16][i % 16] = true;
    for (size_t i = 0; i < count; i++)
        ways[checks[i].clause][checks[i].way] &= checks[i].is_met;
    for (size_t i = 0; i < count; i++) {
        clauses[checks[i].clause] |= ways[checks[i].clause][checks[i].way];
        last = checks[i].clause;
    }
    for (uint32_t c = 1; c <= last; c++)
        if (!clauses[c])
            return false;
    return true;
}

static size_t end_of_rule(const twt_check *checks, size_t count, size_t begin)
{
    size_t end = begin;
    while (end < count && checks[end].rule == checks[begin].rule)
        end++;
    return end;
}

START_TEST(the_checks_lead_to_the_verdict)
{
    uint64_t state = 11;
    uint32_t seen[TWT_RELATION_UNRELATED + 1] = {0};
    for (int round = 0; round < 200000; round++) {
        twt_measures m = some_measures(&state);
        twt_comparison c = comparison_of(&m, round % 100 == 0);
        twt_check checks[TWT_CHECKS_MAX];
        size_t count = twt_comparison_checks(&c, checks), end;
        twt_rule last = TWT_RULE_EXACT;
        bool last_holds = false;
        for (size_t at = 0; at < count; at = end) {
            ck_assert(!last_holds);
            end = end_of_rule(checks, count, at);
            last = checks[at].rule;
            last_holds = holds(checks + at, end - at);
            ck_assert(twt_checks_hold(checks + at, end - at) == last_holds);
            last_holds = last_holds && last != TWT_RULE_REUSE;
        }
        ck_assert_str_eq(twt_relation_name(c.verdict.relation), last_holds ? twt_rule_name(last) : "unrelated");
        seen[c.verdict.relation]++;
    }
    for (int relation = 0; relation <= TWT_RELATION_UNRELATED; relation++)
        ck_assert_msg(seen[relation] > 20, "%s seen %u times", twt_relation_name(relation), seen[relation]);
}
END_TEST

START_TEST(the_checks_stand_in_the_order_of_asking)
{
    uint64_t state = 12;
    for (int round = 0; round < 2000; round++) {
        twt_measures m = some_measures(&state);
        twt_comparison c = comparison_of(&m, false);
        twt_check checks[TWT_CHECKS_MAX];
        size_t count = twt_comparison_checks(&c, checks);
        ck_assert_uint_gt(count, 1);
        ck_assert_int_eq(checks[0].rule, TWT_RULE_EXACT);
        ck_assert_int_eq(checks[1].rule, TWT_RULE_REUSE);
        for (size_t i = 1; i < count; i++)
            ck_assert(checks[i].rule >= checks[i - 1].rule);
    }
}
END_TEST

START_TEST(a_check_is_met_when_its_value_is_on_the_good_side)
{
    uint64_t state = 13;
    for (int round = 0; round < 2000; round++) {
        twt_measures m = some_measures(&state);
        twt_comparison c = comparison_of(&m, false);
        twt_check checks[TWT_CHECKS_MAX];
        size_t count = twt_comparison_checks(&c, checks);
        for (size_t i = 0; i < count; i++) {
            const twt_check *check = &checks[i];
            bool is_good = check->sense == TWT_AT_LEAST  ? check->value >= check->limit
                           : check->sense == TWT_AT_MOST ? check->value <= check->limit
                                                         : check->value < check->limit;
            ck_assert(is_good == check->is_met);
        }
    }
}
END_TEST

START_TEST(mirrored_measures_give_the_same_checks)
{
    uint64_t state = 14;
    for (int round = 0; round < 2000; round++) {
        twt_measures m = some_measures(&state), mirrored = m;
        for (int side = 0; side < 2; side++) {
            mirrored.seeded_sentences[side] = m.seeded_sentences[1 - side];
            mirrored.copied_sentences[side] = m.copied_sentences[1 - side];
            mirrored.covered_tokens[side] = m.covered_tokens[1 - side];
        }
        twt_comparison one = comparison_of(&m, false), other = comparison_of(&mirrored, false);
        twt_check checks[2][TWT_CHECKS_MAX];
        size_t count = twt_comparison_checks(&one, checks[0]);
        ck_assert_uint_eq(twt_comparison_checks(&other, checks[1]), count);
        for (size_t i = 0; i < count; i++) {
            ck_assert_int_eq(checks[0][i].measure, checks[1][i].measure);
            ck_assert_double_eq(checks[0][i].value, checks[1][i].value);
        }
    }
}
END_TEST

TWT_SUITE("compare_rules", the_checks_lead_to_the_verdict, the_checks_stand_in_the_order_of_asking,
          a_check_is_met_when_its_value_is_on_the_good_side, mirrored_measures_give_the_same_checks)
