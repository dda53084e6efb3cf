#include "compare/first/terms.h"

#include <math.h>

void twt_first_add(twt_first_adder *to, twt_reason_code code, double points, const uint32_t counts[2],
                   const twt_range example[2])
{
    double tenths = round(10 * points);
    twt_reason reason = {.code = code, .value = tenths / 10};
    if (tenths == 0)
        return;
    for (int s = 0; counts != NULL && s < 2; s++)
        reason.counts[s] = counts[s];
    if (example != NULL) {
        reason.a = example[0];
        reason.b = example[1];
    }
    to->out[to->count++] = reason;
}
