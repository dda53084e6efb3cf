/* One read call a block, memchr for the line ends. A block that holds half a line moves to the front of the buffer and
 * grows; what was searched is not searched again, so that a long line costs its length. */
#include "io/read/source.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/vec.h"
#include "io/read/fault.h"

#define BLOCK ((size_t)256 << 10)

static const char *kind_reason(mode_t mode)
{
    if (S_ISFIFO(mode))
        return "a pipe, not a file";
    if (S_ISSOCK(mode))
        return "a socket, not a file";
    if (S_ISDIR(mode))
        return "a folder, not a file";
    if (S_ISLNK(mode))
        return "a symbolic link";
    return "a device, not a file";
}

static void start(twt_source *source, int fd, bool is_owned, uint64_t left)
{
    source->fd = fd;
    source->is_open = true;
    source->is_owned = is_owned;
    source->is_ended = source->is_skipping = false;
    source->begin = source->end = 0;
    source->left = left;
    source->line = 0;
    source->os_error = 0;
}

twt_status twt_source_open(twt_source *source, int at, const char *name, bool follows, const char *path,
                           twt_fault *fault)
{
    struct stat info;
    if (fstatat(at, name, &info, follows ? 0 : AT_SYMLINK_NOFOLLOW))
        return twt_fail_os(fault, path, errno);
    if (!S_ISREG(info.st_mode))
        return twt_fail(fault, TWT_ERROR_IO, path, kind_reason(info.st_mode));
    /* O_NONBLOCK: should a FIFO have taken the file's place since, open returns at once */
    int fd = openat(at, name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | (follows ? 0 : O_NOFOLLOW));
    if (fd < 0)
        return twt_fail_os(fault, path, errno);
    if (fstat(fd, &info) || !S_ISREG(info.st_mode)) {
        close(fd);
        return twt_fail(fault, TWT_ERROR_IO, path, "no longer a file");
    }
    /* files that the kernel makes up (/proc) say 0 and are read to their end */
    start(source, fd, true, info.st_size > 0 ? (uint64_t)info.st_size : UINT64_MAX);
    return TWT_OK;
}

void twt_source_attach(twt_source *source, int fd)
{
    start(source, fd, false, UINT64_MAX);
}

void twt_source_close(twt_source *source)
{
    if (source->is_open && source->is_owned)
        close(source->fd);
    source->is_open = false;
}

void twt_source_free(twt_source *source)
{
    twt_source_close(source);
    twt_free(source->data);
    *source = (twt_source){0};
}

bool twt_source_is_too_large(const twt_source *source)
{
    return source->left != UINT64_MAX && source->left > source->bytes_max;
}

static char *front(const twt_source *source)
{
    return source->data ? source->data + source->begin : NULL;
}

/* Reads one more block behind data[begin, end). *out is false at the end of the file. */
static twt_status fill(twt_source *source, bool *is_filled)
{
    *is_filled = false;
    if (source->is_ended || source->left == 0)
        return TWT_OK;
    if (source->begin > 0 && source->end == source->begin)
        source->begin = source->end = 0;
    if (source->begin > 0 && source->cap - source->end < BLOCK) {
        memmove(source->data, source->data + source->begin, source->end - source->begin);
        source->end -= source->begin;
        source->begin = 0;
    }
    size_t want = source->left < BLOCK ? (size_t)source->left : BLOCK;
    /* one byte more than is read: whoever takes the bytes may end them with a NUL */
    if (!twt_vec_grow((void **)&source->data, &source->cap, source->end + want + 1, 1)) {
        source->is_ended = source->cap == 0; /* else the caller can drop what waits and go on */
        return TWT_ERROR_MEMORY;
    }
    ssize_t got;
    do
        got = read(source->fd, source->data + source->end, want);
    while (got < 0 && errno == EINTR);
    if (got < 0) {
        source->os_error = errno;
        source->is_ended = true;
        return TWT_ERROR_IO;
    }
    source->is_ended = got == 0;
    source->end += (size_t)got;
    if (source->left != UINT64_MAX)
        source->left -= (uint64_t)got;
    *is_filled = got > 0;
    return TWT_OK;
}

twt_status twt_source_peek(twt_source *source, size_t need, const char **bytes, size_t *len)
{
    bool is_filled = true;
    twt_status status = TWT_OK;
    while (status == TWT_OK && is_filled && source->end - source->begin < need)
        status = fill(source, &is_filled);
    *bytes = front(source);
    *len = source->end - source->begin;
    return status;
}

/* Throws bytes away up to the end of the line. */
static twt_status skip_line(twt_source *source)
{
    bool is_filled = true;
    while (is_filled) {
        char *from = front(source);
        char *stop = source->end > source->begin ? memchr(from, '\n', source->end - source->begin) : NULL;
        source->begin = stop ? (size_t)(stop + 1 - source->data) : source->end;
        if (stop)
            break;
        twt_status status = fill(source, &is_filled);
        if (status != TWT_OK)
            return status;
    }
    source->is_skipping = false;
    return TWT_OK;
}

