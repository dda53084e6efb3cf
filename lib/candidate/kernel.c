/* The table of kernels, fastest first. The build says which ones it holds, the CPU which ones it can run. */
#include "candidate/kernel.h"

#include <stdbool.h>

typedef struct entry {
    twt_keys_kernel keys;
    bool (*is_supported)(void);
} entry;

#ifdef TWT_HAS_AVX512
static bool has_avx512(void)
{
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq");
}
#endif

static bool is_always(void)
{
    return true;
}

static const entry entries[] = {
#ifdef TWT_HAS_AVX512
    {twt_keys_avx512, has_avx512},
#endif
    {twt_keys_scalar, is_always},
};

twt_keys_kernel twt_keys_kernel_at(size_t index)
{
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
        if (entries[i].is_supported() && index-- == 0)
            return entries[i].keys;
    return NULL;
}
