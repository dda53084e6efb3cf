/* Pattern, NUL, path; also read as a time and a tier. Any pattern matches itself when nothing in it is special. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "twicetold/io.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *pattern = malloc(size + 2);
    if (!pattern)
        abort();
    if (size)
        memcpy(pattern, data, size);
    pattern[size] = pattern[size + 1] = '\0';
    const char *path = pattern + strlen(pattern) + 1;
    (void)twt_glob_matches(pattern, path);
    if (strlen(pattern) <= 1024 && !strpbrk(pattern, "*?") && !twt_glob_matches(pattern, pattern))
        abort();
    twt_time time = {.seconds = 7};
    twt_tier tier = TWT_TIER_UNKNOWN;
    if (twt_time_parse(pattern, &time) == TWT_OK ? time.precision == TWT_PRECISION_NONE : time.seconds != 7)
        abort();
    if ((twt_tier_parse(pattern, &tier) == TWT_OK) != (tier != TWT_TIER_UNKNOWN))
        abort();
    free(pattern);
    return 0;
}
