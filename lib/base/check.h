/* Checks put together: whether a rule holds, and how its measures are told. */
#ifndef TWT_BASE_CHECK_H
#define TWT_BASE_CHECK_H

#include "twicetold/types.h"

static inline bool twt_check_is_met(twt_sense sense, double value, double limit)
{
    return sense == TWT_AT_LEAST ? value >= limit : sense == TWT_AT_MOST ? value <= limit : value < limit;
}

/* A check of a rule that has one clause. */
static inline twt_check twt_check_of(twt_rule rule, uint32_t way, twt_measure_code measure, twt_sense sense,
                                     double value, double limit)
{
    return (twt_check){.rule = rule,
                       .clause = 1,
                       .way = way,
                       .measure = measure,
                       .sense = sense,
                       .value = value,
                       .limit = limit,
                       .is_met = twt_check_is_met(sense, value, limit)};
}

/* Whether a rule holds. checks: all of one rule, clause by clause and way by way; no checks hold. */
bool twt_checks_hold(const twt_check *checks, size_t count);

/* Whether this rule is among the rules that were checked, and holds. */
bool twt_checks_rule_holds(const twt_check *checks, size_t count, twt_rule rule);

/* The end of the checks of the rule, clause or way that begins at begin. */
size_t twt_checks_rule_end(const twt_check *checks, size_t count, size_t begin);
size_t twt_checks_clause_end(const twt_check *checks, size_t count, size_t begin);
size_t twt_checks_way_end(const twt_check *checks, size_t count, size_t begin);

/* Decimals that tell a value: none of a count. */
unsigned twt_measure_decimals(twt_measure_code code);

#endif