static void hand_out(twt_source *source, size_t len, size_t taken, char **line, size_t *line_len)
{
    *line = front(source);
    if (len > 0 && (*line)[len - 1] == '\r')
        len--;
    *line_len = len;
    source->begin += taken;
    source->line++;
}

twt_status twt_source_line(twt_source *source, char **line, size_t *len)
{
    if (source->is_skipping) {
        twt_status status = skip_line(source);
        if (status != TWT_OK)
            return status;
    }
    size_t searched = 0;
    for (;;) {
        size_t waiting = source->end - source->begin;
        char *from = front(source);
        char *stop = waiting > searched ? memchr(from + searched, '\n', waiting - searched) : NULL;
        size_t so_far = stop ? (size_t)(stop - from) : waiting;
        if (so_far > source->bytes_max) {
            source->is_skipping = true;
            source->line++;
            return TWT_ERROR_TOO_LARGE;
        }
        if (stop) {
            hand_out(source, so_far, so_far + 1, line, len);
            return TWT_OK;
        }
        searched = waiting;
        bool is_filled;
        twt_status status = fill(source, &is_filled);
        if (status == TWT_ERROR_MEMORY) { /* this line alone is lost */
            source->is_skipping = true;
            source->line++;
        }
        if (status != TWT_OK)
            return status;
        if (!is_filled) {
            if (waiting == 0)
                return TWT_END;
            hand_out(source, waiting, waiting, line, len);
            return TWT_OK;
        }
    }
}

/* ---- many lines ------------------------------------------------------------------------------------------ */

static bool would_wait(const twt_source *source)
{
    struct pollfd wanted = {.fd = source->fd, .events = POLLIN};
    return !source->is_owned && !source->is_ended && source->left > 0 && poll(&wanted, 1, 0) == 0;
}

/* Behind the last line end of text[from, len); 0 when there is none. */
static size_t behind_last_line(const char *text, size_t from, size_t len)
{
    while (len > from && text[len - 1] != '\n')
        len--;
    return len > from ? len : 0;
}

/* The first len waiting bytes go with the buffer; what is behind them moves to the other one. */
static twt_status swap_buffers(twt_source *source, size_t len, twt_buffer *out)
{
    size_t behind = source->end - source->begin - len, need = behind > BLOCK ? behind : BLOCK;
    if (!twt_vec_grow((void **)&out->data, &out->cap, need + 1, 1)) /* a block has room whatever comes */
        return TWT_ERROR_MEMORY;
    twt_buffer lines = {source->data, len, source->cap};
    if (source->begin > 0)
        memmove(lines.data, lines.data + source->begin, len + behind);
    memcpy(out->data, lines.data + len, behind);
    source->data = out->data;
    source->cap = out->cap;
    source->begin = 0;
    source->end = behind;
    *out = lines;
    return TWT_OK;
}

static twt_status lose_line(twt_source *source, twt_status status)
{
    source->is_skipping = true;
    return status;
}

twt_status twt_source_lines(twt_source *source, bool may_wait, twt_buffer *out)
{
    twt_status status = TWT_OK;
    out->len = 0;
    if (source->is_skipping) {
        if (!may_wait && would_wait(source))
            return TWT_OK;
        status = skip_line(source);
        if (status != TWT_OK)
            return status;
    }
    bool is_filled = true;
    for (size_t searched = 0;;) {
        size_t waiting = source->end - source->begin, len = behind_last_line(front(source), searched, waiting);
        if (len == 0 && !is_filled)
            len = waiting;
        if (len == 0 && waiting > source->bytes_max)
            return lose_line(source, TWT_ERROR_TOO_LARGE);
        if (len > 0 && swap_buffers(source, len, out) != TWT_OK)
            return lose_line(source, TWT_ERROR_MEMORY);
        if (len > 0 || !is_filled)
            return len > 0 ? TWT_OK : TWT_END;
        if (!may_wait && would_wait(source))
            return TWT_OK;
        searched = waiting;
        status = fill(source, &is_filled);
        if (status != TWT_OK)
            return status == TWT_ERROR_MEMORY ? lose_line(source, status) : status;
    }
}

twt_status twt_source_all(twt_source *source, char **text, size_t *len)
{
    bool is_filled = true;
    while (is_filled) {
        if (source->end - source->begin > source->bytes_max)
            return TWT_ERROR_TOO_LARGE;
        twt_status status = fill(source, &is_filled);
        if (status != TWT_OK)
            return status;
    }
    *text = front(source);
    *len = source->end - source->begin;
    source->begin = source->end;
    return TWT_OK;
}
