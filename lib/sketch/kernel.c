/* The table of kernels, fastest first. The build says which ones it holds, the CPU which ones it can run. */
#include "sketch/kernel.h"

#include <string.h>

typedef struct entry {
    twt_kernel kernel;
    twt_kernel_lower lower;
    twt_kernel_mix mix;
    bool (*is_supported)(void);
} entry;

#ifdef TWT_HAS_AVX512
static bool has_avx512(void)
{
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq");
}
#endif

#ifdef TWT_HAS_AVX2
static bool has_avx2(void)
{
    return __builtin_cpu_supports("avx2");
}
#endif

static bool is_always(void)
{
    return true;
}

static const entry entries[] = {
#ifdef TWT_HAS_AVX512
    {TWT_KERNEL_AVX512, twt_kernel_lower_avx512, twt_kernel_mix_avx512, has_avx512},
#endif
#ifdef TWT_HAS_AVX2
    {TWT_KERNEL_AVX2, twt_kernel_lower_avx2, twt_kernel_mix_scalar, has_avx2},
#endif
#ifdef TWT_HAS_NEON
    {TWT_KERNEL_NEON, twt_kernel_lower_neon, twt_kernel_mix_scalar, is_always},
#endif
    {TWT_KERNEL_SCALAR, twt_kernel_lower_scalar, twt_kernel_mix_scalar, is_always},
};

static const char *const names[] = {"auto", "scalar", "avx2", "avx512", "neon"};

enum { NAMES = sizeof names / sizeof *names };

twt_kernel_lower twt_kernel_find(twt_kernel *kernel)
{
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
        const entry *e = &entries[i];
        if ((*kernel == TWT_KERNEL_AUTO || *kernel == e->kernel) && e->is_supported()) {
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
