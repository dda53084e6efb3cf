#include "base/clock.h"

#include <sys/resource.h>
#include <time.h>

static double seconds_of(clockid_t clock)
{
    struct timespec now;
    return clock_gettime(clock, &now) == 0 ? (double)now.tv_sec + (double)now.tv_nsec / 1e9 : 0;
}

/* Linux counts kilobytes, macOS bytes. */
static uint64_t peak_bytes(void)
{
    struct rusage usage;
    if (getrusage(RUSAGE_SELF, &usage) != 0 || usage.ru_maxrss < 0)
        return 0;
#if defined(__APPLE__)
    return (uint64_t)usage.ru_maxrss;
#else
    return (uint64_t)usage.ru_maxrss * 1024;
#endif
}

twt_clock twt_clock_now(void)
{
    return (twt_clock){seconds_of(CLOCK_MONOTONIC), seconds_of(CLOCK_PROCESS_CPUTIME_ID)};
}

void twt_clock_lap(twt_clock *clock, twt_phase_cost *cost)
{
    twt_clock now = twt_clock_now();
    cost->wall_seconds += now.wall - clock->wall;
    cost->cpu_seconds += now.cpu - clock->cpu;
    cost->peak_bytes = peak_bytes();
    *clock = now;
}

double twt_clock_thread(void)
{
    return seconds_of(CLOCK_THREAD_CPUTIME_ID);
}
