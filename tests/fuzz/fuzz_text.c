/* Any bytes: the fast path must give what the definition gives, and every analysis must hold together. */
#include <stdio.h>
#include <stdlib.h>

#include "support/analysis_check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(const char *fault)
{
    if (!fault)
        return;
    fprintf(stderr, "%s\n", fault);
    abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    twt_profile profile;
    twt_profile_init(&profile);
    twt_analyzer *fast, *plain;
    if (twt_analyzer_new(&profile, &fast) != TWT_OK || twt_analyzer_new(&profile, &plain) != TWT_OK)
        abort();
    const twt_analysis *by_fast, *by_plain;
    size_t fast_offset = 0, plain_offset = 0;
    twt_status status = twt_analyzer_run(fast, (const char *)data, size, &by_fast, &fast_offset);
    if (status != twt_analyzer_run_plain(plain, (const char *)data, size, &by_plain, &plain_offset))
        demand("the status differs");
    if (status == TWT_OK) {
        demand(analysis_fault(by_fast));
        demand(analysis_difference(by_fast, by_plain));
        for (unsigned parts = 1; parts <= (TWT_SKIP_SENTENCES | TWT_SKIP_SHINGLE_SET | TWT_SKIP_SENTENCE_ENDS);
             parts++) {
            twt_analyzer_skip(fast, parts);
            if (twt_analyzer_run(fast, (const char *)data, size, &by_fast, NULL) != TWT_OK)
                demand("the status differs when parts are skipped");
            demand(analysis_skip_fault(by_plain, by_fast, parts));
        }
    } else if (status != TWT_ERROR_UTF8 || fast_offset != plain_offset || fast_offset >= size) {
        demand("not the error that was to be expected");
    }
    twt_analyzer_free(fast);
    twt_analyzer_free(plain);
    return 0;
}
