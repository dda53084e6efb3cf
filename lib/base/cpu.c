#include "base/cpu.h"

#if defined(__GNUC__) && defined(__x86_64__)
#define HAS(feature) __builtin_cpu_supports(feature)
#else
#define HAS(feature) false
#endif

static bool is_avx2(void)
{
    return HAS("avx2") && HAS("bmi") && HAS("bmi2") && HAS("popcnt");
}

static bool is_avx512(void)
{
    return is_avx2() && HAS("avx512f") && HAS("avx512bw") && HAS("avx512dq") && HAS("avx512vl");
}

bool twt_cpu_is(twt_cpu cpu)
{
    switch (cpu) {
    case TWT_CPU_AVX2:
        return is_avx2();
    case TWT_CPU_AVX512:
        return is_avx512();
    case TWT_CPU_VBMI2:
        return is_avx512() && HAS("avx512vbmi2");
    default:
        return cpu == TWT_CPU_ANY;
    }
}
