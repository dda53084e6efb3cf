/* The table of kernels, fastest first. The build says which ones it holds, the CPU which ones it can run. */
#include "candidate/kernel.h"

#include "base/cpu.h"

static const struct entry {
    twt_keys_kernel keys;
    twt_cpu cpu;
} entries[] = {
#ifdef TWT_HAS_AVX512
    {twt_keys_avx512, TWT_CPU_AVX512},
#endif
    {twt_keys_scalar, TWT_CPU_ANY},
};

twt_keys_kernel twt_keys_kernel_at(size_t index)
{
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
        if (twt_cpu_is(entries[i].cpu) && index-- == 0)
            return entries[i].keys;
    return NULL;
}
