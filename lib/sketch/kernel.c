/* The table of kernels, fastest first. The build says which ones it holds, the CPU which ones it can run. */
#include "sketch/kernel.h"

#include <string.h>

#include "base/cpu.h"

typedef struct entry {
    twt_kernel kernel;
    twt_kernel_lower lower;
    twt_kernel_mix mix;
    twt_cpu cpu;
} entry;

static const entry entries[] = {
#ifdef TWT_HAS_AVX512
    {TWT_KERNEL_AVX512, twt_kernel_lower_avx512, twt_kernel_mix_avx512, TWT_CPU_AVX512},
#endif
#ifdef TWT_HAS_AVX2
    {TWT_KERNEL_AVX2, twt_kernel_lower_avx2, twt_kernel_mix_scalar, TWT_CPU_AVX2},
#endif
#ifdef TWT_HAS_NEON
    {TWT_KERNEL_NEON, twt_kernel_lower_neon, twt_kernel_mix_scalar, TWT_CPU_ANY},
#endif
    {TWT_KERNEL_SCALAR, twt_kernel_lower_scalar, twt_kernel_mix_scalar, TWT_CPU_ANY},
};

static const char *const names[] = {"auto", "scalar", "avx2", "avx512", "neon"};

enum { NAMES = sizeof names / sizeof *names };

twt_kernel_lower twt_kernel_find(twt_kernel *kernel)
{
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
        const entry *e = &entries[i];
        if ((*kernel == TWT_KERNEL_AUTO || *kernel == e->kernel) && twt_cpu_is(e->cpu)) {
            *kernel = e->kernel;
            return e->lower;
        }
    }
    return NULL;
}

twt_kernel_mix twt_kernel_mix_of(twt_kernel kernel)
{
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
        if (entries[i].kernel == kernel)
            return entries[i].mix;
    return twt_kernel_mix_scalar;
}

const char *twt_kernel_name(twt_kernel kernel)
{
    return (unsigned)kernel < NAMES ? names[kernel] : "unknown";
}

twt_status twt_kernel_parse(const char *name, twt_kernel *out)
{
    for (int i = 0; i < NAMES; i++)
        if (!strcmp(name, names[i])) {
            *out = (twt_kernel)i;
            return TWT_OK;
        }
    return TWT_ERROR_ARGUMENT;
}
