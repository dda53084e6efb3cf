/* What the CPU that runs this can do, for the tables of kernels. */
#ifndef TWT_BASE_CPU_H
#define TWT_BASE_CPU_H

#include <stdbool.h>

/* Each is all that the flags of its kernels (lib/cmake/kernels.cmake) let a compiler use. */
typedef enum twt_cpu {
    TWT_CPU_ANY,    /* that the build is for */
    TWT_CPU_AVX2,   /* with BMI, BMI2 and POPCNT */
    TWT_CPU_AVX512, /* F, BW, DQ and VL, beside AVX2 */
    TWT_CPU_VBMI2   /* which moves single bytes, beside AVX512 */
} twt_cpu;

bool twt_cpu_is(twt_cpu cpu);

#endif
