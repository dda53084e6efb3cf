#include "interrupt.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "progress.h"

static atomic_bool is_deferred, has_temporary;
static atomic_int noted;
static char temporary[PATH_MAX];

/* Safe in a handler. */
static void end_by(int number)
{
    if (atomic_load(&has_temporary))
        unlink(temporary);
    progress_hide_in_handler();
    struct sigaction action = {.sa_handler = SIG_DFL};
    sigaction(number, &action, NULL);
    raise(number);
}

static void handle(int number)
{
    int saved = errno;
    if (atomic_load(&is_deferred) && atomic_load(&noted) == 0)
        atomic_store(&noted, number);
    else
        end_by(number);
    errno = saved;
}

static const int numbers[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};

void interrupt_install(void)
{
    /* A write beyond a limit of the system is an error like a full disk. */
    struct sigaction ignored = {.sa_handler = SIG_IGN};
    sigaction(SIGXFSZ, &ignored, NULL);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct sigaction old;
        /* Not blocked while handled: end_by raises the very signal that it handles. */
        struct sigaction action = {.sa_handler = handle, .sa_flags = SA_NODEFER};
        if (sigaction(numbers[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            sigaction(numbers[i], &action, NULL);
    }
}

void interrupt_defer(void)
{
    atomic_store(&is_deferred, true);
}

void interrupt_resume(void)
{
    atomic_store(&is_deferred, false);
    if (interrupt_is_noted())
        end_by(atomic_load(&noted));
}

bool interrupt_is_noted(void)
{
    return atomic_load(&noted) != 0;
}

static void mask_all(int how)
{
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        sigaddset(&set, numbers[i]);
    pthread_sigmask(how, &set, NULL);
}

void interrupt_block(void)
{
    mask_all(SIG_BLOCK);
}

void interrupt_unblock(void)
{
    mask_all(SIG_UNBLOCK);
}

bool interrupt_set_temporary(const char *path)
{
    atomic_store(&has_temporary, false);
    if (!path)
        return true;
    if (strlen(path) >= sizeof temporary)
        return false;
    strcpy(temporary, path);
    atomic_store(&has_temporary, true);
    return true;
}
