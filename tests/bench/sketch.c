/* Sketches random documents with each kernel of this CPU; one JSON line a case. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "clock.h"
#include "twicetold/sketch.h"

static void run_case(twt_kernel kernel, uint32_t slot_count, size_t shingle_count)
{
    static uint64_t shingles[4096];
    static uint32_t slots[TWT_SLOTS_MAX];
    twt_profile profile;
    twt_profile_init(&profile);
    profile.slots = slot_count;
    twt_sketcher *sketcher;
    if (twt_sketcher_new(&profile, kernel, &sketcher) != TWT_OK)
        return;
    for (size_t i = 0; i < shingle_count; i++)
        shingles[i] = i * 0x9e3779b97f4a7c15u;
    size_t rounds = 0;
    double begin = cpu_seconds(), seconds = 0;
    for (; seconds < .2; seconds = cpu_seconds() - begin)
        for (int i = 0; i < 64; i++, rounds++) {
            shingles[0]++;
            twt_sketcher_run(sketcher, shingles, shingle_count, slots);
        }
    printf("{\"bench\":\"sketch\",\"kernel\":\"%s\",\"slots\":%" PRIu32
           ",\"shingles\":%zu,\"microseconds\":%.3f,\"check\":%" PRIu32 "}\n",
           twt_kernel_name(kernel), slot_count, shingle_count, seconds * 1e6 / (double)rounds, slots[0]);
    twt_sketcher_free(sketcher);
}

int main(void)
{
    static const size_t counts[] = {40, 400, 4000};
    for (twt_kernel kernel = TWT_KERNEL_SCALAR; kernel <= TWT_KERNEL_NEON; kernel++)
        for (size_t c = 0; c < 3; c++)
            run_case(kernel, 128, counts[c]);
    return EXIT_SUCCESS;
}
