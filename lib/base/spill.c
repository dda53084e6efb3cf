#include "base/spill.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"

void twt_spill_init(twt_spill *spill, const char *folder, uint64_t held_max)
{
    *spill = (twt_spill){.folder = folder, .held_max = held_max, .fd = -1};
    atomic_init(&spill->held, 0);
    atomic_init(&spill->written, 0);
    pthread_mutex_init(&spill->lock, NULL);
    pthread_mutex_init(&spill->chunk_lock, NULL);
}

void twt_spill_free(twt_spill *spill)
{
    if (spill->fd >= 0)
        close(spill->fd);
    spill->fd = -1;
    pthread_mutex_destroy(&spill->lock);
    pthread_mutex_destroy(&spill->chunk_lock);
    twt_slabs_free(&spill->slabs);
}

void *twt_spill_take_chunk(twt_spill *spill)
{
    pthread_mutex_lock(&spill->chunk_lock);
    void *chunk = spill->given;
    if (chunk)
        memcpy(&spill->given, chunk, sizeof spill->given);
    else
        chunk = twt_slabs_take(&spill->slabs, TWT_CHUNK_BYTES);
    pthread_mutex_unlock(&spill->chunk_lock);
    return chunk;
}

void twt_spill_give_chunk(twt_spill *spill, void *chunk)
{
    if (!chunk)
        return;
    pthread_mutex_lock(&spill->chunk_lock);
    memcpy(chunk, &spill->given, sizeof spill->given);
    spill->given = chunk;
    pthread_mutex_unlock(&spill->chunk_lock);
}

bool twt_spill_hold(twt_spill *spill, size_t bytes)
{
    uint64_t before = atomic_fetch_add(&spill->held, bytes);
    if (!spill->folder || before + bytes <= spill->held_max)
        return true;
    atomic_fetch_sub(&spill->held, bytes);
    return false;
}

void twt_spill_release(twt_spill *spill, size_t bytes)
{
    atomic_fetch_sub(&spill->held, bytes);
}

/* Where a file without a name can't be made, one with a name that is taken away at once. */
static int open_named(const char *folder)
{
    static const char name[] = "/twicetold-XXXXXX";
    size_t len = strlen(folder);
    char *path = twt_alloc_array(len + sizeof name, 1);
    if (!path) {
        errno = ENOMEM;
        return -1;
    }
    memcpy(path, folder, len);
    memcpy(path + len, name, sizeof name);
    int fd = mkostemp(path, O_CLOEXEC);
    if (fd >= 0)
        unlink(path);
    twt_free(path);
    return fd;
}

static int open_file(const char *folder)
{
    int fd = -1;
#ifdef O_TMPFILE
    fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
#endif
    return fd >= 0 ? fd : open_named(folder);
}

static twt_status fail(twt_spill *spill, int os_error)
{
    pthread_mutex_lock(&spill->lock);
    if (!spill->os_error)
        spill->os_error = os_error;
    pthread_mutex_unlock(&spill->lock);
    return TWT_ERROR_IO;
}

static twt_status need_file(twt_spill *spill, int *fd)
{
    int os_error = 0;
    pthread_mutex_lock(&spill->lock);
    if (spill->fd < 0 && (spill->fd = open_file(spill->folder)) < 0)
        os_error = errno;
    *fd = spill->fd;
    pthread_mutex_unlock(&spill->lock);
    return *fd < 0 ? fail(spill, os_error) : TWT_OK;
}

twt_status twt_spill_write(twt_spill *spill, const void *bytes, size_t len, uint64_t *offset)
{
    int fd;
    twt_status status = need_file(spill, &fd);
    if (status != TWT_OK)
        return status;
    *offset = atomic_fetch_add(&spill->written, len);
    for (size_t done = 0; done < len;) {
        ssize_t now = pwrite(fd, (const char *)bytes + done, len - done, (off_t)(*offset + done));
        if (now <= 0 && errno != EINTR)
            return fail(spill, now ? errno : ENOSPC);
        done += now > 0 ? (size_t)now : 0;
    }
    return TWT_OK;
}

twt_status twt_spill_reserve(twt_spill *spill, size_t len, uint64_t *offset)
{
    int fd;
    twt_status status = need_file(spill, &fd);
    if (status != TWT_OK)
        return status;
    *offset = atomic_fetch_add(&spill->written, len);
    int os_error = posix_fallocate(fd, (off_t)*offset, (off_t)len);
    return os_error ? fail(spill, os_error) : TWT_OK;
}

twt_status twt_spill_read(twt_spill *spill, uint64_t offset, void *bytes, size_t len)
{
    for (size_t done = 0; done < len;) {
        ssize_t now = pread(spill->fd, (char *)bytes + done, len - done, (off_t)(offset + done));
        if (now <= 0 && (now == 0 || errno != EINTR))
            return fail(spill, now ? errno : EIO);
        done += now > 0 ? (size_t)now : 0;
    }
    return TWT_OK;
}
