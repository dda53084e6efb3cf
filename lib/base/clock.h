/* Clocks for statistics: they decide nothing. */
#ifndef TWT_BASE_CLOCK_H
#define TWT_BASE_CLOCK_H

#include "twicetold/types.h"

typedef struct twt_clock { /* a moment */
    double wall, cpu;
} twt_clock;

twt_clock twt_clock_now(void);

/* Adds what passed since the moment to the cost, and begins anew. */
void twt_clock_lap(twt_clock *clock, twt_phase_cost *cost);

/* CPU seconds of the calling thread. */
double twt_clock_thread(void);

#endif
