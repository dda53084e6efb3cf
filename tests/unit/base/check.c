#include "support/suite.h"
#include "twicetold/types.h"

#include <string.h>

START_TEST(every_measure_has_a_name_and_words_of_its_own)
{
    for (int code = 0; code < TWT_MEASURE_CODES; code++) {
        ck_assert_ptr_nonnull(twt_measure_name((twt_measure_code)code));
        ck_assert_ptr_nonnull(twt_measure_text((twt_measure_code)code));
        for (int other = 0; other < code; other++) {
            ck_assert_str_ne(twt_measure_name((twt_measure_code)code), twt_measure_name((twt_measure_code)other));
            ck_assert_str_ne(twt_measure_text((twt_measure_code)code), twt_measure_text((twt_measure_code)other));
        }
    }
    ck_assert_str_eq(twt_measure_name(TWT_MEASURE_CODES), "unknown");
    ck_assert_str_eq(twt_measure_text(TWT_MEASURE_CODES), "unknown");
}
END_TEST

START_TEST(a_rule_is_called_as_the_relation_that_it_names)
{
    for (int relation = 0; relation <= TWT_RELATION_UNRELATED; relation++) {
        int found = 0;
        for (int rule = 0; rule < TWT_RULES; rule++)
            found += !strcmp(twt_rule_name((twt_rule)rule), twt_relation_name((twt_relation)relation));
        ck_assert_int_eq(found, 1);
    }
    ck_assert_str_eq(twt_rule_name(TWT_RULE_REUSE), "reuse");
    ck_assert_str_eq(twt_rule_name(TWT_RULES), "unknown");
}
END_TEST

START_TEST(rules_steps_and_phases_have_names_of_their_own)
{
    for (int rule = 0; rule < TWT_RULES; rule++)
        for (int other = 0; other < rule; other++)
            ck_assert_str_ne(twt_rule_name((twt_rule)rule), twt_rule_name((twt_rule)other));
    for (int step = 0; step <= TWT_STEP_REPORTED; step++)
        for (int other = 0; other < step; other++)
            ck_assert_str_ne(twt_step_name((twt_step)step), twt_step_name((twt_step)other));
    ck_assert_str_eq(twt_step_name((twt_step)99), "unknown");
    for (int phase = 0; phase < TWT_PHASES; phase++)
        for (int other = 0; other < phase; other++)
            ck_assert_str_ne(twt_phase_name((twt_phase)phase), twt_phase_name((twt_phase)other));
    ck_assert_str_eq(twt_phase_name(TWT_PHASES), "unknown");
}
END_TEST

START_TEST(every_reason_has_a_name_of_its_own)
{
    for (int code = 0; code < TWT_REASON_CODES; code++) {
        ck_assert_ptr_nonnull(twt_reason_name((twt_reason_code)code));
        for (int other = 0; other < code; other++)
            ck_assert_str_ne(twt_reason_name((twt_reason_code)code), twt_reason_name((twt_reason_code)other));
    }
    ck_assert_str_eq(twt_reason_name(TWT_REASON_CODES), "unknown");
}
END_TEST

TWT_SUITE("base_check", rules_steps_and_phases_have_names_of_their_own, every_reason_has_a_name_of_its_own,
          every_measure_has_a_name_and_words_of_its_own, a_rule_is_called_as_the_relation_that_it_names)
