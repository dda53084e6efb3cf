/* sketch: shingles -> MinHash (Broder 1997): the m minima of a document under m permutations.
 *
 * The share of equal slots of two sketches estimates the Jaccard index of their shingle sets;
 * standard error sqrt(J (1 - J) / m). lib/FORMAT.md gives the sketch to the bit. */
#ifndef TWICETOLD_SKETCH_H
#define TWICETOLD_SKETCH_H

#include "twicetold/profile.h"
#include "twicetold/types.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum twt_kernel {
    TWT_KERNEL_AUTO, /* the fastest that this CPU has */
    TWT_KERNEL_SCALAR,
    TWT_KERNEL_AVX2,
    TWT_KERNEL_AVX512,
    TWT_KERNEL_NEON
} twt_kernel;

/* Immutable; may be shared between threads. */
typedef struct twt_sketcher twt_sketcher;

/* Errors: TWT_ERROR_ARGUMENT (profile), TWT_ERROR_UNSUPPORTED (a kernel that this CPU or build lacks), TWT_ERROR_MEMORY. */
TWT_API TWT_MUST_USE twt_status twt_sketcher_new(const twt_profile *profile, twt_kernel kernel, twt_sketcher **out);
TWT_API void twt_sketcher_free(twt_sketcher *sketcher); /* NULL is fine */

/* The kernel in use; never TWT_KERNEL_AUTO. */
TWT_API twt_kernel twt_sketcher_kernel(const twt_sketcher *sketcher);

/* "scalar", "avx2" and so on. Static. */
TWT_API const char *twt_kernel_name(twt_kernel kernel);

/* The kernel of that name ("auto" too); TWT_ERROR_ARGUMENT when there is none. */
TWT_API TWT_MUST_USE twt_status twt_kernel_parse(const char *name, twt_kernel *out);

/* Sketches count shingles, in any order, repeats allowed, into profile->slots slots. No shingles: every slot UINT32_MAX. */
TWT_API void twt_sketcher_run(const twt_sketcher *sketcher, const uint64_t *shingles, size_t count, uint32_t *slots);

/* Share of equal slots, 0 to 1; 0 when either sketch is of an empty text. */
TWT_API double twt_sketch_jaccard(const uint32_t *a, const uint32_t *b, size_t slots);

#ifdef __cplusplus
}
#endif

#endif
