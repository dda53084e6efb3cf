/* The parameters that define a sketch space. Sketches of two profiles can't be compared. */
#ifndef TWICETOLD_PROFILE_H
#define TWICETOLD_PROFILE_H

#include "twicetold/export.h"
#include "twicetold/types.h"

#ifdef __cplusplus
extern "C" {
#endif

#define TWT_SLOTS_MAX 1024

typedef struct twt_profile {
    uint32_t shingle_tokens; /* k: consecutive tokens a shingle, 1 to 16; default 3 */
    uint32_t slots;          /* m: slots a sketch, a multiple of 16 up to TWT_SLOTS_MAX; default 128 */
    uint64_t seed;           /* of the permutations; default 0x7477696365746f6c ("twicetol") */
} twt_profile;

/* Fills in the defaults. */
TWT_API void twt_profile_init(twt_profile *profile);

/* TWT_OK, or TWT_ERROR_ARGUMENT when a field is out of range. */
TWT_API TWT_MUST_USE twt_status twt_profile_check(const twt_profile *profile);

/* A number that differs between profiles and between versions of the tokens or sketches;
 * stored beside every durable sketch. */
TWT_API uint64_t twt_profile_id(const twt_profile *profile);

#ifdef __cplusplus
}
#endif

#endif
