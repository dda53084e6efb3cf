#include "progress.h"

#include <inttypes.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

static const char erase_line[] = "\r\033[K";

enum { DRAW_NANOSECONDS = 100000000 };

static bool is_allowed;
static atomic_bool is_shown;
static twt_stage current = TWT_STAGES;
static int64_t stage_began, last_drawn;

static int64_t nanoseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void put(const char *bytes, size_t len)
{
    ssize_t written = write(STDERR_FILENO, bytes, len);
    (void)written; /* a terminal that went away needs no progress */
}

void progress_allow(void)
{
    is_allowed = isatty(STDERR_FILENO);
}

void progress_hide_in_handler(void)
{
    if (atomic_exchange(&is_shown, false))
        put(erase_line, sizeof erase_line - 1);
}

void progress_hide(void)
{
    progress_hide_in_handler();
}

static size_t terminal_columns(void)
{
    struct winsize size;
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

static void draw(uint64_t done, uint64_t total, int64_t elapsed)
{
    static const struct {
        const char *verb, *noun;
    } stages[TWT_STAGES] = {
        [TWT_STAGE_READ] = {"reading", "documents"},        [TWT_STAGE_ANALYSE] = {"analysing", "documents"},
        [TWT_STAGE_CANDIDATE] = {"finding candidates", ""}, [TWT_STAGE_COMPARE] = {"comparing", "pairs"},
        [TWT_STAGE_CLUSTER] = {"clustering", ""},           [TWT_STAGE_EXPLAIN] = {"explaining", "documents"}};
    char line[160], share[8] = "", of[32] = "", rate[32] = "";
    if (total) {
        snprintf(share, sizeof share, " %3d %%", (int)(100.0 * (double)done / (double)total));
        snprintf(of, sizeof of, " of %" PRIu64, total);
    }
    if (elapsed > 500000000 && done && *stages[current].noun)
        snprintf(rate, sizeof rate, ", %.0f a second", (double)done * 1e9 / (double)elapsed);
    if (total || done)
        snprintf(line, sizeof line, "%s%s  %" PRIu64 "%s %s%s", stages[current].verb, share, done, of,
                 stages[current].noun, rate);
    else
        snprintf(line, sizeof line, "%s", stages[current].verb);
    size_t columns = terminal_columns(), len = strlen(line);
    char drawn[sizeof erase_line + sizeof line];
    int drawn_len = snprintf(drawn, sizeof drawn, "%s%.*s", erase_line, (int)(len < columns ? len : columns - 1), line);
    put(drawn, (size_t)drawn_len);
    atomic_store(&is_shown, true);
}

void progress_show(twt_stage stage, uint64_t done, uint64_t total)
{
    if (!is_allowed)
        return;
    int64_t now = nanoseconds();
    if (stage != current) {
        current = stage;
        stage_began = now;
    } else if (now - last_drawn < DRAW_NANOSECONDS) {
        return;
    }
    last_drawn = now;
    draw(done, total, now - stage_began);
}
