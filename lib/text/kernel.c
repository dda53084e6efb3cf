/* The table of kernels, fastest first. The build says which ones it holds, the CPU which ones it can run. */
#include "text/kernel.h"

#include "base/cpu.h"

static const struct entry {
    const twt_text_kernel *kernel;
    twt_cpu cpu;
} entries[] = {
#ifdef TWT_HAS_VBMI2
    {&twt_text_kernel_vbmi2, TWT_CPU_VBMI2},
#endif
#ifdef TWT_HAS_AVX2
    {&twt_text_kernel_avx2, TWT_CPU_AVX2},
#endif
#ifdef TWT_HAS_NEON
    {&twt_text_kernel_neon, TWT_CPU_ANY},
#endif
    {&twt_text_kernel_scalar, TWT_CPU_ANY},
};

const twt_text_kernel *twt_text_kernel_at(size_t index)
{
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
        if (twt_cpu_is(entries[i].cpu) && index-- == 0)
            return entries[i].kernel;
    return NULL;
}
