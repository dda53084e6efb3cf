#include "base/cpu.h"

#include "support/suite.h"

START_TEST(what_every_cpu_has_is_there)
{
    ck_assert(twt_cpu_is(TWT_CPU_ANY));
    ck_assert(!twt_cpu_is((twt_cpu)99));
}
END_TEST

START_TEST(a_larger_set_has_the_smaller_one)
{
    ck_assert(!twt_cpu_is(TWT_CPU_VBMI2) || twt_cpu_is(TWT_CPU_AVX512));
    ck_assert(!twt_cpu_is(TWT_CPU_AVX512) || twt_cpu_is(TWT_CPU_AVX2));
}
END_TEST

TWT_SUITE("base_cpu", what_every_cpu_has_is_there, a_larger_set_has_the_smaller_one)
