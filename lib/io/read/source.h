/* Bytes from a file: opened with care, read in large blocks, by line or whole. */
#ifndef TWT_IO_READ_SOURCE_H
#define TWT_IO_READ_SOURCE_H

#include "twicetold/types.h"

typedef struct twt_source { /* zeroed: closed and valid; its buffer serves one file after the other */
    int fd;
    bool is_open, is_owned; /* owned: close closes fd */
    bool is_ended;          /* nothing more to read from fd */
    bool is_skipping;       /* inside a line that was refused */
    char *data;
    size_t begin, end, cap; /* data[begin, end) waits to be handed out */
    uint64_t left;          /* bytes that may still be read: a file that grows is read to the size it had */
    uint64_t line;          /* number of the line handed out last */
    size_t bytes_max;       /* of a line, or of the whole */
    int os_error;
} twt_source;

/* Opens a regular file; anything else is refused unopened (a FIFO would wait for a writer for ever). Links at the end
 * of the path are followed when follows. at and name as for openat; path is for the fault. */
TWT_MUST_USE twt_status twt_source_open(twt_source *source, int at, const char *name, bool follows, const char *path,
                                        twt_fault *fault);

/* Reads from fd, which stays the caller's. */
void twt_source_attach(twt_source *source, int fd);

/* The buffer stays. */
void twt_source_close(twt_source *source);
void twt_source_free(twt_source *source);

/* Refuses a first file of more than bytes_max by its size, before reading. */
bool twt_source_is_too_large(const twt_source *source);

/* Reads ahead, need bytes or more while there are that many. The bytes stay to be handed out. */
TWT_MUST_USE twt_status twt_source_peek(twt_source *source, size_t need, const char **bytes, size_t *len);

/* The next line without its end (LF or CRLF), writable, there until the next call. TWT_END; TWT_ERROR_TOO_LARGE for a
 * line over bytes_max, which is never held as a whole, and the next call goes on behind it; TWT_ERROR_IO ends the file.
 */
TWT_MUST_USE twt_status twt_source_line(twt_source *source, char **line, size_t *len);

typedef struct twt_buffer { /* zeroed: empty and valid */
    char *data;
    size_t len, cap;
} twt_buffer;

/* Whole lines, as many as one more block ends, by swapping buffers with *out. Each ends with its LF but perhaps the last
 * of the file, and after each byte of it there is room for one more. TWT_ERROR_TOO_LARGE and TWT_ERROR_MEMORY: one line
 * is lost, and the next call goes on behind it; TWT_ERROR_IO ends the file; TWT_END. may_wait false: gives *out no line
 * rather than wait for a pipe. */
TWT_MUST_USE twt_status twt_source_lines(twt_source *source, bool may_wait, twt_buffer *out);

/* All that is left. TWT_ERROR_TOO_LARGE when it is more than bytes_max. */
TWT_MUST_USE twt_status twt_source_all(twt_source *source, char **text, size_t *len);

#endif
