#include "scan/members.h"

#include "base/pair.h"

/* Of 112,000 such pairs of press releases and 27,000 of apt-eval, whose representatives show no reuse, those under it
 * hide 2,077 of 3,254 that do, all but eight of them updates and passages of a template; above it are a tenth. */
#define SPOKEN_FOR_SHARE .08f

static bool is_of_members_alone(const twt_sieved *sieved, const twt_candidate_pair *pair)
{
    uint32_t a = sieved->texts[pair->a], b = sieved->texts[pair->b];
    return pair->channels == TWT_CHANNEL_FAMILY && a != b && (a != pair->a || b != pair->b);
}

uint32_t twt_members_spokesman(const twt_sieved *sieved, uint32_t place)
{
    const twt_candidate_pair *pair = &sieved->pairs[place];
    if (!is_of_members_alone(sieved, pair))
        return TWT_NO_NUMBER;
    uint32_t a = sieved->texts[pair->a], b = sieved->texts[pair->b];
    const twt_candidate_pair *found =
        twt_pair_find(sieved->pairs, sieved->count, sizeof *sieved->pairs, a < b ? a : b, a < b ? b : a);
    return found && found->share < SPOKEN_FOR_SHARE ? (uint32_t)(found - sieved->pairs) : TWT_NO_NUMBER;
}
