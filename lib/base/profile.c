#include "twicetold/profile.h"

#include "base/hash.h"

/* Raised whenever the tokens or the sketches of a text change. */
enum { SKETCH_VERSION = 1 };

void twt_profile_init(twt_profile *profile)
{
    *profile = (twt_profile){.shingle_tokens = 3, .slots = 128, .seed = 0x7477696365746f6cu};
}

twt_status twt_profile_check(const twt_profile *profile)
{
    bool is_good = profile->shingle_tokens >= 1 && profile->shingle_tokens <= 16 && profile->slots >= 16 &&
                   profile->slots <= TWT_SLOTS_MAX && profile->slots % 16 == 0;
    return is_good ? TWT_OK : TWT_ERROR_ARGUMENT;
}

uint64_t twt_profile_id(const twt_profile *profile)
{
    uint64_t id = twt_hash_combine(SKETCH_VERSION, profile->shingle_tokens);
    id = twt_hash_combine(id, profile->slots);
    return twt_hash_combine(id, profile->seed);
}
