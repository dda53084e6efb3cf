#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "interrupt.h"
#include "messages.h"

static bool is_standard(const char *path)
{
    return !path || strcmp(path, "-") == 0;
}

static bool refuse(const char *path, int error)
{
    say_error("%s: cannot be written: %s", path, strerror(error));
    return false;
}

/* The part of path before its last slash, "." when it has none. NULL when memory is short. */
static char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return strdup(".");
    return slash == path ? strdup("/") : strndup(path, (size_t)(slash - path));
}

bool output_check(const char *path)
{
    struct stat found;
    if (is_standard(path))
        return true;
    if (stat(path, &found) == 0) {
        if (S_ISDIR(found.st_mode))
            return refuse(path, EISDIR);
        if (access(path, W_OK) != 0)
            return refuse(path, errno);
        if (!S_ISREG(found.st_mode))
            return true;
    }
    char *real = realpath(path, NULL);
    char *folder = folder_of(real ? real : path);
    bool is_good = folder && access(folder, W_OK | X_OK) == 0;
    int error = folder ? errno : ENOMEM;
    free(real);
    free(folder);
    return is_good || refuse(path, error);
}

/* The mode of the file that is replaced, or that of any new file. */
static mode_t mode_of(const char *path)
{
    struct stat found;
    if (stat(path, &found) == 0)
        return found.st_mode & 0777;
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static char *temporary_name(const char *target)
{
    static const char name[] = ".twicetold.XXXXXX";
    const char *slash = strrchr(target, '/');
    size_t folder_len = slash ? (size_t)(slash - target) + 1 : 0;
    char *path = malloc(folder_len + sizeof name);
    if (path) {
        memcpy(path, target, folder_len);
        memcpy(path + folder_len, name, sizeof name);
    }
    return path;
}

/* A device, a pipe or a socket has no "whole": it is written as it comes. */
static bool open_special(cli_output *output, const char *path)
{
    output->fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    return output->fd >= 0 || refuse(path, errno);
}

/* A signal finds either no file or one that it knows to remove. */
static int make_temporary(char *path)
{
    interrupt_block();
    int fd = mkostemp(path, O_CLOEXEC);
    int error = errno;
    if (fd >= 0 && !interrupt_set_temporary(path)) {
        close(fd);
        unlink(path);
        fd = -1;
        error = ENAMETOOLONG;
    }
    interrupt_unblock();
    errno = error;
    return fd;
}

static bool open_temporary(cli_output *output, const char *path)
{
    output->target = realpath(path, NULL);
    if (!output->target)
        output->target = strdup(path);
    char *name = output->target ? temporary_name(output->target) : NULL;
    if (!name)
        return refuse(path, ENOMEM);
    output->fd = make_temporary(name);
    if (output->fd < 0) {
        int error = errno;
        free(name);
        return refuse(path, error);
    }
    output->temporary = name;
    return fchmod(output->fd, mode_of(output->target)) == 0 || refuse(path, errno);
}

bool output_open(cli_output *output, const char *path)
{
    struct stat found;
    memset(output, 0, sizeof *output);
    output->name = is_standard(path) ? "standard output" : path;
    output->fd = STDOUT_FILENO;
    if (is_standard(path))
        return true;
    output->fd = -1;
    if (stat(path, &found) == 0 && !S_ISREG(found.st_mode))
        return open_special(output, path);
    return open_temporary(output, path);
}

twt_status output_write(void *context, const char *bytes, size_t len)
{
    cli_output *output = context;
    while (len) {
        ssize_t written = write(output->fd, bytes, len);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0) {
            output->error = errno;
            return TWT_ERROR_IO;
        }
        bytes += written;
        len -= (size_t)written;
    }
    return TWT_OK;
}

/* Pipes and terminals know no fsync: EINVAL. */
static bool is_synced(int fd)
{
    return fsync(fd) == 0 || errno == EINVAL || errno == EROFS || errno == ENOTSUP;
}

bool output_finish(cli_output *output)
{
    if (!output->error && output->temporary && !is_synced(output->fd))
        output->error = errno;
    if (output->fd >= 0 && close(output->fd) != 0 && !output->error)
        output->error = errno;
    output->fd = -1;
    if (!output->error && output->temporary) {
        interrupt_block(); /* whoever is told of a signal finds the file as it was */
        if (rename(output->temporary, output->target) == 0) {
            interrupt_set_temporary(NULL);
            free(output->temporary);
            output->temporary = NULL;
        } else {
            output->error = errno;
        }
    }
    if (output->error && output->error != EPIPE)
        refuse(output->name, output->error);
    return output->error == 0;
}

void output_discard(cli_output *output)
{
    if (output->fd >= 0 && output->fd != STDOUT_FILENO)
        close(output->fd);
    if (output->temporary)
        unlink(output->temporary);
    interrupt_set_temporary(NULL);
    free(output->temporary);
    free(output->target);
    memset(output, 0, sizeof *output);
    output->fd = -1;
}
