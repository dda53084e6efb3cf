#include <string.h>

#include "twicetold/io.h"

twt_status twt_tier_parse(const char *text, twt_tier *out)
{
    static const char *const words[] = {
        [TWT_TIER_OTHER] = "other",
        [TWT_TIER_OUTLET] = "outlet",
        [TWT_TIER_AGENCY] = "agency",
        [TWT_TIER_OFFICIAL] = "official",
    };
    for (int i = TWT_TIER_OTHER; i <= TWT_TIER_OFFICIAL; i++)
        if (strcmp(text, words[i]) == 0) {
            *out = (twt_tier)i;
            return TWT_OK;
        }
    return TWT_ERROR_FORMAT;
}
