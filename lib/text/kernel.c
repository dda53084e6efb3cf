/* The table of kernels, fastest first. The build says which ones it holds, the CPU which ones it can run. */
#include "text/kernel.h"

typedef struct entry {
    const twt_text_kernel *kernel;
    bool (*is_supported)(void);
} entry;

#if defined(TWT_HAS_AVX2) || defined(TWT_HAS_AVX512)
static bool has_avx2(void)
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
}
#endif

#ifdef TWT_HAS_AVX512
static bool has_avx512(void)
{
    return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi2") && has_avx2();
}
#endif

static bool is_always(void)
{
    return true;
}

static const entry entries[] = {
#ifdef TWT_HAS_AVX512
    {&twt_text_kernel_avx512, has_avx512},
#endif
#ifdef TWT_HAS_AVX2
    {&twt_text_kernel_avx2, has_avx2},
#endif
#ifdef TWT_HAS_NEON
    {&twt_text_kernel_neon, is_always},
#endif
    {&twt_text_kernel_scalar, is_always},
};

const twt_text_kernel *twt_text_kernel_at(size_t index)
{
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
        if (entries[i].is_supported() && index-- == 0)
            return entries[i].kernel;
    return NULL;
}
